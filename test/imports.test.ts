/** Data flows one way: what the linter's import rules let through and what they refuse. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderWith, top } from './support/bundle.ts';

const refused: [string, string][] = [
  ['src/core/x.ts', '../nginx/model.ts'],
  ['src/nginx/x.ts', '../compose/model.ts'],
  ['src/compose/x.ts', '../nginx/model.ts'],
  ['src/docker/x.ts', '../stack/model.ts'],
  ['src/stack/x.ts', '../checks/index.ts'],
  ['src/stack/evidence/x.ts', '../../checks/index.ts'],
  ['src/checks/x.ts', '../gate/check.ts'],
  ['src/checks/x.ts', '../smoke/run.ts'],
  ['src/nginx-test/x.ts', '../report/words.ts'],
  ['src/smoke/x.ts', '../nginx-test/run.ts'],
  ['src/report/x.ts', '../stack/model.ts'],
  ['src/gate/x.ts', '../command-line/options.ts'],
  ['src/gate/x.ts', '../github/client.ts'],
  ['src/github/x.ts', '../gate/check.ts'],
  ['src/workflow/x.ts', '../command-line/options.ts'],
  ['src/command-line/x.ts', '../workflow/inputs.ts'],
  ['src/command-line/x.ts', '../github/client.ts'],
  ['src/command-line/x.ts', '../checks/index.ts'],
  ['src/cli.ts', './workflow/run.ts'],
  ['src/action.ts', './command-line/check.ts'],
  ['src/workflow/run.ts', '@actions/core'],
  ['src/report/x.ts', '@actions/github'],
  ['src/nginx-test/run.ts', 'execa'],
  ['src/cli.ts', 'execa'],
  ['src/docker/engine.ts', 'node:child_process'],
];

const allowed: [string, string][] = [
  ['src/stack/evidence/x.ts', '../model.ts'],
  ['src/stack/evidence/x.ts', '../../compose/model.ts'],
  ['src/gate/x.ts', '../smoke/run.ts'],
  ['src/docker/engine.ts', 'execa'],
  ['src/github/client.ts', '@actions/github'],
  ['src/action.ts', '@actions/core'],
];

/** The imports that the linter refuses, as `file imports specifier`, of files that hold them. */
function refusals(imports: readonly (readonly [string, string])[]): string[] {
  const files: Record<string, string> = { 'biome.json': readFileSync(join(top, 'biome.json'), 'utf8') };
  for (const [file, specifier] of imports) files[file] = `${files[file] ?? ''}import '${specifier}';\n`;
  const { folder, remove } = folderWith(files);
  try {
    const biome = join(top, 'node_modules/@biomejs/biome/bin/biome');
    const args = ['lint', '--only=style/noRestrictedImports', '--max-diagnostics=none', '--reporter=github', 'src'];
    const { stdout } = spawnSync(process.execPath, [biome, ...args], { cwd: folder, encoding: 'utf8' });
    return [...stdout.matchAll(/noRestrictedImports,file=(.+?),line=(\d+),/g)].map(([, file = '', line]) => {
      const text = files[relative(folder, resolve(folder, file))]?.split('\n')[Number(line) - 1];
      return `${relative(folder, resolve(folder, file))} imports ${text?.slice(8, -2)}`;
    });
  } finally {
    remove();
  }
}

test('the linter refuses imports against the stream, and lets the others through', () => {
  const words = ([file, specifier]: readonly [string, string]) => `${file} imports ${specifier}`;
  expect(refusals([...refused, ...allowed]).sort()).toEqual(refused.map(words).sort());
});
