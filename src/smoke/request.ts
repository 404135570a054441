import { randomBytes } from 'node:crypto';
import type { ConfigNode } from '../nginx/parser.ts';
import type { Endpoint, StackRoute } from '../stack/model.ts';
import type { CurlRequest, CurlResult } from './curl.ts';
import type { DirectResult, Observation, Outcome, Probe } from './observation.ts';
import { inside, type PlannedRequest } from './plan.ts';

/** Where requests through nginx are sent. */
export interface Front {
  /** Where nginx's listen addresses lead to from the place of the requests. */
  address: (request: PlannedRequest) => { host: string; port: number };
  /** Set with `--base-url`: its scheme and path count, and its host where the server block has no name of its own. */
  base: URL | null;
  timeout: number;
  verify: boolean;
  ca?: string;
}

/** A new marker: what ties a request to its log lines. */
export function newMarker(): string {
  return `ng${randomBytes(8).toString('hex')}`;
}

/** The path with the marker in its query. */
export function marked(path: string, marker: string): string {
  const [before = '/', fragment] = path.split('#', 2);
  void fragment;
  return `${before}${before.includes('?') ? '&' : '?'}nginx-gate=${marker}`;
}

/** The host that is asked for: the server block's name, or the base URL's host for a block without one. */
function hostFor({ host, server, expect }: PlannedRequest, front: Front): string {
  const isNamed = expect?.host != null || server.names.some((n) => n.toLowerCase() === host || n.includes('*') || n.startsWith('.'));
  return front.base === null || isNamed ? host : front.base.hostname.replace(/^\[|\]$/g, '');
}

/** The URL as people would write it, without the marker. */
export function urlOf(request: PlannedRequest, front: Front): string {
  if (request.scheme === 'tcp') return `tcp://${request.listen?.address ?? '*'}:${request.port}`;
  const scheme = front.base?.protocol.replace(':', '') ?? request.scheme;
  const port = front.base ? front.base.port : String(front.address(request).port);
  const usual = port === '' || port === (scheme === 'https' ? '443' : '80');
  return `${scheme}://${bracketed(hostFor(request, front))}${usual ? '' : `:${port}`}${prefixOf(front)}${request.path}`;
}

const bracketed = (host: string) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
const prefixOf = (front: Front) => front.base?.pathname.replace(/\/$/, '') ?? '';

/** The request through nginx, for curl. */
export function throughNginx(request: PlannedRequest, front: Front, marker: string, upgrade = false): CurlRequest {
  const to = front.address(request);
  const secure = (front.base?.protocol ?? `${request.scheme}:`) === 'https:';
  const path = marked(`${prefixOf(front)}${request.path}`, marker);
  const host = hostFor(request, front);
  const headers: [string, string][] = [
    ['Host', host],
    ['User-Agent', 'nginx-gate'],
    ['Accept', '*/*'],
  ];
  if (upgrade) headers.push(...websocketHeaders);
  return {
    url: `${secure ? 'https' : 'http'}://${bracketed(host)}:${to.port}${encoded(path)}`,
    headers,
    connectTo: to,
    verify: front.verify,
    ...(front.ca !== undefined && { ca: front.ca }),
    http2: request.listen?.http2 === true && !secure && front.base === null,
    proxyProtocol: request.listen?.proxyProtocol === true && front.base === null,
    wantsHeaders: Object.keys(request.expect?.headers ?? {}).length > 0,
    timeout: front.timeout,
    connectTimeout: Math.min(5, front.timeout),
  };
}

const websocketHeaders: [string, string][] = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'bmdpbngtZ2F0ZS1zbW9rZQ=='],
];

/** What must not stand in a request line, percent-encoded; what is encoded already stays. */
function encoded(path: string): string {
  return path.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (c) => encodeURIComponent(c));
}

/** How the request through nginx ended. */
export function nginxOutcome(result: CurlResult): Observation['nginx'] {
  const { exit, status } = result;
  return { status, failure: failureOf(exit, status, result), unmet: null, otherServer: null };
}

function failureOf(exit: number | null, status: number | null, { connectSeconds }: CurlResult): Observation['nginx']['failure'] {
  if (exit === 0) return status === null ? 'closed' : null;
  if (exit === 6 || exit === 7) return 'no-connection';
  if (exit === 28 && isStreaming(status)) return null;
  if (exit === 28) return connectSeconds > 0 ? 'timeout' : 'no-connection';
  if (exit === 1 || exit === 8) return 'not-http';
  if (exit === 60 || exit === 51) return 'untrusted';
  if (exit === 35 || exit === 58) return 'tls';
  if (exit === 18 || status !== null) return 'cut';
  return 'closed';
}

