/**
 * The child processes of `check`: docker, podman and a local nginx, always with argument lists and never through a shell.
 * Containers are sealed and removed again whatever happens.
 */
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { execa, execaSync } from 'execa';
import { type ContainerFile, packFiles, unpackFiles } from './archive.ts';
import { beforeSuddenExit } from './last-resort.ts';

/** What a program said, and how it ended. */
export interface Ran {
  /** Exit status; null when it was killed, or could not be started. */
  status: number | null;
  /** The signal that ended it. */
  signal: string | null;
  stdout: string;
  stderr: string;
  timedOut: boolean;
  /** The program is not there. */
  absent: boolean;
}

interface Limits {
  /** Seconds. */
  seconds: number;
  signal?: AbortSignal | undefined;
  input?: Uint8Array;
  cwd?: string;
  /** Run as this user and group id; only the superuser can. */
  as?: number;
  environment?: Record<string, string>;
  /** In a process group of its own: Ctrl-C at a terminal does not reach it. */
  apart?: boolean;
  /** Told the process id. */
  started?: (pid: number | undefined) => void;
}

export interface ContainerPlan {
  image: string;
  /** The program, run in place of the image's entry point. */
  program: string;
  args: readonly string[];
  /** Names that resolve to 127.0.0.1. */
  hosts: Iterable<string>;
  /** Folders that are empty whatever the image has there. Docker only; see `canHide`. */
  hide: Iterable<string>;
}

const outputLimit = 64 * 1024 * 1024;
const shortly = 30;
/** For questions that move no data. */
const soon = 10;
/** How long an engine may take to say that it is there, in seconds; podman reads its storage for that. */
const answerSeconds = { docker: 5, podman: 10 } as const;
const pullSeconds = 180;
const runSeconds = 60;
/** Containers that a killed process left behind are removed by a later run after this many seconds. */
const abandonedAfter = 900;

/** What docker and podman need of the runner's environment to find their engine. Nothing of it reaches a container. */
const neededVariables = [
  'PATH',
  'HOME',
  'TMPDIR',
  'USER',
  'LOGNAME',
  'XDG_RUNTIME_DIR',
  'XDG_CONFIG_HOME',
  'XDG_DATA_HOME',
  'SSH_AUTH_SOCK',
  'CONTAINER_HOST',
  'CONTAINER_CONNECTION',
  'CONTAINER_SSHKEY',
  'CONTAINERS_CONF',
  'CONTAINERS_STORAGE_CONF',
  'CONTAINERS_REGISTRIES_CONF',
  'REGISTRY_AUTH_FILE',
  'STORAGE_DRIVER',
  'USERPROFILE',
  'APPDATA',
  'LOCALAPPDATA',
  'PROGRAMDATA',
  'PROGRAMFILES',
  'SYSTEMROOT',
  'COMSPEC',
  'PATHEXT',
  'TEMP',
  'TMP',
];
/** The engines' own command lines put these into a container from their configuration unless they are set; they may hold passwords. */
const proxyVariables = ['HTTP_PROXY', 'HTTPS_PROXY', 'FTP_PROXY', 'NO_PROXY', 'ALL_PROXY'];

/** An image reference that can't be taken for an option. */
const imageReference = /^[a-zA-Z0-9][\w.:/@-]{0,511}$/;

/** An engine refused; the message holds its own words. */
export class EngineError extends Error {
  override name = 'EngineError';
}

/** docker or podman. */
export class ContainerEngine {
  readonly name: 'docker' | 'podman';
  /** Whether containers may bind addresses that are not theirs; a kernel without IPv6 refuses the setting. */
  bindsForeignAddresses = true;
  /** Names and labels of one process's containers. */
  readonly #run = randomBytes(6).toString('hex');
  #count = 0;
  #images = new Map<string, Promise<string | null>>();
  #offline = new Map<string, string>();
  #silent: string | null = null;

  private constructor(name: 'docker' | 'podman') {
    this.name = name;
  }

  /** The engine when it answers and runs Linux containers, else why not, in a few words. */
  static async connect(name: 'docker' | 'podman', signal?: AbortSignal): Promise<ContainerEngine | string> {
    const question = name === 'docker' ? ['version', '--format', '{{.Server.Os}}'] : ['info', '--format', '{{.Host.OS}}'];
    const ran = await run(name, question, { seconds: answerSeconds[name], signal });
    if (ran.absent) return `${name} is not installed`;
    if (ran.timedOut) return `${name} did not answer within ${answerSeconds[name]} seconds`;
    if (ran.status !== 0) return `${name} does not answer: ${lastLine(ran.stderr)}`;
    const os = ran.stdout.trim();
    if (os !== 'linux') return `${name} runs ${os === 'windows' ? 'Windows' : os} containers`;
    const engine = new ContainerEngine(name);
    await engine.#sweep(signal);
    return engine.silent ?? engine;
  }

