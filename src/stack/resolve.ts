/** Fills the routes of a stack: where each endpoint leads, and all evidence about the service there. */
import type { Project, Service } from '../compose/model.ts';
import { nearest } from '../core/nearest.ts';
import type { Repository } from '../core/repository.ts';
import type { Located } from '../core/source.ts';
import type { EndpointTarget, NginxConfig, Route } from '../nginx/model.ts';
import { mentionsPort } from './evidence/nearby.ts';
import type { ServiceImage } from './evidence/service-files.ts';
import { comesBack, isSentBack } from './loops.ts';
import { meantByLoopback, type NamedServices, namedServices } from './meant-by-loopback.ts';
import { misspeltName } from './misspelt.ts';
import type { Endpoint, NginxInstance, PortEvidence, Reach, StackRoute } from './model.ts';
import { namespaceMembers } from './networks.ts';
import { makesItsNetworks } from './own-network.ts';
import { knowledgeOf, type ServiceKnowledge } from './ports.ts';
import { isLoopbackHost, mayBeOutside, type Reached, reachableNames, reachOf } from './reach.ts';
import { namesStartedByHand } from './started-by-hand.ts';
import { pairedWith } from './written-for.ts';

/** So many different services must answer before a name that none answers is called a stray. */
const leastKnown = 3;
/** Of nginx's own listen directives so many stand as evidence beside one target. */
const mostOwnListens = 50;

export interface ResolveInput {
  repository: Repository;
  project: Project | null;
  /** The project itself and its variants: their statements support, those of the others never contradict. */
  variants: readonly Project[];
  nginx: NginxInstance;
  config: NginxConfig;
  /** The image that a service runs, from its Dockerfile or its `image`; null when nothing is known. */
  imageOf(service: Service): ServiceImage | null;
  /** Ports that the gate's own configuration declares, by service. */
  declaredPorts?: ReadonlyMap<string, readonly Located<number>[]> | undefined;
}

export interface Resolved {
  routes: StackRoute[];
  /** One for each upstream that no route hands on to, as if the block itself did: nginx looks its names up at the start all the same. */
  unused: StackRoute[];
}

export function resolveRoutes(input: ResolveInput): Resolved {
  const { config, nginx, project, variants } = input;
  const listens = listenPorts(config, nginx);
  const known = new Map<Service, ServiceKnowledge>();
  const knowledge = (service: Service, of: Project): ServiceKnowledge => {
    const found = known.get(service) ?? knowledgeOf(service, of, input.imageOf(service), input.repository);
    if (!known.has(service)) found.evidence.push(...configuredPorts(input.declaredPorts?.get(service.name) ?? []));
    known.set(service, found);
    return found;
  };
  const named = namedServices(input, listens);
  const unread = unreadBecause(project);
  const used = config.routes.length;
  const routes = [...config.routes, ...unusedUpstreams(config)].map((route) => {
    const resolved: StackRoute = { route, endpoints: [] };
    for (const target of route.endpoints) {
      const reached: Reached =
        unread !== null ? { reach: unread, project: null, others: [] } : reachOf(target, { nginx, project, variants, listens });
      const back = comingBack(route, target, reached, input, listens);
      if (back !== null) reached.reach = { kind: 'loopback', listeners: [...listens].map(String), comesBack: back };
      const meant = meantByLoopback(target, reached, input, listens, named, knowledge);
      if (meant !== null) reached.reach = { kind: 'loopback', listeners: [...listens].map(String), meant };
      resolved.endpoints.push(endpointOf(target, resolved, reached, input, knowledge));
    }
    return resolved;
  });
  tellStrayNames(routes.slice(0, used), input);
  forgiveNamesOfScripts(routes, input);
  tellMisspeltNames(routes, input, named, knowledge);
  return { routes: routes.slice(0, used), unused: routes.slice(used) };
}

/** The upstreams that no route's target leads to, each as a route of its own block. */
function unusedUpstreams({ routes, upstreams }: NginxConfig): Route[] {
  const used = new Set(routes.flatMap((route) => route.endpoints.map(({ upstream }) => `${route.context} ${upstream}`)));
  return upstreams
    .filter(({ context, name }) => !used.has(`${context} ${name}`))
    .map(({ context, name, directive, peers }) => ({
      context,
      server: null,
      location: null,
      locationDirective: null,
      directive,
      name: 'upstream',
      target: name,
      endpoints: peers,
      scope: [directive],
    }));
}

/** A compose file that can't be read tells no services: nothing is known of where nginx stands, nor of what it hands on to. */
function unreadBecause(project: Project | null): Reach | null {
  const problem = project?.services.length === 0 ? project.problems[0] : undefined;
  return problem === undefined ? null : { kind: 'unverifiable', because: `${problem.at.file} can't be read` };
}

