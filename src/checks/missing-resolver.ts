import { directivesIn } from '../nginx/include.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import { setting } from '../nginx/routes.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { isAddress } from '../stack/reach.ts';
import type { Check, CheckResult } from './check.ts';
import { directivePlace } from './directive-place.ts';
import { lookedUpAtStart } from './looked-up.ts';
import { addressOf, whichRequests } from './words.ts';

export const missingResolver: Check = {
  id: 'missing-resolver',
  severity: 'error',
  summary: 'a name is looked up per request, and no resolver is set',
  *run(stack: Stack): Iterable<CheckResult> {
    // In a file that others include, the resolver may stand where nobody sees it.
    if (stack.nginx.assumed || !stack.nginx.treeKnown) return;
    const told = new Set<unknown>();
    const known = knownOf(stack);
    for (const { route, endpoints } of stack.routes) {
      for (const endpoint of endpoints) {
        if (told.has(route.directive) || !needsResolver(endpoint, known)) continue;
        const location = directivePlace(route.directive);
        if (location === null) continue;
        told.add(route.directive);
        const { target } = endpoint;
        const docker = stack.nginx.service !== null && stack.nginx.service.networkMode === null;
        yield {
          check: 'missing-resolver',
          severity: 'error',
          message: `${route.name} ${route.target} looks up ${target.host} for each request, but no resolver is set here or around it.`,
          why: `${whichRequests(endpoint)} answers 502: "no resolver defined to resolve ${target.host}".`,
          fix: {
            message: docker
              ? "Add resolver 127.0.0.11 valid=10s; (Docker's own DNS) to the server or to http."
              : 'Add a resolver to the server or to http.',
          },
          location,
          related:
            target.at.start.line === location.start.line && target.at.file === location.file
              ? []
              : [{ location: target.at, label: `${addressOf(endpoint)} is written here` }],
          endpoint,
        };
      }
    }
  },
};

function needsResolver({ target, route }: Endpoint, known: Known): boolean {
  if (
    target.resolved !== 'runtime' ||
    target.host === null ||
    target.socket !== null ||
    isAddress(target.host) ||
    /[$%{}<>]/.test(target.host)
  )
    return false;
  if (setting(route.route.scope, 'resolver') !== undefined || known.resolvers.has(route.route.context)) return false;
  if (target.upstream !== null) return known.unresolved.has(`${route.route.context} ${target.upstream}`);
  return !known.upstreams.has(target.host) && !known.atStart(target);
}

/** What a stack says once for all its targets, of which there may be many thousand. */
interface Known {
  /** Contexts with a resolver of their own. */
  resolvers: Set<string>;
  /** Names of upstreams. */
  upstreams: Set<string>;
  /** Context and name of upstreams that set no resolver themselves. */
  unresolved: Set<string>;
  atStart: ReturnType<typeof lookedUpAtStart>;
}

function knownOf(stack: Stack): Known {
  const { upstreams } = stack.config;
  const first = new Map(upstreams.toReversed().map((upstream) => [`${upstream.context} ${upstream.name}`, upstream]));
  const own = (nodes: ConfigNode[] | null) => [...directivesIn(nodes)].some((node) => node.name === 'resolver');
  return {
    resolvers: new Set(['http', 'stream'].filter((context) => mainHas(stack, context))),
    upstreams: new Set(upstreams.map((upstream) => upstream.name.toLowerCase())),
    unresolved: new Set([...first].flatMap(([key, { directive }]) => (own(directive.block) ? [] : [key]))),
    atStart: lookedUpAtStart(stack),
  };
}

function mainHas(stack: Stack, context: string): boolean {
  for (const node of directivesIn(stack.config.directives)) {
    if (node.name === 'resolver') return true;
    if (node.name === context) for (const inner of directivesIn(node.block)) if (inner.name === 'resolver') return true;
  }
  return false;
}
