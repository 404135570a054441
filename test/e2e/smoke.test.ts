import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Repository } from '../../src/core/repository.ts';
import { runSmoke, type SmokeOptions, type SmokeRun } from '../../src/smoke/run.ts';
import { findStacks } from '../../src/stack/find.ts';
import { describeWith } from '../support/engines.ts';
import { Host } from './smoke/host.ts';
import { Lab, run, streamModule } from './smoke/lab.ts';

/** What each location of the lab must be told as; null is healthy. A `?` before it: as a warning. */
const situations: Record<string, string | null> = {
  '/ok/': null,
  '/ok-path/': null,
  '/ok-404/': null,
  '/ok-401/': null,
  '/ok-redirect/': null,
  '/ok-socket/': null,
  '/ok-tls/': null,
  '/ok-sni/': null,
  '/ok-999/': null,
  '/ok-fastcgi/': null,
  '/ok-grpc/': null,
  '/ok-group/': null,
  '/ok-websocket/': null,
  '/ok-no-websocket/': null,
  '/ok-variable/': null,
  '/stopped/': 'app-not-running',
  '/idle/': 'app-not-running',
  '/own-loopback/': 'app-not-running',
  '/wrong-port/': 'wrong-port',
  '/published/': 'wrong-port',
  '/loopback/': 'app-binds-loopback',
  '/family/': 'address-family',
  '/moved/': 'stale-address',
  '/reassigned/': '?stale-address',
  '/old-config/': 'stale-config',
  '/name-gone/': 'name-not-resolved',
  '/no-resolver/': 'no-resolver',
  '/socket-missing/': 'socket-missing',
  '/socket-denied/': 'socket-permission',
  '/socket-dead/': 'socket-refused',
  '/killed/': 'app-crashed',
  '/closed/': 'app-crashed',
  '/cut/': 'app-crashed',
  '/reset/': 'connection-reset',
  '/garbage/': 'invalid-response',
  '/big-header/': 'header-too-big',
  '/slow/': 'response-timeout',
  '/dropped/': 'connect-timeout',
  '/rejected/': 'unreachable',
  '/tls-to-plain/': 'tls-to-plain',
  '/plain-to-tls/': 'plain-to-tls',
  '/sni/': 'tls-handshake',
  '/tls-version/': 'tls-handshake',
  '/client-certificate/': 'tls-handshake',
  '/untrusted/': 'tls-verify',
  '/other-protocol/': 'protocol-mismatch',
  '/fastcgi-to-http/': 'protocol-mismatch',
  '/http-to-fastcgi/': 'protocol-mismatch',
  '/uwsgi-to-http/': 'protocol-mismatch',
  '/script/': 'script-not-found',
  '/grpc-to-http1/': 'protocol-mismatch',
  '/both-dead/': 'app-not-running',
  '/one-dead/': '?app-not-running',
  '/marked-down/': 'no-live-upstreams',
  '/limited/': 'rate-limited',
  '/apart-by-name/': 'unreachable',
  '/apart/': 'unreachable',
  '/looping/': 'app-not-running',
  '/paused/': 'response-timeout',
  '/gone-by-name/': 'app-not-running',
  '/mirrored/': '?wrong-port',
  '/websocket-lost/': 'unexpected-response',
  '/own-500/': 'app-error',
  '/own-502/': 'app-error',
  '/auth/': 'app-not-running',
  '/hidden/': 'app-not-running',
  '/shadowed/': 'unexpected-response',
};

/** What each port of the lab's stream must be told as. */
const sessions: Record<string, string | null> = {
  ':7001': null,
  ':7002': 'wrong-port',
  ':7003': 'app-not-running',
  ':7004': 'connect-timeout',
};

async function smoke(folder: string, more: Partial<SmokeOptions> = {}): Promise<SmokeRun> {
  const repository = Repository.around(folder);
  const { stacks } = findStacks(repository, { profiles: [] });
  const runs = await runSmoke(stacks, { vantage: 'auto', wait: 2, timeout: 4, lineOf: repository.lineOf, root: repository.root, ...more });
  expect(runs).toHaveLength(1);
  return runs[0]!;
}

