import type { ConfigNode } from '../nginx/parser.ts';
import type { Endpoint, StackRoute } from '../stack/model.ts';
import type { CurlRequest } from './curl.ts';
import type { Probe } from './observation.ts';
import { inside, type PlannedRequest } from './plan.ts';
import { tlsProtocols } from './protocols.ts';
import { bracketed, encoded, marked, websocketHeaders } from './through-nginx.ts';

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
  const isAsNginx = probe === 'as-nginx' || probe === 'name' || probe === 'upgrade';
  const secure = isAsNginx ? tlsProtocols.has(target.protocol) : probe.startsWith('tls');
  const grpc = target.protocol === 'grpc' || target.protocol === 'grpcs';
  const http2 = probe === 'http2' || (grpc && (probe === 'as-nginx' || probe === 'tls' || probe === 'name'));
  const name = serverNameFor(request, endpoint, probe);
  const host = name ?? to?.host ?? 'localhost';
  const port = to?.port ?? (secure ? 443 : 80);
  const headers = headersFor(request, endpoint);
  if (probe === 'upgrade') headers.push(...websocketHeaders);
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
