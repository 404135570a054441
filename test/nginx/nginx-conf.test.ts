/** What stock nginx-conf does wrong, which is why docs/adr/0001-nginx-conf.md gives it a lexer of our own. A test that fails here is good news. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { NginxConfFile } from 'nginx-conf';
import { NginxParser, type NginxParseTreeNode } from 'nginx-conf/dist/src/parser.js';
import { parseConfig } from '../../src/nginx/parser.ts';
import { configFile } from '../support/config-file.ts';

type Outline = [name: string, value: string, ...inner: Outline[]];

function outline(node: NginxParseTreeNode | undefined): Outline[] {
  return (node?.children ?? []).map((child) => [child.name, child.value, ...outline(child)]);
}

/** The tree of stock nginx-conf, or the message that it refuses the text with. */
function stock(text: string): Outline[] | string {
  let answer: Outline[] | string = [];
  try {
    new NginxParser().parse(text, (error, tree) => {
      answer = error === null ? outline(tree) : `refused: ${error.message.slice(0, 15)}`;
    });
  } catch (error) {
    return `threw ${(error as Error).name}`;
  }
  return answer;
}

function ours(text: string): Outline[] | string {
  const { nodes, problems } = parseConfig(configFile(text));
  return problems[0]?.nginxSays ?? nodes.map((n): Outline => [n.name, n.value, ...outline(n)]);
}

describe('stock nginx-conf', () => {
  test.each<[string, Outline[] | string, Outline[] | string]>([
    [
      'listen 80; #note\nautoindex on;',
      [
        ['listen', '80'],
        ['#note', 'autoindex on'],
      ],
      [
        ['listen', '80'],
        ['autoindex', 'on'],
      ],
    ],
    ['server { listen 80 }', [['server', '']], 'unexpected "}"'],
    ['server { listen 80;', [['server', '', ['listen', '80']]], 'unexpected end of file, expecting "}"'],
    ['server { listen 80; } }', [['server', '', ['listen', '80']]], 'unexpected "}"'],
    ['access_by_lua_block { x() }}', [['access_by_lua_block', ' x() ']], 'unexpected "}"'],
    [
      'access_by_lua_block { say("}") } index x;',
      'threw Error',
      [
        ['access_by_lua_block', ''],
        ['index', 'x'],
      ],
    ],
    ["index it's;", 'refused: Unable to parse', [['index', "it's"]]],
    ['index a\\"b;', 'refused: Unable to parse', [['index', 'a"b']]],
    [
      'index x\\;y;',
      [
        ['index', 'x\\'],
        ['y', ''],
      ],
      [['index', 'x\\;y']],
    ],
    ['index a}b;', 'threw Error', [['index', 'a}b']]],
  ])('%j', (text, wrong, right) => {
    const answer = stock(text);
    expect(typeof answer === 'string' ? answer.slice(0, String(wrong).length) : answer).toEqual(wrong);
    expect(ours(text)).toEqual(right);
  });

  test('overflows on many variables in one word', () => {
    const text = `index ${'${a}'.repeat(20_000)};`;
    expect(stock(text)).toBe('threw RangeError');
    expect(ours(text)).toMatch(/^too long parameter/);
  });

  test('never comes back from eight bytes', () => {
    const script = "require('nginx-conf').NginxConfFile.createFromSource('# note\\r', () => {})";
    const child = spawnSync(process.execPath, ['--max-old-space-size=64', '-e', script], {
      cwd: join(import.meta.dirname, '../..'),
      timeout: 3000,
    });
    expect(child.status).not.toBe(0);
    expect(ours('# note\r')).toEqual([]);
  });

  test('writes directives in another order than it read them', () => {
    let written = '';
    NginxConfFile.createFromSource('set $a 1; if ($b) { } set $c 2;', (error, file) => {
      expect(error).toBeNull();
      written = file?.toString() ?? '';
    });
    expect(written.replace(/\s+/g, ' ').trim()).toBe('set $a 1; set $c 2; if ($b) { }');
  });
});
