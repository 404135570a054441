import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { changesSince, parseUnifiedDiff } from '../src/git.ts';

test('the lines of the new side are touched; a deletion touches its neighbours', () => {
  const diff = [
    '--- a/a.conf',
    '+++ b/a.conf',
    '@@ -1 +1,2 @@',
    '-x',
    '+y',
    '+z',
    '@@ -9,2 +10,0 @@',
    '-a',
    '-b',
    '--- a/gone',
    '+++ /dev/null',
    '@@ -1 +0,0 @@',
    '-x',
  ].join('\n');
  const changed = parseUnifiedDiff(diff);
  expect(changed.get('a.conf')).toEqual({ touched: new Set([1, 2, 10, 11]), lostLines: true });
  expect([...changed.keys()]).toEqual(['a.conf']);
});

test('paths that git quotes are read back, and lines that look like headers are none', () => {
  const diff = [
    '+++ "b/we \\"ird\\t\\303\\251/a.conf"',
    '@@ -1 +1,2 @@',
    '-x',
    '+++ b/no-header',
    '+z',
    '+++ b/b.conf',
    '@@ -0,0 +3 @@',
    '+y',
  ].join('\n');
  const changed = parseUnifiedDiff(diff);
  expect([...changed]).toEqual([
    ['we "ird\té/a.conf', { touched: new Set([1, 2]), lostLines: false }],
    ['b.conf', { touched: new Set([3]), lostLines: false }],
  ]);
});

test('before the first commit everything is new; the prefixes that a user set change nothing; a shallow clone that ends too early is told', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-git-'));
  const git = (...args: string[]) =>
    execFileSync('git', ['-C', folder, '-c', 'user.name=a', '-c', 'user.email=a@b.example', ...args], {
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  try {
    git('init', '-q', '-b', 'work');
    writeFileSync(join(folder, 'a "b".conf'), 'x\n');
    git('add', '.');
    expect([...((await changesSince(folder)) ?? [])]).toEqual([['a "b".conf', { touched: new Set([1]), lostLines: false }]]);
    git('commit', '-qm', 'a');
    git('config', 'diff.mnemonicPrefix', 'true');
    writeFileSync(join(folder, 'a "b".conf'), 'x\ny\n');
    expect([...((await changesSince(folder)) ?? [])]).toEqual([['a "b".conf', { touched: new Set([2]), lostLines: false }]]);
    git('commit', '-qam', 'b');
    const shallow = join(folder, 'shallow');
    git('clone', '-q', '--depth', '1', `file://${folder}`, shallow);
    execFileSync('git', ['-C', shallow, 'remote', 'remove', 'origin']);
    expect(await changesSince(shallow)).toBeNull();
  } finally {
    rmSync(folder, { recursive: true });
  }
});
