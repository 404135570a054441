import { expect, test } from '@jest/globals';
import { parseUnifiedDiff } from '../src/git.ts';

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
  expect([...(changed.get('a.conf') as Set<number>)]).toEqual([1, 2, 10, 11]);
  expect([...changed.keys()]).toEqual(['a.conf']);
});
