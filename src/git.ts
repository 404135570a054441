import { execa } from 'execa';

/** Lines of a file that a change touched, or `all` for a new file. Lines count from 1, in the file as it is now. */
export type ChangedLines = Map<string, Set<number> | 'all'>;

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
 * where the branch left its upstream's default branch, else against HEAD. Null where git can't tell.
 */
export async function changedLines(root: string, base?: string): Promise<ChangedLines | null> {
  const from = base ?? (await forkPoint(root));
  const diff = await git(root, ['diff', '--no-color', '--no-ext-diff', '--no-textconv', '--unified=0', '--no-renames', from, '--']);
  const untracked = await git(root, ['ls-files', '-z', '--others', '--exclude-standard']);
  if (diff === null || untracked === null) return null;
  const changed = parseUnifiedDiff(diff);
  for (const path of untracked.split('\0')) if (path !== '') changed.set(path, 'all');
  return changed;
}

async function forkPoint(root: string): Promise<string> {
  for (const branch of ['origin/HEAD', 'origin/main', 'origin/master']) {
    const base = (await git(root, ['merge-base', 'HEAD', branch]))?.trim();
    if (base) return base;
  }
  return 'HEAD';
}

/** Reads `git diff --unified=0`: the lines of the new side; a pure deletion touches the line before and after it. */
export function parseUnifiedDiff(diff: string): ChangedLines {
  const changed: ChangedLines = new Map();
  let lines: Set<number> | null = null;
  for (const line of diff.split('\n')) {
    if (line.startsWith('+++ ')) {
      const path = line
        .slice(4)
        .replace(/^"?b\//, '')
        .replace(/"$|\t$/, '');
      lines = new Set();
      if (path !== '/dev/null') changed.set(path, lines);
    }
    const hunk = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@/.exec(line);
    if (hunk && lines) {
      const start = Number(hunk[1]);
      const count = hunk[2] === undefined ? 1 : Number(hunk[2]);
      if (count === 0) lines.add(start).add(start + 1);
      for (let i = 0; i < count; i++) lines.add(start + i);
    }
  }
  return changed;
}
