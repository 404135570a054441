import { describe, expect, test } from '@jest/globals';
import { editDistance } from '../../src/core/nearest.ts';
import { accepts, compareVersions, directivesNamed, directivesOf, nearestDirective, takes } from '../../src/nginx/directives.ts';
import { Lexer } from '../../src/nginx/lexer.ts';
import { isTime } from '../../src/nginx/value-rules.ts';

describe('the table', () => {
  test('holds contexts, counts and kinds as the sources give them', () => {
    const [pass, stream] = directivesNamed('proxy_pass');
    expect([pass?.module, [...(pass?.contexts ?? [])], pass?.counts, pass?.block]).toEqual([
      'http_proxy',
      ['location', 'location-if', 'limit_except'],
      '1',
      false,
    ]);
    expect([stream?.module, [...(stream?.contexts ?? [])]]).toEqual(['stream_proxy', ['stream-server']]);
    expect(directivesNamed('sendfile')[0]?.kind).toBe('flag');
    expect(directivesNamed('autoindex_format')[0]?.values).toEqual(['html', 'json', 'jsonp', 'xml']);
    expect(directivesNamed('server').map((d) => [d.module, d.block])).toEqual([
      ['http_core', true],
      ['http_upstream', false],
      ['mail_core', true],
      ['stream_core', true],
      ['stream_upstream', false],
    ]);
  });

  test('knows the directives of other modules by name', () => {
    for (const name of [
      'content_by_lua_block',
      'js_import',
      'brotli',
      'more_set_headers',
      'acme_client',
      'rtmp',
      'vhost_traffic_status_zone',
    ]) {
      expect([name, directivesNamed(name).some((d) => !d.own)]).toEqual([name, true]);
    }
  });

  test('knows which version has what', () => {
    expect([directivesOf('http2', '1.22'), directivesOf('http2', '1.25.1'), directivesOf('http2', undefined)].map((d) => d.length)).toEqual(
      [0, 1, 1],
    );
    expect(
      [directivesOf('ssl', '1.22.1'), directivesOf('ssl', '1.27')].map((d) => d.filter((one) => one.module === 'http_ssl').length),
    ).toEqual([1, 0]);
    expect([compareVersions('1.9', '1.10.0') < 0, compareVersions('1.27', '1.27.4') > 0, compareVersions('1.27.3', '1.27.3')]).toEqual([
      true,
      true,
      0,
    ]);
  });
});

describe('did you mean', () => {
  test.each([
    ['proxy_pas', 'location', 'proxy_pass'],
    ['lisen', 'server', 'listen'],
    ['sever', 'http', 'server'],
    ['loaction', 'server', 'location'],
    ['server_names', 'server', 'server_name'],
    ['cache_everything', 'server', null],
    ['x'.repeat(5000), 'server', null],
  ])('%.20s in %s: %s', (name, context, expected) => expect(nearestDirective(name, context)).toBe(expected));

  test('distances', () => {
    expect([
      editDistance('abc', 'abc', 2),
      editDistance('abc', 'acb', 2),
      editDistance('abc', 'abcd', 2),
      editDistance('abc', 'xyz', 2),
    ]).toEqual([0, 1, 1, 3]);
  });
});

test.each([
  ['1', 1, true],
  ['1', 2, false],
  ['1,3', 3, true],
  ['1,3', 2, false],
  ['2+', 1, false],
  ['2+', 9, true],
  ['*', 0, true],
])('%s takes %d: %s', (counts, number, expected) => expect(takes(counts, number)).toBe(expected));

test.each([
  ['30', false, true],
  ['1m 30s', false, true],
  ['30s 1m', false, false],
  ['10ms', false, true],
  ['10ms', true, false],
  ['1y', true, true],
  ['1y', false, false],
  ['30sec', false, false],
  ['', false, false],
])('the time "%s" (seconds: %s) is sound: %s', (text, seconds, expected) => expect(isTime(text, seconds)).toBe(expected));

test('statements that nginx takes somewhere', () => {
  const taken = (text: string) => {
    const { words, terminator } = new Lexer(text).next();
    return accepts(words, terminator as ';' | '{');
  };
  expect(['root /a;', 'root /a /b;', 'root /a {', 'server {', 'server a;', 'server;', 'unheard of;', 'brotli a b c;'].map(taken)).toEqual([
    true,
    false,
    false,
    true,
    true,
    false,
    true,
    true,
  ]);
});
