import type { Draft } from './finding.ts';
import type { Location } from './source.ts';

/** What a change did to one file. */
export interface FileChange {
  /** Lines of the file as it is now that were added or replaced, and the neighbours of those that were taken away; counted from 1. */
  touched: ReadonlySet<number> | 'all';
  /** Something was taken away without as much in its place. */
  lostLines: boolean;
}

/** What a change touched, by file. Built from git on the command line, from GitHub's list of files in a pull request. */
export type Changes = ReadonlyMap<string, FileChange>;

/** Whether a span of a file stands on a touched line. */
export function touches(changes: Changes, { file, start, end }: Location): boolean {
  const touched = changes.get(file)?.touched;
  if (touched === undefined || touched === 'all') return touched === 'all';
  for (let line = start.line; line <= end.line; line++) if (touched.has(line)) return true;
  return false;
}

/** Whether a finding stands on a touched line, itself or one of its related places. A changed port in the compose file thus answers for an untouched nginx line. */
export function touchesFinding(changes: Changes, finding: Draft): boolean {
  return [finding.location, ...finding.related.map((r) => r.location)].some((at) => touches(changes, at));
}
