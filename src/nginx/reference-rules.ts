import { lineOf, problemAt } from './complaint.ts';
import { directivesIn } from './include.ts';
import type { Problem } from './model.ts';
import { isTemplate } from './parameters.ts';
import type { ConfigNode } from './parser.ts';

/** A directive and the context that it stands in. */
export interface Placed {
  node: ConfigNode;
  context: string;
}

/** Names that one directive defines and another uses, within one `http` or `stream`. */
export function* checkReferences(placed: readonly Placed[], stream: boolean): Generator<Problem> {
  yield* checkUpstreams(placed, stream);
  if (!stream) yield* checkLogFormats(placed);
  if (!stream) yield* checkZones(placed);
}

function* checkUpstreams(placed: readonly Placed[], stream: boolean): Generator<Problem> {
  const upstreams = new Map<string, ConfigNode>();
  for (const { node } of placed) {
    const [name] = node.args;
    if (node.name !== 'upstream' || node.block === null || name === undefined || node.faulty) continue;
    const first = upstreams.get(name.text.toLowerCase());
    if (first !== undefined) {
      yield problemAt(node, {
        check: 'duplicate-directive',
        message: `The upstream "${name.text}" stands twice: first at ${lineOf(first)}.`,
        fix: 'Join the two, or give one another name.',
        says: `duplicate upstream "${name.text}"`,
        word: name,
        other: { node: first, label: `upstream ${name.text} stands here first` },
      });
    } else upstreams.set(name.text.toLowerCase(), node);
    yield* checkPeers(node, name.text);
  }
  for (const { node } of placed) yield* checkPass(node, upstreams, stream);
}

function* checkPeers(node: ConfigNode, name: string): Generator<Problem> {
  const nodes = [...directivesIn(node.block)];
  if (nodes.some((n) => n.name === 'server' || n.name === 'include' || n.name === 'state' || n.name.startsWith('balancer_by_lua'))) return;
  const problem = problemAt(node, {
    check: 'wrong-arguments',
    message: `The upstream "${name}" has no server.`,
    fix: `Add a line such as "server HOST:PORT;".`,
    says: 'no servers are inside upstream',
    word: node.args[0],
  });
  yield { ...problem, stumblesAt: node.end - 1 };
}

