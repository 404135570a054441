/**
 * The configuration for an nginx that runs on this machine and not in a container: a copy in which every path leads into one folder, every
 * address to listen on is a socket in it, and every host is the loopback address. Lines stay where they are, so messages still fit.
 */
import { posix } from 'node:path';
import { directivesIn } from '../nginx/include.ts';
import { readListen } from '../nginx/listen.ts';
import type { Word } from '../nginx/model.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import type { Stack } from '../stack/model.ts';
import { allDirectives } from './locate.ts';
import { isFileName, opensFile, pathOf } from './opened-files.ts';
import { filled, placeholderHosts } from './placeholders.ts';
import type { Sandbox } from './sandbox.ts';

/** What a local nginx was built with, from `nginx -V`. */
export interface LocalBuild {
  version: string;
  /** Folder of its dynamic modules, or null. */
  modules: string | null;
  /** Modules left out: `http_scgi_module`. */
  without: ReadonlySet<string>;
}

export interface Rerooted {
  main: string;
  /** By path below the folder, absolute in the sandbox. */
  files: Map<string, Uint8Array>;
  /** Further directives of the main context, for `-g`. */
  globals: string;
  /** From our sockets' paths to the addresses that they stand for. */
  addresses: Map<string, string>;
}

interface Replacement {
  start: number;
  end: number;
  text: string;
}

const hostDirectives = /^(?:proxy_pass|grpc_pass|fastcgi_pass|uwsgi_pass|scgi_pass|memcached_pass|resolver|set_real_ip_from|server)$/;
/** Parameters of `listen` that a socket of the file system does not have. */
const networkParameters = /^(?:ipv6only|reuseport|fastopen|setfib|so_keepalive|deferred|accept_filter|bind|quic|udp)(?:=|$)/;
const temporaryPaths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'];
/** Folders of our own inside the root. */
export const ownFolders = { sockets: '/s', logs: '/l', temporary: '/t' } as const;

/**
 * @param root the folder, absolute on this machine, with no trailing slash and nothing in it that must be escaped
 */
export function reroot(stack: Stack, sandbox: Sandbox, root: string, build: LocalBuild): Rerooted {
  const rewriter = new Rewriter(stack, sandbox, root, build);
  const files = new Map([...sandbox.files].map(([path, file]) => [path, file.bytes]));
  for (const [path, text] of rewriter.rewritten()) if (files.has(path)) files.set(path, Buffer.from(withValues(sandbox, path, text)));
  const wrapper = sandbox.main === stack.nginx.main ? undefined : files.get(sandbox.main);
  if (wrapper !== undefined) files.set(sandbox.main, Buffer.from(rewriter.rewriteWrapper(Buffer.from(wrapper).toString('utf8'))));
  return { main: root + sandbox.main, files, globals: rewriter.globals(), addresses: rewriter.addresses };
}

class Rewriter {
  readonly addresses = new Map<string, string>();
  readonly #stack: Stack;
  readonly #hosts: ReadonlySet<string>;
  readonly #root: string;
  readonly #build: LocalBuild;
  readonly #sockets = new Map<string, string>();

  constructor(stack: Stack, sandbox: Sandbox, root: string, build: LocalBuild) {
    this.#stack = stack;
    this.#hosts = sandbox.hosts;
    this.#root = root;
    this.#build = build;
  }

