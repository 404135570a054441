/** The job could not be done (bad option, no nginx configuration, unreadable file): exit status 2 and one line on standard error. */
export class GateError extends Error {
  override name = 'GateError';
}

/** The message of anything that was thrown, in one line. */
export function messageOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.split('\n', 1)[0] ?? '';
}
