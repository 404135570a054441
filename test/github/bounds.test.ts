/** What bounds a run's talk with GitHub, and what it may conclude from incomplete answers. In this process: no bundle is started. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { makeClient } from '../../src/github/client.ts';
import { runContext } from '../../src/github/event.ts';
import { changedFiles, readPatch } from '../../src/github/pull-request.ts';
import { writeInto } from '../../src/workflow/files.ts';
import { type FakeFile, FakeGithub } from './fake-github.ts';

const repository = { owner: 'o', repo: 'r' };
const pull = { number: 7, headSha: 'a'.repeat(40) };
let github: FakeGithub;
beforeEach(async () => {
  github = await new FakeGithub().start();
});
afterEach(async () => {
  await github.stop();
});

function named(number: number, more: Partial<FakeFile> = {}): FakeFile[] {
  return Array.from({ length: number }, (_, at) => ({ filename: `f${at}`, status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b', ...more }));
}

describe("a pull request's list of files", () => {
  test('of 3,000 is taken as cut off, in no more than 30 requests', async () => {
    github.files = named(3050);
    const { files, cut } = await changedFiles(makeClient('t', github.url), repository, pull);
    expect([files.length, cut, github.requests.length]).toEqual([3000, true, 30]);
  });

  test('with 1,600 renamed files is whole', async () => {
    github.files = named(1600).map((file) => ({ ...file, status: 'renamed', previous_filename: `old-${file.filename}` }));
    const { files, cut } = await changedFiles(makeClient('t', github.url), repository, pull);
    expect([files.length, cut]).toEqual([3200, false]);
  });

  test('says of a file without a patch that anything may have changed, also when it was renamed too', () => {
    expect(readPatch('a', undefined, 'modified', 9)).toMatchObject({ touched: 'all', lostLines: true });
    expect(readPatch('a', undefined, 'renamed', 9)).toMatchObject({ touched: 'all', lostLines: true });
    expect(readPatch('a', undefined, 'renamed', 0)).toMatchObject({ touched: new Set(), lostLines: false });
    expect(readPatch('a', undefined, 'added', 9)).toMatchObject({ touched: 'all', lostLines: false });
  });
});

test('an API that takes connections and never answers costs its time once, not for each request', async () => {
  let asked = 0;
  const silent = createServer(() => {
    asked += 1;
  });
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { port } = silent.address() as AddressInfo;
  const client = makeClient('t', `http://127.0.0.1:${port}`, { waiting: 0, answering: 300, request: 200 });
  for (let at = 0; at < 5; at++) await expect(changedFiles(client, repository, pull)).rejects.toThrow();
  expect(asked).toBeLessThanOrEqual(2);
  silent.closeAllConnections();
  await new Promise((done) => silent.close(done));
});

test('an API that breaks every connection is tried again for the first request alone', async () => {
  let connections = 0;
  const broken = createServer().on('connection', (socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((done) => broken.listen(0, '127.0.0.1', done));
  const client = makeClient('t', `http://127.0.0.1:${(broken.address() as AddressInfo).port}`);
  await expect(changedFiles(client, repository, pull)).rejects.toThrow();
  const first = connections;
  expect(first).toBeGreaterThan(1);
  for (let at = 0; at < 5; at++) await expect(changedFiles(client, repository, pull)).rejects.toThrow();
  expect(connections).toBe(first);
  await new Promise((done) => broken.close(done));
});

describe('whose files these are', () => {
  const env = { GITHUB_REPOSITORY: 'o/r', GITHUB_EVENT_PATH: '/nowhere' };
  test.each(['pull_request', 'pull_request_target', 'issue_comment', 'workflow_run'])('is not known for %s without a payload', (name) => {
    expect(runContext({ ...env, GITHUB_EVENT_NAME: name })?.foreign).toBe(true);
  });
  test.each(['push', 'merge_group', 'schedule', 'workflow_dispatch'])('is plain for %s', (name) => {
    expect(runContext({ ...env, GITHUB_EVENT_NAME: name })?.foreign).toBe(false);
  });
});

describe('files that inputs name', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'nginx-gate-files-'));
    mkdirSync(join(folder, 'workspace'));
    writeFileSync(join(folder, 'outside'), 'as it was');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test('replace a symbolic link, and do not follow it', () => {
    symlinkSync(join(folder, 'outside'), join(folder, 'workspace', 'gate.json'));
    writeInto(join(folder, 'workspace'), 'gate.json', 'new');
    expect(readFileSync(join(folder, 'outside'), 'utf8')).toBe('as it was');
    expect(readFileSync(join(folder, 'workspace', 'gate.json'), 'utf8')).toBe('new');
  });

  test('are not written where a linked folder leads out of the workspace', () => {
    symlinkSync(folder, join(folder, 'workspace', 'reports'));
    expect(() => writeInto(join(folder, 'workspace'), 'reports/outside', 'new')).toThrow(/leads out of the workspace/);
    expect(() => writeInto(join(folder, 'workspace'), 'reports/new/outside', 'new')).toThrow(/leads out of the workspace/);
    expect(readFileSync(join(folder, 'outside'), 'utf8')).toBe('as it was');
  });

  test('may lie outside where the workflow says so', () => {
    writeInto(join(folder, 'workspace'), '../outside', 'new');
    expect(readFileSync(join(folder, 'outside'), 'utf8')).toBe('new');
  });
});