const tlsProtocols = new Set(['https', 'grpcs', 'suwsgi', 'tls']);

/** The directives of a name that hold for a route: those of the innermost block that has any. */
export function inherited({ route }: StackRoute, name: string): ConfigNode[] {
  for (const block of [...route.scope].reverse()) {
    const found = inside(block).filter((d) => d.word.text === name);
    if (found.length > 0) return found;
  }
  return [];
}

/** An address that an endpoint's name has, from where nginx stands. */
export interface EndpointAddress {
  host: string;
  port: number;
}

/** The request that nginx would send to an endpoint's address, or with another probe what else the port may speak. */
export function straight(
  request: PlannedRequest,
  endpoint: Endpoint,
  to: EndpointAddress | null,
  probe: Probe,
  limits: { timeout: number; marker: string },
): CurlRequest {
  const { target } = endpoint;
  const secure = probe === 'as-nginx' || probe === 'name' ? tlsProtocols.has(target.protocol) : probe.startsWith('tls');
  const grpc = target.protocol === 'grpc' || target.protocol === 'grpcs';
  const http2 = probe === 'http2' || (grpc && (probe === 'as-nginx' || probe === 'tls' || probe === 'name'));
  const name = serverNameFor(request, endpoint, probe);
  const host = name ?? to?.host ?? 'localhost';
  const port = to?.port ?? (secure ? 443 : 80);
  const headers = headersFor(request, endpoint);
  if (grpc) headers.push(['TE', 'trailers'], ['Content-Type', 'application/grpc']);
  return {
    url: `${secure ? 'https' : 'http'}://${bracketed(host)}:${port}${encoded(marked(upstreamPath(request, endpoint), limits.marker))}`,
    headers,
    ...(to && { connectTo: to }),
    ...(target.socket !== null && { socket: target.socket }),
    http2,
    verbose: true,
    timeout: limits.timeout,
    connectTimeout: Math.min(4, Math.max(1, limits.timeout - 1)),
  };
}

/** `proxy`, `grpc`, `uwsgi`: the first word of the settings that belong to a directive. */
function familyOf({ route }: StackRoute): string {
  return route.name.replace(/_pass$/, '');
}

/** The name that nginx sends as SNI; null when it sends none. With `tls-name` the name that it could send. */
function serverNameFor(request: PlannedRequest, { route, target }: Endpoint, probe: Probe): string | null {
  const family = familyOf(route);
  const sends = inherited(route, `${family}_ssl_server_name`)[0]?.args[0]?.text === 'on';
  if (probe !== 'tls-name' && !(sends && tlsProtocols.has(target.protocol))) return null;
  const named = inherited(route, `${family}_ssl_name`)[0]?.args[0]?.text;
  const value = named === undefined ? null : evaluated(named, request, route);
  const name = value ?? target.upstream ?? target.host;
  return name !== null && /[a-z]/i.test(name) && !name.includes(':') ? name : null;
}

/** The headers that nginx would send, as far as their variables are known before the request. */
function headersFor(request: PlannedRequest, { route }: Endpoint): [string, string][] {
  const headers: [string, string][] = [];
  const family = familyOf(route);
  for (const directive of inherited(route, `${family}_set_header`)) {
    const name = directive.args[0]?.text ?? '';
    const value = evaluated(directive.args[1]?.text ?? '', request, route);
    // Connection and Upgrade are curl's own affair; an empty value means that nginx sends none.
    if (value === null || value === '' || !/^[\w-]+$/.test(name) || /^(?:connection|upgrade|content-length|te)$/i.test(name)) continue;
    headers.push([name, value]);
  }
  if (!headers.some(([name]) => name.toLowerCase() === 'host')) headers.push(['Host', proxyHost(route)]);
  headers.push(['User-Agent', 'nginx-gate'], ['Accept', '*/*']);
  return headers;
}

/** nginx's $proxy_host: host and port as the target has them. */
function proxyHost({ route }: StackRoute): string {
  const written = /^[a-z]+:\/\/([^/$]+)/.exec(route.target)?.[1];
  const known = route.endpoints[0];
  return written ?? known?.upstream ?? known?.host ?? 'localhost';
}

/** A value with the few variables that are known beforehand; null when it holds another. */
function evaluated(text: string, request: PlannedRequest, route: StackRoute): string | null {
  const known: Record<string, string> = {
    host: request.host,
    http_host: request.host,
    server_name: request.server.names[0] ?? '',
    server_port: String(request.port),
    proxy_host: proxyHost(route),
    scheme: request.scheme,
    remote_addr: '127.0.0.1',
    proxy_add_x_forwarded_for: '127.0.0.1',
    http_upgrade: '',
    connection_upgrade: '',
    request_uri: request.path,
  };
  let isKnown = true;
  const value = text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (_, braced: string | undefined, bare: string | undefined) => {
    const found = known[braced ?? bare ?? ''];
    if (found === undefined) isKnown = false;
    return found ?? '';
  });
  return isKnown ? value : null;
}

