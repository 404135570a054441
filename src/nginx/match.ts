/** Which server and location answer a request: nginx's own choice, for `routes --url` and the smoke plan. */
import { runInNewContext } from 'node:vm';
import type { NginxConfig, ServerBlock } from './model.ts';
import type { ConfigNode } from './parser.ts';

/** A request as far as the choice of the server needs it. */
export interface RequestTarget {
  host: string;
  port: number;
}

/** Longer names or paths are cut before they are matched by regular expressions. */
const longestSubject = 2048;
/** Milliseconds. */
const longestMatch = 100;

/**
 * The server that answers: of those that listen on the port, by exact name, then the longest leading wildcard, the
 * longest trailing wildcard, the first matching regular expression, else the default server
 * (ngx_http_find_virtual_server, ngx_hash_find_combined).
 */
export function serverFor(config: NginxConfig, { host, port }: RequestTarget): ServerBlock | null {
  const listening = config.servers.filter((s) => s.context === 'http' && ports(s).includes(port));
  const name = host.toLowerCase().replace(/\.$/, '');
  return (
    listening.find((s) => s.names.some((n) => exact(n, name))) ??
    longest(listening, (n) => leadingWildcard(n, name)) ??
    longest(listening, (n) => trailingWildcard(n, name)) ??
    listening.find((s) => s.names.some((n) => n.startsWith('~') && matches(n.slice(1), name, true))) ??
    listening.find((s) => s.listens.some((l) => l.defaultServer && l.port === port)) ??
    listening[0] ??
    null
  );
}

/**
 * The location of a server that answers a path: an exact one, the longest prefix when it says `^~`, the first
 * matching regular expression in order (of the inner block first), else the longest prefix (ngx_http_core_find_location).
 * `path` is decoded and normalised, without the query.
 */
export function locationFor(server: ServerBlock, path: string): ConfigNode | null {
  return find(server.directive, path);
}

function find(block: ConfigNode, path: string): ConfigNode | null {
  const locations = (block.block ?? []).flatMap((node) => flatten(node)).filter((node) => node.word.text === 'location');
  let prefix: ConfigNode | null = null;
  let longestPrefix = -1;
  for (const location of locations) {
    const { modifier, argument } = locationArgument(location);
    if (modifier === '=' && argument === path) return location;
    if ((modifier === '' || modifier === '^~') && path.startsWith(argument) && argument.length > longestPrefix) {
      prefix = location;
      longestPrefix = argument.length;
    }
  }
  const inner = prefix ? find(prefix, path) : null;
  if (inner && locationArgument(inner).modifier !== '' && locationArgument(inner).modifier !== '^~') return inner;
  if (!prefix || locationArgument(prefix).modifier !== '^~') {
    const regex = locations.find((location) => {
      const { modifier, argument } = locationArgument(location);
      return (modifier === '~' || modifier === '~*') && matches(argument, path, modifier === '~*');
    });
    if (regex) return find(regex, path) ?? regex;
  }
  return inner ?? prefix;
}

/** What an include brought in counts as written in its place. */
function flatten(node: ConfigNode): ConfigNode[] {
  return node.word.text === 'include' && node.block ? node.block.flatMap((child) => flatten(child)) : [node];
}

/** The modifier (`=`, `^~`, `~`, `~*`, `@` or none) and the path or pattern of a `location`. */
export function locationArgument(location: ConfigNode): { modifier: string; argument: string } {
  const [first = '', second] = location.args.map((word) => word.text);
  if (second !== undefined) return { modifier: first, argument: second };
  const glued = /^(=|\^~|~\*|~|@)(.*)$/s.exec(first);
  return glued ? { modifier: glued[1] as string, argument: glued[2] as string } : { modifier: '', argument: first };
}

function ports(server: ServerBlock): number[] {
  return server.listens.length === 0 ? [80] : server.listens.flatMap((l) => (l.port === null ? [] : [l.port]));
}

function exact(pattern: string, name: string): boolean {
  const lower = pattern.toLowerCase();
  return lower === name || (lower.startsWith('.') && lower.slice(1) === name);
}

function leadingWildcard(pattern: string, name: string): number {
  const suffix = /^\*?(\..+)$/.exec(pattern.toLowerCase())?.[1];
  return suffix && name.endsWith(suffix) && name.length > suffix.length ? suffix.length : 0;
}

function trailingWildcard(pattern: string, name: string): number {
  const prefix = /^(.+\.)\*$/.exec(pattern.toLowerCase())?.[1];
  return prefix && name.startsWith(prefix) && name.length > prefix.length ? prefix.length : 0;
}

function longest(servers: ServerBlock[], score: (pattern: string) => number): ServerBlock | undefined {
  let best: ServerBlock | undefined;
  let most = 0;
  for (const server of servers) {
    for (const name of server.names) {
      if (score(name) > most) {
        most = score(name);
        best = server;
      }
    }
  }
  return best;
}

/**
 * Whether a PCRE pattern that JavaScript understands matches; one that it does not understand, or that takes too
 * long (a pull request may bring one that never ends), matches nothing.
 */
function matches(pattern: string, subject: string, ignoreCase: boolean): boolean {
  const input = { pattern: pattern.replaceAll('(?P<', '(?<'), flags: ignoreCase ? 'i' : '', subject: subject.slice(0, longestSubject) };
  try {
    return runInNewContext('new RegExp(pattern, flags).test(subject)', input, { timeout: longestMatch }) === true;
  } catch {
    return false;
  }
}
