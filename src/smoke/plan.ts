import type { Location } from '../core/source.ts';
import { directivesIn } from '../nginx/include.ts';
import { locationArgument, locationFor, serverFor } from '../nginx/match.ts';
import type { Listen, ServerBlock } from '../nginx/model.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import type { Stack, StackRoute } from '../stack/model.ts';

/** A request that people wrote down themselves, in `.nginx-gate.yml`. */
export interface ConfiguredRoute {
  path: string;
  host?: string | null;
  status?: number | null;
  /** Text that the body must contain. */
  body?: string | null;
  headers?: Record<string, string>;
  /** The answer must be complete within this many seconds. */
  seconds?: number | null;
}

/** One request through nginx. */
export interface PlannedRequest {
  /** route: of the configuration. control: a location that nginx answers itself. configured: from `.nginx-gate.yml`. session: a stream's connection. */
  kind: 'route' | 'control' | 'configured' | 'session';
  /** The route that it is about; null for a control, and for a configured path that nginx answers itself. */
  route: StackRoute | null;
  server: ServerBlock;
  listen: Listen | null;
  scheme: 'http' | 'https' | 'tcp';
  host: string;
  port: number;
  path: string;
  expect: ConfiguredRoute | null;
  /** The server block that takes this request although the route stands in another. */
  takenBy: ServerBlock | null;
  at: Location;
}

/** A route that no request can be made for, and why. */
export interface Skipped {
  at: Location;
  what: string;
  because: string;
}

export interface Plan {
  requests: PlannedRequest[];
  skipped: Skipped[];
}

export interface PlanOptions {
  routes: readonly ConfiguredRoute[];
  /** A path for a regex location, by the location as written. */
  samples: ReadonlyMap<string, string>;
  /** False when other stacks may be what a written route is about. */
  isOnlyStack: boolean;
}

/** The directives of a block, those that an include brought in among them. */
export function inside(block: ConfigNode): ConfigNode[] {
  return [...directivesIn(block.block)];
}

