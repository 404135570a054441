import type { Endpoint, Stack } from '../stack/model.ts';
import {
  type Ground,
  isAddress,
  type NginxState,
  readListeners,
  readSocket,
  readUnixListeners,
  resolveByGetent,
  unknownApp,
} from './ground.ts';
import type { AppState, Listener } from './observation.ts';
import type { EndpointAddress } from './straight.ts';
import { asRootIfNeeded, failedUnits, nginxJournal, nginxUnit, phpFpmUnit } from './systemd.ts';
import type { Place } from './vantage.ts';
import { logTail, workerUserOf, writesToJournal, writtenLogs } from './written-logs.ts';

/** Programs whose ports are nobody's app. */
const system =
  /^(?:sshd|systemd\S*|dockerd|containerd\S*|nginx|dnsmasq|named|unbound|cupsd|chronyd|ntpd|rpcbind|master|exim4|postgres|mysqld|mariadbd|mongod|redis-server|memcached|etcd|kubelet|tailscaled|avahi-daemon)$/;
const runtimes =
  /^(?:node|python\S*|gunicorn|uvicorn|hypercorn|java|ruby|puma|php\S*|dotnet|deno|bun|beam\S*|perl|uwsgi|caddy|main|app|server|api|web)/i;

/** nginx as a process of a host: this machine, or one over ssh; its apps are processes, units, or published containers. */
export class HostGround implements Ground {
  readonly name: string;
  readonly place: Place;
  readonly machine: Place;
  readonly workerUser: string | null;
  readonly #stack: Stack;
  #all: Promise<Listener[] | null> | undefined;
  #unix: Promise<Set<string> | null> | undefined;

  constructor(place: Place, stack: Stack) {
    this.name = place.name;
    this.place = place;
    this.machine = place;
    this.#stack = stack;
    this.workerUser = workerUserOf(stack);
  }

  refresh(): Promise<void> {
    this.#all = undefined;
    this.#unix = undefined;
    return Promise.resolve();
  }

  isStopped(): boolean {
    return false;
  }

  async nginxState(): Promise<NginxState> {
    const unit = await nginxUnit(this.place);
    if (unit === null || unit.state === 'active') return { running: null, says: null, isFinal: false };
    const words = (await nginxJournal(this.place, '20')).split('\n').filter((line) => /\[(?:emerg|alert|crit)\]/.test(line));
    const last = words.length > 0 ? `: ${words.at(-1)}` : '';
    return { running: null, says: `${unit.name} is ${unit.state}${last}`, isFinal: unit.state === 'failed' };
  }

  /** With the options that the running nginx was started with, where there is one alone. */
  async configuration(): Promise<string | null> {
    const masters = await this.#masters();
    const args = masters.length === 1 ? (masters[0]?.options ?? []) : [];
    const ran = await asRootIfNeeded(this.place, ['nginx', '-T'], args);
    return ran.code === 0 && ran.stdout.includes('# configuration file ') ? ran.stdout : null;
  }

  async addresses(endpoint: Endpoint): Promise<EndpointAddress[] | null> {
    const { host, port } = endpoint.target;
    if (host === null || port === null) return null;
    if (isAddress(host)) return [{ host, port }];
    const resolved = await resolveByGetent(this.place, host);
    return resolved === null ? null : resolved.map((address) => ({ host: address, port }));
  }

