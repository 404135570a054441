import { describe, expect, test } from '@jest/globals';
import { Source } from '../../src/core/source.ts';
import { parseConfig } from '../../src/gate/config.ts';

const read = (text: string) => parseConfig(new Source('.nginx-gate.yml', text), ['startup-order', 'double-slash']);

describe('.nginx-gate.yml', () => {
  test('all that it may say', () => {
    const config = read(`
checks: {startup-order: off, double-slash: error}
exclude: ["legacy/**"]
services:
  api: {ports: [3000, 3001]}
  web: {ports: 80}
smoke:
  routes:
    - {path: /health, host: shop.example, status: 200, body: ok, headers: {x-a: b}, seconds: 1.5}
  samples:
    '~ \\.php$': /index.php
`);
    expect([...config.checks]).toEqual([
      ['startup-order', 'off'],
      ['double-slash', 'error'],
    ]);
    expect(config.exclude).toEqual(['legacy/**']);
    expect(config.services.get('api')?.map((p) => p.value)).toEqual([3000, 3001]);
    expect(config.services.get('web')?.[0]?.at.start).toEqual({ line: 6, column: 16 });
    expect(config.smoke.routes).toEqual([
      { path: '/health', host: 'shop.example', status: 200, body: 'ok', headers: { 'x-a': 'b' }, seconds: 1.5 },
    ]);
    expect(config.smoke.samples.get('~ \\.php$')).toBe('/index.php');
  });

  test.each(['', '# nothing\n', 'checks:\n', 'null'])('%j says nothing', (text) => {
    expect(read(text).checks.size).toBe(0);
  });

  test.each([
    ['chekcs: {}', '.nginx-gate.yml:1: the configuration has no key "chekcs"; did you mean "checks"?'],
    ['checks:\n  startup-oder: off', '.nginx-gate.yml:2: there is no check "startup-oder"; did you mean "startup-order"?'],
    ['checks:\n  startup-order: of', '.nginx-gate.yml:2: there is no level "of"; did you mean "off"?'],
    ['- a', 'the configuration must be a mapping'],
    ['checks: [a', '.nginx-gate.yml:1: '],
    ['services: {api: {ports: [70000]}}', 'a number from 1 to 65535'],
    ['smoke: {routes: [{status: 200}]}', 'a route needs a "path"'],
    ['smoke: {routes: [{path: "/a b"}]}', 'no path'],
    ['exclude: ["{1..1000000}"]', 'no glob that is known'],
    ['exclude: ["+(a|aa)b"]', 'no glob that is known'],
    [`exclude: ["${'a'.repeat(1001)}"]`, 'at most 1000 characters'],
    [`exclude: ${'['.repeat(50_000)}`, '.nginx-gate.yml:1: This file is nested more than'],
    [`exclude:\n ${'- '.repeat(50_000)}`, '.nginx-gate.yml:1: This file is nested more than'],
    [`exclude: [${'a, '.repeat(200_000)}]`, '.nginx-gate.yml:1: This file is larger than'],
    ['checks: {}\n---\nexclude: []', '.nginx-gate.yml:2: This file holds more than one document'],
    ['exclude: x', '"exclude" must be a list'],
    ['checks: {__proto__: off}', 'there is no check "__proto__"'],
  ])('%j is refused', (text, message) => {
    expect(() => read(text)).toThrow(message);
  });
});
