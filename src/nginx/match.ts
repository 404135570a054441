/** Which server and location answer a request: nginx's own choice, for `routes --url` and the smoke plan. */
import { createContext, Script } from 'node:vm';
import { directivesIn } from './include.ts';
import type { NginxConfig, ServerBlock } from './model.ts';
import type { ConfigNode } from './parser.ts';

/** A request as far as the choice of the server needs it. */
export interface RequestTarget {
  host: string;
  port: number;
}

/** Longer names or paths are cut before they are matched by regular expressions. */
const longestSubject = 2048;
/** nginx refuses a word that is longer than its buffer (NGX_CONF_BUFFER, "too long parameter"). */
const longestPattern = 4096;
/** Milliseconds. */
const longestMatch = 100;
/** After so many patterns that took too long no pattern is tried any more: they cost two seconds in all. */
const mostEndless = 20;
/** Locations nested deeper are not looked into. */
const deepestLocation = 100;

/**
 * The server that answers: of those that listen on the port, by exact name, then the longest leading wildcard, the
 * longest trailing wildcard, the first matching regular expression, else the default server
 * (ngx_http_find_virtual_server, ngx_hash_find_combined).
 */
export function serverFor(config: NginxConfig, { host, port }: RequestTarget): ServerBlock | null {
  const names = namesOn(config, port);
  const name = host.toLowerCase().replace(/\.$/, '').slice(0, longestSubject);
  const dots = [...name].flatMap((char, at) => (char === '.' ? [at] : []));
  const leading = dots.find((at) => at > 0 && names.leading.has(name.slice(at)));
  if (names.exact.has(name)) return names.exact.get(name) as ServerBlock;
  if (leading !== undefined) return names.leading.get(name.slice(leading)) as ServerBlock;
  const trailing = dots.findLast((at) => at > 0 && at < name.length - 1 && names.trailing.has(name.slice(0, at + 1)));
  if (trailing !== undefined) return names.trailing.get(name.slice(0, trailing + 1)) as ServerBlock;
  return names.patterns.find(({ pattern }) => matches(pattern, name, true))?.server ?? names.fallback;
}

/** The names that one port knows; where two servers share a name, the first has it. */
interface Names {
  exact: Map<string, ServerBlock>;
  /** By `.example.com`. */
  leading: Map<string, ServerBlock>;
  /** By `www.`. */
  trailing: Map<string, ServerBlock>;
  patterns: { pattern: string; server: ServerBlock }[];
  fallback: ServerBlock | null;
}

const namesByPort = new WeakMap<NginxConfig, Map<number, Names>>();

/** Read once for each port: a configuration may have many thousand servers, and be asked about each. */
function namesOn(config: NginxConfig, port: number): Names {
  const known = namesByPort.get(config) ?? new Map<number, Names>();
  namesByPort.set(config, known);
  const names = known.get(port) ?? readNames(config, port);
  known.set(port, names);
  return names;
}

function readNames(config: NginxConfig, port: number): Names {
  const listening = config.servers.filter((s) => s.context === 'http' && ports(s).includes(port));
  const names: Names = {
    exact: new Map(),
    leading: new Map(),
    trailing: new Map(),
    patterns: [],
    fallback: listening.find((s) => s.listens.some((l) => l.defaultServer && l.port === port)) ?? listening[0] ?? null,
  };
  for (const server of listening) for (const name of server.names) addName(names, name, server);
  return names;
}

function addName(names: Names, name: string, server: ServerBlock): void {
  const lower = name.toLowerCase();
  const first = (map: Map<string, ServerBlock>, key: string) => map.has(key) || map.set(key, server);
  first(names.exact, lower);
  if (lower.startsWith('.')) first(names.exact, lower.slice(1));
  if (/^\*?\../s.test(lower)) first(names.leading, lower.replace(/^\*/, ''));
  if (/.\.\*$/s.test(lower)) first(names.trailing, lower.slice(0, -1));
  if (name.startsWith('~')) names.patterns.push({ pattern: name.slice(1), server });
}

