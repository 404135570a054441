import { randomBytes } from 'node:crypto';
import type { CurlRequest } from './curl.ts';
import type { PlannedRequest } from './plan.ts';

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

export const bracketed = (host: string) => (host.includes(':') && !host.startsWith('[') ? `[${host}]` : host);
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

export const websocketHeaders: [string, string][] = [
  ['Connection', 'Upgrade'],
  ['Upgrade', 'websocket'],
  ['Sec-WebSocket-Version', '13'],
  ['Sec-WebSocket-Key', 'bmdpbngtZ2F0ZS1zbW9rZQ=='],
];

/** What must not stand in a request line, percent-encoded; what is encoded already stays. */
export function encoded(path: string): string {
  return path.replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, (c) => encodeURIComponent(c));
}
