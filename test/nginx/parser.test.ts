import { describe, expect, test } from '@jest/globals';
import { NginxParser, NginxParseTreeNode } from 'nginx-conf/dist/src/parser.js';
import { type ConfigNode, LocatedParser, parseConfig } from '../../src/nginx/parser.ts';
import { configFile } from '../support/config-file.ts';

function outline(nodes: ConfigNode[] | null): unknown[] {
  return (nodes ?? []).map((n) => (n.block ? [n.name, outline(n.block)] : n.data ? [n.name, outline(n.data)] : n.name));
}

function told(text: string): string[] {
  const file = configFile(text);
  return parseConfig(file).problems.map((p) => {
    const at = file.locate(p.start, p.end);
    return `${at?.start.line}:${at?.start.column} ${p.nginxSays}`;
  });
}

describe('the tree', () => {
  test("is nginx-conf's own, with spans", () => {
    const text = 'http {\n  server { listen 80; }\n}\n';
    const file = configFile(text);
    const parser = new LocatedParser(file);
    expect(parser).toBeInstanceOf(NginxParser);
    let root: ConfigNode | undefined;
    parser.parse(text, (error, tree) => {
      expect(error).toBeNull();
      root = tree;
    });
    expect(root).toBeInstanceOf(NginxParseTreeNode);
    const server = root?.block?.[0]?.block?.[0] as ConfigNode;
    expect([server.name, server.isBlock, server.parent?.name]).toEqual(['server', true, 'http']);
    expect(text.slice(server.word.start, server.end)).toBe('server { listen 80; }');
    expect(server.at).toEqual({ file: 'etc/nginx/nginx.conf', start: { line: 2, column: 3 }, end: { line: 2, column: 9 } });
    expect(server.block?.[0]?.args[0]).toEqual({ text: '80', start: 25, end: 27, quoted: false });
  });

  test('data blocks hold lines, Lua blocks hold nothing', () => {
    const { nodes, problems } = parseConfig(
      configFile('map $a $b { default x; ~^y z; }\ncontent_by_lua_block { local a = "}" --[[ } ]] if x then { } end -- }\n }\nuser x;'),
    );
    expect(problems).toEqual([]);
    expect(outline(nodes)).toEqual([['map', ['default', '~^y']], 'content_by_lua_block', 'user']);
    expect(nodes.map((n) => [n.isBlock, n.isVerbatim])).toEqual([
      [true, false],
      [false, true],
      [false, false],
    ]);
  });

  test('100,000 levels deep', () => {
    const { nodes, problems } = parseConfig(configFile(`${'a{'.repeat(100_000)}${'}'.repeat(100_000)}`));
    expect([nodes.length, problems.length]).toEqual([1, 0]);
  });
});

describe('one slip is one finding', () => {
  test.each([
    ['a { b }\nc;', ['1:5 unexpected "}"']],
    ['a { b; } }\nc;', ['1:10 unexpected "}"']],
    ['a {\n b {\n c;\n}\n', ['2:2 unexpected end of file, expecting "}"']],
    ['a;\nb c', ['2:1 unexpected end of file, expecting ";" or "}"']],
    ['a;; b;', ['1:3 unexpected ";"']],
    ['{ a; } b;', ['1:1 unexpected "{"']],
    ['map $a $b { ~^x{2}$ 1; default 2; }\nc;', ['1:13 unexpected "{"']],
    ['location ~ ^/[0-9]{4}$ {\n a;\n}', ['1:12 unexpected "{"']],
    ['x_by_lua_block { [[ }\nb;', ['1:1 unexpected end of file, expecting "}"']],
  ])('%j', (text, expected) => expect(told(text)).toEqual(expected));
});
