/** How the command line is started: by Node.js, by its own first line, and through the link that npm makes. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { version } from '../../src/version.ts';
import { folderWith, top } from '../support/bundle.ts';

const bundle = join(top, 'dist/cli/index.js');
const answer = { status: 0, stdout: `nginx-gate ${version}\n`, stderr: '' };

function start(file: string, cwd: string) {
  const { status, stdout, stderr } = spawnSync(file, ['--version'], { cwd, encoding: 'utf8', env: { PATH: process.env.PATH ?? '' } });
  return { status, stdout, stderr };
}

test('it starts as a program, without "node" before it', () => {
  expect(start(bundle, '/')).toEqual(answer);
});

test('git keeps it executable', () => {
  const { stdout } = spawnSync('git', ['ls-files', '--stage', 'dist/cli/index.js'], { cwd: top, encoding: 'utf8' });
  expect(stdout).toMatch(/^100755 /);
});

test('it starts through a link, as npx and npm link make one', () => {
  const { folder, remove } = folderWith({ 'package.json': '{}' });
  try {
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true });
    symlinkSync(top, join(folder, 'node_modules/nginx-gate'));
    symlinkSync('../nginx-gate/dist/cli/index.js', join(folder, 'node_modules/.bin/nginx-gate'));
    expect(start(join(folder, 'node_modules/.bin/nginx-gate'), folder)).toEqual(answer);
  } finally {
    remove();
  }
});
