import type { Listen } from './model.ts';
import type { ConfigNode } from './parser.ts';

/** Reads a `listen` directive of `http` or `stream`; what isn't understood stays null. */
export function readListen(directive: ConfigNode): Listen {
  const text = directive.args[0]?.text ?? '';
  const options = new Set(directive.args.slice(1).map((a) => a.text.toLowerCase()));
  return {
    directive,
    text,
    ...address(text),
    ssl: options.has('ssl') || options.has('quic'),
    http2: options.has('http2'),
    proxyProtocol: options.has('proxy_protocol'),
    defaultServer: options.has('default_server') || options.has('default'),
    udp: options.has('udp') || options.has('quic'),
  };
}

function address(text: string): Pick<Listen, 'address' | 'port' | 'lastPort' | 'socket'> {
  if (/^unix:/i.test(text)) return { address: null, port: null, lastPort: null, socket: text.slice(5) };
  const match = /^(?:(\[[^\]]*\]|[^:]*):)?(\d+)(?:-(\d+))?$/.exec(text);
  if (match === null) {
    const port = /^(\[[^\]]*\]|[\w.*-]+)$/.test(text) ? 80 : null;
    return { address: host(text), port, lastPort: port, socket: null };
  }
  const port = Number(match[2]);
  return { address: host(match[1] ?? ''), port, lastPort: match[3] === undefined ? port : Number(match[3]), socket: null };
}

function host(text: string): string | null {
  return text === '' || text === '*' ? null : text.replace(/^\[|\]$/g, '').toLowerCase();
}