/** The path that nginx would ask the endpoint for: a target with a path of its own replaces the location's. */
export function upstreamPath(request: PlannedRequest, { route }: Endpoint): string {
  const written = /^[a-z]+:\/\/(?:unix:[^:]*:|[^/]*)(\/.*)?$/.exec(route.route.target)?.[1];
  if (written === undefined || route.route.name !== 'proxy_pass') return request.path;
  if (written.includes('$')) return request.path;
  if (route.route.target.includes('$')) return written;
  const prefix = /^(?:\^~\s*|=\s*)?(\/\S*)$/.exec(route.route.location ?? '')?.[1];
  return prefix !== undefined && request.path.startsWith(prefix) ? written + request.path.slice(prefix.length) : request.path;
}

/** What a direct request's end means. */
export function directResult(result: CurlResult, address: string, probe: Probe, protocol: string): DirectResult {
  const outcome = outcomeOf(result, probe, protocol);
  const answered = outcome === 'answered' || outcome === 'cut';
  return {
    address,
    probe,
    outcome,
    status: answered ? result.status : null,
    seconds: result.seconds,
    result: answered
      ? `HTTP ${result.status}${outcome === 'cut' ? ', cut' : ''}`
      : `${outcomeWords[outcome]}${result.error === '' ? '' : ` (${result.error})`}`,
  };
}

/** Whether a good status came before the time-out: the answer has begun, and its end is no business of ours. */
function isStreaming(status: number | null): boolean {
  return status !== null && status >= 200 && status < 500;
}

function outcomeOf(result: CurlResult, probe: Probe, protocol: string): Outcome {
  const { exit, status, error, connectSeconds } = result;
  const wantsHttp2 = protocol.startsWith('grpc') && probe === 'as-nginx';
  if (exit === 0) return status === null ? 'closed' : wantsHttp2 && !result.httpVersion.startsWith('2') ? 'other-protocol' : 'answered';
  if (exit === 7) return connectOutcome(error);
  if (exit === 6) return 'not-resolved';
  // An answer that goes on past the time-out: event streams and long polls do nothing else.
  if (exit === 28 && isStreaming(status)) return 'answered';
  if (exit === 28) return connectSeconds > 0 ? 'response-timeout' : 'connect-timeout';
  if (exit === 35) return /wrong version number|packet length too long|http request/.test(error) ? 'tls-plain' : 'tls-failed';
  if (exit === 60 || exit === 51 || exit === 83) return 'tls-untrusted';
  if (exit === 58) return 'tls-failed';
  if (exit === 18) return 'cut';
  if (exit === 1 || exit === 16 || exit === 92 || exit === 95) return 'other-protocol';
  if (exit === 8) return 'invalid';
  if (exit === 52) return 'closed';
  if (exit === 55 || exit === 56) return brokenOutcome(error, tlsProtocols.has(protocol) || probe.startsWith('tls'));
  return 'unknown';
}

function brokenOutcome(error: string, secure: boolean): Outcome {
  if (/alert|SSL|TLS/.test(error) || (secure && /errno 107/.test(error))) return 'tls-failed';
  if (/chunk/i.test(error)) return 'invalid';
  return /reset/i.test(error) ? 'reset' : 'closed';
}

function connectOutcome(error: string): Outcome {
  if (/refused/i.test(error)) return 'refused';
  if (/unreachable|No route/i.test(error)) return 'unreachable';
  if (/denied|not permitted/i.test(error)) return 'denied';
  if (/No such file/i.test(error)) return 'socket-missing';
  if (/timed out/i.test(error)) return 'connect-timeout';
  return 'refused';
}

const outcomeWords: Record<Outcome, string> = {
  answered: 'answered',
  connected: 'connected',
  refused: 'connection refused',
  unreachable: 'no route to it',
  denied: 'permission denied',
  'connect-timeout': 'no connection in time',
  'response-timeout': 'no answer in time',
  closed: 'closed without an answer',
  reset: 'connection reset',
  cut: 'cut in the middle',
  'tls-plain': 'no TLS there',
  'tls-failed': 'TLS handshake failed',
  'tls-untrusted': 'certificate not trusted',
  'other-protocol': 'another protocol',
  invalid: 'not a sound HTTP answer',
  'not-resolved': 'name not resolved',
  'socket-missing': 'no such socket',
  unknown: 'failed',
};