/** How a request that nginx hands on to a port of its own ends where it began; null where it does not. */
function comingBack(
  route: Route,
  target: EndpointTarget,
  reached: Reached,
  input: ResolveInput,
  listens: ReadonlySet<number>,
): 'handed on' | 'redirected' | null {
  if (handsToItself(reached, target, input, listens) && comesBack(route, target, input.config)) return 'handed on';
  if (target.host === null || !isLoopbackHost(target.host) || !isSentBack(route, target, input.config)) return null;
  // Another file of the same nginx may have the server that answers there.
  return input.nginx.assumed && !isWholeFile(input.config) ? null : 'redirected';
}

/** Whether the main file stands in the repository, so that its servers are not put together by guess. */
function isWholeFile({ files, main }: NginxConfig): boolean {
  return files.find(({ path }) => path === main)?.origin != null;
}

/** Whether a target is a port of nginx's own servers, with nothing else in its network namespace. */
function handsToItself({ reach, others }: Reached, target: EndpointTarget, { nginx }: ResolveInput, listens: ReadonlySet<number>): boolean {
  return (
    reach.kind === 'service' &&
    reach.self &&
    reach.service === nginx.service &&
    others.length === 0 &&
    target.port !== null &&
    listens.has(target.port)
  );
}

/**
 * A slip of one letter is told where an unknown name is not: see misspelt.ts. On a network from outside the project only in a
 * long name, or where nginx waits for the service that was meant (`depends_on`, `links`) and no other target names it.
 */
function tellMisspeltNames(
  routes: readonly StackRoute[],
  input: ResolveInput,
  named: NamedServices,
  knowledge: (service: Service, project: Project) => ServiceKnowledge,
): void {
  const { project, variants, nginx } = input;
  if (project === null) return;
  const outside = nginx.service !== null && [...nginx.service.networks.keys()].some((key) => project.networks.get(key)?.external === true);
  const awaited = new Set([
    ...(nginx.service?.dependsOn.map((entry) => entry.value.service) ?? []),
    ...(nginx.service?.links.map((entry) => entry.value.service) ?? []),
  ]);
  const expected = (service: Service): boolean =>
    (awaited.has(service.name) && ![...named.keys()].some((other) => other.name === service.name)) || (pairedWith(nginx) && !outside);
  for (const endpoint of routes.flatMap((route) => route.endpoints)) {
    if (endpoint.reach.kind !== 'unverifiable' && !(endpoint.reach.kind === 'unknown' && nginx.assumed)) continue;
    const evidenceOf = (service: Service, of: Project): PortEvidence[] => knowledge(service, of).evidence;
    const meant = misspeltName(endpoint, [...new Set([project, ...variants])], evidenceOf, expected, outside);
    if (meant !== null) endpoint.reach = { kind: 'unknown', nearest: meant, misspelt: true };
  }
}

/**
 * On a network with a name of its own, containers of other projects may answer. But where the project makes that network
 * itself and nearly all names of the configuration are services of the project, the few that are nothing are left over.
 */
function tellStrayNames(routes: readonly StackRoute[], { nginx, project, repository }: ResolveInput): void {
  if (project === null || nginx.service === null) return;
  const endpoints = routes.flatMap((route) => route.endpoints);
  const hosts = (wanted: (endpoint: Endpoint) => boolean): Set<string | null> =>
    new Set(endpoints.filter(wanted).map(({ target }) => target.host));
  const known = hosts(({ reach }) => reach.kind === 'service' && !reach.self).size;
  const stray = endpoints.filter(({ reach }) => reach.kind === 'unverifiable' && reach.because === mayBeOutside);
  const strayHosts = new Set(stray.map(({ target }) => target.host)).size;
  if (strayHosts === 0 || known < leastKnown || strayHosts * 3 > known || !makesItsNetworks(nginx.service, project, repository)) return;
  for (const endpoint of stray)
    endpoint.reach = { kind: 'unknown', nearest: nearest(endpoint.target.host ?? '', reachableNames(nginx.service, project)) };
}

/** What a script of the repository starts with `docker run --name` may join the project's network. */
function forgiveNamesOfScripts(routes: readonly StackRoute[], { repository }: ResolveInput): void {
  for (const endpoint of routes.flatMap((route) => route.endpoints)) {
    const { reach, target } = endpoint;
    if (reach.kind !== 'unknown' || target.host === null || !namesStartedByHand(repository).has(target.host)) continue;
    endpoint.reach = { kind: 'unverifiable', because: 'a script of the repository starts a container of that name' };
  }
}

