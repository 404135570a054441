import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { GateError, messageOf } from '../core/errors.ts';

/** How a command ended. `code` is null when it could not be started, was killed or ran out of time. */
export interface Ran {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** What a command gets besides its own constant words. */
export interface RunOptions {
  /** Words that come from files or from the network. They reach the program as arguments, and never a shell. */
  args?: readonly string[];
  /** Standard input; not together with `args` over ssh. */
  input?: string | Uint8Array;
  /** Seconds until the command is killed. */
  timeout: number;
  /** A user of the place to run as; ignored where that is not allowed. */
  user?: string | null;
  /** It tidies up: it runs although the job has been cancelled. */
  tidies?: boolean;
}

/** A place that commands run at: this machine, a container, a host over ssh. */
export interface Place {
  /** For reports: `docker`, `runner`, `ssh://deploy@host`. */
  readonly name: string;
  /**
   * @param program constant words of ours alone; what comes from outside goes into `args` or `input`
   * @throws the signal's reason when the job is cancelled
   */
  run(program: readonly string[], options: RunOptions): Promise<Ran>;
}

/** More output than any command of ours has reason to give. */
const mostOutput = 16 * 1024 * 1024;

interface ProcessOptions {
  input?: string | Uint8Array | undefined;
  timeout: number;
  signal?: AbortSignal | undefined;
  env?: Record<string, string> | undefined;
  identity?: { uid: number; gid: number } | null;
}

async function start(program: string, words: readonly string[], options: ProcessOptions): Promise<Ran> {
  try {
    const ran = await execa(program, words, {
      ...(options.input === undefined ? { stdin: 'ignore' as const } : { input: options.input }),
      timeout: options.timeout * 1000,
      forceKillAfterDelay: 2000,
      reject: false,
      stripFinalNewline: false,
      maxBuffer: mostOutput,
      // The C locale: what programs say must not depend on the machine.
      env: { LC_ALL: 'C', ...options.env },
      ...(options.signal && { cancelSignal: options.signal }),
      ...(options.identity && { uid: options.identity.uid, gid: options.identity.gid }),
    });
    options.signal?.throwIfAborted();
    return { code: ran.exitCode ?? null, stdout: String(ran.stdout ?? ''), stderr: String(ran.stderr ?? '') };
  } catch (error) {
    options.signal?.throwIfAborted();
    return { code: null, stdout: '', stderr: messageOf(error) };
  }
}

/** This machine. */
export class LocalPlace implements Place {
  readonly name: string = 'runner';
  readonly #signal: AbortSignal | undefined;
  readonly #env: Record<string, string> | undefined;
  readonly #identities = new Map<string, Promise<{ uid: number; gid: number } | null>>();

  /** @param env variables for each command besides the machine's own (DOCKER_HOST) */
  constructor(signal?: AbortSignal, env?: Record<string, string>) {
    this.#signal = signal;
    this.#env = env;
  }

