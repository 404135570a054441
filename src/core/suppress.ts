import type { Draft } from './finding.ts';
import type { Location, Source } from './source.ts';

/** One `# nginx-gate: ignore CHECK[, CHECK] - REASON` comment. */
export interface Suppression {
  /** The span of the comment from its `#`. */
  at: Location;
  checks: string[];
  /** Null when none is given. */
  reason: string | null;
  /** The lines that it covers: its own, and for a comment on a line of its own the next line that is neither blank nor a comment. */
  lines: number[];
}

const comment = /#\s*nginx-gate:\s*ignore\b[ \t]*([^\r\n]*)/g;
const checkList = /^[a-z][a-z0-9/-]*(?:\s*,\s*[a-z][a-z0-9/-]*)*/;

/** The suppressions of one file, nginx configuration, compose file or Dockerfile alike: `#` opens a comment in all of them. */
export function suppressionsIn(source: Source): Suppression[] {
  const found: Suppression[] = [];
  let next = 0;
  for (const match of source.text.matchAll(comment)) {
    const { start, end } = source.locate(match.index, match.index + match[0].trimEnd().length);
    const { checks, reason } = readBody((match[1] ?? '').trim());
    const alone = source.text.slice(source.lineStart(start.line), match.index).trim() === '';
    // The comments of one block share their next line, so a long block is walked once.
    if (alone && next <= start.line) next = nextCodeLine(source, start.line);
    found.push({ at: { file: source.file, start, end }, checks, reason, lines: alone ? [start.line, next] : [start.line] });
  }
  return found;
}

/** Finds the suppressions that cover a finding: at its own place or at one of its related places. */
export function coveredBy(suppressions: readonly Suppression[]): (draft: Draft) => Suppression[] {
  const byPlace = new Map<string, Suppression[]>();
  const key = (check: string, file: string, line: number) => [check, file, line].join('\0');
  for (const suppression of suppressions) {
    for (const check of new Set(suppression.checks)) {
      for (const line of new Set(suppression.lines)) {
        const place = key(check, suppression.at.file, line);
        const there = byPlace.get(place);
        if (there) there.push(suppression);
        else byPlace.set(place, [suppression]);
      }
    }
  }
  return (draft) =>
    [draft.location, ...draft.related.map((r) => r.location)].flatMap((at) => byPlace.get(key(draft.check, at.file, at.start.line)) ?? []);
}

/** The findings about the comments themselves: no reason given, or (where `unused` says so) nothing suppressed. */
export function suppressionFindings(suppression: Suppression, unused: boolean): Draft[] {
  const found: Draft[] = [];
  const names = suppression.checks.join(', ');
  if (suppression.checks.length === 0 || suppression.reason === null) {
    found.push({
      check: 'ignore-without-reason',
      severity: 'warning',
      message: names === '' ? 'This comment names no check to ignore.' : `This comment ignores ${names} and does not say why.`,
      why: 'The next reader cannot tell whether the reason still holds.',
      fix: { message: 'Write "# nginx-gate: ignore CHECK - REASON".' },
      location: suppression.at,
      related: [],
    });
  }
  if (unused && names !== '') {
    found.push({
      check: 'ignore-unused',
      severity: 'warning',
      message: `This comment ignores ${names}, but there is nothing of that kind here any more.`,
      why: 'It would hide the next fault of that kind on this line.',
      fix: { message: 'Take the comment out.' },
      location: suppression.at,
      related: [],
    });
  }
  return found;
}

function readBody(body: string): { checks: string[]; reason: string | null } {
  const list = checkList.exec(body)?.[0] ?? '';
  const reason = body
    .slice(list.length)
    .replace(/^[\s,:–—-]+/, '')
    .trim();
  return { checks: list === '' ? [] : list.split(/\s*,\s*/), reason: reason === '' ? null : reason };
}

/** The first line after `from` that is neither blank nor a comment; the line past the end where there is none. */
function nextCodeLine(source: Source, from: number): number {
  for (let line = from + 1; ; line++) {
    const text = source.line(line);
    if (text === undefined) return line;
    if (!/^\s*(#|$)/.test(text)) return line;
  }
}
