/** Which server and location answer, at the edges of what a hostile file may ask of the matching. */
import { describe, expect, test } from '@jest/globals';
import { locationArgument, locationFor, serverFor } from '../../src/nginx/match.ts';
import type { ServerBlock } from '../../src/nginx/model.ts';
import { loadNginxConfig } from '../../src/nginx/routes.ts';
import { configFiles } from '../support/config-file.ts';

const main = '/etc/nginx/nginx.conf';
const config = (http: string) =>
  loadNginxConfig(configFiles({ [main]: `events {}\nhttp {\n${http}\n}\n` }), main, { prefix: '/etc/nginx' });
const server = (body: string) => config(`server {\n${body}\n}`).servers[0] as ServerBlock;
const location = (body: string, path: string): string | null => {
  const found = locationFor(server(body), path);
  return found ? Object.values(locationArgument(found)).join(' ').trim() : null;
};

describe('the location', () => {
  test.each([
    ['location / {} location = /a {} location /a {}', '/a', '= /a'],
    ['location / {} location /a {} location /a/b {} location /a/bc {}', '/a/b', '/a/b'],
    ['location / {} location /a {} location /a/b {} location /a/bc {}', '/a/c', '/a'],
    ['location /a {} location ~ ^/a {} location ~ ^/a/b {}', '/a/b', '~ ^/a'],
    ['location ^~ /a {} location ~ ^/a {}', '/a/b', '^~ /a'],
    ['location ~* \\.PHP$ {} location / {}', '/x.php', '~* \\.PHP$'],
    ['location /a { location ~ b$ {} } location ~ ^/a {}', '/a/b', '~ b$'],
    ['location /a { location /a/b {} } location ~ ^/a {}', '/a/b', '~ ^/a'],
    ['location /a {}', '/b', null],
    // JavaScript has no possessive quantifiers.
    ['location ~ ^/a++$ {} location / {}', '/aa', '/'],
  ])('%s: %s', (body, path, wanted) => {
    expect(location(body, path)).toBe(wanted);
  });

  test('locations that nest for ever', () => {
    expect(location('location / { '.repeat(20_000) + '}'.repeat(20_000), '/')).toBe('/');
    expect(location('location ~ / { '.repeat(20_000) + '}'.repeat(20_000), '/')).toBe('~ /');
  });
});

describe('the server', () => {
  const block = (name: string, listen = '80') => `server { listen ${listen}; server_name ${name}; }`;
  const named = (http: string, host: string, port = 80) => serverFor(config(http), { host, port })?.names[0] ?? null;

  test.each([
    [['a.test', 'b.test'], 'B.test.', 'b.test'],
    [['a.test', '*.test', '*.b.test'], 'x.b.test', '*.b.test'],
    [['a.test', '.b.test'], 'b.test', '.b.test'],
    [['a.test', '.b.test'], 'x.b.test', '.b.test'],
    [['a.test', '*.b.test'], 'b.test', 'a.test'],
    [['a.test', 'www.*', 'www.b.*'], 'www.b.test', 'www.b.*'],
    [['a.test', 'www.*', '*.test'], 'www.b.test', '*.test'],
    [['a.test', 'www.*'], 'www.', 'a.test'],
    [['a.test', '~^w\\d+\\.', '~^w'], 'w12.test', '~^w\\d+\\.'],
    [['a.test', '~^w'], 'other', 'a.test'],
  ])('%j: %s', (names, host, wanted) => {
    expect(named(names.map((name) => block(name)).join('\n'), host)).toBe(wanted);
  });

  test('the port, and its default server', () => {
    const http = `${block('a.test')} ${block('b.test', '80 default_server')} ${block('c.test', '81')}`;
    expect(named(http, 'x.test')).toBe('b.test');
    expect(named(http, 'a.test', 81)).toBe('c.test');
    expect(named(http, 'a.test', 82)).toBeNull();
  });
});

// Last: so many patterns that never end end the trust in patterns.
describe('hostile patterns', () => {
  test('patterns that never end, that nest and that nginx would not read match nothing', () => {
    const endless = Array.from({ length: 40 }, (_, index) => `location ~ ^/(a+)+${index}$ {}`).join('\n');
    const nested = `location ~ ${'(?='.repeat(20_000)}a${')'.repeat(20_000)} {}`;
    const long = `location ~ ^/a|${'b'.repeat(5000)} {}`;
    expect(location(`location / {}\n${endless}\n${nested}\n${long}`, `/${'a'.repeat(60)}`)).toBe('/');
  });
});
