import { posix } from 'node:path';
import { directivesIn } from '../nginx/include.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { appListeners, type Ground, isAddress, type NginxState, readListeners, readSocket, resolveByGetent, unknownApp } from './ground.ts';
import type { AppState, Listener } from './observation.ts';
import type { EndpointAddress } from './request.ts';
import { ContainerPlace, HelperPlace, type Place, type Ran, type RunOptions } from './vantage.ts';

/** What `docker inspect` says of one container, as far as it is read. */
interface Container {
  Id: string;
  Name: string;
  Image: string;
  RestartCount?: number;
  Config: { Labels?: Record<string, string> | null; Hostname?: string; Image?: string };
  HostConfig: { NetworkMode?: string; RestartPolicy?: { Name?: string }; PortBindings?: Record<string, unknown> | null };
  State: {
    Status: string;
    Running: boolean;
    Paused: boolean;
    Restarting: boolean;
    OOMKilled: boolean;
    ExitCode: number;
    StartedAt: string;
    FinishedAt: string;
    Health?: { Status?: string };
  };
  NetworkSettings: {
    Ports?: Record<string, { HostIp: string; HostPort: string }[] | null> | null;
    Networks?: Record<
      string,
      { IPAddress?: string; GlobalIPv6Address?: string; Aliases?: string[] | null; DNSNames?: string[] | null }
    > | null;
  };
}

const label = {
  project: 'com.docker.compose.project',
  service: 'com.docker.compose.service',
  directory: 'com.docker.compose.project.working_dir',
  files: 'com.docker.compose.project.config_files',
  oneOff: 'com.docker.compose.oneoff',
};
const listed = ['project', 'service', 'directory', 'files', 'oneOff'] as const;

/** nginx as a container of a compose project that runs on this Docker engine. */
export class DockerGround implements Ground {
  readonly name = 'docker';
  readonly place: Place | null;
  readonly workerUser: string | null;
  readonly #local: Place;
  readonly #stack: Stack;
  readonly #ids: readonly string[];
  readonly #nginxId: string;
  #containers: Container[];
  /** When `#containers` was true; how long a container runs is counted from then. */
  #inspectedAt: number;
  /** The ids of containers that crashed again and again before the first request: no request of ours ended them. */
  readonly #loopedBefore: ReadonlySet<string>;
  /** Found out while the first requests run. */
  readonly #logFiles: Promise<string[]>;
  readonly #listeners = new Map<string, Promise<Listener[] | null>>();
  readonly #resolved = new Map<string, Promise<string[] | null>>();

  private constructor(local: Place, stack: Stack, containers: Container[], nginx: Container, place: Place | null) {
    this.#local = local;
    this.#stack = stack;
    this.#containers = containers;
    this.#inspectedAt = Date.now();
    this.#loopedBefore = new Set(containers.filter((c) => c.State.Restarting || hasJustRestarted(c, this.#inspectedAt)).map((c) => c.Id));
    this.#ids = containers.map((c) => c.Id);
    this.#nginxId = nginx.Id;
    this.place = place;
    this.workerUser = workerUserOf(stack);
    this.#logFiles = this.#findLogFiles().catch(() => []);
  }

  /**
   * The running project of a stack; undefined when Docker has no container of its nginx service, or there is no Docker.
   * @param root the repository's top, absolute; Compose labels its containers with the folder that they were started from
   */
  static async find(local: Place, stack: Stack, root: string | undefined): Promise<DockerGround | undefined> {
    const service = stack.nginx.service?.name;
    if (service === undefined) return undefined;
    const format = ['{{.ID}}', ...listed.map((name) => `{{.Label "${label[name]}"}}`)].join('\t');
    const ran = await local.run(['docker', 'ps', '-a', '--no-trunc', '--filter', `label=${label.project}`, '--format', format], {
      timeout: 30,
    });
    if (ran.code !== 0) return undefined;
    const ids = projectIds(ran.stdout, stack, service, root);
    if (ids.length === 0) return undefined;
    const containers = await inspect(local, ids);
    const nginxes = containers.filter((c) => serviceOf(c) === service);
    const nginx = nginxes.find((c) => c.State.Running) ?? nginxes[0];
    if (!nginx) return undefined;
    return new DockerGround(local, stack, containers, nginx, nginx.State.Running ? new NginxPlace(local, nginx, containers) : null);
  }