const passes = new Set(['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'grpc_pass', 'memcached_pass']);

/**
 * One request for each route, or the list of `.nginx-gate.yml` instead, and one for each of their server blocks that has
 * something which nginx answers itself, as a control.
 */
export function planRequests(stack: Stack, options: PlanOptions): Plan {
  const plan: Plan = { requests: [], skipped: [] };
  const configured = options.routes.flatMap((expect) => configuredRequest(stack, expect, options.isOnlyStack) ?? []);
  for (const route of options.routes.length > 0 ? [] : stack.routes) {
    if (!passes.has(route.route.name)) continue;
    const planned = route.route.context === 'stream' ? sessionRequest(route) : routeRequest(stack, route, options.samples);
    if ('because' in planned) plan.skipped.push(planned);
    else plan.requests.push(planned);
  }
  plan.requests.push(...configured, ...controls(stack, plan.requests));
  return plan;
}

/** Where a finding about a route stands: its first target, else its directive. */
export function placeOfRoute({ route, endpoints }: StackRoute): Location {
  return endpoints[0]?.target.at ?? route.directive.at ?? nowhere(route.directive);
}

function nowhere(node: ConfigNode): Location {
  return { file: node.file.path, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

function routeRequest(stack: Stack, route: StackRoute, samples: ReadonlyMap<string, string>): PlannedRequest | Skipped {
  const at = placeOfRoute(route);
  const what = `${route.route.name} ${route.route.target}`;
  const server = route.route.server;
  if (!server) return { at, what, because: 'it stands in no server block' };
  const path = pathTo(server, route, samples);
  if (typeof path !== 'string') return { at, what, because: path.because };
  const door = doorOf(stack, server);
  return { kind: 'route', route, server, ...door, path, expect: null, at };
}

type Door = Pick<PlannedRequest, 'listen' | 'scheme' | 'host' | 'port' | 'takenBy'>;

/** The listen, and a name that leads to this server block. */
function doorOf(stack: Stack, server: ServerBlock, wanted?: string): Door {
  const listens = server.listens.filter((l) => l.socket === null && l.port !== null && !l.directive.args.some((a) => a.text === 'quic'));
  const unspoken = stack.nginx.unprivileged ? 8000 : 80;
  let shadowed: Door | null = null;
  for (const listen of listens.length > 0 ? listens : [null]) {
    const port = listen?.port ?? unspoken;
    const scheme = listen?.ssl || isSslOn(server) ? ('https' as const) : ('http' as const);
    for (const host of wanted === undefined ? hostsOf(server) : [wanted]) {
      const taken = serverFor(stack.config, { host, port });
      const door = { listen, scheme, host, port };
      if (taken === server || taken === null) return { ...door, takenBy: null };
      shadowed ??= { ...door, takenBy: taken };
    }
  }
  return shadowed ?? { listen: null, scheme: 'http', host: 'localhost', port: unspoken, takenBy: null };
}

function isSslOn(server: ServerBlock): boolean {
  return inside(server.directive).some((d) => d.word.text === 'ssl' && d.args[0]?.text === 'on');
}

/** Host names that this server block should answer to; a block without a name is asked by names that nobody else has. */
function hostsOf(server: ServerBlock): string[] {
  const hosts: string[] = [];
  for (const name of server.names) {
    const lower = name.toLowerCase();
    if (lower.startsWith('~') || lower.includes('$') || lower === '_' || lower === '') continue;
    if (lower.startsWith('*.')) hosts.push(`nginx-gate.${lower.slice(2)}`);
    else if (lower.startsWith('.')) hosts.push(lower.slice(1));
    else if (lower.endsWith('.*')) hosts.push(`${lower.slice(0, -1)}test`);
    else if (/^[\w.-]+$/.test(lower) || /^\[[0-9a-f:.]+\]$/.test(lower)) hosts.push(lower);
  }
  return hosts.length > 0 ? hosts : ['localhost', 'nginx-gate.test'];
}

/** A path that nginx leads to this very location, or why there is none. */
function pathTo(server: ServerBlock, { route }: StackRoute, samples: ReadonlyMap<string, string>): string | { because: string } {
  const location = route.locationDirective;
  if (!location) return '/';
  if (isInternal(location)) return { because: 'the location is internal: other locations use it' };
  const { modifier, argument } = locationArgument(location);
  const sample = samples.get(route.location ?? '') ?? samples.get(argument);
  if (sample !== undefined) return sample;
  if (modifier === '@') return pathToNamed(server, `@${argument}`);
  const isRegex = modifier === '~' || modifier === '~*';
  const candidates = isRegex ? regexPaths(argument) : modifier === '=' ? [argument] : prefixPaths(argument);
  const reached = candidates.find((path) => locationFor(server, path) === location);
  if (reached !== undefined) return reached;
  return isRegex
    ? { because: `a sample path for "location ${route.location}" is wanted under smoke: samples: in .nginx-gate.yml` }
    : { because: 'another location takes every path of it' };
}

function prefixPaths(prefix: string): string[] {
  const path = prefix.startsWith('/') ? prefix : `/${prefix}`;
  return [path, `${path}${path.endsWith('/') ? '' : '/'}nginx-gate`, `${path}nginx-gate`];
}

/** Paths that plain patterns surely take; anything cleverer needs a sample. */
function regexPaths(pattern: string): string[] {
  if (/\\\.php/.test(pattern)) return ['/index.php'];
  const literal = /^\^(\/(?:[\w/-]|\\\.|\\-|\\\/)*)/.exec(pattern)?.[1]?.replaceAll('\\', '');
  if (literal === undefined) return [];
  const optional = /[?*{]/.test(pattern.charAt(literal.length + 1));
  return optional ? [] : [literal, `${literal}/`, `${literal}1`, `${literal}nginx-gate`];
}

function isInternal(location: ConfigNode): boolean {
  return inside(location).some((d) => d.word.text === 'internal');
}

/** A named location is reached where try_files ends in it: by a path that is no file. */
function pathToNamed(server: ServerBlock, name: string): string | { because: string } {
  const ends = (block: ConfigNode) => inside(block).some((d) => d.word.text === 'try_files' && d.args.at(-1)?.text === name);
  const missing = 'nginx-gate-no-such-file';
  if (ends(server.directive)) return `/${missing}`;
  for (const location of inside(server.directive).filter((d) => d.word.text === 'location')) {
    const { modifier, argument } = locationArgument(location);
    if (!ends(location) || (modifier !== '' && modifier !== '^~')) continue;
    const path = `${argument}${argument.endsWith('/') ? '' : '/'}${missing}`;
    if (locationFor(server, path) === location) return path;
  }
  return { because: `nothing but an error leads to ${name}` };
}

function sessionRequest(route: StackRoute): PlannedRequest | Skipped {
  const at = placeOfRoute(route);
  const what = `${route.route.name} ${route.route.target}`;
  const server = route.route.server;
  const listen = server?.listens.find((l) => l.port !== null && !l.udp);
  if (!server || !listen?.port) return { at, what, because: 'only TCP ports of a stream are asked' };
  return { kind: 'session', route, server, listen, scheme: 'tcp', host: '', port: listen.port, path: '', expect: null, takenBy: null, at };
}

function configuredRequest(stack: Stack, expect: ConfiguredRoute, isOnlyStack: boolean): PlannedRequest | null {
  const path = expect.path.split('?', 1)[0] ?? expect.path;
  const servers = stack.config.servers.filter((s) => s.context === 'http');
  const fits = (server: ServerBlock) => stack.routes.find((r) => r.route.server === server && isReached(server, r, path)) ?? null;
  const host = expect.host ?? null;
  const wanted = host === null ? servers : servers.filter((s) => serverFor(stack.config, { host, port: portOf(s) }) === s);
  const server = wanted.find((s) => fits(s) !== null) ?? wanted[0] ?? servers[0];
  if (!server) return null;
  const route = fits(server);
  const isNamed = host !== null && server.names.some((name) => name.toLowerCase() === host.toLowerCase());
  if (!isOnlyStack && !isNamed && (route === null || host !== null)) return null;
  const place = route ? placeOfRoute(route) : (server.directive.at ?? nowhere(server.directive));
  return { kind: 'configured', route, server, ...doorOf(stack, server, host ?? undefined), path: expect.path, expect, at: place };
}

function portOf(server: ServerBlock): number {
  return server.listens.find((l) => l.port !== null)?.port ?? 80;
}

function isReached(server: ServerBlock, { route }: StackRoute, path: string): boolean {
  if (!passes.has(route.name)) return false;
  const location = locationFor(server, path);
  if (route.locationDirective === null) return location === null;
  if (location === route.locationDirective) return true;
  const { modifier, argument } = locationArgument(route.locationDirective);
  const ends = (location ? inside(location) : []).find((d) => d.word.text === 'try_files')?.args.at(-1)?.text;
  return modifier === '@' && ends === `@${argument}`;
}

/** One location of each asked server block that nginx answers itself: by files, or by `return`. */
function controls(stack: Stack, requests: readonly PlannedRequest[]): PlannedRequest[] {
  const found: PlannedRequest[] = [];
  for (const server of new Set(requests.filter((r) => r.scheme !== 'tcp').map((r) => r.server))) {
    const own = inside(server.directive).find((d) => d.word.text === 'location' && answersItself(d, server));
    const at = own?.at ?? null;
    if (!own || !at) continue;
    found.push({ kind: 'control', route: null, server, ...doorOf(stack, server), path: locationArgument(own).argument, expect: null, at });
  }
  return found;
}

function answersItself(location: ConfigNode, server: ServerBlock): boolean {
  const { modifier, argument } = locationArgument(location);
  if (modifier === '@' || modifier.startsWith('~') || locationFor(server, argument) !== location) return false;
  const directives = inside(location);
  if (directives.some((d) => passes.has(d.word.text) || d.word.text === 'internal' || d.word.text === 'if')) return false;
  return directives.some((d) => ['return', 'root', 'alias', 'stub_status', 'empty_gif'].includes(d.word.text));
}
