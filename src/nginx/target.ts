import type { Protocol } from '../core/report.ts';
import { type LocatedText, unknownPath, unknownValue } from './located-text.ts';

/** What a target's text says once its variables are replaced. Offsets point into that text. */
export interface Target {
  protocol: Protocol;
  /** Lower case, IPv6 without brackets; null when it can't be known. */
  host: string | null;
  port: number | null;
  portWritten: boolean;
  socket: string | null;
  hostSpan: [number, number] | null;
  portSpan: [number, number] | null;
}

const schemes: Record<string, { pattern: RegExp; protocols: Record<string, Protocol>; bare: Protocol }> = {
  proxy_pass: { pattern: /^(https?):\/\//i, protocols: { http: 'http', https: 'https' }, bare: 'http' },
  grpc_pass: { pattern: /^(grpcs?):\/\//i, protocols: { grpc: 'grpc', grpcs: 'grpcs' }, bare: 'grpc' },
  uwsgi_pass: { pattern: /^(s?uwsgi):\/\//i, protocols: { uwsgi: 'uwsgi', suwsgi: 'suwsgi' }, bare: 'uwsgi' },
  fastcgi_pass: { pattern: /^(fastcgi):\/\//i, protocols: { fastcgi: 'fastcgi' }, bare: 'fastcgi' },
  scgi_pass: { pattern: /^(scgi):\/\//i, protocols: { scgi: 'scgi' }, bare: 'scgi' },
  memcached_pass: { pattern: /^(memcached):\/\//i, protocols: { memcached: 'memcached' }, bare: 'memcached' },
};

const defaultPorts: Partial<Record<Protocol, number>> = { http: 80, https: 443, grpc: 80, grpcs: 443 };

/** nginx's default port for a target of this protocol; null where it demands one. */
export function defaultPort(protocol: Protocol): number | null {
  return defaultPorts[protocol] ?? null;
}

/**
 * Takes a target apart.
 * @param directive the `*_pass` directive's name
 * @param stream the protocol in `stream`, where there are no schemes
 */
export function readTarget(directive: string, located: LocatedText, stream: Protocol | null): Target {
  const { text } = located;
  const scheme = stream === null ? schemes[directive] : undefined;
  const match = scheme?.pattern.exec(text);
  const protocol = stream ?? scheme?.protocols[match?.[1]?.toLowerCase() ?? ''] ?? scheme?.bare ?? 'http';
  return readAddress(text, match?.[0].length ?? 0, protocol, defaultPort(protocol), stream === null);
}

/**
 * Reads `host`, `host:port`, `[ipv6]:port` or `unix:path` from an offset on.
 * @param port the port when none is written
 * @param uri whether a URI may follow (behind a socket's path too)
 */
export function readAddress(text: string, from: number, protocol: Protocol, port: number | null, uri: boolean): Target {
  const rest = text.slice(from);
  if (/^unix:/i.test(rest)) return readSocket(text, from + 5, protocol, uri);
  const host = /^\[[^\]]*\]|^[^:/?]*/.exec(rest)?.[0] ?? '';
  const path = host.indexOf(unknownPath);
  const name = path === -1 ? host : host.slice(0, path);
  const unknown: Target = { protocol, host: null, port: null, portWritten: false, socket: null, hostSpan: null, portSpan: null };
  const hostEnd = from + name.length;
  const behind = path === -1 ? text.slice(hostEnd) : '';
  const written = /^:(\d+)(?![\w.-])/.exec(behind);
  const number = written === null ? null : Number(written[1]);
  const portSpan: [number, number] | null = written === null ? null : [hostEnd + 1, hostEnd + written[0].length];
  if (name === '' || name.includes(unknownValue)) return { ...unknown, port: number, portWritten: written !== null, portSpan };
  const known = { ...unknown, host: name.replace(/^\[|\]$/g, '').toLowerCase(), hostSpan: [from, hostEnd] as [number, number] };
  if (written !== null) return { ...known, port: number, portWritten: true, portSpan };
  return behind.startsWith(':') ? known : { ...known, port };
}

function readSocket(text: string, from: number, protocol: Protocol, uri: boolean): Target {
  const colon = uri ? text.indexOf(':', from) : -1;
  const end = colon === -1 ? text.length : colon;
  const socket = text.slice(from, end);
  const known = !socket.includes(unknownValue) && !socket.includes(unknownPath) && socket !== '';
  return {
    protocol,
    host: null,
    port: null,
    portWritten: false,
    socket: known ? socket : null,
    hostSpan: known ? [from, end] : null,
    portSpan: null,
  };
}
