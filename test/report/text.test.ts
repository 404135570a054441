import { describe, expect, test } from '@jest/globals';
import type { Finding } from '../../src/core/finding.ts';
import type { Report } from '../../src/core/report.ts';
import { annotationsOf } from '../../src/report/annotations.ts';
import { renderJunit } from '../../src/report/junit.ts';
import { changedLine, markdown } from '../../src/report/markdown.ts';
import { code, fenced, prose } from '../../src/report/markdown-text.ts';
import { mermaid } from '../../src/report/mermaid.ts';
import { starred } from '../../src/report/secrets.ts';
import { renderTerminal } from '../../src/report/terminal.ts';
import { columnsOf, visible } from '../../src/report/visible.ts';
import { command } from '../../src/report/workflow-commands.ts';
import { broken, findings, lineOf, routeTo } from './sample.ts';

const first = findings[0] as Finding;
const firstStack = broken.stacks[0] as Report['stacks'][number];

/** The broken report with its first finding changed. */
function withFinding(change: Partial<Finding>): Report {
  return { ...broken, findings: [{ ...first, ...change }] };
}

describe('text that nobody sees is shown by its number', () => {
  test.each([
    ['\x1b[31mred', '\\u{1b}[31mred'],
    ['a\u202eb', 'a\\u{202e}b'],
    ['a\u200bb\ufeff', 'a\\u{200b}b\\u{feff}'],
    ['\u{e0041}', '\\u{e0041}'],
    ['\ud800', '\\u{d800}'],
    ['tab\tand\nline', 'tab and line'],
    ['漢字 ünï 🎉', '漢字 ünï 🎉'],
  ])('%j', (text, shown) => {
    expect(visible(text)).toBe(shown);
  });

  test('in every format but JSON', () => {
    const report = withFinding({ message: 'x\u202ey\x1b]0;z\x07' });
    for (const text of [renderTerminal(report, { lineOf }), markdown(report, { lineOf }), renderJunit(report, { lineOf })]) {
      expect(text.replaceAll('\\', '')).toMatch(/u\{202e\}/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: their absence is what is tested.
      expect(text).not.toMatch(/[\u202e\x1b\x07]/);
    }
  });
});

describe('secrets beside a fault are starred, and columns hold', () => {
  test.each([
    ['.env', 'DB_NAME=shop', 'DB_NAME=****'],
    ['deploy/.env.production', 'export KEY="a b"', 'export KEY=*****'],
    ['.env', 'API_PORT=3001', 'API_PORT=3001'],
    ['compose.yaml', '      POSTGRES_PASSWORD: hunter2', '      POSTGRES_PASSWORD: *******'],
    ['compose.yaml', '      - API_KEY=abc', '      - API_KEY=***'],
    ['compose.yaml', '      PASSWORD: ${PASSWORD}', '      PASSWORD: ${PASSWORD}'],
    ['compose.yaml', '      DATABASE_URL: postgres://me:hunter2@db/x', '      DATABASE_URL: postgres://me:*******@db/x'],
    ['nginx.conf', '    proxy_set_header Authorization "Basic c2VjcmV0";', '    proxy_set_header Authorization "Basic ********";'],
    ['nginx.conf', '    proxy_pass http://api:3001;', '    proxy_pass http://api:3001;'],
    ['nginx.conf', 'proxy_pass http://api:3000/?access_token=abc&x=1;', 'proxy_pass http://api:3000/?access_token=***&x=1;'],
    ['nginx.conf', 'proxy_set_header X-Api-Key "abc";', 'proxy_set_header X-Api-Key "***";'],
    ['nginx.conf', 'proxy_set_header X-Auth-Token $http_x;', 'proxy_set_header X-Auth-Token $http_x;'],
    ['nginx.conf', 'location /token/ { proxy_pass http://api:80/@x; }', 'location /token/ { proxy_pass http://api:80/@x; }'],
    ['nginx.conf', 'fastcgi_param DB_PASSWORD abc;', 'fastcgi_param DB_PASSWORD ***;'],
    ['compose.yaml', 'DB: postgres://u:p@ss/x@db:5432/x', 'DB: postgres://u:******@db:5432/x'],
    ['compose.yaml', 'url: https://ghp_0123456789abcdef@host/x', 'url: https://********************@host/x'],
    ['compose.yaml', 'command: node a.js --port 3000 --db-password abc', 'command: node a.js --port 3000 --db-password ***'],
    ['compose.yaml', 'command: redis-server --requirepass abc', 'command: redis-server --requirepass ***'],
    ['compose.yaml', 'environment: { DB_PASSWORD: abc, PORT: 3000 }', 'environment: { DB_PASSWORD: ***, PORT: 3000 }'],
    ['compose.yaml', 'environment: ["DB_PASSWORD=abc", "PORT=3000"]', 'environment: ["DB_PASSWORD=***", "PORT=3000"]'],
    ['compose.yaml', '      DB_PASSWORD: ${PW:-abc}', '      DB_PASSWORD: ${PW:-***}'],
  ])('%s: %s', (file, line, shown) => {
    expect(starred(file, line)).toBe(shown);
  });

  test('in frames and excerpts', () => {
    const report = withFinding({
      related: [{ location: { file: '.env', start: { line: 2, column: 1 }, end: { line: 2, column: 5 } }, label: 'here' }],
    });
    const lines = ['A=hunter1', 'PORT=3001', 'B=hunter2'];
    const reader = (_: string, line: number) => lines[line - 1];
    for (const text of [renderTerminal(report, { lineOf: reader }), markdown(report, { lineOf: reader })]) {
      expect(text).toContain('PORT=3001');
      expect(text).not.toContain('hunter');
    }
  });
});

describe('the frame of the terminal', () => {
  const frame = (line: string, start: number, end: number, width = 100) =>
    renderTerminal(
      withFinding({
        location: { file: 'f', start: { line: 3, column: start }, end: { line: 3, column: end } },
        related: [],
      }),
      { lineOf: () => line, width },
    )
      .split('\n')
      .slice(2, 4);

  test('underlines exactly the span, tabs as four blanks', () => {
    expect(frame('\tproxy_pass http://api;', 13, 23)).toEqual(['  3 |     proxy_pass http://api;', '    |                ^^^^^^^^^^']);
  });

  test('counts wide characters twice', () => {
    const [code = '', mark = ''] = frame('漢字 api', 4, 7);
    expect(columnsOf(code.slice(0, code.indexOf('api')))).toBe(mark.indexOf('^'));
  });

  test('cuts a long line around the span', () => {
    const [code = '', mark = ''] = frame(`${'a'.repeat(500)}HERE${'b'.repeat(500)}`, 501, 505);
    expect(code.length).toBeLessThanOrEqual(100);
    expect(code.slice(mark.indexOf('^'), mark.lastIndexOf('^') + 1)).toBe('HERE');
  });

  test.each([
    ['wide characters', `${'漢'.repeat(200)}HERE${'字'.repeat(200)}`],
    ['emoji', `${'🎉'.repeat(300)}HERE${'🎉'.repeat(300)}`],
    ['combining marks', `${'e\u0301'.repeat(300)}HERE${'e\u0301'.repeat(300)}`],
    ['a line of 200,000', `${'a'.repeat(100_000)}HERE${'b'.repeat(100_000)}`],
    ['a line that ends behind it', `${'a'.repeat(500)}HERE`],
    ['a line that begins with it', `HERE${'b'.repeat(500)}`],
    ['60 wide characters, which 80 columns do not hold', `${'漢'.repeat(50)}HERE`],
  ])('keeps within the columns of the terminal, and under the span: %s', (_, line) => {
    for (const width of [40, 80, 120]) {
      const at = line.indexOf('HERE') + 1;
      const [code = '', mark = ''] = frame(line, at, at + 4, width);
      expect(columnsOf(code)).toBeLessThanOrEqual(width);
      expect(code).toContain('HERE');
      expect(columnsOf(code.slice(0, code.indexOf('HERE')))).toBe(mark.indexOf('^'));
      expect(mark).toMatch(/\^{4}$/);
      expect(code).not.toMatch(/\p{Cs}/u);
    }
  });

  test('marks an empty span, and one beyond the end of the line', () => {
    expect(frame('abc', 2, 2)[1]).toBe('    |  ^');
    expect(frame('abc', 50, 60)[1]).toBe('    |    ^');
  });
});

describe('an excerpt', () => {
  const excerpt = (line: string, start: number, end: number) => {
    const location = { file: 'f', start: { line: 3, column: start }, end: { line: 3, column: end } };
    return markdown(withFinding({ location, related: [], fix: { message: '' } }), { lineOf: (_, at) => (at === 3 ? line : undefined) });
  };

  test('underlines the span', () => {
    expect(excerpt('\tproxy_pass http://漢:1;', 13, 23)).toContain('3 >     proxy_pass http://漢:1;\n                   ^^^^^^^^^^^\n');
  });

  test('of a long line is cut around the span', () => {
    expect(excerpt(`${'a '.repeat(5000)}HERE${' b'.repeat(5000)}`, 10_001, 10_005)).toMatch(/…[a ]+HERE[ b]+…\n +\^{4}\n/);
  });

  test('stands for the change of a line that is too long to be shown whole', () => {
    const line = `${'a '.repeat(5000)}HERE${' b'.repeat(5000)}`;
    const location = { file: 'f', start: { line: 3, column: 10_001 }, end: { line: 3, column: 10_005 } };
    const fix = { message: 'Write THERE.', edits: [{ location, newText: 'THERE' }] };
    const text = markdown(withFinding({ location, related: [], fix }), { lineOf: (_, at) => (at === 3 ? line : undefined) });
    expect(text).toMatch(/…[a ]+HERE[ b]+…\n +\^{4}\n/);
    expect(text).not.toContain('```diff');
  });

  test('of a change in another file says which', () => {
    const location = { file: 'g.yaml', start: { line: 3, column: 1 }, end: { line: 3, column: 5 } };
    const fix = { message: 'Write THERE.', edits: [{ location, newText: 'THERE' }] };
    const text = markdown(withFinding({ fix }), { lineOf: (_, at) => (at === 3 ? 'HERE' : undefined) });
    expect(text).toContain('`g.yaml:3` becomes\n\n```diff\n- HERE\n+ THERE\n```');
  });

  test('underlines nothing where the span is the whole line', () => {
    expect(excerpt('  HERE', 3, 7)).not.toContain('^');
  });
});

describe('Markdown', () => {
  test('prose is markup for nobody', () => {
    expect(prose('@octo/team #12 <b> `c` [x](y) *z* $a$ www.evil.example http://evil.example')).toBe(
      '\\@\u200bocto/team \\#\u200b12 \\<b\\> \\`c\\` \\[x\\](y) \\*z\\* <span>$</span>a<span>$</span> www\\.evil.example http\\://evil.example',
    );
  });

  test('code keeps its backticks inside', () => {
    expect(code('a`b')).toBe('``a`b``');
    expect(code('`')).toBe('`` ` ``');
    expect(fenced('nginx', ['```', 'x'])).toBe('````nginx\n```\nx\n````');
  });

  test('never exceeds its limit', () => {
    const many = { ...broken, findings: Array.from({ length: 400 }, () => ({ ...first, message: 'ü'.repeat(3000) })) };
    for (const limit of [5000, 65_000])
      expect(Buffer.byteLength(markdown(many, { lineOf, limit, picture: true }))).toBeLessThanOrEqual(limit);
  });

  test('edits of one line are put in from the back', () => {
    const at = (start: number, end: number) => ({ file: 'f', start: { line: 1, column: start }, end: { line: 1, column: end } });
    const finding = {
      ...first,
      fix: {
        message: '',
        edits: [
          { location: at(1, 2), newText: 'XX' },
          { location: at(3, 4), newText: '' },
        ],
      },
    };
    expect(changedLine(finding, () => 'abcd')).toMatchObject({ before: ['abcd'], after: ['XXbd'] });
  });

  test('edits in two files are no suggestion', () => {
    const edits = ['f', 'g'].map((file) => ({ location: { ...first.location, file }, newText: '' }));
    expect(changedLine({ ...first, fix: { message: '', edits } }, () => 'abcd')).toBeNull();
  });
});

describe('the picture', () => {
  const stackOf = (routes: typeof firstStack.routes) => ({ ...firstStack, routes });

  test('has user text between quotes only, as character codes', () => {
    const picture = mermaid(stackOf([routeTo(1, '"]; click n1 call x %%{init: {}}%%', 'h"<b>', 80, 'port-mismatch')]));
    const outside = picture.replace(/"[^"\n]*"/g, '');
    expect(outside).not.toMatch(/click|init|<b>/);
    expect(picture).not.toMatch(/%%|<b>/);
  });

  test('of 200 routes is small, and has every wrong one in full', () => {
    const routes = Array.from({ length: 200 }, (_, at) =>
      routeTo(at + 1, `/part-${at}/`, `svc${at % 7}`, 3000, at % 60 === 0 ? 'port-mismatch' : null),
    );
    const picture = mermaid(stackOf(routes));
    expect(picture.match(/port-mismatch/g)).toHaveLength(4);
    for (const at of [0, 60, 120, 180]) expect(picture).toContain(`/part-${at}/`);
    expect(picture.split('\n').length).toBeLessThan(80);
  });

  test('of 2,000 wrong routes stays below what Mermaid takes, and counts the rest', () => {
    const routes = Array.from({ length: 2000 }, (_, at) => routeTo(at + 1, `/${'{'.repeat(60)}${at}`, `h${at}`, 3000, 'unknown-host'));
    const picture = mermaid(stackOf(routes));
    expect(picture.length).toBeLessThan(50_000);
    expect(picture.match(/-->|-\.->/g)?.length).toBeLessThan(500);
    expect(picture).toMatch(/and \d+ more routes/);
  });
});

describe('annotations', () => {
  test('are cut at 4,096 characters', () => {
    const [only] = annotationsOf(withFinding({ message: `x${'🎉'.repeat(5000)}` })).shown;
    expect(only?.message).toHaveLength(4096);
  });

  test('have columns only within one line', () => {
    const { location } = first;
    const [only] = annotationsOf(withFinding({ location: { ...location, end: { line: 9, column: 3 } } })).shown;
    expect(only).not.toHaveProperty('startColumn');
  });

  test('are escaped as the runner reads them', () => {
    const annotation = {
      severity: 'error' as const,
      file: 'a,b:c%.conf',
      startLine: 1,
      endLine: 1,
      title: 'x',
      message: '100%\r\n::error::y',
    };
    expect(command(annotation)).toBe('::error file=a%2Cb%3Ac%25.conf,line=1,endLine=1,title=x::100%25%0D%0A::error::y');
  });
});