/**
 * The location of a server that answers a path: an exact one, the longest prefix when it says `^~`, the first
 * matching regular expression in order (of the inner block first), else the longest prefix (ngx_http_core_find_location).
 * `path` is decoded and normalised, without the query.
 */
export function locationFor(server: ServerBlock, path: string): ConfigNode | null {
  return find(server.directive, path, 0);
}

function find(block: ConfigNode, path: string, depth: number): ConfigNode | null {
  if (depth > deepestLocation) return null;
  const locations = locationsIn(block);
  const exact = locations.exact.get(path);
  if (exact) return exact;
  const length = locations.lengths.find((count) => count <= path.length && locations.prefixes.has(path.slice(0, count)));
  const prefix = length === undefined ? null : (locations.prefixes.get(path.slice(0, length)) as ConfigNode);
  const inner = prefix ? find(prefix, path, depth + 1) : null;
  if (inner && locationArgument(inner).modifier !== '' && locationArgument(inner).modifier !== '^~') return inner;
  if (!prefix || locationArgument(prefix).modifier !== '^~') {
    const regex = locations.patterns.find((location) => {
      const { modifier, argument } = locationArgument(location);
      return matches(argument, path, modifier === '~*');
    });
    if (regex) return find(regex, path, depth + 1) ?? regex;
  }
  return inner ?? prefix;
}

/** The locations that stand in one block, what an include brought in among them. */
interface Locations {
  exact: Map<string, ConfigNode>;
  prefixes: Map<string, ConfigNode>;
  /** Of the prefixes, each once, the longest first. */
  lengths: number[];
  patterns: ConfigNode[];
}

const locationsByBlock = new WeakMap<ConfigNode, Locations>();

function locationsIn(block: ConfigNode): Locations {
  let found = locationsByBlock.get(block);
  if (found === undefined) {
    found = readLocations(block);
    locationsByBlock.set(block, found);
  }
  return found;
}

function readLocations(block: ConfigNode): Locations {
  const found: Locations = { exact: new Map(), prefixes: new Map(), lengths: [], patterns: [] };
  for (const node of directivesIn(block.block)) {
    if (node.word.text !== 'location') continue;
    const { modifier, argument } = locationArgument(node);
    const map = modifier === '=' ? found.exact : modifier === '' || modifier === '^~' ? found.prefixes : null;
    if (map && !map.has(argument)) map.set(argument, node);
    if (modifier === '~' || modifier === '~*') found.patterns.push(node);
  }
  found.lengths = [...new Set([...found.prefixes.keys()].map((prefix) => prefix.length))].sort((a, b) => b - a);
  return found;
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

const sandbox = createContext({ pattern: '', flags: '', subject: '' });
const test = new Script('new RegExp(pattern, flags).test(subject)');
/** Patterns that took too long once; a file may hold thousands of them. */
const endless = new Set<string>();

/**
 * Whether a PCRE pattern that JavaScript understands matches. One that it does not understand, that takes too long or that nginx
 * would not read (a pull request may bring one that never ends, or that fills the stack while it is compiled) matches nothing.
 */
function matches(pattern: string, subject: string, ignoreCase: boolean): boolean {
  if (pattern.length > longestPattern || endless.has(pattern) || endless.size >= mostEndless) return false;
  const flags = ignoreCase ? 'i' : '';
  Object.assign(sandbox, { pattern: pattern.replaceAll('(?P<', '(?<'), flags, subject: subject.slice(0, longestSubject) });
  try {
    return test.runInContext(sandbox, { timeout: longestMatch }) === true;
  } catch (error) {
    // The error is made in the other context, whose Error is not ours.
    if ((error as { code?: unknown }).code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') endless.add(pattern);
    return false;
  }
}
