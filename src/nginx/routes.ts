import { GateError } from '../core/errors.ts';
import type { ConfigFiles } from '../core/files.ts';
import type { Protocol } from '../core/report.ts';
import { directivesIn, readIncluded } from './include.ts';
import { readListen } from './listen.ts';
import { type LocatedText, placeOf } from './located-text.ts';
import type { EndpointTarget, NginxConfig, Problem, Route, ServerBlock, Upstream } from './model.ts';
import type { ConfigNode } from './parser.ts';
import { readTarget } from './target.ts';
import { readUpstream } from './upstreams.ts';
import { validate } from './validate.ts';
import { Variables } from './variables.ts';

const passDirectives = new Set(['proxy_pass', 'fastcgi_pass', 'uwsgi_pass', 'scgi_pass', 'grpc_pass', 'memcached_pass']);
const subrequestDirectives = new Set(['mirror', 'auth_request']);

/** Of one configuration. A report of so many entries has 200 MB; the product of many routes and many peers would fill any memory. */
const mostEntries = 500_000;

export interface LoadOptions {
  /** The folder that relative includes start from: /etc/nginx. */
  prefix: string;
  /** nginx does not run as root: a server without `listen` listens on 8000. */
  unprivileged?: boolean;
  /** The version of nginx that will run, as far as it is known (`1.27`); without it, what any version takes is right. */
  version?: string;
}

/**
 * Reads a configuration from its main file on: directives through all includes, servers, upstreams and routes.
 * What is wrong is in `problems`; an absent main file gives an empty configuration.
 * @throws GateError when its routes are more than can be read in bounded memory
 */
export function loadNginxConfig(files: ConfigFiles, main: string, options: LoadOptions): NginxConfig {
  const included = readIncluded(files, main, options.prefix);
  const { directives } = included;
  const complete = included.missingIncludes.every((m) => m.glob && files.isKnown(m.path));
  const { version, unprivileged } = options;
  const problems = [...included.problems, ...validate(directives, { version, unprivileged, complete })];
  return { main, ...included, problems: bounded(unique(problems, placeOfProblem)), ...readRoutes(directives) };
}

type Context = 'http' | 'stream';

/** What a block's inside needs to know of its outside. */
interface Surroundings {
  context: Context;
  server: ServerBlock | null;
  location: ConfigNode | null;
  scope: ConfigNode[];
}

type Routes = Pick<NginxConfig, 'servers' | 'upstreams' | 'routes'>;

/** Finds servers, upstreams and routes in the directives of the main context. */
export function readRoutes(directives: readonly ConfigNode[]): Routes {
  const reader = new RouteReader();
  reader.read(directives);
  return { servers: reader.servers, upstreams: reader.upstreams, routes: reader.routes };
}

class RouteReader {
  readonly servers: ServerBlock[] = [];
  readonly upstreams: Upstream[] = [];
  readonly routes: Route[] = [];
  readonly #passes: { node: ConfigNode; around: Surroundings }[] = [];
  readonly #data: Record<Context, ConfigNode[]> = { http: [], stream: [] };

  read(directives: readonly ConfigNode[]): void {
    this.#walk(directives);
    const variables = { http: new Variables(this.#data.http), stream: new Variables(this.#data.stream) };
    const upstreams = { http: this.#byName('http'), stream: this.#byName('stream') };
    let entries = 0;
    for (const { node, around } of this.#passes) {
      const { context } = around;
      const route = this.#route(node, around, variables[context], upstreams[context]);
      entries += entriesOf(route);
      if (entries > mostEntries) throw tooLarge(node);
      this.routes.push(route);
    }
  }

  #byName(context: Context): Map<string, Upstream> {
    return new Map(this.upstreams.filter((u) => u.context === context).map((u) => [u.name.toLowerCase(), u]));
  }

  /** Visits every directive in the text's order, on a stack of its own, as blocks may be nested without limit. */
  #walk(directives: readonly ConfigNode[]): void {
    const start: Surroundings = { context: 'http', server: null, location: null, scope: [] };
    const stack = [{ nodes: directivesIn(directives), around: start }];
    for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
      const next = top.nodes.next();
      if (next.done === true) stack.pop();
      else {
        const inside = this.#visit(next.value, top.around);
        if (inside !== null && stack.length < 1000) stack.push({ nodes: directivesIn(next.value.block), around: inside });
      }
    }
  }

