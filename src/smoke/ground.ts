import type { Endpoint } from '../stack/model.ts';
import type { AppState, Listener, SocketState } from './observation.ts';
import type { EndpointAddress } from './straight.ts';
import type { Place } from './vantage.ts';

/** What a ground knows of nginx itself. */
export interface NginxState {
  running: boolean | null;
  /** In words, with nginx's own last words where there are some. */
  says: string | null;
  /** Nothing that happens by itself will start it. */
  isFinal: boolean;
}

/** The place where nginx stands, and what can be seen from there. Everything here reads; nothing changes. */
export interface Ground {
  /** `docker`, `runner`, `ssh://…`. */
  readonly name: string;
  /** For requests in nginx's network namespace; null where there is no such place. */
  readonly place: Place | null;
  /** The machine that nginx's published ports are on. */
  readonly machine: Place;
  /** The worker's user, for sockets; null when it is the place's own. */
  readonly workerUser: string | null;
  /** Nobody has to ask: it does not run. */
  isStopped(): boolean;
  nginxState(): Promise<NginxState>;
  /** The configuration's files where nginx stands, as `nginx -T` prints them; null where that is not to be had. */
  configuration(): Promise<string | null>;
  /** The addresses that an endpoint's name has now; null where that cannot be asked. */
  addresses(endpoint: Endpoint): Promise<EndpointAddress[] | null>;
  /** Everything about the app behind an endpoint. `since`: the start of this run in milliseconds; `at`: the address of one of several copies. */
  app(endpoint: Endpoint, since: number, at?: string | null): Promise<AppState>;
  /** The newest part of nginx's error log, all its places together. */
  errorLog(): Promise<string>;
  /** All that listens in nginx's own namespace. */
  ownListeners(): Promise<Listener[] | null>;
  /** Whether the app may still come up by itself. */
  mayHeal(endpoint: Endpoint): Promise<boolean>;
  /** Where a port of nginx's container is published; null when it is not, or there is no container. */
  published(port: number): EndpointAddress | null;
  /** nginx's own port behind a published one; null when nginx publishes none there, or there is no container. */
  publishedAs(port: number): number | null;
  /** The service that has an address now; null when none has it, or nobody knows. */
  serviceAt(address: string): string | null;
  /** Whether nginx may hold an address that what stands behind an endpoint no longer has. */
  mayHaveMoved(endpoint: Endpoint): boolean;
  /** Forgets what was seen, as time has passed. */
  refresh(): Promise<void>;
}

export const unknownApp: AppState = {
  name: null,
  state: null,
  says: null,
  endedDuringRun: false,
  listeners: null,
  addressesNow: null,
  socket: null,
};

const listening = '0A';

/** Reads /proc/net/tcp and /proc/net/tcp6 (both, one after the other): the sockets in state LISTEN. */
export function listenersIn(procNet: string): Listener[] {
  const found: Listener[] = [];
  for (const line of procNet.split('\n')) {
    const row = /^\s*\d+: ([0-9A-F]{8}|[0-9A-F]{32}):([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /.exec(line);
    if (!row?.[1] || row[3] !== listening) continue;
    found.push({ address: addressOf(row[1]), port: Number.parseInt(row[2] ?? '', 16), process: null });
  }
  return found;
}

/** The kernel prints each 32-bit word in the machine's byte order: little endian on everything that runs containers today. */
function addressOf(hex: string): string {
  const bytes = (hex.match(/.{8}/g) ?? []).flatMap((word) => (word.match(/../g) ?? []).reverse()).map((b) => Number.parseInt(b, 16));
  if (bytes.length === 4) return bytes.join('.');
  const groups = Array.from({ length: 8 }, (_, i) => (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16));
  const full = groups.join(':');
  if (/^0:0:0:0:0:ffff:/.test(full)) return `::ffff:${bytes.slice(12).join('.')}`;
  // The URL parser writes the canonical form of RFC 5952.
  return new URL(`http://[${full}]`).hostname.slice(1, -1);
}

/** Docker's own DNS listens on 127.0.0.11 in every container; debuggers listen on loopback and are nobody's target. */
export function appListeners(all: readonly Listener[]): Listener[] {
  return all.filter((l) => l.address !== '127.0.0.11' && !(l.port === 9229 && l.address.startsWith('127.')));
}

/** The listeners in the network namespace of a place, by /proc; undefined when it has no `cat`. */
export async function readListeners(place: Place): Promise<Listener[] | undefined> {
  const ran = await place.run(['cat', '/proc/net/tcp', '/proc/net/tcp6'], { timeout: 15 });
  return ran.stdout.includes('local_address') ? listenersIn(ran.stdout) : undefined;
}

/** What a socket's path is in the place's file system. */
export async function readSocket(place: Place, path: string): Promise<SocketState | null> {
  const ran = await place.run(['stat', '-L', '-c', '%F,%U:%G,%a'], { args: [path], timeout: 10 });
  if (ran.code === 0) {
    const [kind = '', owner = '', mode = ''] = ran.stdout.trim().split(',');
    return { path, exists: true, isSocket: kind === 'socket', owner: `${owner} ${mode.padStart(4, '0')}`, listened: null };
  }
  if (/No such file|can't stat|not a directory/i.test(ran.stderr))
    return { path, exists: false, isSocket: false, owner: null, listened: null };
  return null;
}

/** The paths of the unix sockets that somebody listens on, by /proc/net/unix. */
export async function readUnixListeners(place: Place): Promise<Set<string> | null> {
  const ran = await place.run(['cat', '/proc/net/unix'], { timeout: 10 });
  if (ran.code !== 0) return null;
  const paths = new Set<string>();
  for (const line of ran.stdout.split('\n')) {
    // Flag 00010000 (__SO_ACCEPTCON) is a listening socket.
    const row = /^[0-9a-f]+: \d+ \d+ 00010000 \d+ \d+ +\d+ (\/.*)$/i.exec(line);
    if (row?.[1]) paths.add(row[1]);
  }
  return paths;
}

/** Addresses by the place's own resolver, in nginx's order; null where the place has no getent. */
export async function resolveByGetent(place: Place, host: string): Promise<string[] | null> {
  const ran = await place.run(['getent', 'ahosts'], { args: [host], timeout: 10 });
  // 2: the name is not known. Anything else but 0 means that there is no getent.
  if (ran.code === 2) return [];
  if (ran.code !== 0) return null;
  return [
    ...new Set(
      ran.stdout
        .split('\n')
        .map((line) => line.split(/\s+/, 1)[0] ?? '')
        .filter((a) => /^[0-9a-f.:]+$/i.test(a)),
    ),
  ];
}

export function isAddress(host: string): boolean {
  return /^\d{1,3}(?:\.\d{1,3}){3}$/.test(host) || /^[0-9a-f]*:[0-9a-f:.]*$/i.test(host);
}