  /** Why nothing more is asked of this engine, or null: once it did not answer in time, each further question would wait as long. */
  get silent(): string | null {
    return this.#silent;
  }

  /** Whether `ContainerPlan.hide` works: podman has no option for an empty anonymous volume. */
  get canHide(): boolean {
    return this.name === 'docker';
  }

  /** Makes sure that an image is there, by one pull where it is not. Answers why it can't be had, or null when it is there. */
  obtain(image: string, signal?: AbortSignal, progress?: (text: string) => void): Promise<string | null> {
    if (this.#silent !== null) return Promise.resolve(this.#silent);
    let known = this.#images.get(image);
    if (known === undefined) {
      known = this.#obtain(image, signal, progress);
      this.#images.set(image, known);
    }
    return known;
  }

  async #obtain(image: string, signal?: AbortSignal, progress?: (text: string) => void): Promise<string | null> {
    if (!imageReference.test(image)) return `${JSON.stringify(image)} is no image reference`;
    const local = await this.#call(['image', 'inspect', '--format', '{{.Os}}', image], { seconds: soon, signal });
    if (local.status === 0) return local.stdout.trim() === 'windows' ? `${image} is a Windows image` : null;
    if (local.timedOut) return this.#silent;
    const registry = registryOf(image);
    const offline = this.#offline.get(registry);
    if (offline !== undefined) return offline;
    progress?.(`${this.name} pulls ${image}`);
    const pulled = await this.#call(['pull', '--quiet', this.#reference(image)], { seconds: pullSeconds, signal });
    if (pulled.status === 0) return null;
    const why = pulled.timedOut ? `no answer within ${pullSeconds} seconds` : lastLine(pulled.stderr);
    const reason = `${this.name} cannot pull ${image} (${why})`;
    if (/no such host|timeout|timed out|network is unreachable|connection refused|no route|no answer within/i.test(why)) {
      this.#offline.set(registry, `${this.name} has no image ${image}, and ${registry} cannot be reached (${why})`);
    }
    return reason;
  }

  /** podman asks at a terminal which registry a short name means. */
  #reference(image: string): string {
    if (this.name === 'docker' || registryOf(image) !== 'docker.io' || image.startsWith('docker.io/')) return image;
    return image.includes('/') ? `docker.io/${image}` : `docker.io/library/${image}`;
  }

  /**
   * Creates a sealed container: no network, three capabilities, limits on processes and memory, nothing of the runner's environment.
   * @throws EngineError when it refuses
   */
  async create(plan: ContainerPlan, signal?: AbortSignal): Promise<Container> {
    this.#count += 1;
    const name = `nginx-gate-${this.#run}-${this.#count}`;
    const container = new Container(this, name);
    try {
      // Never stopped in the middle: the engine would go on with it, and what it makes could not be removed yet.
      const started = (pid: number | undefined): void => {
        container.maker = pid;
      };
      const ran = await this.#call(this.#createArguments(name, plan), { seconds: shortly * 2, apart: true, started });
      container.settled = !ran.timedOut;
      signal?.throwIfAborted();
      if (ran.status === 0) return container;
      throw new EngineError(`${this.name} cannot create a container of ${plan.image}: ${lastLine(ran.stderr)}`);
    } catch (error) {
      await container.remove();
      throw error;
    }
  }

  #createArguments(name: string, plan: ContainerPlan): string[] {
    const mounts = this.canHide ? [...plan.hide].map((folder) => `type=volume,dst=${folder},volume-nocopy`) : [];
    return [
      'create',
      ...['--name', name],
      ...[
        '--label',
        `nginx-gate.sandbox=${process.pid}`,
        '--label',
        `nginx-gate.expires=${Math.floor(Date.now() / 1000) + abandonedAfter}`,
      ],
      ...['--network', 'none'],
      ...['--cap-drop', 'ALL', '--cap-add', 'CHOWN', '--cap-add', 'DAC_OVERRIDE', '--cap-add', 'NET_BIND_SERVICE'],
      ...['--security-opt', 'no-new-privileges'],
      ...['--pids-limit', '64', '--memory', '512m'],
      // nginx -t binds its listen addresses: this lets it bind those of the machine that it is meant for.
      ...(this.bindsForeignAddresses ? ['--sysctl', 'net.ipv4.ip_nonlocal_bind=1', '--sysctl', 'net.ipv6.ip_nonlocal_bind=1'] : []),
      ...['--user', '0:0', '--no-healthcheck', '--log-driver', 'none'],
      ...(this.name === 'podman' ? ['--http-proxy=false', '--pull=never'] : []),
      ...proxyVariables.flatMap((variable) => ['--env', `${variable}=`, '--env', `${variable.toLowerCase()}=`]),
      ...mounts.flatMap((mount) => ['--mount', mount]),
      ...[...plan.hosts].flatMap((host) => ['--add-host', `${host}:127.0.0.1`]),
      ...['--entrypoint', plan.program],
      plan.image,
      ...plan.args,
    ];
  }

  /** @internal */
  async call(args: readonly string[], limits: Limits): Promise<Ran> {
    return this.#call(args, limits);
  }

  async #call(args: readonly string[], limits: Limits): Promise<Ran> {
    const ran = await run(this.name, args, limits);
    // What a container runs, and a registry far away, may take long without any fault of the engine.
    if (ran.timedOut && args[0] !== 'start' && args[0] !== 'pull')
      this.#silent ??= `${this.name} did not answer to "${this.name} ${args[0]}" within ${limits.seconds} seconds`;
    return ran;
  }

  /** Removes what a killed process of ours left behind. */
  async #sweep(signal?: AbortSignal): Promise<void> {
    const listed = await this.#call(['ps', '--all', '--filter', 'label=nginx-gate.sandbox', '--format', '{{.Names}} {{.Labels}}'], {
      seconds: soon,
      signal,
    });
    const now = Date.now() / 1000;
    const old = listed.stdout.split('\n').flatMap((line) => {
      const name = /^nginx-gate-[\da-f]+-\d+(?= )/.exec(line)?.[0];
      // docker lists labels as a=b,c=d and podman as map[a:b c:d].
      const expires = /nginx-gate\.expires[=:](\d+)/.exec(line)?.[1];
      return name !== undefined && Number(expires ?? Infinity) < now ? [name] : [];
    });
    if (old.length > 0) await this.#call(['rm', '--force', '--volumes', ...old], { seconds: shortly });
  }
}

