/** What a suggestion says. In this process; test/github/action.test.ts posts them. */
import { describe, expect, test } from '@jest/globals';
import type { Edit, Finding } from '../../src/core/finding.ts';
import { readPatch } from '../../src/github/pull-request.ts';
import { suggestionsFor } from '../../src/github/review.ts';

const file = 'nginx/default.conf';

/** A finding whose fix puts `to` for the first `from` on a line. */
function finding(lines: readonly string[], line: number, from: string, to: string, more: Partial<Finding> = {}): Finding {
  const column = (lines[line - 1] ?? '').indexOf(from) + 1;
  const location = { file, start: { line, column }, end: { line, column: column + from.length } };
  const edits: Edit[] = [{ location, newText: to }];
  return {
    ...{ check: 'port-mismatch', severity: 'error', message: `not ${from}`, why: '', fix: { message: '', edits }, location, related: [] },
    fingerprint: `${line}:${column}`,
    ...more,
  };
}

/** The suggestions for a file that is new in the pull request. */
function suggested(lines: readonly string[], findings: readonly Finding[], shown: readonly string[] = lines) {
  const patch = [`@@ -0,0 +1,${shown.length} @@`, ...shown.map((line) => `+${line}`)].join('\n');
  return suggestionsFor(findings, [readPatch(file, patch, 'added')], (_, line) => lines[line - 1]);
}

function block(body: string | undefined): string | undefined {
  return /`{3,}suggestion\n([\s\S]*)\n`{3,}/.exec(body ?? '')?.[1];
}

describe('fixes of one line', () => {
  const lines = ['location /a { proxy_pass http://a:1; } location /b { proxy_pass http://b:2; }'];

  test('are one suggestion with both messages, as a second would take back the first', () => {
    const made = suggested(lines, [finding(lines, 1, 'a:1', 'a:3'), finding(lines, 1, 'b:2', 'b:4')]);
    expect(made).toHaveLength(1);
    expect(block(made[0]?.body)).toBe('location /a { proxy_pass http://a:3; } location /b { proxy_pass http://b:4; }');
    expect(made[0]?.body).toMatch(/not a:1[\s\S]*not b:2/);
  });

  test('that are the same are made once', () => {
    const twice = [finding(lines, 1, 'a:1', 'a:3'), finding(lines, 1, 'a:1', 'a:3', { check: 'published-port' })];
    expect(suggested(lines, twice).map((one) => block(one.body))).toEqual([
      'location /a { proxy_pass http://a:3; } location /b { proxy_pass http://b:2; }',
    ]);
  });

  test('that contradict each other leave the first', () => {
    const made = suggested(lines, [finding(lines, 1, 'a:1', 'a:3'), finding(lines, 1, 'a:1', 'a:5')]);
    expect(made.map((one) => block(one.body))).toEqual(['location /a { proxy_pass http://a:3; } location /b { proxy_pass http://b:2; }']);
  });
});

test('a line that ends with CR is suggested without it, whether the diff shows it or not', () => {
  const lines = ['proxy_pass http://a:1;\r'];
  const bare = ['proxy_pass http://a:1;'];
  for (const shown of [lines, bare]) {
    const made = suggested(bare, [finding(bare, 1, 'a:1', 'a:3')], shown);
    expect(block(made[0]?.body)).toBe('proxy_pass http://a:3;');
  }
});

test('a fix of several lines names the first and the last', () => {
  const lines = ['server {', '  listen 80;', '  listen 81;', '}'];
  const location = { file, start: { line: 2, column: 3 }, end: { line: 3, column: 13 } };
  const [made] = suggested(lines, [
    finding(lines, 2, 'listen', '', { fix: { message: '', edits: [{ location, newText: 'listen 82;' }] } }),
  ]);
  expect(made).toMatchObject({ first: 2, last: 3 });
  expect(block(made?.body)).toBe('  listen 82;');
});

test('a line with a secret is not repeated in a suggestion, which would outlive its removal', () => {
  const lines = ['proxy_pass http://a:1; proxy_set_header X-Api-Key hunter2;'];
  expect(suggested(lines, [finding(lines, 1, 'a:1', 'a:3')])).toEqual([]);
});
