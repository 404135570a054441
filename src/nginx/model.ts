/** What the nginx side hands on: located directives, and the routes read from them. Types only. */
import type { ConfigFile } from '../core/files.ts';
import type { Protocol } from '../core/report.ts';
import type { Location } from '../core/source.ts';
import type { ConfigNode } from './parser.ts';

/** One word of a directive. Offsets are UTF-16 units into its file's text, `end` exclusive, quotes included. */
export interface Word {
  /** As nginx decodes it: quotes and backslashes resolved. */
  text: string;
  start: number;
  end: number;
  quoted: boolean;
}

/** Something that nginx would refuse. */
export interface Problem {
  /** The check that tells it: `syntax`, `unknown-directive`, `wrong-context`, `wrong-arguments`, `duplicate-directive`, `include-cycle`. */
  check: string;
  /** One sentence with concrete values. */
  message: string;
  fix: string | null;
  file: ConfigFile;
  start: number;
  end: number;
  /** nginx's own words for it, without its "in FILE:LINE"; null where they depend on the build. */
  nginxSays: string | null;
  /** An offset in `file` on the line that nginx names for it (of the terminator, of the end of the file); `start` when absent. */
  stumblesAt?: number;
  related?: { file: ConfigFile; start: number; end: number; label: string }[];
}

/** An `include` whose file or pattern matched nothing. A literal name is an error for nginx, a pattern is not. */
export interface MissingInclude {
  directive: ConfigNode;
  path: string;
  glob: boolean;
}

/** One `server { }` of `http` or `stream`. */
export interface ServerBlock {
  context: 'http' | 'stream';
  directive: ConfigNode;
  /** The `listen` directives; empty means nginx's default of 80 (or 8000 when not root). */
  listens: Listen[];
  /** The words of `server_name`, in order; empty when there is none. */
  names: string[];
}

export interface Listen {
  directive: ConfigNode;
  /** As written, the first word of `listen`. */
  text: string;
  /** Address without brackets; null for all addresses (`80`, `*:80`). */
  address: string | null;
  /** Null for `unix:` sockets. */
  port: number | null;
  /** The last port of a range such as `8000-8010`; else the same as `port`. */
  lastPort: number | null;
  socket: string | null;
  ssl: boolean;
  http2: boolean;
  proxyProtocol: boolean;
  defaultServer: boolean;
  udp: boolean;
}

/** One `upstream NAME { }`. */
export interface Upstream {
  context: 'http' | 'stream';
  name: string;
  directive: ConfigNode;
  peers: EndpointTarget[];
}

/** A host and port or a socket that a route ends at, as written in the configuration. */
export interface EndpointTarget {
  /** Lower case as nginx compares it; IPv6 without brackets; null for sockets and for targets that can't be known. */
  host: string | null;
  /** The written port or the scheme's default; null for sockets and when unknown. */
  port: number | null;
  /** False when the port is the scheme's default. */
  portWritten: boolean;
  /** The path of a `unix:` target. */
  socket: string | null;
  protocol: Protocol;
  /** Where host and port, or the socket, are written (in a file of the image itself: with its absolute path): the peer line of an upstream, the `set` or `map` line of a variable, else the directive's argument. Spans that whole word or part of it. */
  at: Location;
  /** The spans of the host and of the port alone, where they stand literally in a repository file; null else. */
  hostAt: Location | null;
  portAt: Location | null;
  /** The variable of a template that the host or the port is the whole value of; null else. */
  hostVariable: string | null;
  portVariable: string | null;
  /** The upstream that this is a peer of. */
  upstream: string | null;
  /** Resolved by nginx once at start (or reload), or per request through `resolver` because the target holds variables (or the peer says `resolve`). */
  resolved: 'start' | 'runtime';
  /** The word as written, for messages: `http://api:3000/`, `$backend`, `app:80`. */
  written: string;
  /** A peer marked `down` or `backup`. */
  down: boolean;
  backup: boolean;
}

/** One directive that hands requests on. */
export interface Route {
  context: 'http' | 'stream';
  server: ServerBlock | null;
  /** The location's argument as written with its modifier (`~ \.php$`), innermost; null for stream and server-level targets. */
  location: string | null;
  locationDirective: ConfigNode | null;
  /** The `*_pass` directive. */
  directive: ConfigNode;
  /** `mirror` and `auth_request` name a URI of the same server in `target` and have no endpoints: those are at the location that answers it. */
  name:
    | 'proxy_pass'
    | 'fastcgi_pass'
    | 'uwsgi_pass'
    | 'scgi_pass'
    | 'grpc_pass'
    | 'memcached_pass'
    | 'mirror'
    | 'auth_request'
    | (string & {});
  /** The target as written. */
  target: string;
  endpoints: EndpointTarget[];
  /** The enclosing directives from the main context inwards, for looking up inherited settings (`resolver`, `proxy_ssl_server_name`). */
  scope: ConfigNode[];
}

/** One nginx configuration, read from its main file through all includes. */
export interface NginxConfig {
  /** Absolute path of the main file. */
  main: string;
  /** The main context's directives; `include` directives keep the directives that they brought in as their block. */
  directives: ConfigNode[];
  /** Every file that was read, once each, in order. */
  files: ConfigFile[];
  problems: Problem[];
  missingIncludes: MissingInclude[];
  servers: ServerBlock[];
  upstreams: Upstream[];
  routes: Route[];
}
