import type { Asked } from './asked.ts';
import { ruleFor } from './messages.ts';

/** The server block that answered in place of the route's own, in words; null when it was the route's, or nobody knows. */
export function answeringServer(asked: Asked): string | null {
  const { request, nginx } = asked;
  if (request.takenBy && nginx.status !== null) return isTakenOver(asked) ? (request.takenBy.names[0] ?? 'the default server') : null;
  return request.kind === 'control' ? null : loggedOtherServer(asked);
}

/** By the files another block takes this request: it did when nginx looked for a file, or answered otherwise than the app. */
function isTakenOver({ log, direct, nginx }: Asked): boolean {
  const straightStatus = direct.find((d) => d.outcome === 'answered')?.status ?? null;
  return log.some(looksForFile) || (straightStatus !== null && straightStatus !== nginx.status);
}

/** The block that an entry about a missing file names, where it is not the route's. */
function loggedOtherServer({ request, log }: Asked): string | null {
  if (!log.some(looksForFile)) return null;
  const said = log.find((e) => e.upstream === null && e.server !== null)?.server ?? null;
  if (said === null || said === (request.server.names[0] ?? '')) return null;
  return said === '' ? 'a block without a name' : said;
}

function looksForFile(entry: Asked['log'][number]): boolean {
  return ruleFor(entry)?.id === 'file-missing';
}
