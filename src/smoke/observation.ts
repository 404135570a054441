import type { Protocol } from '../core/report.ts';
import type { LogEntry } from './error-log.ts';

/** How one direct request ended. `answered` is any answer in the protocol that was asked for; `connected` where only a connection was tried. */
export type Outcome =
  | 'answered'
  | 'connected'
  | 'refused'
  | 'unreachable'
  | 'denied'
  | 'connect-timeout'
  | 'response-timeout'
  | 'closed'
  | 'reset'
  | 'cut'
  | 'tls-plain'
  | 'tls-failed'
  | 'tls-untrusted'
  | 'other-protocol'
  | 'invalid'
  | 'not-resolved'
  | 'socket-missing'
  | 'unknown';

/** as-nginx: what nginx would send. The others tell what else the port speaks. */
export type Probe = 'as-nginx' | 'plain' | 'tls' | 'tls-name' | 'http' | 'http2' | 'fastcgi' | 'name' | 'upgrade';

export interface DirectResult {
  /** `172.18.0.3:3000`, `[::1]:3000`, `unix:/run/a.sock`. */
  address: string;
  probe: Probe;
  outcome: Outcome;
  status: number | null;
  /** Seconds of the whole request. */
  seconds: number;
  /** The answer had begun, and had no end in the time that it was given. */
  goesOn?: boolean;
  /** In words: `HTTP 200`, `connection refused`. */
  result: string;
  /** Of an answer's status line and headers. */
  headerBytes?: number;
}

/** One TCP socket that listens. `address` without brackets; `0.0.0.0`, `::` and `*` are all addresses of their family, `*` of both. */
export interface Listener {
  address: string;
  port: number;
  process: string | null;
}

export interface SocketState {
  path: string;
  exists: boolean;
  isSocket: boolean;
  /** `root:www-data 0660`. */
  owner: string | null;
  /** False when nothing listens on it by /proc/net/unix; null when that cannot be seen from here. */
  listened: boolean | null;
}

/** What is known about the app behind one endpoint. Null is not known. */
export interface AppState {
  /** `container shop-api-1`, `unit api.service`; null when nobody knows what the app is. */
  name: string | null;
  /** The compose service that it is of. */
  service?: string;
  state: 'running' | 'gone' | 'restarting' | 'paused' | null;
  /** In words: `exited with 137 (out of memory)`. */
  says: string | null;
  /** It runs, on no network that nginx is on. */
  isApart?: boolean;
  /** It ended after the first request of this run was sent. */
  endedDuringRun: boolean;
  /** Listeners that may be the app's, in its own network namespace. */
  listeners: Listener[] | null;
  /** The addresses that the endpoint's name has now, from where nginx stands. */
  addressesNow: string[] | null;
  socket: SocketState | null;
}

/** A WebSocket upgrade that the app takes and that does not come through nginx. */
export interface Upgrade {
  /** The status through nginx. */
  through: number | null;
  /** Where the app took it. */
  address: string;
  /** The lines that a WebSocket needs and the configuration does not have, as they would be written. */
  missing: string[];
}

/** Everything that is known about one request and one endpoint of its route. */
export interface Observation {
  protocol: Protocol;
  /** Host, port or socket as the files have them. */
  target: { host: string | null; port: number | null; socket: string | null; written: string; down: boolean };
  nginx: {
    /** Null when there was no answer. */
    status: number | null;
    failure: 'no-connection' | 'timeout' | 'closed' | 'not-http' | 'tls' | 'untrusted' | 'cut' | null;
    /** The status that the configuration file asks for: then it is right, whatever it is. */
    asExpected?: boolean;
    /** In words, when an expectation of the configuration file was not met. */
    unmet: string | null;
    /** The server block that answered instead of the route's; null when it was the route's, or nobody knows. */
    otherServer: string | null;
  };
  /** The log entries of this request: about this endpoint, or about none at all. */
  log: LogEntry[];
  direct: DirectResult[];
  app: AppState;
  /** The log's upstream, where it is no address of any endpoint of this route: nginx runs something else. */
  foreignUpstream: string | null;
  /** Set where a WebSocket is lost on its way through nginx. */
  upgrade?: Upgrade | null;
  /** A good answer came from an address that the app does not have now. */
  isStray?: boolean;
  /** A `return` of the configuration, for some requests of this location, that answers just like this. */
  ownReturn?: string | null;
}
