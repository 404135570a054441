import { describe, expect, test } from '@jest/globals';
import type { Draft } from '../../src/core/finding.ts';
import { Source } from '../../src/core/source.ts';
import { coveredBy, type Suppression, suppressionFindings, suppressionsIn } from '../../src/core/suppress.ts';

const read = (text: string) => suppressionsIn(new Source('nginx.conf', text));

const isCovered = (s: Suppression, draft: Draft) => coveredBy([s])(draft).length > 0;

function finding(line: number, check = 'port-mismatch'): Draft {
  const at = { file: 'nginx.conf', start: { line, column: 1 }, end: { line, column: 2 } };
  return { check, severity: 'error', message: '', why: '', location: at, related: [] };
}

describe('suppressions', () => {
  test('a comment above covers the next line of code, past blank lines and other comments', () => {
    const [s] = read('a;\n# nginx-gate: ignore port-mismatch - behind the mesh\n\n# more\nproxy_pass http://a;\n');
    expect(s).toMatchObject({ checks: ['port-mismatch'], reason: 'behind the mesh', lines: [2, 5] });
    expect(isCovered(s!, finding(5))).toBe(true);
    expect(isCovered(s!, finding(6))).toBe(false);
  });

  test('a comment behind code covers that line alone', () => {
    const [s] = read('proxy_pass http://a; # nginx-gate: ignore port-mismatch, unknown-host: known\nproxy_pass http://b;\n');
    expect(s).toMatchObject({ checks: ['port-mismatch', 'unknown-host'], reason: 'known', lines: [1] });
    expect(isCovered(s!, finding(1, 'unknown-host'))).toBe(true);
    expect(isCovered(s!, finding(1, 'syntax'))).toBe(false);
    expect(isCovered(s!, finding(2))).toBe(false);
  });

  test('a related place may carry the comment too', () => {
    const [s] = read('x # nginx-gate: ignore port-mismatch - why\n');
    const draft = finding(9);
    draft.related = [{ label: '', location: finding(1).location }];
    expect(isCovered(s!, draft)).toBe(true);
  });

  test.each([
    ['# nginx-gate: ignore port-mismatch', ['ignore-without-reason']],
    ['# nginx-gate: ignore', ['ignore-without-reason']],
    ['# nginx-gate: ignore port-mismatch - because', []],
  ])('%s', (text, expected) => {
    expect(read(`${text}\nx;`).flatMap((s) => suppressionFindings(s, false).map((f) => f.check))).toEqual(expected);
  });

  test('all comments of one block cover the line below it', () => {
    const found = read('# nginx-gate: ignore syntax - a\n# nginx-gate: ignore unknown-host - b\n\nx;\n# nginx-gate: ignore syntax - c\n');
    expect(found.map(({ lines }) => lines)).toEqual([
      [1, 4],
      [2, 4],
      [5, 7],
    ]);
  });

  test('a long block of comments is walked once', () => {
    const found = read(`${'# nginx-gate: ignore syntax - a\n'.repeat(200_000)}x;`);
    expect(found.at(0)?.lines).toEqual([1, 200_001]);
    expect(found.at(-1)?.lines).toEqual([200_000, 200_001]);
  });

  test('unused is told on demand', () => {
    expect(
      read('# nginx-gate: ignore port-mismatch - because\nx;').flatMap((s) => suppressionFindings(s, true).map((f) => f.check)),
    ).toEqual(['ignore-unused']);
  });
});