  async run(program: readonly string[], { args = [], input, timeout, user, tidies }: RunOptions): Promise<Ran> {
    const [name = '', ...words] = program;
    const identity = user ? await this.#identity(user) : null;
    const signal = tidies ? undefined : this.#signal;
    return start(name, [...words, ...args], { input, timeout, signal, env: this.#env, identity });
  }

  /** Only root can be somebody else. */
  #identity(user: string): Promise<{ uid: number; gid: number } | null> {
    if (process.getuid?.() !== 0) return Promise.resolve(null);
    const known = this.#identities.get(user) ?? this.#lookUp(user);
    this.#identities.set(user, known);
    return known;
  }

  async #lookUp(user: string): Promise<{ uid: number; gid: number } | null> {
    const asked = (flag: string) => start('id', [flag, '--', user], { timeout: 5, signal: this.#signal });
    const [uid, gid] = await Promise.all([asked('-u'), asked('-g')]);
    return uid.code === 0 && gid.code === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : null;
  }
}

/** Ends the processes whose environment holds its one argument: the engine leaves a command alone when its client ends. */
const killMarked = 'cd /proc && for p in [0-9]*; do grep -qs "$0" "$p/environ" && kill "$p"; done';

/** Inside a running container. */
export class ContainerPlace implements Place {
  readonly name = 'docker';
  readonly #local: Place;
  readonly #id: string;

  constructor(local: Place, id: string) {
    this.#local = local;
    this.#id = id;
  }

  async run(program: readonly string[], { args = [], input, timeout, user }: RunOptions): Promise<Ran> {
    const mark = randomName();
    const as = user ? ['-u', user] : [];
    try {
      return await this.#local.run(['docker', 'exec', ...(input === undefined ? [] : ['-i'])], {
        args: ['-e', `NGINX_GATE_RUN=${mark}`, ...as, this.#id, ...program, ...args],
        timeout,
        ...(input !== undefined && { input }),
      });
    } catch (error) {
      // Only curl waits for anything.
      if (program[0] === 'curl') {
        const words = [...as, this.#id, 'sh', '-c', killMarked, mark];
        await this.#local.run(['docker', 'exec'], { args: words, timeout: tidyTimeout, tidies: true });
      }
      throw error;
    }
  }
}

/** A container that lives for one command, in the network namespace of another: for images that lack a program. */
export class HelperPlace implements Place {
  readonly name = 'docker';
  readonly #local: Place;
  readonly #id: string;
  readonly #image: string;

  constructor(local: Place, id: string, image: string) {
    this.#local = local;
    this.#id = id;
    this.#image = image;
  }

  async run(program: readonly string[], { args = [], input, timeout }: RunOptions): Promise<Ran> {
    const [entry = '', ...words] = program;
    const container = randomName();
    const beside = ['--name', container, '--network', `container:${this.#id}`, '--volumes-from', `${this.#id}:ro`];
    const sealed = ['--rm', '--pull=never', '--cap-drop=ALL', '--log-driver=none', ...(input === undefined ? [] : ['-i'])];
    try {
      return await this.#local.run(['docker', 'run', ...sealed], {
        args: [...beside, '--entrypoint', entry, this.#image, ...words, ...args],
        timeout: timeout + 5,
        ...(input !== undefined && { input }),
      });
    } catch (error) {
      // The first process of a container does not hear the signal that its client hands on.
      await this.#local.run(['docker', 'rm', '-f'], { args: [container], timeout: tidyTimeout, tidies: true });
      throw error;
    }
  }
}

/** Seconds that tidying up may take. */
const tidyTimeout = 15;

function randomName(): string {
  return `nginx-gate-${randomBytes(8).toString('hex')}`;
}

/** Where `ssh://` leads, as ssh takes it. */
export interface SshTarget {
  user: string | null;
  host: string;
  port: number | null;
}

/** @throws GateError for anything that is no `ssh://[USER@]HOST[:PORT]` */
export function sshTarget(text: string): SshTarget {
  const found = /^ssh:\/\/(?:([\w.][\w.-]{0,63})@)?(\[[0-9A-Fa-f:.]{2,45}\]|[A-Za-z0-9][A-Za-z0-9.-]{0,252})(?::(\d{1,5}))?\/?$/.exec(text);
  if (!found?.[2]) throw new GateError(`${text} is no ssh://USER@HOST.`);
  return { user: found[1] ?? null, host: found[2].replace(/^\[|\]$/g, ''), port: found[3] === undefined ? null : Number(found[3]) };
}

/** Words that mean themselves to every shell: sshd always hands the command line to the user's shell. */
const inert = /^[A-Za-z0-9_./,:@%+-]+$/;

/** A host over ssh. Its shell sees constant words of ours alone; arguments travel through standard input to xargs. */
export class SshPlace implements Place {
  readonly name: string;
  readonly #options: readonly string[];
  readonly #host: string;
  readonly #folder: string;
  readonly #signal: AbortSignal | undefined;
  #dockerHosts: Promise<string[]> | undefined;

  private constructor(name: string, host: string, options: readonly string[], folder: string, signal: AbortSignal | undefined) {
    this.name = name;
    this.#host = host;
    this.#options = options;
    this.#folder = folder;
    this.#signal = signal;
  }

