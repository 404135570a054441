import { directivesIn } from './include.ts';
import { LocatedText, placeOf } from './located-text.ts';
import type { EndpointTarget, Upstream } from './model.ts';
import type { ConfigNode } from './parser.ts';
import { readAddress } from './target.ts';

/** Reads an `upstream` block. Its peers speak http or tcp until a route says otherwise; a peer's default port is 80 whatever the scheme. */
export function readUpstream(directive: ConfigNode, context: 'http' | 'stream'): Upstream {
  const name = directive.args[0]?.text ?? '';
  const nodes = [...directivesIn(directive.block)];
  if (nodes.some((n) => n.name.startsWith('balancer_by_lua'))) return { context, name, directive, peers: [chosenByLua(directive, name)] };
  const peers = nodes.filter((n) => n.name === 'server').flatMap((n) => readPeer(n, context, name) ?? []);
  return { context, name, directive, peers };
}

function readPeer(node: ConfigNode, context: 'http' | 'stream', upstream: string): EndpointTarget | null {
  const [address, ...options] = node.args;
  if (address === undefined) return null;
  const located = LocatedText.empty.plus(address.text, node, address, 0);
  const protocol = context === 'http' ? 'http' : 'tcp';
  const flags = new Set(options.map((o) => o.text.split('=', 1)[0]));
  const target = readAddress(address.text, 0, protocol, context === 'http' && !flags.has('service') ? 80 : null, false);
  return {
    host: target.host,
    port: target.port,
    portWritten: target.portWritten,
    socket: target.socket,
    protocol,
    at: placeOf(node, address),
    hostAt: target.hostSpan && located.span(...target.hostSpan),
    portAt: target.portSpan && located.span(...target.portSpan),
    hostVariable: target.hostSpan && located.variableAt(...target.hostSpan),
    portVariable: target.portSpan && located.variableAt(...target.portSpan),
    upstream,
    resolved: flags.has('resolve') ? 'runtime' : 'start',
    written: address.text,
    down: flags.has('down'),
    backup: flags.has('backup'),
  };
}

/** The peers of an upstream with `balancer_by_lua` are placeholders: Lua chooses the address. */
function chosenByLua(directive: ConfigNode, upstream: string): EndpointTarget {
  return {
    host: null,
    port: null,
    portWritten: false,
    socket: null,
    protocol: 'http',
    at: placeOf(directive, directive.args[0] ?? directive.word),
    hostAt: null,
    portAt: null,
    hostVariable: null,
    portVariable: null,
    upstream,
    resolved: 'runtime',
    written: upstream,
    down: false,
    backup: false,
  };
}
