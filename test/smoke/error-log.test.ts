import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { causes } from '../../src/smoke/causes.ts';
import { rows } from '../../src/smoke/diagnose.ts';
import { logEntries, parseEntry, upstreamAddress } from '../../src/smoke/error-log.ts';
import { explainLine } from '../../src/smoke/explain.ts';

const line =
  '2026/01/02 03:04:05 [error] 7#8: *9 connect() failed (111: Connection refused) while connecting to upstream, client: ::1, server: shop.test, request: "GET /a?b=1 HTTP/1.1", upstream: "http://[2001:db8::1]:3000/a", host: "shop.test:8080"';

describe('an entry', () => {
  test('is taken apart into its fields', () => {
    expect(parseEntry(line)).toMatchObject({
      time: '2026/01/02 03:04:05',
      level: 'error',
      connection: 9,
      message: 'connect() failed (111: Connection refused)',
      errno: 111,
      phase: 'connecting to upstream',
      client: '::1',
      server: 'shop.test',
      request: 'GET /a?b=1 HTTP/1.1',
      upstream: 'http://[2001:db8::1]:3000/a',
      host: 'shop.test:8080',
    });
  });

  test('keeps an empty server, a subrequest, and the listen address of a stream', () => {
    const entry = parseEntry(line.replace('shop.test, request', ', request').replace(', upstream', ', subrequest: "/auth", upstream'));
    expect(entry).toMatchObject({ server: '', subrequest: '/auth', upstream: 'http://[2001:db8::1]:3000/a' });
    const stream = parseEntry(
      '2026/01/02 03:04:05 [error] 7#7: *1 connect() failed (111: x) while connecting to upstream, client: 10.0.0.1, server: 0.0.0.0:90, upstream: "10.0.0.2:91", bytes from/to client:0/0, bytes from/to upstream:0/0',
    );
    expect(stream).toMatchObject({ request: null, server: '0.0.0.0:90', upstream: '10.0.0.2:91' });
  });

  test('is not fooled by what the client wrote', () => {
    const forged = line.replace('GET /a?b=1 HTTP/1.1', 'GET /x", upstream: "http://evil:1/", host: "evil HTTP/1.1');
    expect(parseEntry(`${forged}, referrer: "https://x/", upstream: "http://evil:2/"`)).toMatchObject({
      upstream: 'http://[2001:db8::1]:3000/a',
      host: 'shop.test:8080',
    });
    const script =
      '2026/01/02 03:04:05 [error] 7#7: *1 FastCGI sent in stderr: "PHP message: , client: evil, upstream: "no"" while reading response header from upstream, client: 10.0.0.1, server: a, request: "GET / HTTP/1.1", upstream: "fastcgi://10.0.0.2:9000", host: "a"';
    expect(parseEntry(script)).toMatchObject({ client: '10.0.0.1', upstream: 'fastcgi://10.0.0.2:9000', errno: null });
  });

  test('may be cut anywhere', () => {
    for (let length = 0; length < line.length; length += 1) {
      const entry = parseEntry(line.slice(0, length));
      expect(line.slice(0, length)).toContain(entry.message);
    }
    expect(parseEntry(line.slice(0, 110)).phase).toBe('connecting to upstream');
  });

  test('takes no time that grows with what a stranger writes', () => {
    const hostile = `${line}${', request: "'.repeat(200_000)}${'(1: '.repeat(100_000)}`;
    expect(parseEntry(hostile).errno).toBe(111);
    expect(explainLine(`FastCGI sent in stderr: "${'PHP '.repeat(500_000)}`).causes.map((c) => c.id)).toEqual(['app-error']);
  });
});

test('entries of several physical lines are joined, others are told apart', () => {
  const text = `172.17.0.1 - - "GET / HTTP/1.1" 200\n2026/01/02 03:04:05 [error] 7#7: *1 FastCGI sent in stderr: "PHP message: one\nPHP message: two" while reading upstream, client: 1.1.1.1, server: a, request: "GET / HTTP/1.1"\n172.17.0.1 - - "GET / HTTP/1.1" 200\n${line}\n`;
  const entries = logEntries(text);
  expect(entries.map((e) => e.client)).toEqual(['1.1.1.1', '::1']);
  expect(entries[0]?.message).toContain('two');
});

test.each([
  ['http://172.18.0.3:3000/x', { scheme: 'http', host: '172.18.0.3', port: 3000, socket: null }],
  ['fastcgi://unix:/run/php.sock:', { scheme: 'fastcgi', host: null, port: null, socket: '/run/php.sock' }],
  ['http://backend/', { scheme: 'http', host: 'backend', port: null, socket: null }],
  ['10.0.0.2:91', { scheme: null, host: '10.0.0.2', port: 91, socket: null }],
])('the upstream %s is an address', (text, address) => {
  expect(upstreamAddress(text)).toEqual(address);
});

describe('explain', () => {
  test('says what nginx -t means, with file and line', () => {
    const found = explainLine('nginx: [emerg] host not found in upstream "api:3000" in /etc/nginx/conf.d/app.conf:7');
    expect(found).toMatchObject({ kind: 'nginx-t', fields: { level: 'emerg', file: '/etc/nginx/conf.d/app.conf', line: 7 } });
    expect(found.causes.map((c) => c.id)).toEqual(['unknown-host']);
  });

  test('names no cause for a line that nobody knows', () => {
    expect(explainLine('the quick brown fox')).toMatchObject({ kind: 'log', causes: [] });
  });

  test('puts the most likely cause of a bare refusal first, and tells the others apart', () => {
    const { causes: found } = explainLine('connect() failed (111: Connection refused) while connecting to upstream');
    expect(found[0]?.id).toBe('app-not-running');
    expect(found.map((c) => c.id)).toEqual(expect.arrayContaining(['wrong-port', 'app-binds-loopback', 'address-family', 'stale-address']));
    expect(found.every((c) => c.tellApart.length > 20)).toBe(true);
  });
});

test('every cause has a row in the table and a section in docs/causes.md', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/causes.md'), 'utf8');
  const without = Object.entries(causes).filter(
    ([id, cause]) => !page.includes(`\n## ${id}\n\n${cause.why}\n\n- Fix: ${cause.fix}\n`) || !rows.some((row) => row.cause === id),
  );
  expect(without.map(([id]) => id)).toEqual([]);
});

test('a line that an application forges in its standard error stays the application’s', () => {
  const forged =
    '2026/11/22 20:00:00 [error] 1#1: *1 connect() failed (111: Connection refused) while connecting to upstream, client: 1.1.1.1';
  const text = `2026/11/22 19:00:00 [error] 7#7: *3 FastCGI sent in stderr: "PHP message: x\n${forged}\n" while reading response header from upstream, client: 10.0.0.1, server: a\n${forged}`;
  expect(logEntries(text).map((e) => e.client)).toEqual(['10.0.0.1', '1.1.1.1']);
});