  /**
   * Opens one connection that all commands share. `close` ends it and removes what was written for it.
   * @param key a private key in OpenSSH or PEM form
   * @param knownHosts lines of a known_hosts file; without them the machine's own files decide
   * @throws GateError when the host can't be reached or lets nobody in
   */
  static async open(
    address: string,
    more: { key?: string | undefined; knownHosts?: string | undefined; signal?: AbortSignal | undefined },
  ): Promise<SshPlace> {
    const { user, host, port } = sshTarget(address);
    const folder = await mkdtemp(join(tmpdir(), 'nginx-gate-ssh-'));
    const set = (name: string, value: string) => ['-o', `${name}=${value}`];
    const options = ['-T', ...set('BatchMode', 'yes'), ...set('ConnectTimeout', '10'), ...set('ForwardAgent', 'no')];
    options.push(...set('ControlMaster', 'auto'), ...set('ControlPath', join(folder, 'c')), ...set('ControlPersist', '120'));
    if (more.key !== undefined) {
      await writeFile(join(folder, 'key'), more.key.endsWith('\n') ? more.key : `${more.key}\n`, { mode: 0o600 });
      options.push('-i', join(folder, 'key'), ...set('IdentitiesOnly', 'yes'));
    }
    if (more.knownHosts !== undefined) {
      await writeFile(join(folder, 'known_hosts'), `${more.knownHosts}\n`, { mode: 0o600 });
      options.push(...set('UserKnownHostsFile', join(folder, 'known_hosts')), ...set('StrictHostKeyChecking', 'yes'));
    }
    if (port !== null) options.push('-p', String(port));
    if (user !== null) options.push('-l', user);
    const place = new SshPlace(address, host, options, folder, more.signal);
    const tried = await place.run(['true'], { timeout: 20 });
    if (tried.code === 0) return place;
    await place.close();
    throw new GateError(`${address} can't be used: ${messageOf(tried.stderr.trim().split('\n').at(-1) ?? '') || 'ssh failed'}`);
  }

  run(program: readonly string[], { args = [], input, timeout }: RunOptions): Promise<Ran> {
    const words = args.length === 0 ? program : ['xargs', '-0', '-r', ...program];
    for (const word of words) if (!inert.test(word)) throw new Error(`${word} is no constant word`);
    if (args.length > 0 && input !== undefined) throw new Error('a command over ssh takes arguments or standard input');
    const given = args.length === 0 ? input : args.map((arg) => `${arg.replaceAll('\0', '')}\0`).join('');
    return start('ssh', [...this.#options, '--', this.#host, words.join(' ')], {
      input: given,
      timeout: timeout + 5,
      signal: this.#signal,
    });
  }

  /** Sends bytes to an address as seen from that host, and answers with what comes back; no program runs there. */
  forward(address: string, bytes: Uint8Array, timeout: number): Promise<Ran> {
    return start('ssh', [...this.#options, '-W', address, '--', this.#host], { input: bytes, timeout, signal: this.#signal });
  }

  /**
   * Values for DOCKER_HOST that lead to that host's engine, best first: its socket, forwarded through this connection; and
   * Docker's own way, which knows the machine's ssh configuration but nothing of a given key.
   */
  dockerHosts(): Promise<string[]> {
    this.#dockerHosts ??= this.#forwardEngine();
    return this.#dockerHosts;
  }

  async #forwardEngine(): Promise<string[]> {
    const socket = join(this.#folder, 'docker.sock');
    const words = ['-O', 'forward', '-L', `${socket}:/var/run/docker.sock`, '--', this.#host];
    const ran = await start('ssh', [...this.#options, ...words], { timeout: 15, signal: this.#signal });
    const hasKey = this.#options.includes('-i');
    return [...(ran.code === 0 ? [`unix://${socket}`] : []), ...(hasKey ? [] : [this.name])];
  }

  async close(): Promise<void> {
    // The run may have been cancelled: closing must work all the same.
    await start('ssh', [...this.#options, '-O', 'exit', '--', this.#host], { timeout: 5 });
    await rm(this.#folder, { recursive: true, force: true });
  }
}
