import { describe, expect, test } from '@jest/globals';
import { loadNginxConfig } from '../../src/nginx/routes.ts';
import { type Asked, unanswered } from '../../src/smoke/asked.ts';
import { deadCopies, failingCopy } from '../../src/smoke/copies.ts';
import { diagnose } from '../../src/smoke/diagnose.ts';
import { logEntries } from '../../src/smoke/error-log.ts';
import { explainLine } from '../../src/smoke/explain.ts';
import { refusalIn } from '../../src/smoke/loaded-files.ts';
import type { DirectResult, Outcome } from '../../src/smoke/observation.ts';
import { closesOnPurpose, ownReturn } from '../../src/smoke/own-return.ts';
import type { PlannedRequest } from '../../src/smoke/plan.ts';
import type { Endpoint } from '../../src/stack/model.ts';
import { configFiles } from '../support/config-file.ts';
import { observed } from './observed.ts';

/** The first route of a server block, asked, with this status through nginx. */
function askedOf(server: string, status: number | null): Asked {
  const text = `events {}\nhttp { server { server_name a.test; ${server} } }\n`;
  const { routes } = loadNginxConfig(configFiles({ '/etc/nginx/nginx.conf': text }), '/etc/nginx/nginx.conf', { prefix: '/etc/nginx' });
  const request = { route: { route: routes[0], endpoints: [] } } as unknown as PlannedRequest;
  const nginx: Asked['nginx'] = { status, failure: status === null ? 'closed' : null, unmet: null, otherServer: null };
  return { ...unanswered(request, 'http://a.test/'), nginx };
}

describe('a `return` of the configuration', () => {
  test.each([
    ['location / { if ($http_x = "") { return 444; } proxy_pass http://x:1; }', true],
    ['if ($host != a.test) { return 444; } location / { proxy_pass http://x:1; }', true],
    ['location / { if ($http_x = "") { return 403; } proxy_pass http://x:1; }', false],
    ['location / { proxy_pass http://x:1; } location /other/ { return 444; }', false],
  ])('%s: closing is meant: %s', (server, meant) => {
    expect(closesOnPurpose(askedOf(server, null))).toBe(meant);
  });

  test('does not excuse what the log says, nor an answer', () => {
    const server = 'location / { if ($http_x = "") { return 444; } proxy_pass http://x:1; }';
    const log = logEntries(
      '2026/01/02 03:04:05 [error] 7#7: *9 upstream prematurely closed connection while reading upstream, client: ::1',
    );
    expect(closesOnPurpose({ ...askedOf(server, null), log })).toBe(false);
    expect(closesOnPurpose(askedOf(server, 502))).toBe(false);
  });

  test('is named where it gives the error', () => {
    const asked = askedOf('location / { if ($http_x = "") { return 503; } proxy_pass http://x:1; }', 503);
    expect(ownReturn(asked)).toBe('return 503');
    const found = diagnose({ ...observed({ status: 503, direct: ['answered'] }), ownReturn: ownReturn(asked) });
    expect([found?.cause, found?.rests.at(-1)]).toEqual([
      'unexpected-response',
      'the configuration has `return 503` for some requests here',
    ]);
  });
});

describe('a name with several addresses', () => {
  const named = { target: { host: 'api', port: 3000 } } as Endpoint;
  const at = (address: string, outcome: Outcome): DirectResult => ({
    address,
    probe: 'as-nginx',
    outcome,
    status: null,
    seconds: 0,
    result: outcome,
  });

  test('has a dead copy when another one answers', () => {
    const both = [at('10.0.0.2:3000', 'answered'), at('10.0.0.3:3000', 'refused')];
    expect(deadCopies(named, both).map((d) => d.address)).toEqual(['10.0.0.3:3000']);
    expect(failingCopy([], both)).toBe('10.0.0.3');
    const line = '2026/01/02 03:04:05 [error] 7#7: *9 connect() failed (111: Connection refused) while connecting to upstream';
    const log = logEntries(`${line}, client: ::1, server: a, request: "GET / HTTP/1.1", upstream: "http://10.0.0.2:3000/", host: "a"`);
    expect(failingCopy(log, both)).toBe('10.0.0.2');
  });

  test('has none when all are dead, where it is localhost, or in the other family', () => {
    expect(deadCopies(named, [at('10.0.0.2:3000', 'refused'), at('10.0.0.3:3000', 'refused')])).toEqual([]);
    expect(deadCopies(named, [at('10.0.0.2:3000', 'answered'), at('[fd00::2]:3000', 'refused')])).toEqual([]);
    const localhost = { target: { host: 'localhost', port: 3000 } } as Endpoint;
    expect(deadCopies(localhost, [at('127.0.0.1:3000', 'answered'), at('127.0.0.2:3000', 'refused')])).toEqual([]);
    expect(failingCopy([], [at('10.0.0.2:3000', 'refused')])).toBeNull();
  });
});

test('headers too big for nginx are known by their size where its log is silent', () => {
  const answer = (headerBytes: number): DirectResult => ({
    address: '172.20.0.5:3000',
    probe: 'as-nginx',
    outcome: 'answered',
    status: 200,
    seconds: 0,
    result: 'HTTP 200',
    headerBytes,
  });
  expect(diagnose(observed({ status: 502, direct: [answer(9147)] }))?.cause).toBe('header-too-big');
  expect(diagnose(observed({ status: 502, direct: [answer(300)] }))?.cause).toBeNull();
  expect(diagnose(observed({ status: 200, direct: [answer(9147)] }))).toBeNull();
});

test('a failure that nothing can be seen of says where to look from', () => {
  expect(diagnose(observed({ status: 502 }))?.fix).toContain('--vantage docker');
  expect(diagnose(observed({ status: 502, direct: ['answered'] }))?.fix).not.toContain('--vantage docker');
});

test('a syslog server that is away is nobody’s reset', () => {
  const ids = (line: string) => explainLine(line).causes.map((c) => c.id);
  expect(ids('2026/01/02 03:04:05 [error] 10#10: send() failed (111: Connection refused)')).toEqual(['nginx-local']);
  const client = ', client: ::1, server: a.test, request: "GET / HTTP/1.1", upstream: "http://10.0.0.2:3000/", host: "a.test"';
  expect(
    ids(`2026/01/02 03:04:05 [error] 10#10: *4 send() failed (111: Connection refused) while sending request to upstream${client}`),
  ).toContain('connection-reset');
});

test('files that nginx refuses to load are told from files that it printed', () => {
  const refused =
    'nginx: [emerg] unknown directive "bogus" in /etc/nginx/conf.d/a.conf:1\nnginx: configuration file /etc/nginx/nginx.conf test failed';
  expect(refusalIn(refused)).toBe('unknown directive "bogus" in /etc/nginx/conf.d/a.conf:1');
  expect(refusalIn('2026/11/22 21:15:18 [emerg] 126#126: unknown directive "bogus"\n')).toBe('unknown directive "bogus"');
  expect(refusalIn('# configuration file /etc/nginx/nginx.conf:\nnginx: [emerg] in a comment')).toBeNull();
  expect(refusalIn('sh: nginx: not found')).toBeNull();
});
