import { describe, expect, test } from '@jest/globals';
import { Lexer } from '../../src/nginx/lexer.ts';

/** The statements of a text as words and terminator. */
function statements(text: string): string[] {
  const lexer = new Lexer(text);
  const found: string[] = [];
  for (;;) {
    const { words, terminator } = lexer.next();
    if (words.length > 0 || terminator !== 'eof') found.push([...words.map((w) => `<${w.text}>`), terminator].join(''));
    if (terminator === 'eof') return found;
  }
}

function faults(text: string): string[] {
  const lexer = new Lexer(text);
  while (lexer.next().terminator !== 'eof');
  return lexer.faults.map((f) => `${f.start}: ${f.says}`);
}

describe('words', () => {
  test.each([
    ['listen 80;', ['<listen><80>;']],
    ['a\u00a0b\u000bc d\re;', ['<a\u00a0b\u000bc><d><e>;']],
    ['\ufefflisten 80;', ['<\ufefflisten><80>;']],
    ['a #x; {\r still\n b;', ['<a><b>;']],
    ['a b#c;', ['<a><b#c>;']],
    ["a it's;", ["<a><it's>;"]],
    ['a b}c "d";', ['<a><b}c><d>;']],
    ['a \\{2};', ['<a><\\{2}>;']],
    ['a ^/x{b};', ['<a><^/x>{', '<b}>;']],
    ['a ${b}c ${{d};', ['<a><${b}c><${{d}>;']],
    ['a $\\{b;', ['<a><$\\{b>;']],
    ['a b\\;c \\ d;', ['<a><b\\;c><\\ d>;']],
    ['"server" {}', ['<server>{', '}']],
    ['a "" \'\' "x\ny";', ['<a><><><x\ny>;']],
    ['a ("b")c;', ['<a><("b")c>;']],
    ['if ("b" )c{', ['<if><("b"><)c>{']],
    ['if ( "b")c {', ['<if><(><b><)c>{']],
    ['a "\\"\\\'\\\\\\t\\r\\n\\d";', ['<a><"\'\\\t\r\n\\d>;']],
    ['a \\"b\\tc;', ['<a><"b\tc>;']],
  ])('%j', (text, expected) => {
    expect(statements(text)).toEqual(expected);
    expect(faults(text)).toEqual([]);
  });

  test('know their offsets, quotes and blanks told apart', () => {
    const text = '  set $a  "x y" # c\n  z;';
    const { words, at } = new Lexer(text).next();
    expect(words.map((w) => [text.slice(w.start, w.end), w.quoted])).toEqual([
      ['set', false],
      ['$a', false],
      ['"x y"', true],
      ['z', false],
    ]);
    expect(text[at]).toBe(';');
  });

  test('a great many variables in one word', () => {
    const text = `a ${'${a}'.repeat(1000)};`;
    expect(new Lexer(text).next().words).toHaveLength(2);
  });
});

describe('what nginx refuses', () => {
  test.each([
    ['a ^/x{2}$ b;', ['2: unexpected "{"']],
    ['a "b"c;\nd;', ['5: unexpected "c"']],
    ['a "b;\nc "d";\ne;', ['2: unexpected "d"']],
    ["a 'b;\nc;", ['2: unexpected end of file, expecting ";" or "}"']],
    [`a "${'x\n'.repeat(2500)}`, ['2: too long parameter, probably missing terminating """ character']],
    [`a ${'x'.repeat(4096)};`, ['2: too long parameter "xxxxxxxxxx..." started']],
    [`a ${'é'.repeat(2048)};`, ['2: too long parameter "ééééé..." started']],
    [`#${'x'.repeat(4095)}\na;`, ['0: too long parameter "#xxxxxxxxx..." started']],
  ])('%.30j', (text, expected) => expect(faults(text)).toEqual(expected));

  test.each([
    `a ${'x'.repeat(4095)};`,
    `a ${'x'.repeat(4094)} ;`,
    `a "${'x'.repeat(4094)}";`,
    `a "${'x'.repeat(4093)}" ;`,
    `#${'x'.repeat(4094)}\na;`,
    `a;#${'x'.repeat(4095)}`,
  ])('the longest words and comments pass: %.10j', (text) => expect(faults(text)).toEqual([]));

  test.each([`a ${'x'.repeat(4095)} ;`, `a "${'x'.repeat(4094)}" ;`, `a "${'x'.repeat(4095)}";`])('one byte more does not: %.10j', (text) =>
    expect(faults(text)).toHaveLength(1),
  );
});
