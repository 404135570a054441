/** The short syntax of `ports`, `[[IP:]HOST:]CONTAINER[/PROTOCOL]`, and of `expose`. */
import { isIP } from 'node:net';

export interface ShortPort {
  target: number;
  /** A port, a range for one target (`8000-8002`), or null for a random one. */
  published: string | null;
  hostIp: string | null;
  protocol: string;
}

export interface PortParts {
  hostIp: string;
  host: string;
  hostAt: number;
  container: string;
  containerAt: number;
  protocol: string;
}

const protocols = new Set(['tcp', 'udp', 'sctp']);

/** The parts of a short port, with their offsets in the text. */
export function splitPort(text: string): PortParts {
  const lastColon = text.lastIndexOf(':');
  const hostColon = lastColon > 0 ? text.lastIndexOf(':', lastColon - 1) : -1;
  const containerAt = lastColon + 1;
  const [container = '', protocol = ''] = text.slice(containerAt).split('/');
  return {
    hostIp: hostColon === -1 ? '' : text.slice(0, hostColon),
    host: lastColon === -1 ? '' : text.slice(hostColon + 1, lastColon),
    hostAt: hostColon + 1,
    container,
    containerAt,
    protocol: (protocol || 'tcp').toLowerCase(),
  };
}

/** All mappings that one short port stands for, as Compose unfolds it. */
export function parsePort(text: string): ShortPort[] | { error: string } {
  const parts = splitPort(text);
  const bracketed = parts.hostIp.startsWith('[') && parts.hostIp.endsWith(']');
  const ip = bracketed ? parts.hostIp.slice(1, -1) : parts.hostIp;
  if (ip !== '' && isIP(ip) === 0) return { error: `"${ip}" is no IP address.` };
  if (ip.includes(':') && !bracketed) return { error: `An IPv6 address stands in brackets here: [${ip}].` };
  if (parts.container === '') return { error: `"${text}" names no container port.` };
  const container = parseRange(parts.container);
  if (container === undefined) return { error: `"${parts.container}" is no container port.` };
  const host = parts.host === '' ? null : parseRange(parts.host);
  if (host === undefined) return { error: `"${parts.host}" is no host port.` };
  if (!protocols.has(parts.protocol)) return { error: `"${parts.protocol}" is no protocol: tcp, udp or sctp.` };
  const count = container.to - container.from;
  if (host !== null && host.to - host.from !== count && count > 0) {
    return { error: `The ranges ${parts.host} and ${parts.container} have different lengths.` };
  }
  return Array.from({ length: count + 1 }, (_, index) => ({
    target: container.from + index,
    published: publishedOf(host, index, count),
    hostIp: ip === '' ? null : ip,
    protocol: parts.protocol,
  }));
}

function publishedOf(host: { from: number; to: number } | null, index: number, count: number): string | null {
  if (host === null) return null;
  return count === 0 && host.to > host.from ? `${host.from}-${host.to}` : String(host.from + index);
}

/** `8000` or `8000-8010`; undefined for anything else, for a range that falls, and for ports above 65535. */
export function parseRange(text: string): { from: number; to: number } | undefined {
  const [first = '', second] = text.split('-');
  const from = portNumber(first);
  const to = second === undefined ? from : portNumber(second);
  return from === undefined || to === undefined || to < from ? undefined : { from, to };
}

function portNumber(text: string): number | undefined {
  if (!/^\d{1,20}$/.test(text)) return undefined;
  const value = Number(text);
  return value <= 65535 ? value : undefined;
}
