// Builds the action and the command line from src/, into dist/ or into the folder named as the first argument.
// TypeScript 7 has no JavaScript API, so ncc cannot compile .ts itself: tsc writes lib/ first.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join, resolve } from 'node:path';

const top = join(import.meta.dirname, '..');

/** Builds into `out`, which is emptied first. Throws when a compiler fails. */
export function build(out) {
  const node = (...args) => execFileSync(process.execPath, args, { cwd: top, stdio: ['ignore', 'ignore', 'inherit'] });
  const ncc = (from, to) => node('node_modules/@vercel/ncc/dist/ncc/cli.js', 'build', from, '-o', to, '--license', 'licenses.txt');
  rmSync(join(top, 'lib'), { recursive: true, force: true });
  rmSync(out, { recursive: true, force: true });
  node('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
  ncc('lib/action.js', out);
  ncc('lib/cli.js', join(out, 'cli'));
}

if (process.argv[1] === import.meta.filename) build(resolve(process.argv[2] ?? join(top, 'dist')));
