import { type Complaint, lineOf, problemAt, wrong } from './complaint.ts';
import { directivesIn } from './include.ts';
import { readListen } from './listen.ts';
import type { Listen, Problem } from './model.ts';
import { isTemplate } from './parameters.ts';
import type { ConfigNode } from './parser.ts';

/** A location's name and kind, as nginx takes them from one word or two. */
interface LocationName {
  kind: 'exact' | 'prefix' | 'regex' | 'named';
  name: string;
}

function locationName(node: ConfigNode): LocationName | null {
  const [first, second] = node.args.map((a) => a.text);
  if (first === undefined || node.args.some((a) => isTemplate(a.text))) return null;
  if (second !== undefined) {
    if (first.startsWith('~')) return { kind: 'regex', name: second };
    return { kind: first === '=' ? 'exact' : 'prefix', name: second };
  }
  if (first.startsWith('~')) return { kind: 'regex', name: first.replace(/^~\*?/, '') };
  if (first.startsWith('=')) return { kind: 'exact', name: first.slice(1) };
  if (first.startsWith('@')) return { kind: 'named', name: first };
  return { kind: 'prefix', name: first.replace(/^\^~/, '') };
}

/** The same location twice in one block; nginx tells that when it has read the whole `http`. */
export function* duplicateLocations(block: ConfigNode): Generator<Problem> {
  const seen = new Map<string, ConfigNode>();
  for (const node of directivesIn(block.block)) {
    const location = node.name === 'location' ? locationName(node) : null;
    if (location === null || (location.kind !== 'exact' && location.kind !== 'prefix')) continue;
    const key = `${location.kind} ${location.name}`;
    const first = seen.get(key);
    if (first === undefined) seen.set(key, node);
    else {
      yield problemAt(node, {
        check: 'duplicate-directive',
        message: `location ${location.name} stands twice in this ${block.name}: first at ${lineOf(first)}.`,
        fix: 'Join the two, or remove one.',
        says: `duplicate location "${location.name}"`,
        word: node.args[node.args.length - 1],
        other: { node: first, label: `location ${location.name} stands here first` },
      });
    }
  }
}

/** What nginx refuses about a location inside another. */
export function checkNesting(node: ConfigNode, outer: ConfigNode): Complaint | null {
  const own = locationName(node);
  const around = locationName(outer);
  if (own === null || around === null) return null;
  const word = node.args[node.args.length - 1];
  const inside = `location "${own.name}" cannot be inside the`;
  if (around.kind === 'exact')
    return nesting(`${inside} exact location "${around.name}"`, `A location can't stand inside the exact location ${around.name}.`, word);
  if (around.kind === 'named')
    return nesting(`${inside} named location "${around.name}"`, `A location can't stand inside the named location ${around.name}.`, word);
  if (own.kind === 'named')
    return nesting(
      `named location "${own.name}" can be on the server level only`,
      `The named location ${own.name} can only stand directly in a server.`,
      word,
    );
  if (own.kind !== 'regex' && !own.name.startsWith(around.name)) {
    return nesting(
      `location "${own.name}" is outside location "${around.name}"`,
      `location ${own.name} can't stand inside location ${around.name}, as it doesn't begin with ${around.name}.`,
      word,
    );
  }
  return null;
}

function nesting(says: string, message: string, word: Complaint['word']): Complaint {
  return { ...wrong(says, message, 'Move it out.', word), check: 'wrong-context' };
}

/** Options of `listen` that nginx takes once per address. */
const socketOptions = /^(bind|deferred|reuseport|multipath)$|^(setfib|fastopen|backlog|rcvbuf|sndbuf|accept_filter|ipv6only|so_keepalive)=/;

interface Address {
  server: ConfigNode;
  defaultServer: { server: ConfigNode; listen: Listen } | null;
  options: Listen | null;
  ssl: boolean;
  servers: ConfigNode[];
}

/** What can't stand together: the same `listen` twice in a server, two default servers, options twice, and TLS without a certificate. */
export function* checkListens(servers: readonly ConfigNode[], http: ConfigNode, unprivileged: boolean): Generator<Problem> {
  const addresses = new Map<string, Address>();
  for (const server of servers) {
    const nodes = [...directivesIn(server.block)].filter((n) => n.name === 'listen' && !n.faulty);
    const own = new Set<string>();
    for (const node of nodes) {
      const listen = readListen(node);
      for (const key of addressKeys(listen)) yield* checkListen(server, listen, key, own, addresses);
    }
    if (nodes.length === 0) addServer(addresses, `inet :${unprivileged ? 8000 : 80}`, server);
  }
  yield* missingCertificates(addresses, http);
}

