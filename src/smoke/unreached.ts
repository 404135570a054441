import type { DirectResult, Outcome } from './observation.ts';

const noConnection: ReadonlySet<Outcome> = new Set(['refused', 'unreachable', 'connect-timeout', 'not-resolved']);

/** No direct request got a connection, at any address. */
export function isUnreached(direct: readonly DirectResult[]): boolean {
  const tried = direct.filter((d) => d.probe === 'as-nginx');
  return tried.length > 0 && tried.every((d) => noConnection.has(d.outcome));
}