  async app(endpoint: Endpoint): Promise<AppState> {
    const { target } = endpoint;
    if (target.socket !== null) return { ...unknownApp, socket: await this.#socket(target.socket), ...(await this.#unit(endpoint)) };
    const addresses = await this.addresses(endpoint);
    const addressesNow = addresses?.map((a) => a.host) ?? null;
    const isHere = (addressesNow ?? []).some((a) => a.startsWith('127.') || a === '::1') || (await this.#isOwnAddress(addressesNow ?? []));
    const listeners = isHere ? await this.#candidates(endpoint) : null;
    const failed = listeners?.length === 0 ? await failedUnits(this.place) : [];
    const says = failed.length === 0 ? null : `failed units there: ${failed.slice(0, 5).join(', ')}`;
    return { ...unknownApp, says, listeners, addressesNow, ...(await this.#unit(endpoint)) };
  }

  async #socket(path: string): Promise<AppState['socket']> {
    const [socket, unix] = await Promise.all([readSocket(this.place, path), this.#unixListeners()]);
    return socket && { ...socket, listened: unix === null ? null : unix.has(path) };
  }

  #unixListeners(): Promise<Set<string> | null> {
    this.#unix ??= readUnixListeners(this.place);
    return this.#unix;
  }

  async #isOwnAddress(addresses: readonly string[]): Promise<boolean> {
    const ran = await this.place.run(['ip', '-o', 'addr', 'show'], { timeout: 10 });
    return addresses.some((a) => ran.stdout.includes(` ${a}/`));
  }

  /** The php-fpm unit behind a FastCGI endpoint; the units that have failed where nothing else is known. */
  async #unit({ target }: Endpoint): Promise<Partial<AppState>> {
    if (target.protocol !== 'fastcgi') return {};
    const unit = await phpFpmUnit(this.place, target.socket);
    if (unit === null) return {};
    return { name: `unit ${unit.name}`, state: unit.state === 'active' ? 'running' : 'gone', says: `is ${unit.state}` };
  }

  /** What may be the endpoint's app: all on its own port, and what listens nearby and belongs to nobody else. */
  async #candidates(endpoint: Endpoint): Promise<Listener[] | null> {
    const all = await this.ownListeners();
    const port = endpoint.target.port;
    if (all === null || port === null) return all;
    const own = new Set(this.#stack.config.servers.flatMap((s) => s.listens.map((l) => l.port)));
    const targets = new Set(this.#stack.routes.flatMap((r) => r.endpoints.map((e) => e.target.port)));
    const others = all.filter(
      (l) => l.port !== port && !own.has(l.port) && !targets.has(l.port) && isConfigured(l.port, port) && !system.test(l.process ?? ''),
    );
    const near = others.filter((l) => isNear(l.port, port) && isNearest(l.port, port, targets));
    const runtime = others.filter((l) => l.process !== null && runtimes.test(l.process) && isNearest(l.port, port, targets));
    const only = runtime.length === 1 && near.length === 0 ? runtime : [];
    return [...all.filter((l) => l.port === port), ...near, ...only];
  }

  ownListeners(): Promise<Listener[] | null> {
    this.#all ??= this.#readListeners();
    return this.#all;
  }

  /** `ss` names the processes and tells `*` from `[::]`; /proc is there always. */
  async #readListeners(): Promise<Listener[] | null> {
    const ran = await this.place.run(['ss', '-H', '-l', '-t', '-n', '-p'], { timeout: 15 });
    if (ran.code === 0) return ran.stdout.split('\n').flatMap((line) => socketLine(line) ?? []);
    const read = await readListeners(this.place);
    return read ?? null;
  }

  async errorLog(): Promise<string> {
    const paths = [...new Set([...(await this.#openLogs()), ...writtenLogs(this.#stack)])].slice(0, 12);
    const texts = await Promise.all(paths.map((path) => this.#readLog(path)));
    if (texts.some((t) => t !== '') && !writesToJournal(this.#stack)) return texts.join('\n');
    return [...texts, await nginxJournal(this.place, '5000')].join('\n');
  }

  /** The running nginx masters, with the options that say where their configuration is. */
  async #masters(): Promise<{ pid: string; options: string[] }[]> {
    const ran = await this.place.run(['ps', '-e', '-o', 'pid,args'], { timeout: 10 });
    return ran.stdout.split('\n').flatMap((line) => {
      const found = /^\s*(\d+) nginx: master process (.*)$/.exec(line);
      return found?.[1] ? [{ pid: found[1], options: configurationOptions(found[2] ?? '') }] : [];
    });
  }

  /** The files that running nginx masters write to, whatever prefix and -c they were started with. */
  async #openLogs(): Promise<string[]> {
    const folders = (await this.#masters()).slice(0, 8).map(({ pid }) => `/proc/${pid}/fd`);
    if (folders.length === 0) return [];
    const linked = await this.place.run(['ls', '-l'], { args: folders, timeout: 10 });
    return [...new Set(linked.stdout.split('\n').flatMap((line) => / -> (\/\S+)$/.exec(line)?.[1] ?? []))].filter(
      (path) => /log|err/i.test(path) && !path.startsWith('/dev/') && !/access/i.test(path),
    );
  }

  async #readLog(path: string): Promise<string> {
    const kind = await this.place.run(['stat', '-L', '-c', '%F'], { args: [path], timeout: 10 });
    if (!kind.stdout.startsWith('regular')) return '';
    const ran = await asRootIfNeeded(this.place, logTail, ['--', path]);
    return ran.code === 0 ? ran.stdout : '';
  }

  mayHeal(): Promise<boolean> {
    return Promise.resolve(true);
  }

  published(): null {
    return null;
  }

  publishedAs(): null {
    return null;
  }

  serviceAt(): null {
    return null;
  }

  mayHaveMoved(): boolean {
    return false;
  }
}

/** `-p PREFIX` and `-c FILE` of a command line, as words. */
function configurationOptions(command: string): string[] {
  return [...command.matchAll(/ (-[pc]) (\S{1,4096})/g)].flatMap(([, name = '', value = '']) => [name, value]);
}

/** `LISTEN 0 511 127.0.0.1:3000 0.0.0.0:* users:(("node",pid=7,fd=18))` */
function socketLine(line: string): Listener | null {
  const found = /^LISTEN\s+\d+\s+\d+\s+(\S+):(\d+)\s+\S+(?:\s+users:\(\("([^"]{1,60})")?/.exec(line.trim());
  if (!found) return null;
  const address = (found[1] ?? '')
    .replace(/%\w+$/, '')
    .replace(/^\[|\]$/g, '')
    .replace(/%\w+$/, '');
  return { address, port: Number(found[2]), process: found[3] ?? null };
}

/** Below 1024 are the system's own; from 32768 the kernel hands ports out, and nobody has written such a port anywhere. */
function isConfigured(listening: number, wanted: number): boolean {
  return listening >= 1024 && (listening < 32_768 || wanted >= 32_768);
}

/** Ports that people mistake for each other: a few apart, or one digit off. */
function isNear(one: number, other: number): boolean {
  const [a, b] = [String(one), String(other)];
  const digits = a.length === b.length ? [...a].filter((c, i) => c !== b[i]).length : 99;
  return Math.abs(one - other) <= 20 || digits <= 1;
}

/** No other target is nearer to it. */
function isNearest(port: number, target: number, targets: ReadonlySet<number | null>): boolean {
  return [...targets].every((t) => t === null || t === target || Math.abs(t - port) >= Math.abs(target - port));
}