  get #nginx(): Container {
    return this.#containers.find((c) => c.Id === this.#nginxId) ?? (this.#containers[0] as Container);
  }

  async refresh(): Promise<void> {
    const fresh = await inspect(this.#local, this.#ids);
    if (fresh.length > 0) {
      this.#containers = fresh;
      this.#inspectedAt = Date.now();
    }
    this.#listeners.clear();
    this.#resolved.clear();
  }

  async nginxState(): Promise<NginxState> {
    const { State, Name, HostConfig } = this.#nginx;
    if (State.Running && !State.Restarting) return { running: true, says: null, isFinal: false };
    const ran = await this.#local.run(['docker', 'logs', '--tail', '20'], { args: [this.#nginxId], timeout: 15 });
    const words = `${ran.stdout}\n${ran.stderr}`.split('\n').filter((line) => /\[(?:emerg|alert|crit)\]/.test(line));
    const restarts = /always|on-failure|unless-stopped/.test(HostConfig.RestartPolicy?.Name ?? '');
    return {
      running: false,
      says: `${Name.slice(1)} ${stateWords(this.#nginx)}${words.length > 0 ? `: ${words.at(-1)}` : ''}`,
      isFinal: !restarts && State.Status === 'exited',
    };
  }

  async addresses(endpoint: Endpoint): Promise<EndpointAddress[] | null> {
    const { host, port } = endpoint.target;
    if (host === null || port === null) return null;
    if (isAddress(host)) return [{ host, port }];
    if (host === 'localhost')
      return [
        { host: '127.0.0.1', port },
        { host: '::1', port },
      ];
    const named = this.#named(host);
    const ofContainers = named.filter((c) => c.State.Running).flatMap((c) => this.#addressesOf(c));
    // A name of the project is the project's: what the machine's own DNS makes of it is not what nginx would get.
    const isOurs = named.length > 0 || (this.#stack.project?.services ?? []).some((s) => s.name.toLowerCase() === host);
    if (ofContainers.length > 0 || isOurs) return ofContainers.map((address) => ({ host: address, port }));
    const resolved = await this.#resolve(host);
    return resolved === null ? null : resolved.map((address) => ({ host: address, port }));
  }

  #resolve(host: string): Promise<string[] | null> {
    const known = this.#resolved.get(host) ?? (this.place ? resolveByGetent(this.place, host) : Promise.resolve(null));
    this.#resolved.set(host, known);
    return known;
  }

  /** The addresses of a container on networks that nginx is on as well. */
  #addressesOf(container: Container): string[] {
    const own = this.#networksOf(this.#nginx);
    const networks = Object.entries(container.NetworkSettings.Networks ?? {}).filter(([name]) => own.has(name));
    return networks.flatMap(([, n]) => [n.IPAddress ?? '', n.GlobalIPv6Address ?? '']).filter((a) => a !== '');
  }

  /** Its networks, or those of the container whose namespace it shares. */
  #networksOf(container: Container): Set<string> {
    const shared = /^container:(.+)$/.exec(container.HostConfig.NetworkMode ?? '')?.[1];
    const owner =
      shared === undefined ? container : (this.#containers.find((c) => c.Id.startsWith(shared) || c.Name === `/${shared}`) ?? container);
    return new Set(Object.keys(owner.NetworkSettings.Networks ?? {}));
  }

  /** The containers that a name means, started or not. */
  #named(host: string): Container[] {
    const wanted = host.toLowerCase();
    return this.#containers.filter((c) => {
      const networks = Object.values(c.NetworkSettings.Networks ?? {});
      const names = [
        c.Name.slice(1),
        c.Config.Hostname,
        serviceOf(c),
        ...networks.flatMap((n) => [...(n.Aliases ?? []), ...(n.DNSNames ?? [])]),
      ];
      return c.Id !== this.#nginxId && names.some((n) => n?.toLowerCase() === wanted);
    });
  }

  /** The containers behind an endpoint: by the service that the files lead to, else by name or address. */
  #behind(endpoint: Endpoint): Container[] {
    const { reach, target } = endpoint;
    if ('service' in reach) {
      const found = this.#containers.filter((c) => serviceOf(c) === reach.service.name);
      if (found.length > 0) return found;
    }
    const host = target.host;
    if (host === null) return [];
    if (isAddress(host)) return this.#containers.filter((c) => this.#addressesOf(c).includes(host));
    return this.#named(host);
  }

  /** Whether the endpoint is in nginx's own network namespace. */
  #isOwn(endpoint: Endpoint): boolean {
    const host = endpoint.target.host ?? '';
    return host === 'localhost' || host.startsWith('127.') || host === '::1' || (endpoint.reach.kind === 'service' && endpoint.reach.self);
  }

  async app(endpoint: Endpoint, since: number): Promise<AppState> {
    const { target } = endpoint;
    const addresses = await this.addresses(endpoint);
    const addressesNow = addresses?.map((a) => a.host) ?? null;
    const socket = target.socket !== null && this.place ? await readSocket(this.place, target.socket) : null;
    const behind = this.#behind(endpoint);
    const isOwn = this.#isOwn(endpoint);
    const chosen = chosenContainer(behind);
    if (!chosen) {
      const service = 'service' in endpoint.reach ? endpoint.reach.service.name : null;
      if (isOwn) return { ...unknownApp, name: 'nginx’s own container', listeners: await this.#ownApp(), addressesNow, socket };
      if (service === null) return { ...unknownApp, addressesNow, socket };
      return { ...unknownApp, name: `service ${service}`, state: 'gone', says: 'has no container', addressesNow, socket };
    }
    const { State } = chosen;
    const isLooping = hasJustRestarted(chosen, this.#inspectedAt);
    const isApart = State.Running && !isOwn && chosen.HostConfig.NetworkMode !== 'host' && this.#addressesOf(chosen).length === 0;
    const state = State.Restarting || isLooping ? 'restarting' : State.Paused ? 'paused' : State.Running ? 'running' : 'gone';
    const listeners = state !== 'running' || target.socket !== null ? null : isOwn ? await this.#ownApp() : await this.#listenersOf(chosen);
    return {
      name: `container ${chosen.Name.slice(1)}`,
      state,
      says: isLooping ? `has ended and started again ${chosen.RestartCount} times` : stateWords(chosen),
      isApart,
      endedDuringRun: !this.#loopedBefore.has(chosen.Id) && hasEndedSince(chosen, since - 500, state !== 'running'),
      listeners,
      addressesNow,
      socket,
    };
  }

  /** What listens beside nginx in its own namespace. */
  async #ownApp(): Promise<Listener[] | null> {
    const all = await this.ownListeners();
    const own = new Set(this.#stack.config.servers.flatMap((s) => (s.listens.length === 0 ? [80, 8000] : s.listens.map((l) => l.port))));
    return all?.filter((l) => !own.has(l.port)) ?? null;
  }

  ownListeners(): Promise<Listener[] | null> {
    return this.#listenersOf(this.#nginx);
  }

  #listenersOf(container: Container): Promise<Listener[] | null> {
    const known = this.#listeners.get(container.Id) ?? this.#readListeners(container);
    this.#listeners.set(container.Id, known);
    return known;
  }

  async #readListeners(container: Container): Promise<Listener[] | null> {
    // In the host's namespace everything of the machine listens: nobody can say which of it is the app.
    if (container.HostConfig.NetworkMode === 'host' || !container.State.Running) return null;
    const inside = await readListeners(new ContainerPlace(this.#local, container.Id));
    const all = inside ?? (await readListeners(new HelperPlace(this.#local, container.Id, this.#nginx.Image)));
    return all === undefined ? null : appListeners(all);
  }

  async errorLog(): Promise<string> {
    const lines = '5000';
    const [ran, files] = await Promise.all([
      this.#local.run(['docker', 'logs', '--tail', lines], { args: [this.#nginxId], timeout: 30 }),
      this.#logFiles.then((paths) => Promise.all(paths.map((path) => this.#readLog(path)))),
    ]);
    // nginx's standard error carries the error log; what the image's own folder links there comes with it.
    return [ran.stderr, ran.stdout, ...files].join('\n');
  }

  /** The error logs of the configuration that are files of their own. */
  #writtenLogs(): string[] {
    const paths = new Set<string>();
    const visit = (nodes: Iterable<import('../nginx/parser.ts').ConfigNode>, depth: number) => {
      for (const node of nodes) {
        const path = node.args[0]?.text ?? '';
        if (node.word.text === 'error_log' && !/^(?:stderr|syslog:|memory:|\/dev\/)/.test(path) && !path.includes('$')) {
          paths.add(posix.resolve(this.#stack.nginx.prefix, path));
        }
        if (node.block && depth < 8) visit(directivesIn(node.block), depth + 1);
      }
    };
    visit(directivesIn(this.#stack.config.directives), 0);
    paths.delete('/var/log/nginx/error.log');
    return [...paths, '/var/log/nginx/error.log'].slice(0, 8);
  }

  /** The official image links its logs to standard error: only regular files are read, or this would never end. */
  async #findLogFiles(): Promise<string[]> {
    if (!this.#nginx.State.Running) return [];
    const inside = new ContainerPlace(this.#local, this.#nginxId);
    const ran = await inside.run(['stat', '-L', '-c', '%n,%F'], { args: this.#writtenLogs(), timeout: 10 });
    return ran.stdout.split('\n').flatMap((line) => /^(.+),regular(?: empty)? file$/.exec(line)?.[1] ?? []);
  }

  async #readLog(path: string): Promise<string> {
    const inside = new ContainerPlace(this.#local, this.#nginxId);
    const ran = await inside.run(['tail', '-c', '4000000'], { args: ['--', path], timeout: 20 });
    return ran.stdout;
  }

  /** Where a port of nginx's container is published on the engine's machine. */
  published(port: number): EndpointAddress | null {
    const binding = this.#nginx.NetworkSettings.Ports?.[`${port}/tcp`]?.[0];
    if (!binding) return null;
    const any = ['', '0.0.0.0', '::'].includes(binding.HostIp);
    return { host: any ? '127.0.0.1' : binding.HostIp, port: Number(binding.HostPort) };
  }

  /** nginx's own port behind a port of the engine's machine; null when nginx publishes none there. */
  publishedAs(port: number): number | null {
    for (const [own, bindings] of Object.entries(this.#nginx.NetworkSettings.Ports ?? {})) {
      if (bindings?.some((b) => Number(b.HostPort) === port)) return Number.parseInt(own, 10);
    }
    return null;
  }

  /** The service that has an address now. */
  serviceAt(address: string): string | null {
    const owner = this.#containers.find((c) => c.State.Running && c.Id !== this.#nginxId && this.#addressesOf(c).includes(address));
    return owner ? serviceOf(owner) : null;
  }

  /** Whether nginx may hold an address that what stands behind an endpoint has no longer: it is gone, or younger than nginx. */
  mayHaveMoved(endpoint: Endpoint): boolean {
    const since = Date.parse(this.#nginx.State.StartedAt);
    const behind = this.#behind(endpoint);
    return behind.length === 0 || behind.some((c) => this.#addressesOf(c).length === 0 || Date.parse(c.State.StartedAt) > since);
  }

  async mayHeal(endpoint: Endpoint): Promise<boolean> {
    const chosen = chosenContainer(this.#behind(endpoint));
    if (!chosen) return false;
    const { State, HostConfig } = chosen;
    if (State.Restarting || State.Status === 'created') return true;
    if (!State.Running) return State.ExitCode !== 0 && /always|on-failure|unless-stopped/.test(HostConfig.RestartPolicy?.Name ?? '');
    if (State.Health?.Status === 'starting') return true;
    const age = (Date.now() - Date.parse(State.StartedAt)) / 1000;
    return age < slowestStart;
  }
}

/** Seconds after which a container that does not listen is no longer thought to be starting. */
const slowestStart = 180;

function serviceOf(container: Container): string {
  return container.Config.Labels?.[label.service] ?? '';
}

/** One container speaks for the service: a running one first. */
function chosenContainer(containers: readonly Container[]): Container | undefined {
  return containers.find((c) => c.State.Running && !c.State.Restarting) ?? containers.find((c) => c.State.Restarting) ?? containers[0];
}

/** Docker has started it anew a moment ago: most likely it ends again soon. `at` is when it was looked at. */
function hasJustRestarted({ State, RestartCount }: Container, at: number): boolean {
  return (RestartCount ?? 0) > 0 && at - Date.parse(State.StartedAt) < 15_000;
}

function hasEndedSince({ State }: Container, since: number, isOver: boolean): boolean {
  return Date.parse(State.FinishedAt) >= since && (isOver || Date.parse(State.StartedAt) >= since);
}

function stateWords({ State, RestartCount }: Container): string {
  if (State.Restarting) return `is restarting (exit code ${State.ExitCode}, ${RestartCount ?? 0} restarts)`;
  if (State.Paused) return 'is paused';
  if (State.Running) return 'runs';
  if (State.Status === 'created') return 'was created, but not started';
  return `has exited with code ${State.ExitCode}${State.OOMKilled ? ' (out of memory)' : ''}`;
}

/** Runs in nginx's container, and beside it, in its network namespace, what its image lacks. */
class NginxPlace implements Place {
  readonly name = 'docker';
  readonly #inside: Place;
  readonly #helpers: Place[];

  constructor(local: Place, nginx: Container, containers: readonly Container[]) {
    this.#inside = new ContainerPlace(local, nginx.Id);
    const images = new Set(containers.filter((c) => c.Id !== nginx.Id).map((c) => c.Image));
    this.#helpers = [...images].slice(0, 4).map((image) => new HelperPlace(local, nginx.Id, image));
  }

  async run(program: readonly string[], options: RunOptions): Promise<Ran> {
    const first = await this.#inside.run(program, options);
    if (!isAbsent(first) || program[0] !== 'curl') return first;
    for (const helper of this.#helpers) {
      const ran = await helper.run(program, options);
      if (!isAbsent(ran)) return ran;
    }
    return first;
  }
}

/** Docker's own exit codes for a program that the image does not have. */
function isAbsent({ code, stderr }: Ran): boolean {
  return (code === 126 || code === 127) && /executable file not found|no such file or directory/i.test(stderr);
}

async function inspect(local: Place, ids: readonly string[]): Promise<Container[]> {
  const ran = await local.run(['docker', 'inspect', '--type', 'container'], { args: ids, timeout: 30 });
  try {
    const parsed: unknown = JSON.parse(ran.stdout);
    return Array.isArray(parsed) ? parsed : [];
  } catch {
    return [];
  }
}

/** The containers of the project that this stack is: by where it was started from, else by its name. */
function projectIds(table: string, stack: Stack, nginxService: string, root: string | undefined): string[] {
  const projects = new Map<string, { ids: string[]; services: Set<string>; score: number }>();
  const directory = stack.project?.directory ?? stack.directory;
  const files = (stack.project?.files ?? []).map((f) => (root === undefined ? f : posix.join(root, f)));
  for (const line of table.split('\n')) {
    const [id = '', project = '', service = '', folder = '', configFiles = '', oneOff = ''] = line.split('\t');
    if (id === '' || oneOff === 'True') continue;
    const found = projects.get(project) ?? { ids: [], services: new Set<string>(), score: 0 };
    projects.set(project, found);
    found.ids.push(id);
    found.services.add(service);
    const sameFolder = root === undefined ? folder.endsWith(`/${directory}`) && directory !== '' : folder === posix.join(root, directory);
    const sameFile = configFiles.split(',').some((f) => files.some((own) => (root === undefined ? f.endsWith(`/${own}`) : f === own)));
    const score = (sameFile ? 4 : 0) + (sameFolder ? 2 : 0) + (project === stack.project?.name ? 1 : 0);
    found.score = Math.max(found.score, score);
  }
  const known = [...projects.values()].filter((p) => p.score > 0 && p.services.has(nginxService));
  known.sort((a, b) => b.score - a.score);
  return known[0]?.ids ?? [];
}

/** The user of nginx's workers, where the main file names one. */
export function workerUserOf(stack: Stack): string | null {
  const user = [...directivesIn(stack.config.directives)].find((d) => d.word.text === 'user')?.args[0]?.text;
  return user !== undefined && !stack.nginx.unprivileged && /^[a-z_][a-z0-9_-]{0,31}$/i.test(user) ? user : null;
}
