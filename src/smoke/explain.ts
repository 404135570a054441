import { type CauseId, causes } from './causes.ts';
import { type LogEntry, logEntries, parseEntry } from './error-log.ts';
import { ruleFor } from './messages.ts';
import { configMessageRules } from './nginx-t-messages.ts';
import { firstFault } from './signs.ts';

/** What `explain --format json` prints. */
export interface Explanation {
  schema: 'nginx-gate-explain/1';
  kind: 'check' | 'log' | 'nginx-t';
  /** What the line itself says; only what is there. */
  fields: Record<string, string | number>;
  /** Most likely first; empty when nobody knows the line. */
  causes: { id: string; why: string; fix: string; tellApart: string }[];
}

/** More is no log line; the rest is not read. */
const longest = 65_536;

/**
 * What a line of nginx's error log, or of `nginx -t`, means. Several lines may be given: the first that says why is explained.
 * The ids are those of smoke's causes, and for `nginx -t` those of the checks that tell the same.
 */
export function explainLine(text: string): Explanation {
  const entry = chosenEntry(text.slice(0, longest));
  const configured = configurationFault(entry);
  if (configured) return configured;
  const rule = ruleFor(entry);
  const ids: readonly CauseId[] = rule?.causes ?? [];
  return {
    schema: 'nginx-gate-explain/1',
    kind: 'log',
    fields: fieldsOf(entry),
    causes: ids.map((id, index) => {
      const { why, fix, tellApart } = causes[id];
      return { id, why: (index === 0 && rule?.means) || why, fix, tellApart };
    }),
  };
}

function chosenEntry(text: string): LogEntry {
  const entries = logEntries(text);
  if (entries.length === 0) return parseEntry(text);
  return firstFault(entries)?.entry ?? entries.find((e) => ruleFor(e)) ?? entries[0] ?? parseEntry(text);
}

/** `in /etc/nginx/conf.d/app.conf:7` at the end of a message about the configuration. */
const place = / in (\S{1,1000}):(\d{1,7})$/;

function configurationFault(entry: LogEntry): Explanation | null {
  // A request's entry has its connection's number or its client; what nginx says about its configuration has neither.
  if (entry.connection !== null || entry.client !== null || entry.phase !== null) return null;
  const message = entry.message.replace(/^nginx: (?:\[\w+\] )?/, '');
  const found = configMessageRules.find((rule) => rule.says.test(message));
  const at = place.exec(message);
  if (!found && at === null && message === entry.message) return null;
  const fields = fieldsOf({ ...entry, message: at ? message.slice(0, at.index) : message });
  if (at?.[1] !== undefined) {
    fields.file = at[1];
    fields.line = Number(at[2]);
  }
  const known = found ? [{ id: found.id, why: found.why, fix: found.fix, tellApart: found.tellApart }] : [];
  return { schema: 'nginx-gate-explain/1', kind: 'nginx-t', fields, causes: known };
}

function fieldsOf(entry: LogEntry): Explanation['fields'] {
  const { time, level, connection, message, errno, phase, client, server, request, subrequest, upstream, host, resolver } = entry;
  const all = { time, level, connection, message, errno, phase, client, server, request, subrequest, upstream, host, resolver };
  const fields: Explanation['fields'] = {};
  for (const [name, value] of Object.entries(all)) if (value !== null) fields[name] = value;
  return fields;
}