/** One sealed container. Removed by `remove`, or by itself when the process ends before that. */
export class Container {
  readonly name: string;
  readonly #engine: ContainerEngine;
  readonly #forget: () => void;
  /** Whether the engine has answered to `create`; before that it may still be busy with it when its command line is gone. */
  settled = false;
  /** The process id of the command line that creates it. */
  maker: number | undefined;

  /** @internal */
  constructor(engine: ContainerEngine, name: string) {
    this.#engine = engine;
    this.name = name;
    this.#forget = beforeSuddenExit(() => this.#removeNow());
  }

  /** Unpacks files at their absolute paths. @throws EngineError when it refuses */
  async copyIn(files: Iterable<ContainerFile>, signal?: AbortSignal): Promise<void> {
    const list = [...files];
    if (list.length === 0) return;
    const input = await packFiles(list);
    const ran = await this.#engine.call(['cp', '-', `${this.name}:/`], { seconds: runSeconds, signal, input });
    if (ran.status !== 0) throw new EngineError(`the files cannot be copied into the container: ${lastLine(ran.stderr)}`);
  }

  /** The files below a folder, or the one file; empty when there is none. */
  async copyOut(path: string, signal?: AbortSignal): Promise<ContainerFile[]> {
    const bytes = await runForBytes(this.#engine.name, ['cp', `${this.name}:${path}`, '-'], { seconds: shortly, signal });
    return bytes === undefined ? [] : unpackFiles(bytes, path);
  }

  /** Runs the program to its end, at most a minute. Can be called again. */
  async start(signal?: AbortSignal): Promise<Ran> {
    const ran = await this.#engine.call(['start', '--attach', this.name], { seconds: runSeconds, signal });
    if (ran.timedOut) await this.#engine.call(['kill', this.name], { seconds: shortly });
    return ran;
  }

  /** Removes the container and its volumes. Never throws; works after the work was aborted. */
  async remove(): Promise<void> {
    for (let left = this.settled ? settledTries : unsettledTries; left > 0; left -= 1) {
      if (isRemoved(await this.#engine.call(this.#removal(), { seconds: shortly }))) break;
      // A later run removes what this engine still comes to make.
      if (this.#engine.silent !== null) break;
      await setTimeout(pauseMilliseconds);
    }
    this.#forget();
  }

  #removal(): string[] {
    return ['rm', '--force', '--volumes', this.name];
  }

  /** The command line that creates the container is waited for: only then is it there to be removed, or will never be. */
  #removeNow(): void {
    const until = Date.now() + makerMilliseconds;
    let left = this.settled ? settledTries : unsettledTries;
    while (left > 0) {
      const busy = !this.settled && this.maker !== undefined && isRunning(this.maker);
      const ran = execaSync(this.#engine.name, this.#removal(), { ...surroundings({ seconds: shortly }), reject: false });
      if (isRemoved({ status: ran.exitCode ?? null, stderr: ran.stderr }) || ran.timedOut) return;
      if (!busy || Date.now() > until) left -= 1;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMilliseconds);
    }
  }
}

/** How often a removal is tried: of a container that is there, and of one that an engine may still be making. */
const settledTries = 3;
const unsettledTries = 5;
const pauseMilliseconds = 200;
/** How long a command line may take that creates a container while the process already ends. */
const makerMilliseconds = 60_000;

/** Whether a child process of ours still works. One that has ended stays in the table of processes until we look after it. */
function isRunning(pid: number): boolean {
  try {
    const status = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return !/^[ZX]/.test(status.slice(status.lastIndexOf(')') + 2));
  } catch {
    // No such process, or a system without /proc: then the tries are counted.
    return false;
  }
}

/** podman, and docker from version 20.10 on, end with 0 when there was nothing to remove. */
function isRemoved(ran: { status: number | null; stderr: string }): boolean {
  return ran.status === 0 && !/no such container/i.test(ran.stderr);
}

/** Runs an nginx of this machine. The caller answers for the configuration that it reads. */
export function runNginx(args: readonly string[], limits: { cwd: string; as?: number; signal?: AbortSignal | undefined }): Promise<Ran> {
  return run('nginx', args, { seconds: runSeconds, environment: { LC_ALL: 'C' }, ...limits });
}

/** What `nginx -V` says (standard error), or null when no nginx is on PATH. */
export async function localNginx(signal?: AbortSignal): Promise<string | null> {
  const ran = await run('nginx', ['-V'], { seconds: shortly, signal });
  return ran.status === 0 ? ran.stderr : null;
}

/** Never rejects, except with the signal's reason when the work was aborted. */
async function run(program: string, args: readonly string[], limits: Limits): Promise<Ran> {
  const child = execa(program, args, {
    ...options(limits),
    ...(limits.signal ? { cancelSignal: limits.signal } : {}),
    ...(limits.input ? { input: limits.input } : { stdin: 'ignore' as const }),
  });
  limits.started?.(child.pid);
  // What a killed program started itself may live on and hold the other end of its output.
  child.once('exit', (_, signal) => {
    if (signal === null) return;
    child.stdout.destroy();
    child.stderr.destroy();
  });
  const done = killedWithUs(child);
  const ran = await child;
  done();
  limits.signal?.throwIfAborted();
  return {
    status: ran.exitCode ?? null,
    signal: ran.signal ?? null,
    stdout: ran.stdout,
    stderr: ran.stderr,
    timedOut: ran.timedOut,
    absent: ran.code === 'ENOENT',
  };
}

async function runForBytes(program: string, args: readonly string[], limits: Limits): Promise<Uint8Array | undefined> {
  const child = execa(program, args, {
    ...options(limits),
    ...(limits.signal ? { cancelSignal: limits.signal } : {}),
    stdin: 'ignore',
    encoding: 'buffer',
  });
  const done = killedWithUs(child);
  const ran = await child;
  done();
  limits.signal?.throwIfAborted();
  return ran.exitCode === 0 ? ran.stdout : undefined;
}

/** execa's own clean-up listens for signals in a way that keeps the process alive beside other listeners. */
function killedWithUs(child: { kill(signal: 'SIGKILL'): boolean }): () => void {
  return beforeSuddenExit(() => child.kill('SIGKILL'));
}

function options(limits: Limits) {
  // On Windows it would open a window.
  const detached = limits.apart === true && process.platform !== 'win32';
  return { ...surroundings(limits), reject: false, cleanup: false, detached } as const;
}

function surroundings(limits: Limits) {
  return {
    env: { ...runnersVariables(), ...limits.environment },
    extendEnv: false,
    timeout: limits.seconds * 1000,
    killSignal: 'SIGKILL',
    maxBuffer: outputLimit,
    ...(limits.cwd === undefined ? {} : { cwd: limits.cwd }),
    ...(limits.as === undefined ? {} : { uid: limits.as, gid: limits.as }),
  } as const;
}

function runnersVariables(): Record<string, string> {
  const kept = Object.entries(process.env).filter(([name]) => neededVariables.includes(name.toUpperCase()) || name.startsWith('DOCKER_'));
  return Object.fromEntries(kept.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
}

/** The registry of a reference: its first part when that looks like a host. */
function registryOf(image: string): string {
  const [first = '', second] = image.split('/');
  return second !== undefined && (/[.:]/.test(first) || first === 'localhost') ? first : 'docker.io';
}

function lastLine(text: string): string {
  const line = text.trim().split('\n').at(-1)?.trim() ?? '';
  return line === '' ? 'it gave no reason' : line.slice(0, 300);
}
