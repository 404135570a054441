import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateError, messageOf } from '../core/errors.ts';
import type { Draft } from '../core/finding.ts';
import type { LineReader, SmokeReport } from '../core/report.ts';
import type { Stack } from '../stack/model.ts';
import { DockerGround } from './docker-ground.ts';
import type { Ground } from './ground.ts';
import { HostGround } from './host-ground.ts';
import type { ConfiguredRoute } from './plan.ts';
import { smokeStack } from './stack-run.ts';
import { UnseenGround } from './unseen-ground.ts';
import { LocalPlace, type Place, SshPlace, sshTarget } from './vantage.ts';

/** Times in seconds. */
export interface SmokeOptions {
  baseUrl?: string | undefined;
  /** auto, docker, runner, or ssh://USER@HOST. */
  vantage: string;
  /** How long nginx, and what may still heal, is waited for. */
  wait: number;
  /** Of one request. */
  timeout: number;
  /** PEM text of a certificate authority that nginx's own certificate is verified against; without it nothing is verified. */
  ca?: string | undefined;
  routes?: readonly ConfiguredRoute[] | undefined;
  /** A path for a regex location, by the location as written. */
  samples?: ReadonlyMap<string, string> | undefined;
  /** A private key: its text, or the path of its file. */
  sshKey?: string | undefined;
  /** Lines of a known_hosts file, or the path of one. */
  sshKnownHosts?: string | undefined;
  signal?: AbortSignal | undefined;
  progress?: ((text: string) => void) | undefined;
  lineOf: LineReader;
  /** The repository's top, absolute: Compose labels containers with the folder that they were started from. */
  root?: string | undefined;
}

/** What came out for one stack. `evidence` is JSON without secrets, for a ticket. */
export interface SmokeRun {
  stack: Stack;
  report: SmokeReport;
  findings: Draft[];
  evidence: object;
}

/**
 * Requests every route through nginx and straight at its endpoints, and names the cause of what fails. Reads only:
 * GET and HEAD, no restart, nothing is left behind.
 * @throws GateError when the vantage that was asked for can't be used
 */
export async function runSmoke(stacks: readonly Stack[], options: SmokeOptions): Promise<SmokeRun[]> {
  const local = new LocalPlace(options.signal);
  const isSsh = options.vantage.startsWith('ssh://');
  if (!isSsh && !['auto', 'docker', 'runner'].includes(options.vantage)) {
    throw new GateError(`${options.vantage} is no vantage: auto, docker, runner or ssh://USER@HOST.`);
  }
  if (isSsh) sshTarget(options.vantage);
  const ssh = isSsh
    ? await SshPlace.open(options.vantage, {
        key: textOf(options.sshKey),
        knownHosts: textOf(options.sshKnownHosts),
        signal: options.signal,
      })
    : null;
  // curl takes certificates from files alone.
  const folder = options.ca === undefined ? undefined : mkdtempSync(join(tmpdir(), 'nginx-gate-ca-'));
  const caFile = folder === undefined ? undefined : join(folder, 'ca.pem');
  try {
    if (caFile !== undefined) writeFileSync(caFile, options.ca ?? '');
    const runs: SmokeRun[] = [];
    for (const stack of stacks) {
      if (stack.routes.length === 0 && stack.config.servers.length === 0) continue;
      const ground = await groundOf(stack, local, ssh, options);
      runs.push(await smokeStack(stack, ground, local, { ...options, caFile, isOnlyStack: stacks.length === 1 }));
    }
    return runs;
  } finally {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    await ssh?.close();
  }
}

/** Keys come as text from an action's input, and as a file from a command line. @throws GateError when there is no such file */
function textOf(given: string | undefined): string | undefined {
  if (given === undefined || /[\r\n]|^\S+ \S+ |^-----BEGIN/.test(given.trim())) return given;
  try {
    return readFileSync(given, 'utf8');
  } catch (error) {
    throw new GateError(`${given} can't be read: ${messageOf(error)}`);
  }
}

/** Where nginx stands, as far as it can be found. */
async function groundOf(stack: Stack, local: Place, ssh: SshPlace | null, options: SmokeOptions): Promise<Ground> {
  const machine = ssh ?? local;
  if (stack.nginx.kind === 'host') return new HostGround(machine, stack);
  const engines = ssh ? (await ssh.dockerHosts()).map((host) => new LocalPlace(options.signal, { DOCKER_HOST: host })) : [local];
  for (const engine of engines) {
    const docker = await DockerGround.find({ stack, engine, machine, root: options.root });
    if (docker) return docker;
  }
  if (options.vantage === 'docker' && (await local.run(['docker', 'version'], { timeout: 15 })).code !== 0) {
    throw new GateError('The vantage docker was asked for, and no Docker engine answers.');
  }
  return new UnseenGround(machine);
}
