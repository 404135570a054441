import { posix } from 'node:path';
import type { ConfigFiles } from '../core/files.ts';

/** Whether nginx treats an `include` argument as a pattern. */
export function isGlob(path: string): boolean {
  return /[*?[]/.test(path);
}

/**
 * The absolute paths that a pattern matches, as glob(3) without flags answers them: sorted by bytes,
 * `*` and `?` never match a leading dot or a slash. Patterns in folders count too.
 */
export function expandGlob(files: ConfigFiles, pattern: string): string[] {
  let found = ['/'];
  const parts = posix.normalize(pattern).split('/').filter(Boolean);
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1;
    found = found.flatMap((folder) => {
      if (!isGlob(part)) return [posix.join(folder, part.replace(/\\(.)/g, '$1'))];
      return files
        .list(folder)
        .filter((name) => matches(part, name))
        .map((name) => posix.join(folder, name));
    });
    if (!last) continue;
    return found.filter((path) => files.read(path) !== undefined);
  }
  return [];
}

/** Whether a name without slashes matches a pattern of `*`, `?`, `[a-z]`, `[!a]` and `\`. Takes time in proportion to their product. */
export function matches(pattern: string, name: string): boolean {
  if (name.startsWith('.') && !pattern.startsWith('.') && !pattern.startsWith('\\.')) return false;
  let p = 0;
  let n = 0;
  let star = -1;
  let starName = 0;
  while (n < name.length) {
    if (pattern[p] === '*') {
      star = p++;
      starName = n;
      continue;
    }
    const next = p < pattern.length ? matchOne(pattern, p, name[n] as string) : null;
    if (next !== null) {
      p = next;
      n++;
    } else if (star >= 0) {
      p = star + 1;
      n = ++starName;
    } else return false;
  }
  while (pattern[p] === '*') p++;
  return p === pattern.length;
}

/** The offset behind the pattern's element at `p` when it matches `c`, else null. */
function matchOne(pattern: string, p: number, c: string): number | null {
  const element = pattern[p] as string;
  if (element === '?') return p + 1;
  if (element === '\\' && p + 1 < pattern.length) return pattern[p + 1] === c ? p + 2 : null;
  if (element !== '[') return element === c ? p + 1 : null;
  const negated = pattern[p + 1] === '!' || pattern[p + 1] === '^';
  const first = p + (negated ? 2 : 1);
  const close = pattern.indexOf(']', first + 1);
  if (close === -1) return c === '[' ? p + 1 : null;
  return inClass(pattern.slice(first, close), c) !== negated ? close + 1 : null;
}

function inClass(members: string, c: string): boolean {
  for (let i = 0; i < members.length; i++) {
    const from = members[i] as string;
    if (members[i + 1] === '-' && i + 2 < members.length) {
      if (from <= c && c <= (members[i + 2] as string)) return true;
      i += 2;
    } else if (from === c) return true;
  }
  return false;
}
