import type { Asked } from './asked.ts';
import { type LogEntry, logEntries } from './error-log.ts';
import type { Site } from './site.ts';
import { isServerError } from './status.ts';

/** All that nginx's error log says now. */
export async function entriesNow(site: Site): Promise<LogEntry[]> {
  return logEntries(await site.ground.errorLog());
}

/** How often the log is read when entries are missing, and the milliseconds between. */
const rounds = 3;
const pause = 200;

/**
 * The entries of exactly these requests, by their markers; the log may be a moment behind.
 * @param before the text of the entries that were there before: a stream's session carries no marker
 */
export async function readOwnEntries(site: Site, asked: readonly Asked[], before: ReadonlySet<string>): Promise<void> {
  if (asked.every((a) => a.nginx.failure === 'no-connection')) return;
  for (let round = 0; round < rounds; round += 1) {
    const entries = await entriesNow(site);
    const byMarker = groupedByMarker(entries);
    for (const a of asked) {
      const own = a.request.scheme === 'tcp' ? sessionEntries(entries, a, before) : (byMarker.get(a.marker) ?? []);
      a.log = [...new Map(own.map((e) => [e.text, e])).values()];
    }
    if (!asked.some(lacksEntry)) return;
    await site.pause(pause);
  }
}

function groupedByMarker(entries: readonly LogEntry[]): Map<string, LogEntry[]> {
  const groups = new Map<string, LogEntry[]>();
  for (const entry of entries) {
    const marker = /nginx-gate=(ng[0-9a-f]{16})/.exec(entry.request ?? '')?.[1];
    if (marker !== undefined) groups.set(marker, [...(groups.get(marker) ?? []), entry]);
  }
  return groups;
}

function sessionEntries(entries: readonly LogEntry[], { request }: Asked, before: ReadonlySet<string>): LogEntry[] {
  return entries.filter((e) => e.request === null && e.server?.endsWith(`:${request.port}`) && !before.has(e.text));
}

/** A failure that nginx has surely said something about. */
function lacksEntry({ log, nginx, direct }: Asked): boolean {
  // nginx has not given up yet where the client has, and says nothing when the app itself fails.
  if (nginx.failure === 'timeout' || direct.some((d) => isServerError(d.status) && d.status === nginx.status)) return false;
  return log.length === 0 && (nginx.status === null || isServerError(nginx.status)) && nginx.failure !== 'no-connection';
}