  /** @returns the surroundings of what is in the block; null when nothing in it matters */
  #visit(node: ConfigNode, around: Surroundings): Surroundings | null {
    const { name } = node;
    if (node.data !== null) this.#data[around.context].push(node);
    if (passDirectives.has(name) || subrequestDirectives.has(name)) {
      if (node.args[0] !== undefined && node.args[0].text !== 'off') this.#passes.push({ node, around });
      return null;
    }
    if (node.block === null || name === 'mail' || name === 'events') return null;
    const inner = { ...around, scope: [...around.scope, node] };
    if (name === 'upstream') {
      this.upstreams.push(readUpstream(node, around.context));
      return null;
    }
    if (name === 'http' || name === 'stream') return { ...inner, context: name };
    if (name === 'server' && around.server === null) {
      const server = readServer(node, around.context);
      this.servers.push(server);
      return { ...inner, server };
    }
    return name === 'location' ? { ...inner, location: node } : inner;
  }

  #route(node: ConfigNode, around: Surroundings, variables: Variables, upstreams: Map<string, Upstream>): Route {
    const argument = node.args[0] as ConfigNode['args'][0];
    const stream = around.context === 'stream' ? streamProtocol(around) : null;
    const endpoints = subrequestDirectives.has(node.name)
      ? []
      : variables
          .expand(node, argument, around.scope)
          .flatMap((text, _, all) => endpointsOf(node, text, stream, upstreams, all.length > 1));
    return {
      context: around.context,
      server: around.server,
      location: around.location?.args.map((a) => a.text).join(' ') ?? null,
      locationDirective: around.location,
      directive: node,
      name: node.name,
      target: argument.text,
      endpoints: unique(endpoints, endpointKey),
      scope: around.scope,
    };
  }
}

/** How much a route adds to a report: itself, where it leads, and what its server listens on and is called. */
export function entriesOf({ endpoints, server }: Route): number {
  return 1 + endpoints.length + (server?.listens.length ?? 0) + (server?.names.length ?? 0);
}

function tooLarge(node: ConfigNode): GateError {
  const place = node.at ? `${node.at.file}:${node.at.start.line}` : node.file.path;
  return new GateError(
    `${place}: up to here the routes of this configuration with their peers, listen addresses and names make more than ${mostEntries.toLocaleString('en')} entries, and nginx-gate reads no more. Exclude the file in .nginx-gate.yml if it is not meant for nginx.`,
  );
}

function readServer(directive: ConfigNode, context: Context): ServerBlock {
  const nodes = [...directivesIn(directive.block)];
  const on = (name: string) => nodes.some((n) => n.name === name && n.args[0]?.text.toLowerCase() === 'on');
  const listens = nodes.filter((n) => n.name === 'listen').map(readListen);
  if (context === 'http' && on('ssl')) for (const listen of listens) listen.ssl = true;
  if (on('http2')) for (const listen of listens) listen.http2 = true;
  return { context, directive, listens, names: nodes.filter((n) => n.name === 'server_name').flatMap((n) => n.args.map((a) => a.text)) };
}

function streamProtocol(around: Surroundings): Protocol {
  if (around.server !== null && around.server.listens.length > 0 && around.server.listens.every((l) => l.udp)) return 'udp';
  return setting(around.scope, 'proxy_ssl')?.args[0]?.text.toLowerCase() === 'on' ? 'tls' : 'tcp';
}

