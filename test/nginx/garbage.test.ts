import { describe, expect, test } from '@jest/globals';
import { type ConfigNode, parseConfig } from '../../src/nginx/parser.ts';
import { loadNginxConfig } from '../../src/nginx/routes.ts';
import { configFile, configFiles } from '../support/config-file.ts';
import { seeded } from '../support/mutations.ts';

const main = '/etc/nginx/nginx.conf';
const load = (text: string) => loadNginxConfig(configFiles({ [main]: text }), main, { prefix: '/etc/nginx' });

/** Pieces that lexers trip over, mixed with words of nginx. */
const pieces = [
  '{',
  '}',
  ';',
  '"',
  "'",
  '\\',
  '$',
  '${',
  '#',
  '\n',
  '\r',
  '\t',
  ' ',
  ')',
  '(',
  '[[',
  ']]',
  '--',
  '=',
  '~',
  '\0',
  '\ufeff',
  '\u00a0',
  '😀',
  '\ud800',
  'http',
  'server',
  'location /',
  'upstream a',
  'events',
  'map $a $b',
  'set $a',
  'include *;',
  'include nginx.conf;',
  'listen 80',
  'proxy_pass http://$a',
  'content_by_lua_block',
  'if ($a)',
  'types',
  'geo $a',
  'split_clients $a $b',
  'x{2}',
  '127.0.0.1:80',
  'stream',
  'default',
  'return 200',
];

/** Whether every bare name stands where its node says, and every node ends behind its words and in the text. */
function spansHold(text: string, directives: readonly ConfigNode[]): boolean {
  const pending = [...directives];
  for (let node = pending.pop(); node !== undefined; node = pending.pop()) {
    const { name, word, end } = node;
    const raw = text.slice(word.start, word.end);
    if ((!word.quoted && !raw.includes('\\') && raw !== name) || end < word.end || end > text.length) return false;
    pending.push(...(node.block ?? []));
  }
  return true;
}

describe('whatever the bytes are', () => {
  test('nothing throws, and every span lies in the text', () => {
    const random = seeded(7);
    const wrong: string[] = [];
    for (let round = 0; round < 2000; round++) {
      const length = Math.floor(random() * 60);
      const text = Array.from({ length }, () => pieces[Math.floor(random() * pieces.length)]).join(random() < 0.5 ? ' ' : '');
      const { problems, directives } = load(text);
      if (!problems.every(({ start, end }) => start >= 0 && start <= end && end <= text.length) || !spansHold(text, directives))
        wrong.push(text);
    }
    expect(wrong).toEqual([]);
  });

  test('random bytes, read as text', () => {
    const random = seeded(8);
    for (let round = 0; round < 300; round++) {
      const bytes = Buffer.from(Array.from({ length: 400 }, () => Math.floor(random() * 256)));
      expect(load(bytes.toString('utf8')).problems.length).toBeLessThanOrEqual(50);
    }
  });

  test.each([
    ['braces without end', '{'.repeat(200_000)],
    ['blocks without end', 'server {'.repeat(50_000)],
    ['one brace too many, often', '}'.repeat(100_000)],
    ['an open quote', `a "${'x '.repeat(300_000)}`],
    ['dollars', `a ${'$'.repeat(300_000)};`],
    ['backslashes', `a ${'\\'.repeat(300_000)};`],
    ['long brackets', `x_by_lua_block { ${'[='.repeat(20_000)}`],
    ['words without end', 'a '.repeat(300_000)],
    ['known words without a semicolon', 'listen\n'.repeat(20_000)],
    ['blocks whose opening braces are missing', 'server\n'.repeat(20_000)],
    ['stars in a pattern', `include ${'*a'.repeat(2000)};`],
  ])('%s come to an end', (_, text) => {
    expect(parseConfig(configFile(text)).problems.length).toBeGreaterThanOrEqual(0);
    expect(load(text).problems.length).toBeLessThanOrEqual(50);
  });
});
