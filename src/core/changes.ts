import type { Draft } from './finding.ts';
import type { Location } from './source.ts';

/** What a change touched. Built from git on the command line, from GitHub's list of files in a pull request. */
export interface Changes {
  /** Whether a span of a file stands on a touched line. */
  touches(location: Location): boolean;
}

/** Whether a change caused a finding: its own place or one of its related places was touched. A changed port in the compose file thus answers for an untouched nginx line. */
export function causedBy(changes: Changes, finding: Draft): boolean {
  return [finding.location, ...finding.related.map((r) => r.location)].some((at) => changes.touches(at));
}

/** Changes from lines by file; `all` stands for a file of which every line counts. */
export function changesFrom(lines: ReadonlyMap<string, ReadonlySet<number> | 'all'>): Changes {
  return {
    touches({ file, start, end }) {
      const touched = lines.get(file);
      if (touched === undefined || touched === 'all') return touched === 'all';
      for (let line = start.line; line <= end.line; line++) if (touched.has(line)) return true;
      return false;
    },
  };
}