const needsPort = new Set(['fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'memcached_pass']);

/** A target that names an upstream must not have a port; one that doesn't must have one where there is no default. */
function* checkPass(node: ConfigNode, upstreams: ReadonlyMap<string, ConfigNode>, stream: boolean): Generator<Problem> {
  const [target] = node.args;
  if (target === undefined || node.faulty || target.text.includes('$') || isTemplate(target.text)) return;
  if (!needsPort.has(node.name) && node.name !== 'proxy_pass' && node.name !== 'grpc_pass') return;
  const address = /^(?:\w+:\/\/)?([^/?]*)/.exec(target.text)?.[1] ?? '';
  if (address === '' || /^unix:/i.test(address) || address.startsWith('[')) return;
  const [host = '', port] = address.split(':');
  const upstream = upstreams.get(host.toLowerCase());
  if (upstream !== undefined && port !== undefined && !stream) {
    yield problemAt(node, {
      check: 'wrong-arguments',
      message: `"${host}" is an upstream (${lineOf(upstream)}), so ${node.name} can't give it the port ${port}.`,
      fix: `Leave out ":${port}".`,
      says: `upstream "${host}" may not have port ${port}`,
      word: target,
      other: { node: upstream, label: `upstream ${host}` },
    });
  } else if (upstream === undefined && port === undefined && (stream || needsPort.has(node.name))) {
    yield problemAt(node, {
      check: 'wrong-arguments',
      message: `${node.name} needs a port: "${host}" is no upstream.`,
      fix: `Write ${host}:PORT.`,
      says: `no port in upstream "${host}"`,
      word: target,
    });
  }
}

function* checkLogFormats(placed: readonly Placed[]): Generator<Problem> {
  const formats = new Set(['combined']);
  for (const { node } of placed) {
    if (node.faulty) continue;
    if (node.name === 'log_format') {
      const name = node.args[0]?.text.toLowerCase() ?? '';
      if (formats.has(name)) {
        yield problemAt(node, {
          check: 'duplicate-directive',
          message: `The log format "${name}" stands twice.`,
          fix: 'Remove one of the two.',
          says: `duplicate "log_format" name "${name}"`,
          word: node.args[0],
        });
      }
      formats.add(name);
    }
    if (node.name !== 'access_log') continue;
    const format = node.args[1];
    if (format === undefined || node.args[0]?.text === 'off' || isTemplate(format.text) || formats.has(format.text.toLowerCase())) continue;
    yield problemAt(node, {
      check: 'wrong-arguments',
      message: `No log_format above this line is named "${format.text}".`,
      fix: null,
      says: `unknown log format "${format.text}"`,
      word: format,
    });
  }
}

/** Directives that use a zone of shared memory, and those that make one. */
const zoneMakers: Record<string, RegExp> = {
  limit_req_zone: /^zone=([^:]+)/,
  limit_conn_zone: /^zone=([^:]+)/,
  proxy_cache_path: /^keys_zone=([^:]+)/,
  fastcgi_cache_path: /^keys_zone=([^:]+)/,
  uwsgi_cache_path: /^keys_zone=([^:]+)/,
  scgi_cache_path: /^keys_zone=([^:]+)/,
};

function zoneUsed(node: ConfigNode): { zone: string; word: ConfigNode['word'] | undefined; says: (zone: string) => string } | null {
  if (node.name === 'limit_req') {
    const word = node.args.find((a) => a.text.startsWith('zone='));
    return word === undefined ? null : { zone: word.text.slice(5), word, says: zeroSize };
  }
  const [word] = node.args;
  if (word === undefined) return null;
  if (node.name === 'limit_conn') return { zone: word.text, word, says: zeroSize };
  if (/^(proxy|fastcgi|uwsgi|scgi)_cache$/.test(node.name)) {
    return word.text === 'off' ? null : { zone: word.text, word, says: (zone) => `"${node.name}" zone "${zone}" is unknown` };
  }
  return null;
}

const zeroSize = (zone: string) => `zero size shared memory zone "${zone}"`;

function* checkZones(placed: readonly Placed[]): Generator<Problem> {
  const made = new Set<string>();
  for (const { node } of placed) {
    const pattern = zoneMakers[node.name];
    for (const word of pattern === undefined ? [] : node.args) {
      const zone = pattern?.exec(word.text)?.[1];
      if (zone === undefined) continue;
      if (made.has(zone) && node.name === 'limit_req_zone') {
        yield problemAt(node, {
          check: 'duplicate-directive',
          message: `The zone "${zone}" is made twice.`,
          fix: 'Give one of the two another name.',
          says: `limit_req_zone "${zone}" is already bound to key "${node.args[0]?.text}"`,
          word,
        });
      }
      made.add(zone);
    }
  }
  yield* checkCachePaths(placed);
  const told = new Set<string>();
  for (const { node } of placed) {
    const used = node.faulty ? null : zoneUsed(node);
    if (used === null || made.has(used.zone) || told.has(used.zone) || used.zone.includes('$') || isTemplate(used.zone)) continue;
    told.add(used.zone);
    yield problemAt(node, {
      check: 'wrong-arguments',
      message: `${node.name} uses the zone "${used.zone}", but no directive makes it.`,
      fix: null,
      says: used.says(used.zone),
      word: used.word,
    });
  }
}

function* checkCachePaths(placed: readonly Placed[]): Generator<Problem> {
  const paths = new Map<string, ConfigNode>();
  for (const { node } of placed) {
    const [path] = node.args;
    if (!/^(proxy|fastcgi|uwsgi|scgi)_cache_path$/.test(node.name) || path === undefined || node.faulty) continue;
    const first = paths.get(path.text);
    paths.set(path.text, node);
    if (first === undefined) continue;
    yield problemAt(node, {
      check: 'duplicate-directive',
      message: `The cache folder ${path.text} is given twice: first at ${lineOf(first)}.`,
      fix: 'Give each cache a folder of its own.',
      says: null,
      word: path,
      other: { node: first, label: 'the folder stands here first' },
    });
  }
}
