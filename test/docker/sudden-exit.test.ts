import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { describeWith, nginxImage } from '../support/engines.ts';

const top = join(import.meta.dirname, '../..');
let folder = '';

/** Creates a container that sleeps and starts it, telling each step; `listens` adds a listener of the caller's own. */
const script = `
import { ContainerEngine } from './docker/engine.js';
const abort = new AbortController();
if (process.argv[2] === 'listens') process.once('SIGINT', () => abort.abort(new Error('stopped')));
const engine = await ContainerEngine.connect('docker');
if (typeof engine === 'string') throw new Error(engine);
console.log('creating');
const plan = { image: '${nginxImage}', program: 'sleep', args: ['100'], hosts: [], hide: ['/etc/nginx/conf.d'] };
let container;
try {
  container = await engine.create(plan, abort.signal);
  console.log('starting ' + container.name);
  await container.start(abort.signal);
} catch (error) {
  console.log('caught ' + error.message);
} finally {
  await container?.remove();
}
`;

beforeAll(() => {
  // Below node_modules, so that its imports are found.
  mkdirSync(join(top, 'node_modules/.cache'), { recursive: true });
  folder = mkdtempSync(join(top, 'node_modules/.cache/sudden-exit-'));
  const compiler = ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json', '--outDir', folder];
  const compiled = spawnSync(process.execPath, compiler, { cwd: top, encoding: 'utf8' });
  if (compiled.status !== 0) throw new Error(compiled.stdout);
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'child.js'), script);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Sends a signal when the child has told a step, and answers how it ended and what it left. */
function interrupt(
  step: RegExp,
  signal: NodeJS.Signals,
  argument = '',
): Promise<{ code: number | null; signal: string | null; left: string[]; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['child.js', argument], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    let sent = false;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text;
      if (!sent && step.test(said)) sent = child.kill(signal);
    });
    child.on('error', reject);
    child.on('close', (code, by) => resolve({ code, signal: by, left: containersOf(child.pid), said }));
  });
}

function containersOf(pid: number | undefined): string[] {
  const ran = spawnSync('docker', ['ps', '--all', '--quiet', '--filter', `label=nginx-gate.sandbox=${pid}`], { encoding: 'utf8' });
  if (ran.status !== 0) throw new Error(ran.stderr);
  return ran.stdout.split('\n').filter((line) => line !== '');
}

describeWith('docker', 'a process that is ended in the middle of a container’s life', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s while the container runs', async (signal) => {
    expect(await interrupt(/starting/, signal)).toMatchObject({ code: null, signal, left: [] });
  });

  test('SIGINT while the container is being created', async () => {
    expect(await interrupt(/creating/, 'SIGINT')).toMatchObject({ code: null, signal: 'SIGINT', left: [] });
  });

  test('SIGINT that the caller takes for an abort: how to end stays the caller’s', async () => {
    const ended = await interrupt(/starting/, 'SIGINT', 'listens');
    expect(ended).toMatchObject({ code: 0, signal: null, left: [] });
    expect(ended.said).toContain('caught stopped');
  });
});