/** The cause that each location was told as. */
function toldOf(run: SmokeRun): Map<string, string | null> {
  const told = new Map<string, string | null>();
  for (const { url, cause, file, line } of run.report.requests) {
    const path = keyOf(url);
    const warned =
      cause !== null &&
      run.findings.some(
        (f) =>
          f.severity === 'warning' &&
          f.location.file === file &&
          (f.location.start.line === line || path === '/mirrored/') &&
          f.check === `smoke/${cause}`,
      );
    told.set(path, `${warned ? '?' : ''}${cause}`.replace(/^\??null$/, '') || null);
  }
  return told;
}

/** A location's path, or a stream's port. */
function keyOf(url: string): string {
  return url.startsWith('tcp:') ? url.slice(url.lastIndexOf(':')) : new URL(url).pathname;
}

/** What was seen of a location, so that a wrong diagnosis on another machine can be understood from the test's output. */
function seenAt(run: SmokeRun, path: string): string {
  const seen = run.report.requests.find((r) => keyOf(r.url) === path);
  return JSON.stringify({ nginx: seen?.nginx, direct: seen?.direct, log: seen?.log });
}

/** Holds a run against what is expected of each location, and prints right and total. */
function expectTold(what: string, run: SmokeRun, expected: Record<string, string | null>): void {
  const told = toldOf(run);
  const wrong = Object.entries(expected).filter(([path, cause]) => told.get(path) !== cause);
  const total = Object.keys(expected).length;
  console.log(`${what}: ${total - wrong.length}/${total} right`);
  expect(wrong.map(([path, cause]) => `${path} is ${cause}, told as ${told.get(path)}: ${seenAt(run, path)}`)).toEqual([]);
}

function sayNoStream(): void {
  if (process.env.CI) throw new Error('nginx’s stream module is not there; scripts/setup-engines brings it');
  process.stderr.write('skipped: streams (nginx’s stream module is not there; scripts/setup-engines brings it)\n');
}

