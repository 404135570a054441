import type { Endpoint, Stack } from '../stack/model.ts';
import { type Container, chosenContainer, containersOf, hasEndedSince, hasJustRestarted, serviceOf, stateWords } from './containers.ts';
import { appListeners, type Ground, isAddress, type NginxState, readListeners, readSocket, resolveByGetent, unknownApp } from './ground.ts';
import { refusalIn } from './loaded-files.ts';
import { NginxPlace } from './nginx-place.ts';
import type { AppState, Listener } from './observation.ts';
import type { EndpointAddress } from './straight.ts';
import { ContainerPlace, HelperPlace, type Place } from './vantage.ts';
import { logTail, workerUserOf, writtenLogs } from './written-logs.ts';

/** Where a stack's containers are looked for. */
export interface DockerStack {
  stack: Stack;
  /** A place whose `docker` reaches the engine. */
  engine: Place;
  /** The machine that publishes the ports. */
  machine: Place;
  /** The repository's top, absolute: Compose labels its containers with the folder that they were started from. */
  root: string | undefined;
}

/** nginx as a container of a compose project that runs on this Docker engine. */
export class DockerGround implements Ground {
  readonly name = 'docker';
  readonly place: Place;
  readonly machine: Place;
  readonly workerUser: string | null;
  readonly #local: Place;
  readonly #stack: Stack;
  readonly #root: string | undefined;
  #nginx: Container;
  #containers: Container[];
  /** When `#containers` was true; how long a container runs is counted from then. */
  #inspectedAt: number;
  /** The ids of containers that crashed again and again before the first request: no request of ours ended them. */
  readonly #loopedBefore: ReadonlySet<string>;
  /** Found out while the first requests run. */
  #logFiles: Promise<string[]>;
  readonly #listeners = new Map<string, Promise<Listener[] | null>>();
  readonly #resolved = new Map<string, Promise<string[] | null>>();

  private constructor({ engine, machine, stack, root }: DockerStack, containers: Container[], nginx: Container) {
    this.#local = engine;
    this.machine = machine;
    this.#stack = stack;
    this.#root = root;
    this.#containers = containers;
    this.#nginx = nginx;
    this.#inspectedAt = Date.now();
    this.#loopedBefore = new Set(containers.filter((c) => c.State.Restarting || hasJustRestarted(c, this.#inspectedAt)).map((c) => c.Id));
    const images = containers.filter((c) => c.Image !== nginx.Image).map((c) => c.Image);
    this.place = new NginxPlace(engine, () => this.#nginx, images);
    this.workerUser = workerUserOf(stack);
    this.#logFiles = this.#findLogFiles().catch(() => []);
  }

  /**
   * The running project of a stack; undefined when Docker has no container of its nginx service, or there is no Docker.
   */
  static async find(where: DockerStack): Promise<DockerGround | undefined> {
    const { engine, stack, root } = where;
    const containers = (await containersOf(stack, engine, root)) ?? [];
    const nginx = nginxAmong(containers, stack);
    return nginx && new DockerGround(where, containers, nginx);
  }

  async refresh(): Promise<void> {
    const fresh = (await containersOf(this.#stack, this.#local, this.#root)) ?? [];
    const nginx = fresh.find((c) => c.Id === this.#nginx.Id) ?? nginxAmong(fresh, this.#stack);
    if (nginx) {
      const isNew = nginx.Id !== this.#nginx.Id || !this.#nginx.State.Running;
      this.#containers = fresh;
      this.#nginx = nginx;
      this.#inspectedAt = Date.now();
      if (isNew) this.#logFiles = this.#findLogFiles().catch(() => []);
    }
    this.#listeners.clear();
    this.#resolved.clear();
  }

  isStopped(): boolean {
    const { Running, Restarting, Paused } = this.#nginx.State;
    return !Running || Restarting || Paused;
  }

  async configuration(): Promise<string | null> {
    if (this.isStopped()) return null;
    const ran = await this.place.run(['nginx', '-T'], { timeout: 20 });
    return ran.code === 0 ? ran.stdout : refusalIn(ran.stderr) === null ? null : ran.stderr;
  }

  async nginxState(): Promise<NginxState> {
    const { State, Name, HostConfig } = this.#nginx;
    if (!this.isStopped()) return { running: true, says: null, isFinal: false };
    const ran = await this.#local.run(['docker', 'logs', '--tail', '20'], { args: [this.#nginx.Id], timeout: 15 });
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
    const known = this.#resolved.get(host) ?? (this.#nginx.State.Running ? resolveByGetent(this.place, host) : Promise.resolve(null));
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
      return c.Id !== this.#nginx.Id && names.some((n) => n?.toLowerCase() === wanted);
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

  /** The container that has an address, of those that an endpoint's name means. */
  #copyAt({ target }: Endpoint, at: string | null): Container | undefined {
    if (at === null || target.host === null) return undefined;
    return this.#named(target.host).find((c) => c.State.Running && this.#addressesOf(c).includes(at));
  }

  /** Whether the endpoint is in nginx's own network namespace. */
  #isOwn(endpoint: Endpoint): boolean {
    const host = endpoint.target.host ?? '';
    return host === 'localhost' || host.startsWith('127.') || host === '::1' || (endpoint.reach.kind === 'service' && endpoint.reach.self);
  }

  async app(endpoint: Endpoint, since: number, at: string | null = null): Promise<AppState> {
    const { target } = endpoint;
    const addresses = await this.addresses(endpoint);
    const addressesNow = addresses?.map((a) => a.host) ?? null;
    const socket = target.socket !== null && this.#nginx.State.Running ? await readSocket(this.place, target.socket) : null;
    const behind = this.#behind(endpoint);
    const isOwn = this.#isOwn(endpoint);
    const chosen = this.#copyAt(endpoint, at) ?? chosenContainer(behind);
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
      service: serviceOf(chosen),
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
      this.#local.run(['docker', 'logs', '--tail', lines], { args: [this.#nginx.Id], timeout: 30 }),
      this.#logFiles.then((paths) => Promise.all(paths.map((path) => this.#readLog(path)))),
    ]);
    // nginx's standard error carries the error log; what the image's own folder links there comes with it.
    return [ran.stderr, ran.stdout, ...files].join('\n');
  }

  /** The official image links its logs to standard error: only regular files are read, or this would never end. */
  async #findLogFiles(): Promise<string[]> {
    if (!this.#nginx.State.Running) return [];
    const inside = new ContainerPlace(this.#local, this.#nginx.Id);
    const ran = await inside.run(['stat', '-L', '-c', '%n,%F'], { args: writtenLogs(this.#stack).slice(-8), timeout: 10 });
    return ran.stdout.split('\n').flatMap((line) => /^(.+),regular(?: empty)? file$/.exec(line)?.[1] ?? []);
  }

  async #readLog(path: string): Promise<string> {
    const inside = new ContainerPlace(this.#local, this.#nginx.Id);
    const ran = await inside.run(logTail, { args: ['--', path], timeout: 20 });
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
    const owner = this.#containers.find((c) => c.State.Running && c.Id !== this.#nginx.Id && this.#addressesOf(c).includes(address));
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

/** A running one first. */
function nginxAmong(containers: readonly Container[], { nginx }: Stack): Container | undefined {
  const found = containers.filter((c) => serviceOf(c) === nginx.service?.name);
  return found.find((c) => c.State.Running) ?? found[0];
}