function* checkListen(
  server: ConfigNode,
  listen: Listen,
  key: string,
  own: Set<string>,
  addresses: Map<string, Address>,
): Generator<Problem> {
  const { directive, text } = listen;
  const word = directive.args[0];
  if (own.has(key)) {
    yield problemAt(directive, {
      check: 'duplicate-directive',
      message: `This server listens on ${text} twice.`,
      fix: 'Remove one of the two.',
      says: `a duplicate listen ${spoken(listen)}`,
      word,
    });
    return;
  }
  own.add(key);
  const address = addServer(addresses, key, server);
  address.ssl ||= directive.args.some((a) => a.text === 'ssl' || a.text === 'quic');
  if (directive.args.slice(1).some((a) => socketOptions.test(a.text))) {
    if (address.options !== null) {
      yield problemAt(directive, {
        check: 'duplicate-directive',
        message: `The socket options of listen ${text} are given twice: first at ${lineOf(address.options.directive)}.`,
        fix: 'Keep the options on one listen of this address.',
        says: `duplicate listen options for ${spoken(listen)}`,
        word,
        other: { node: address.options.directive, label: 'the options stand here first' },
      });
    }
    address.options ??= listen;
  }
  if (!listen.defaultServer) return;
  if (address.defaultServer !== null) {
    const first = address.defaultServer.listen.directive;
    yield problemAt(directive, {
      check: 'duplicate-directive',
      message: `${text} has two default servers: the first is at ${lineOf(first)}.`,
      fix: 'Remove default_server from one of the two.',
      says: `a duplicate default server for ${spoken(listen)}`,
      word,
      other: { node: first, label: 'the first default server' },
    });
  } else address.defaultServer = { server, listen };
}

function addServer(addresses: Map<string, Address>, key: string, server: ConfigNode): Address {
  let address = addresses.get(key);
  if (address === undefined) {
    address = { server, defaultServer: null, options: null, ssl: false, servers: [] };
    addresses.set(key, address);
  }
  address.servers.push(server);
  return address;
}

/** One key for each port; none where the address can't be known. A wildcard is told by its family alone. */
function addressKeys({ address, port, lastPort, socket, udp, text }: Listen): string[] {
  if (isTemplate(text)) return [];
  if (socket !== null) return [`unix ${socket}`];
  if (port === null || lastPort === null || lastPort - port > 1000 || lastPort < port) return [];
  const family = text.startsWith('[') ? 'inet6' : 'inet';
  if (family === 'inet' && address !== null && !/^[\d.]+$/.test(address)) return [];
  const host = address === null || address === '0.0.0.0' || address === '::' ? '' : address;
  return Array.from({ length: lastPort - port + 1 }, (_, i) => `${udp ? 'udp ' : ''}${family} ${host}:${port + i}`);
}

/** An address as nginx writes it in messages. */
function spoken({ address, port, socket, text }: Listen): string {
  if (socket !== null) return `unix:${socket}`;
  if (text.startsWith('[')) return `[${address ?? '::'}]:${port}`;
  return `${address ?? '0.0.0.0'}:${port}`;
}

function* missingCertificates(addresses: Map<string, Address>, http: ConfigNode): Generator<Problem> {
  const told = new Set<ConfigNode>();
  for (const address of addresses.values()) {
    if (!address.ssl) continue;
    const first = address.defaultServer?.server ?? address.server;
    if (has(first, http, 'ssl_certificate')) continue;
    const lacking = !rejects(first, http) ? first : address.servers.find((s) => !has(s, http, 'ssl_certificate') && !rejects(s, http));
    if (lacking === undefined || told.has(lacking)) continue;
    told.add(lacking);
    yield problemAt(lacking, {
      check: 'wrong-arguments',
      message: 'This server listens with "ssl" but has no ssl_certificate.',
      fix: 'Add ssl_certificate and ssl_certificate_key.',
      says: 'no "ssl_certificate" is defined for the "listen ... ssl" directive',
    });
  }
}

function has(server: ConfigNode, http: ConfigNode, name: string): boolean {
  for (const block of [server, http]) for (const node of directivesIn(block.block)) if (node.name === name) return true;
  return false;
}

function rejects(server: ConfigNode, http: ConfigNode): boolean {
  for (const block of [server, http]) {
    for (const node of directivesIn(block.block))
      if (node.name === 'ssl_reject_handshake') return node.args[0]?.text.toLowerCase() === 'on';
  }
  return false;
}
