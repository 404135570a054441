import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { GateError } from '../../src/core/errors.ts';
import { Repository } from '../../src/core/repository.ts';

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'repository-'));
  mkdirSync(join(base, 'top/sub/deep'), { recursive: true });
  mkdirSync(join(base, 'top/.git'));
  writeFileSync(join(base, 'secret'), 'secret');
  writeFileSync(join(base, 'top/a.conf'), 'a');
  writeFileSync(join(base, 'top/sub/b.conf'), '\ufeffb\r\nc');
  writeFileSync(join(base, 'top/huge'), Buffer.alloc(8 * 1024 * 1024 + 1));
  symlinkSync('../secret', join(base, 'top/leak'));
  symlinkSync('..', join(base, 'top/up'));
  symlinkSync('../a.conf', join(base, 'top/sub/link.conf'));
  symlinkSync('/dev/zero', join(base, 'top/zero'));
  symlinkSync('loop', join(base, 'top/loop'));
});
afterAll(() => rmSync(base, { recursive: true, force: true }));

describe('repository', () => {
  test('its top is where .git is, the folder asked for is the scope', () => {
    const repo = Repository.around(join(base, 'top/sub'));
    expect(repo.scope).toBe('sub');
    expect(repo.files()).toEqual(['sub/b.conf', 'sub/link.conf']);
    expect(repo.source('a.conf')?.text).toBe('a');
  });

  test('links inside are followed', () => {
    expect(Repository.around(join(base, 'top')).source('sub/link.conf')?.text).toBe('a');
  });

  test.each(['leak', 'up/secret', '../secret', '/etc/passwd', 'zero', 'loop', 'huge', 'a.conf\0', 'absent', 'sub'])(
    '%s is not read',
    (path) => {
      expect(Repository.around(join(base, 'top')).source(path)).toBeUndefined();
    },
  );

  test('a link that leads out is foreign, an absent file is not', () => {
    const repo = Repository.around(join(base, 'top'));
    expect(['leak', 'zero', '../secret'].map((p) => repo.isForeign(p))).toEqual([true, true, true]);
    expect(['absent', 'a.conf'].map((p) => repo.isForeign(p))).toEqual([false, false]);
  });

  test('a missing folder and a file are clear errors', () => {
    expect(() => Repository.around(join(base, 'none'))).toThrow(GateError);
    expect(() => Repository.around(join(base, 'top/a.conf'))).toThrow(/is a file, not a folder/);
  });

  test('lines end at LF and lose a CR', () => {
    const source = Repository.around(join(base, 'top')).source('sub/b.conf');
    expect([source?.line(1), source?.line(2), source?.line(3)]).toEqual(['\ufeffb', 'c', undefined]);
    expect(source?.position(4)).toEqual({ line: 2, column: 1 });
  });
});