  /** The new text of every configuration file. */
  *rewritten(): Generator<[path: string, text: string]> {
    const replacements = new Map<string, Map<number, Replacement>>();
    for (const node of allDirectives(this.#stack.config.directives, true)) {
      for (const replacement of this.#replacementsIn(node)) {
        const inFile = replacements.get(node.file.path) ?? new Map<number, Replacement>();
        replacements.set(node.file.path, inFile.set(replacement.start, replacement));
      }
    }
    for (const file of this.#stack.config.files) yield [file.path, replaced(file.text, [...(replacements.get(file.path)?.values() ?? [])])];
  }

  /** What the main context lacks and nginx would look for in the machine's own places. */
  globals(): string {
    const top = new Set([...directivesIn(this.#stack.config.directives)].map((node) => node.word.text));
    const pid = top.has('pid') ? [] : [`pid ${quoted(`${this.#root}${ownFolders.logs}/nginx.pid`)};`];
    return [...pid, ...(top.has('lock_file') ? [] : [`lock_file ${quoted(`${this.#root}${ownFolders.logs}/nginx.lock`)};`])].join(' ');
  }

  rewriteWrapper(text: string): string {
    const { main } = this.#stack.nginx;
    return text.replace(`"${main}"`, `"${this.#root}${main}"`).replace('http {', `http {${this.#httpDefaults(new Set())}`);
  }

  *#replacementsIn(node: ConfigNode): Generator<Replacement> {
    const name = node.word.text;
    if (name === 'http' && node.opener !== null) {
      yield inserted(node.opener + 1, this.#httpDefaults(new Set([...directivesIn(node.block)].map((inner) => inner.word.text))));
    } else if (name === 'server' && node.opener !== null && node.args.length === 0) {
      const listens = [...directivesIn(node.block)].some((inner) => inner.word.text === 'listen');
      if (!listens) yield inserted(node.opener + 1, ` listen ${quoted(this.#socketFor('*:80', '*:80'))};`);
    } else if (name === 'listen') {
      yield* this.#listen(node);
    } else if (name === 'load_module' && this.#build.modules !== null && node.args[0] !== undefined) {
      yield word(node, node.args[0], `${this.#build.modules}/${posix.basename(node.args[0].text)}`);
    } else if (opensFile(name) && node.args[0] !== undefined && isFileName(node.args[0].text)) {
      yield word(node, node.args[0], this.#pathBelow(pathOf(this.#stack, node.args[0].text)));
    } else if (hostDirectives.test(name) || name === 'access_log' || name === 'error_log') {
      for (const arg of node.args) yield* this.#host(node, arg);
    }
  }

  /** Devices have no folder here: what is written to them is a log. */
  #pathBelow(path: string): string {
    return this.#root + (/^\/(?:dev|proc)\//.test(path) ? `${ownFolders.logs}/${posix.basename(path)}` : path);
  }

  *#listen(node: ConfigNode): Generator<Replacement> {
    const [address, ...parameters] = node.args;
    if (address === undefined || address.text.includes('$')) return;
    const listen = readListen(node);
    if (listen.socket === null && listen.port === null) return;
    const key = listen.socket ?? `${listen.address === '0.0.0.0' ? '*' : (listen.address ?? '*')}:${listen.port}`;
    yield word(node, address, this.#socketFor(key, address.text));
    for (const parameter of parameters)
      if (networkParameters.test(parameter.text)) yield { ...spanOf(parameter), text: blank(node, parameter) };
  }

  /** One socket for each address, so that two servers on one address still meet. */
  #socketFor(key: string, written: string): string {
    let path = this.#sockets.get(key);
    if (path === undefined) {
      path = `unix:${this.#root}${ownFolders.sockets}/${this.#sockets.size}`;
      this.#sockets.set(key, path);
      this.addresses.set(path, written);
    }
    return path;
  }

  *#host(node: ConfigNode, arg: Word): Generator<Replacement> {
    const match = /^(syslog:(?:.*,)?server=|\w+:\/\/|)([^/:?,$]+)([\s\S]*)$/.exec(arg.text);
    if (match === null || !this.#hosts.has((match[2] ?? '').toLowerCase().replace(/\.$/, ''))) return;
    yield word(node, arg, `${match[1]}127.0.0.1${match[3]}`);
  }

  #httpDefaults(present: ReadonlySet<string>): string {
    const lines = temporaryPaths
      .filter((name) => !present.has(`${name}_temp_path`) && !this.#build.without.has(`http_${name}_module`))
      .map((name) => ` ${name}_temp_path ${quoted(`${this.#root}${ownFolders.temporary}/${name}`)};`);
    if (!present.has('access_log')) lines.push(` access_log ${quoted(`${this.#root}${ownFolders.logs}/access.log`)};`);
    return lines.join('');
  }
}

/** Values of the deploy filled in; a name among them is the loopback address at once, as nothing resolves it here. */
function withValues({ placeholders }: Sandbox, path: string, text: string): string {
  return placeholderHosts(placeholders).reduce((before, host) => before.replaceAll(host, '127.0.0.1'), filled(placeholders, path, text));
}

function spanOf({ start, end }: Word): { start: number; end: number } {
  return { start, end };
}

function inserted(at: number, text: string): Replacement {
  return { start: at, end: at, text };
}

/** A word's replacement; line breaks inside the old word follow it, so that later lines keep their numbers. */
function word(node: ConfigNode, old: Word, text: string): Replacement {
  return { ...spanOf(old), text: quoted(text) + blank(node, old) };
}

function blank(node: ConfigNode, old: Word): string {
  return '\n'.repeat(node.file.text.slice(old.start, old.end).split('\n').length - 1);
}

function quoted(text: string): string {
  return `"${text.replace(/["\\]/g, '\\$&')}"`;
}

function replaced(text: string, replacements: readonly Replacement[]): string {
  let from = 0;
  let result = '';
  for (const { start, end, text: by } of [...replacements].sort((a, b) => a.start - b.start)) {
    if (start < from) continue;
    result += text.slice(from, start) + by;
    from = end;
  }
  return result + text.slice(from);
}
