import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from '@jest/globals';
import { Repository } from '../../src/core/repository.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A repository of these files; a text that begins with `-> ` is a symbolic link, one that begins with `#!` is executable. */
export function repositoryOf(files: Record<string, string>): Repository {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-stack-'));
  folders.push(folder);
  mkdirSync(join(folder, '.git'));
  for (const [path, text] of Object.entries(files)) {
    const at = join(folder, path);
    mkdirSync(dirname(at), { recursive: true });
    if (text.startsWith('-> ')) symlinkSync(text.slice(3), at);
    else writeFileSync(at, text);
    if (text.startsWith('#!')) chmodSync(at, 0o755);
  }
  return Repository.around(folder);
}