describeWith(['docker', 'compose'], 'the live lab', () => {
  let lab: Lab;
  let run: SmokeRun;
  let before: string;
  beforeAll(async () => {
    lab = new Lab();
    lab.up();
    lab.break();
    before = lab.state();
    run = await smoke(lab.folder);
    const file = process.env.NGINX_GATE_LAB_EVIDENCE;
    if (file) writeFileSync(file, JSON.stringify({ findings: run.findings, evidence: run.evidence }, null, 1));
  }, 120_000);
  afterAll(() => lab?.down(), 60_000);

  test('names the cause of every fault, and finds none on what is healthy', () => {
    expectTold('live lab', run, situations);
  });

  test('tells of streams as well', () => {
    if (streamModule === null) return sayNoStream();
    expectTold('streams', run, sessions);
  });

  test('only asks, and leaves everything as it was', () => {
    expect(lab.state()).toBe(before);
    const methods = new Set([...lab.accessLog().matchAll(/"([A-Z]+) \S*nginx-gate=ng[0-9a-f]{16}/g)].map((m) => m[1]));
    expect([...methods].sort()).toEqual(['GET']);
  });

  test('says that nginx is down, and why', async () => {
    lab.compose('stop', '-t', '0', 'proxy');
    const { findings } = await smoke(lab.folder, { wait: 0 });
    expect(findings.map((f) => [f.check, f.severity, f.location.file, f.fix?.message === undefined])).toEqual([
      ['smoke/nginx-down', 'error', 'compose.yaml', false],
    ]);
    expect(findings[0]?.message).toContain('has exited');
  });
});

describeWith(['docker', 'compose'], 'an nginx in a container without curl', () => {
  const bare = { '/ok/': null, '/wrong-port/': 'wrong-port' };
  const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-bare-'));
  const door = new Host();
  const compose = (...words: string[]) =>
    run('docker', 'compose', '-p', `ng-bare-${process.pid}`, '-f', join(folder, 'compose.yaml'), ...words);
  beforeAll(() => {
    cpSync(join(import.meta.dirname, 'smoke/bare'), folder, { recursive: true });
    compose('up', '-d', '--quiet-pull');
  }, 60_000);
  afterAll(() => {
    compose('down', '-v', '-t', '0');
    rmSync(folder, { recursive: true, force: true });
    door.down();
  }, 60_000);

  test('is asked from a helper in its network namespace, which is gone afterwards', async () => {
    expectTold('helper', await smoke(folder), bare);
    expect(run('docker', 'ps', '-a', '-q', '--filter', `network=container:${compose('ps', '-q', 'proxy').trim()}`)).toBe('');
  });

  test('is asked through the engine of a host over ssh', async () => {
    if (!hasSshd()) return;
    const told = await smoke(folder, await door.openSshd());
    expect(told.report.vantage).toBe('docker');
    expectTold('engine over ssh', told, bare);
  });
});

/** What each location of the host's nginx must be told as. */
const onHost: Record<string, string | null> = {
  '/ok/': null,
  '/ok-localhost/': null,
  '/ok-socket/': null,
  '/wrong-port/': 'wrong-port',
  '/stopped/': 'app-not-running',
  '/family/': 'address-family',
  '/socket-missing/': 'socket-missing',
  '/socket-denied/': 'socket-permission',
  '/socket-dead/': 'socket-refused',
  '/fastcgi-to-http/': 'protocol-mismatch',
  '/pair/': '?app-not-running',
  '/closed/': 'app-crashed',
  '/old-config/': 'stale-config',
};

function hasSshd(): boolean {
  if (existsSync('/usr/sbin/sshd')) return true;
  if (process.env.CI) throw new Error('there is no sshd; scripts/setup-engines brings it');
  process.stderr.write('skipped: the ssh vantage (there is no sshd; scripts/setup-engines brings it)\n');
  return false;
}

describeWith('nginx', 'an nginx on the host', () => {
  const host = new Host();
  beforeAll(() => host.up());
  afterAll(() => host.down());

  test('is asked from this machine', async () => {
    expectTold('runner vantage', await smoke(host.repository, { vantage: 'runner', wait: 0 }), onHost);
  });

  test('is asked over ssh', async () => {
    if (!hasSshd()) return;
    const ssh = await host.openSshd();
    expectTold('ssh vantage', await smoke(host.repository, { ...ssh, wait: 0 }), onHost);
  });

  test('turns a host away whose key is another one', async () => {
    const wrong = {
      vantage: 'ssh://nobody@127.0.0.1:28422',
      sshKey: '-----BEGIN nothing',
      sshKnownHosts: '[127.0.0.1]:28422 ssh-ed25519 AAAA',
    };
    await expect(smoke(host.repository, wrong)).rejects.toThrow(/can't be used/);
  });
});

describeWith('nginx', 'an nginx under a systemd that scripts play, over ssh', () => {
  const host = new Host('units');
  beforeAll(() => host.up());
  afterAll(() => host.down());

  test('is told by its journal, its units and `nginx -T`, with sudo', async () => {
    if (!hasSshd()) return;
    const ssh = await host.openSshd();
    const run = await smoke(host.repository, { ...ssh, wait: 0 });
    expectTold('units', run, { '/ok/': null, '/stopped/': 'app-not-running', '/php/': 'app-not-running', '/old-config/': 'stale-config' });
    const said = (path: string) => run.findings.find((f) => f.why.includes(path));
    expect(said('/stopped/')?.message).toContain('failed units there: api.service');
    expect(said('/php/')?.message).toContain('unit php8.2-fpm.service is failed');
    expect(said('/old-config/')?.fix?.message).toBe('Reload nginx: `nginx -t`, then `nginx -s reload`.');

    host.stopNginx();
    host.setUnit('failed', '2026/01/02 03:04:05 [emerg] 7#7: bind() to 0.0.0.0:80 failed (98: Address already in use)\n');
    const { findings } = await smoke(host.repository, { ...ssh, wait: 0 });
    expect(findings.map((f) => f.check)).toEqual(['smoke/nginx-down']);
    expect(findings[0]?.message).toMatch(/nginx\.service is failed: .*Address already in use/);
  });
});