function endpointOf(
  target: EndpointTarget,
  route: StackRoute,
  reached: Reached,
  input: ResolveInput,
  knowledge: (service: Service, project: Project) => ServiceKnowledge,
): Endpoint {
  const { reach, project } = reached;
  if (!('service' in reach) || project === null) return { target, route, reach, evidence: [], start: null };
  const main = knowledge(reach.service, project);
  const evidence = [...main.evidence];
  if (project !== input.project) evidence.splice(0, evidence.length, ...evidence.map(supporting));
  const override = overridingFile(input);
  if (override !== null)
    evidence.splice(0, evidence.length, ...evidence.map((item) => (item.at?.file === override ? supporting(item) : item)));
  if (reach.kind === 'service' && reach.self) evidence.push(...ownListens(input.config, input.nginx, target.port));
  const others = new Set(reached.others);
  // Containers that live in the network of the service listen at its name, too.
  for (const member of namespaceMembers(reach.service, project))
    if (member !== reach.service && member !== input.nginx.service) others.add(member);
  for (const other of others) evidence.push(...knowledge(other, project).evidence.map(supporting));
  for (const variant of input.variants) {
    if (variant === project) continue;
    const same = variant.services.find((service) => service.name === reach.service.name);
    if (same !== undefined) evidence.push(...knowledge(same, variant).evidence.map((item) => ({ ...item, certain: false, variant: true })));
  }
  const shared = others.size > 0;
  const unsaid = target.port !== null && !evidence.some((item) => item.port === target.port);
  const inCommand = unsaid && optionNames(reach.service, target.port as number);
  const mentioned = inCommand || (unsaid && mentionsPort(main.files, target.port as number));
  return {
    target,
    route,
    reach,
    evidence,
    start: { several: main.several || shared, opaque: main.opaque, interpolated: main.interpolated, mentioned, inCommand },
  };
}

/** Whether an option of the service's command has the port in its value: `--entrypoints.web.address=:8000`, `-a :6081`. */
function optionNames({ command, entrypoint }: Service, port: number): boolean {
  const pattern = new RegExp(`(?:^|[=:\\s])${port}(?:$|[\\s/;'"])`);
  return [...(entrypoint?.words ?? []), ...(command?.words ?? [])].some(({ value }) => value.length < 2000 && pattern.test(value));
}

/**
 * The file of a variant (docker-compose.dev.yml) on top of a base that has the nginx already. People start such a variant to
 * work on one service past nginx, so what it says does not contradict a configuration that was written for the base.
 */
function overridingFile({ project, variants, nginx }: ResolveInput): string | null {
  if (project === null || project.variant === null || nginx.service === null) return null;
  const base = variants.find((other) => other.variant === null);
  const known = base?.services.some((service) => service.name === nginx.service?.name) ?? false;
  const override = project.files.at(-1) ?? null;
  // Where it brings a configuration for nginx as well, the two were written for each other.
  const brings = nginx.service.volumes.some(
    (mount) => mount.at.file === override && mount.type === 'bind' && /\.conf|nginx/i.test(`${mount.source} ${mount.target}`),
  );
  return known && !brings ? override : null;
}

function supporting(item: PortEvidence): PortEvidence {
  return item.certain ? { ...item, certain: false } : item;
}

/** The TCP ports of nginx's own servers; a server without `listen` has 80, or 8000 when nginx is not root. */
export function listenPorts(config: NginxConfig, nginx: NginxInstance): Set<number> {
  const ports = new Set<number>();
  for (const server of config.servers) {
    for (const listen of server.listens) if (listen.port !== null && !listen.udp) ports.add(listen.port);
    if (server.listens.length === 0 && server.context === 'http') ports.add(nginx.unprivileged ? 8000 : 80);
  }
  return ports;
}

const listensByConfig = new WeakMap<NginxConfig, PortEvidence[]>();

/** What nginx itself listens on: all of it, or of very many those on the port that is asked for and some others. */
function ownListens(config: NginxConfig, nginx: NginxInstance, port: number | null): PortEvidence[] {
  const all = listensByConfig.get(config) ?? readListens(config, nginx);
  listensByConfig.set(config, all);
  if (all.length <= mostOwnListens) return all;
  return [...all.filter((item) => item.port === port).slice(0, mostOwnListens), ...all.slice(0, mostOwnListens)];
}

function readListens(config: NginxConfig, nginx: NginxInstance): PortEvidence[] {
  const found: PortEvidence[] = [];
  for (const server of config.servers) {
    for (const listen of server.listens) {
      const at = listen.directive.at;
      const base = {
        socket: listen.socket,
        port: listen.port,
        strength: 'binds',
        kind: 'listen',
        certain: true,
        program: 'nginx',
        // What a server of `stream` takes is whatever its own target speaks.
        protocol: server.context === 'stream' ? null : listen.ssl ? 'https' : 'http',
        address: listen.address,
      } as const;
      found.push({ ...base, says: `nginx listens on ${listen.text}`, at });
    }
    if (server.listens.length === 0 && server.context === 'http') {
      const port = nginx.unprivileged ? 8000 : 80;
      found.push({
        port,
        socket: null,
        strength: 'binds',
        kind: 'listen',
        certain: true,
        program: 'nginx',
        protocol: 'http',
        address: null,
        says: `nginx listens on ${port} without a listen`,
        at: server.directive.at,
      });
    }
  }
  return found;
}

/** What people declare in .nginx-gate.yml outweighs what is guessed: they say it where no file does. */
function configuredPorts(declared: readonly Located<number>[]): PortEvidence[] {
  return declared.map(({ value, at }) => ({
    port: value,
    socket: null,
    strength: 'binds',
    kind: 'configuration',
    certain: true,
    program: null,
    protocol: null,
    address: null,
    says: `.nginx-gate.yml says that it listens on ${value}`,
    at,
  }));
}
