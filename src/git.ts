import { execa } from 'execa';
import type { Changes, FileChange } from './core/changes.ts';

const bounded = { timeout: 20_000, maxBuffer: 64 * 1024 * 1024, stdin: 'ignore', env: { GIT_OPTIONAL_LOCKS: '0', LC_ALL: 'C' } } as const;

async function git(root: string, args: string[], input?: string): Promise<string | null> {
  const { stdin: _, ...rest } = bounded;
  const options = input === undefined ? bounded : { ...rest, input };
  const result = await execa('git', ['-C', root, '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false', ...args], {
    ...options,
    reject: false,
  });
  // 1 is an answer of check-ignore ("none of them") and of diff.
  return result.exitCode === 0 || result.exitCode === 1 ? String(result.stdout) : null;
}

/** Which of the paths (relative to the repository's top) git ignores. Empty where git is absent or this is no checkout. */
export async function ignoredPaths(root: string, paths: string[]): Promise<Set<string>> {
  if (paths.length === 0) return new Set();
  const out = await git(root, ['check-ignore', '--no-index', '-z', '--stdin'], paths.join('\0'));
  return new Set((out ?? '').split('\0').filter((path) => path !== ''));
}

/**
 * What changed against `base`, uncommitted work and untracked files included; without a base, against the point
 * where the branch left its upstream's default branch, else the local one, else against HEAD; before the first commit everything is new.
 * Null where git can't tell, as in a shallow clone that does not reach back to that point.
 */
export async function changesSince(root: string, base?: string): Promise<Changes | null> {
  const from = base ?? (await forkPoint(root));
  if (from === null) return null;
  const diff = await git(root, ['diff', ...plainDiff, '--unified=0', '--no-renames', from, '--']);
  const untracked = await git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  if (diff === null || untracked === null) return null;
  const changed = parseUnifiedDiff(diff);
  for (const path of untracked.split('\0')) if (path !== '') changed.set(path, { touched: 'all', lostLines: false });
  return changed;
}

/** Undoes what a user's configuration may do to the output of `git diff`. */
const plainDiff = [
  ...['--no-color', '--no-ext-diff', '--no-textconv', '--no-relative', '--inter-hunk-context=0'],
  ...['--src-prefix=a/', '--dst-prefix=b/'],
];

async function forkPoint(root: string): Promise<string | null> {
  const head = (await git(root, ['rev-parse', '--verify', '--quiet', 'HEAD']))?.trim();
  if (!head) return (await git(root, ['hash-object', '-t', 'tree', '/dev/null']))?.trim() || null;
  for (const branch of ['origin/HEAD', 'origin/main', 'origin/master', 'main', 'master']) {
    const base = (await git(root, ['merge-base', 'HEAD', branch]))?.trim();
    if (base) return base;
  }
  // What a shallow clone leaves out may be the very commits that are asked about.
  return (await git(root, ['rev-parse', '--is-shallow-repository']))?.trim() === 'true' ? null : 'HEAD';
}

/** Reads `git diff --unified=0`: the lines of the new side; a pure deletion touches the line before and after it. */
export function parseUnifiedDiff(diff: string): Map<string, FileChange> {
  const changed = new Map<string, FileChange>();
  let file: { touched: Set<number>; lostLines: boolean } | null = null;
  // Lines of a hunk may look like headers: an added "++ x" is written "+++ x".
  let inHunk = 0;
  for (const line of diff.split('\n')) {
    if (inHunk > 0) {
      if (/^[-+ ]/.test(line)) inHunk -= line.startsWith(' ') ? 2 : 1;
      continue;
    }
    if (line.startsWith('+++ ')) {
      const path = unquoted(line.slice(4).replace(/\t$/, ''));
      file = { touched: new Set(), lostLines: false };
      if (path !== '/dev/null') changed.set(path.replace(/^b\//, ''), file);
    }
    const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk && file) {
      const start = Number(hunk[2]);
      const taken = Number(hunk[1] ?? 1);
      const added = Number(hunk[3] ?? 1);
      inHunk = added + taken;
      if (taken > added) file.lostLines = true;
      if (added === 0) file.touched.add(start).add(start + 1);
      for (let i = 0; i < added; i++) file.touched.add(start + i);
    }
  }
  return changed;
}

const escapes: Readonly<Record<string, number>> = { a: 7, b: 8, t: 9, n: 10, v: 11, f: 12, r: 13 };

/** A path as git writes it: in quotes with C's escapes where it holds a quote, a backslash or a control character. */
function unquoted(path: string): string {
  const inner = /^"(.*)"$/.exec(path)?.[1];
  if (inner === undefined) return path;
  const parts = inner.split(/(\\(?:[0-7]{3}|.))/).map((part) => {
    if (!part.startsWith('\\')) return Buffer.from(part);
    const sign = part.slice(1);
    return Buffer.from(sign.length === 3 ? [Number.parseInt(sign, 8)] : [escapes[sign] ?? sign.charCodeAt(0)]);
  });
  return Buffer.concat(parts).toString();
}