/**
 * The directive of a name that holds in the innermost of some enclosing blocks (a route's `scope`): that block's own,
 * else what it inherits. The main context is not looked at.
 */
export function setting(scope: readonly ConfigNode[], name: string): ConfigNode | undefined {
  for (let at = scope.length - 1; at >= 0; at -= 1) {
    const node = firstByName(scope[at]?.block ?? null).get(name);
    if (node !== undefined) return node;
  }
  return undefined;
}

/** By block: a server is asked once for each of its routes. */
const firstInBlock = new WeakMap<readonly ConfigNode[], Map<string, ConfigNode>>();

function firstByName(block: readonly ConfigNode[] | null): ReadonlyMap<string, ConfigNode> {
  if (block === null) return new Map();
  let first = firstInBlock.get(block);
  if (first === undefined) {
    first = new Map();
    for (const node of directivesIn(block)) if (!first.has(node.name)) first.set(node.name, node);
    firstInBlock.set(block, first);
  }
  return first;
}

function endpointsOf(
  node: ConfigNode,
  located: LocatedText,
  stream: Protocol | null,
  upstreams: Map<string, Upstream>,
  several: boolean,
): EndpointTarget[] {
  const target = readTarget(node.name, located, stream);
  if (several && target.host === null && target.socket === null && isEmpty(located.text)) return [];
  const named = target.host ?? placeholderOf(node);
  const upstream = named !== null && !target.portWritten ? upstreams.get(named) : undefined;
  if (upstream !== undefined) return upstream.peers.map((peer) => ({ ...peer, protocol: target.protocol }));
  const known = target.hostSpan === null ? undefined : located.holder(target.hostSpan[0]);
  const variable = node.args[0]?.text.includes('$') === true;
  return [
    {
      host: target.host,
      port: target.port,
      portWritten: target.portWritten,
      socket: target.socket,
      protocol: target.protocol,
      at: known === undefined ? placeOf(node, node.args[0] ?? node.word) : placeOf(known.node, known.word),
      hostAt: target.hostSpan && located.span(...target.hostSpan),
      portAt: target.portSpan && located.span(...target.portSpan),
      hostVariable: target.hostSpan && located.variableAt(...target.hostSpan),
      portVariable: target.portSpan && located.variableAt(...target.portSpan),
      upstream: null,
      resolved: variable ? 'runtime' : 'start',
      written: (known?.word ?? node.args[0])?.text ?? '',
      down: false,
      backup: false,
    },
  ];
}

/** `http://${NAME}`: in a template whose value nobody knows, it is the upstream that is called `${NAME}` too. */
function placeholderOf(node: ConfigNode): string | null {
  return /^(?:\w+:\/\/)?(\$\{\w+\})(?:\/|$)/.exec(node.args[0]?.text ?? '')?.[1]?.toLowerCase() ?? null;
}

/** A variable's empty default among other values: `map` without a match, or `set $backend ""` in front of an `if`. */
function isEmpty(text: string): boolean {
  return /^(\w+:\/\/)?$/.test(text);
}

/** Told once: the same host and port at the same place, reached by several values. */
function endpointKey(e: EndpointTarget): string {
  return [e.host, e.port, e.socket, e.protocol, e.at.file, e.at.start.line, e.at.start.column].join('\0');
}

/** Told once: the same fault of a file that is included in several places. */
function placeOfProblem(p: Problem): string {
  return [p.check, p.file.path, p.start, p.end, p.message].join('\0');
}

/** A file with more problems than this is no nginx configuration, or one long consequence of the first few. */
const mostProblems = 50;

function bounded(problems: readonly Problem[]): Problem[] {
  const counts = new Map<string, number>();
  return problems.filter(({ file }) => {
    const count = (counts.get(file.path) ?? 0) + 1;
    counts.set(file.path, count);
    return count <= mostProblems;
  });
}

function unique<T>(items: readonly T[], key: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = key(item);
    if (seen.has(name)) return false;
    seen.add(name);
    return true;
  });
}
