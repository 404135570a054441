/** Engines that are there and do not answer: asked once, given up soon, and told. */
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Repository } from '../../src/core/repository.ts';
import { runNginxTests } from '../../src/nginx-test/run.ts';
import { findStacks } from '../../src/stack/find.ts';
import { repositoryOf } from '../stack/temporary-repository.ts';
import { describeWith } from '../support/engines.ts';

let folder = '';
const { PATH, DOCKER_HOST } = process.env;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nginx-gate-hung-'));
});
afterEach(() => {
  process.env.PATH = PATH;
  if (DOCKER_HOST === undefined) delete process.env.DOCKER_HOST;
  else process.env.DOCKER_HOST = DOCKER_HOST;
  rmSync(folder, { recursive: true, force: true });
});

/** Puts a program in front of PATH that writes down how it is called; `cases` is the inside of a shell `case` on its first word. */
function fake(program: string, cases: string): () => string[] {
  const bin = join(folder, 'bin');
  const log = join(folder, `${program}.log`);
  mkdirSync(bin, { recursive: true });
  writeFileSync(log, '');
  writeFileSync(join(bin, program), `#!/bin/sh\necho "$1" >> '${log}'\ncase $1 in\n${cases}\nesac\n`);
  chmodSync(join(bin, program), 0o755);
  process.env.PATH = `${bin}${delimiter}${PATH}`;
  return () => readFileSync(log, 'utf8').split('\n').filter(Boolean);
}

/** Five stacks with an image each. */
function stacks() {
  const files: Record<string, string> = {};
  for (const name of ['a', 'b', 'c', 'd', 'e']) {
    files[`${name}/compose.yaml`] = `services:\n  proxy: { image: "nginx:1.2${name.charCodeAt(0) - 97}" }\n  api: { image: node }\n`;
  }
  return findStacks(repositoryOf(files) as Repository, { profiles: [] }).stacks;
}

const reasons = async (engine: 'docker' | 'podman') =>
  (await runNginxTests(stacks(), { engine, foreign: false })).map(({ report }) => report.reason);

const hangs = 'sleep 30';

describe('an engine that hangs', () => {
  test('docker from the first question on', async () => {
    const calls = fake('docker', `*) ${hangs};;`);
    expect(await reasons('docker')).toEqual(Array(5).fill('docker did not answer within 5 seconds'));
    expect(calls()).toEqual(['version']);
  });

  test('podman', async () => {
    const calls = fake('podman', `*) exec ${hangs};;`);
    expect(await reasons('podman')).toEqual(Array(5).fill('podman did not answer within 10 seconds'));
    expect(calls()).toEqual(['info']);
  });

  test('docker, later on', async () => {
    const calls = fake('docker', `version) echo linux;;\nps) exit 0;;\n*) ${hangs};;`);
    expect(await reasons('docker')).toEqual(Array(5).fill('docker did not answer to "docker image" within 10 seconds'));
    // Three stacks are tested at once.
    expect(calls()).toEqual(['version', 'ps', 'image', 'image', 'image']);
  });
});

describeWith('docker', 'a DOCKER_HOST that accepts and never answers', () => {
  test('is asked once', async () => {
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket.on('error', () => {})));
    const address = join(folder, 'docker.sock');
    await new Promise<void>((resolve) => server.listen(address, resolve));
    process.env.DOCKER_HOST = `unix://${address}`;
    try {
      expect(await reasons('docker')).toEqual(Array(5).fill('docker did not answer within 5 seconds'));
      expect(sockets.length).toBeGreaterThan(0);
    } finally {
      for (const socket of sockets) socket.destroy();
      server.close();
    }
  });
});
