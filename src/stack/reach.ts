/** Where a target leads: the names and networks that nginx sees from where it stands. */
import type { Project, Service } from '../compose/model.ts';
import { nearest } from '../core/nearest.ts';
import type { EndpointTarget } from '../nginx/model.ts';
import { isSlip } from './misspelt.ts';
import type { NginxInstance, Reach } from './model.ts';
import { hasOpenNetwork, namespaceMembers, namespaceOwner, networkNames, sharesNetwork } from './networks.ts';
import { socketReach } from './sockets.ts';
import { isUncertainName, variableDoubt } from './uncertain.ts';

export interface ReachInput {
  nginx: NginxInstance;
  project: Project | null;
  /** The project itself and its variants. */
  variants: readonly Project[];
  /** Ports that nginx's own servers listen on. */
  listens: ReadonlySet<number>;
}

/** What a target leads to, with the project that the service was found in. */
export interface Reached {
  reach: Reach;
  project: Project | null;
  /** More services that answer to the same name, so that each request may go to another. */
  others: Service[];
}

/** Said of a name on a network that containers of other projects may join. */
export const mayBeOutside = 'containers outside the project may join its network';

/** Said of a loopback target in a container of which nobody knows what else it runs. */
export const besideNginx = 'another process of nginx’s container may listen there';

const ipv4 = /^\d{1,3}(?:\.\d{1,3}){3}$/;

export function isAddress(host: string): boolean {
  return ipv4.test(host) || host.includes(':');
}

export function isLoopbackHost(host: string): boolean {
  return host === 'localhost' || /^127(?:\.\d{1,3}){3}$/.test(host) || host === '::1' || host === '0.0.0.0' || host === '::';
}

export function reachOf(target: EndpointTarget, input: ReachInput): Reached {
  const at = (reach: Reach, project: Project | null = input.project, others: Service[] = []): Reached => ({ reach, project, others });
  if (target.socket !== null) return at(socketReach(target.socket, input));
  if (target.host === null) return at({ kind: 'unverifiable', because: 'its host hangs on a value that no file tells' });
  if (/[$%{}]/.test(target.host)) return at({ kind: 'unverifiable', because: 'its host holds a variable' });
  const reached = input.nginx.kind === 'host' ? fromHost(target, input) : fromContainer(target, input);
  const doubt = doubtAbout(target, reached.reach, input.nginx) ?? variableDoubt(target.host, reached.reach, input);
  return doubt === null ? reached : at({ kind: 'unverifiable', because: doubt });
}

/** Why a fault of reach can't be held against a target: nothing loads its file for sure, or it may be another name altogether. */
function doubtAbout(target: EndpointTarget, { kind }: Reach, nginx: NginxInstance): string | null {
  if (kind === 'service' || kind === 'external' || kind === 'unverifiable') return null;
  if (nginx.assumed) return nginx.writtenFor === 'strong' ? null : 'nothing in the repository loads this file for sure';
  if (nginx.treeKnown) return null;
  const path = nginx.tree.placed.find(({ source, by }) => source === target.at.file && by !== 'template')?.target;
  if (path !== undefined && !nginx.tree.isKnown(path)) return 'a script may change this file';
  // `http://name:80` is never an upstream block; a bare name may be one in a file that nobody knows.
  return kind === 'unknown' && !target.portWritten ? 'an upstream of this name may be in a file that is not known' : null;
}

// ---- nginx on the machine itself, or in a container with the host's network

function fromHost(target: EndpointTarget, input: ReachInput): Reached {
  const { project, variants, nginx } = input;
  const host = target.host as string;
  const none = (reach: Reach): Reached => ({ reach, project, others: [] });
  if (!isLoopbackHost(host)) {
    const mapped = nginx.service?.extraHosts.find((entry) => entry.value.host.toLowerCase() === host)?.value.address;
    const byAddress = project === null ? undefined : serviceWithAddress(mapped ?? host, project);
    if (project !== null && byAddress !== undefined)
      return {
        reach: { kind: 'service', service: byAddress, self: false, via: mapped === undefined ? 'address' : 'extra_host' },
        project,
        others: [],
      };
    if (isAddress(host)) return none({ kind: 'external', because: 'it is an address outside the stack' });
    // A configuration that no service loads may be meant for a container all the same: a service of that name supports it.
    const named = nginx.service === null ? findNamed(host, project, variants) : undefined;
    if (named !== undefined)
      return { reach: { kind: 'service', service: named.service, self: false, via: named.via }, project: named.project, others: [] };
    if (isSlip(host, 'localhost')) return none({ kind: 'unknown', nearest: 'localhost', misspelt: true });
    return none(
      host.includes('.')
        ? { kind: 'external', because: 'it is a name outside the stack' }
        : { kind: 'unverifiable', because: 'nginx on the host resolves it by the host' },
    );
  }
  if (project === null) return none({ kind: 'unverifiable', because: 'no compose project is known behind it' });
  for (const candidate of [project, ...variants.filter((variant) => variant !== project)]) {
    const publishing = candidate.services.find(
      (service) => service !== nginx.service && service.ports.some((port) => publishes(port.published, target.port)),
    );
    if (publishing !== undefined)
      return { reach: { kind: 'service', service: publishing, self: false, via: 'published' }, project: candidate, others: [] };
  }
  const beside = project.services.filter((service) => service !== nginx.service && service.networkMode?.value === 'host');
  const first = beside[0];
  if (first !== undefined)
    return { reach: { kind: 'service', service: first, self: false, via: 'namespace' }, project, others: beside.slice(1) };
  if (target.port !== null && input.listens.has(target.port) && nginx.service !== null)
    return { reach: { kind: 'service', service: nginx.service, self: true, via: 'namespace' }, project, others: [] };
  const inside =
    variants.length > 1
      ? []
      : project.services.filter(
          (service) =>
            service.ports.some((port) => port.target === target.port) ||
            service.expose.some((range) => target.port !== null && range.from <= target.port && target.port <= range.to),
        );
  const only = inside.length === 1 ? inside[0] : undefined;
  if (only !== undefined) {
    const published = only.ports.filter((port) => port.target === target.port).map((port) => port.published);
    if (!published.includes(null)) {
      const item = only.ports.find((port) => port.target === target.port);
      return none({
        kind: 'not-published',
        service: only,
        published: published.filter((port) => port !== null),
        at: item?.at ?? only.expose[0]?.at ?? only.at,
      });
    }
  }
  return none({ kind: 'unverifiable', because: 'something else on that host may listen there' });
}

/** Whether a published port, or a range of them, covers a port. */
export function publishes(published: string | null, port: number | null): boolean {
  if (published === null || port === null) return false;
  const range = /^(\d+)(?:-(\d+))?$/.exec(published);
  return range !== null && Number(range[1]) <= port && port <= Number(range[2] ?? range[1]);
}

// ---- nginx in a container of the project

function fromContainer(target: EndpointTarget, input: ReachInput): Reached {
  const { nginx, project, variants } = input;
  const host = target.host as string;
  const service = nginx.service;
  const none = (reach: Reach): Reached => ({ reach, project, others: [] });
  if (service === null || project === null) return none({ kind: 'unverifiable', because: 'no compose project is known' });
  const owner = namespaceOwner(service, project);
  const mode = owner.networkMode?.value ?? null;
  if (mode === 'host') return fromHost(target, input);
  if (isLoopbackHost(host)) return loopback(target, input, service, project);
  const mapped = owner.extraHosts.concat(service.extraHosts).find((entry) => entry.value.host.toLowerCase() === host)?.value.address;
  if (mapped !== undefined) {
    const there = serviceWithAddress(mapped, project);
    if (there !== undefined)
      return { reach: { kind: 'service', service: there, self: there === service, via: 'extra_host' }, project, others: [] };
    return isLoopbackHost(mapped)
      ? loopback(target, input, service, project)
      : none({ kind: 'external', because: `extra_hosts gives it as ${mapped}` });
  }
  if (
    /^(?:host|gateway)\.docker\.internal$|^kubernetes\.docker\.internal$|^host\.containers\.internal$|^docker\.for\.(?:mac|win)\./.test(
      host,
    )
  )
    return none({ kind: 'external', because: 'it is the host that Docker runs on' });
  if (isAddress(host)) {
    const there = serviceWithAddress(host, project);
    if (there !== undefined)
      return { reach: { kind: 'service', service: there, self: there === service, via: 'address' }, project, others: [] };
    return none({ kind: 'external', because: 'it is an address outside the stack' });
  }
  const named = findReachable(host, owner, project);
  if (named !== undefined) return { reach: started(named, service, project, host), project, others: named.others };
  if (mode !== null) return none({ kind: 'unverifiable', because: `the network of ${owner.name} is ${mode}` });
  for (const variant of variants) {
    if (variant === project) continue;
    const there = findNamed(host, variant, []);
    if (there !== undefined)
      return {
        reach: { kind: 'service', service: there.service, self: there.service.name === service.name, via: there.via },
        project: variant,
        others: [],
      };
  }
  const apart = findNamed(host, project, []);
  if (apart !== undefined) {
    if (namespaceOwner(apart.service, project) !== apart.service)
      return none({ kind: 'unverifiable', because: `${apart.service.name} lives in another container's network` });
    if (apart.service.networkMode !== null || apart.via === 'link')
      return none({ kind: 'unverifiable', because: `the network of ${apart.service.name} is not one of the project's` });
    const bothOpen = hasOpenNetwork(owner, project) || hasOpenNetwork(apart.service, project);
    if (bothOpen && hasOpenNetwork(owner, project) && hasOpenNetwork(apart.service, project))
      return none({ kind: 'unverifiable', because: 'networks from outside the project may be the same' });
    return none({
      kind: 'no-shared-network',
      service: apart.service,
      nginxNetworks: networkNames(owner, project),
      serviceNetworks: networkNames(apart.service, project),
    });
  }
  if (isGenerated(host, project)) return none({ kind: 'unverifiable', because: 'it is a name that Docker makes' });
  if (host.includes('.')) return none({ kind: 'external', because: 'it is a name outside the stack' });
  if (hasOpenNetwork(owner, project)) return none({ kind: 'unverifiable', because: mayBeOutside });
  return none({ kind: 'unknown', nearest: suggestion(host, owner, project) });
}

/** So many unknown names of a project get a suggestion: comparing names takes time, and a file may hold a hundred thousand. */
const mostSuggestions = 500;
const suggestions = new WeakMap<Project, Map<string, string | null>>();

function suggestion(host: string, owner: Service, project: Project): string | null {
  const known = suggestions.get(project) ?? new Map<string, string | null>();
  suggestions.set(project, known);
  const key = `${owner.name} ${host}`;
  const told = known.get(key);
  if (told !== undefined || known.size >= mostSuggestions) return told ?? null;
  const near = nearest(host, reachableNames(owner, project));
  known.set(key, near);
  return near;
}

type Via = Extract<Reach, { kind: 'service' }>['via'];

interface Named {
  service: Service;
  via: Via;
  others: Service[];
}

/** The services that answer to a name on the networks of `owner`. */
function findReachable(host: string, owner: Service, project: Project): Named | undefined {
  const link = owner.links.find(
    (entry) => entry.value.alias.toLowerCase() === host || (entry.value.alias === '' && entry.value.service.toLowerCase() === host),
  );
  const linked = link && project.services.find((other) => other.name === link.value.service);
  const found: { service: Service; via: Via }[] = [];
  for (const other of maybeNamed(host, project)) {
    const via = nameOf(other, host, project);
    if (via === undefined || (other !== owner && !sharesNetwork(owner, other, project))) continue;
    found.push({ service: other, via });
  }
  if (found.length === 0 && linked !== undefined)
    return sharesNetwork(owner, linked, project) ? { service: linked, via: 'link', others: [] } : undefined;
  const first = found[0];
  return first === undefined ? undefined : { ...first, others: found.slice(1).map((entry) => entry.service) };
}

const servicesByName = new WeakMap<Project, Map<string, Set<Service>>>();

/** The services that `nameOf` may know by a name, in the project's order: a project may have thousands, and be asked for each. */
function maybeNamed(host: string, project: Project): Service[] {
  const byName = namesOf(project);
  const found = new Set<Service>();
  const take = (name: string): void => {
    for (const service of byName.get(name) ?? []) found.add(service);
  };
  // Behind a dot may stand the name of a network.
  for (let end = host.length; end > 0; end = host.lastIndexOf('.', end - 1)) {
    const bare = host.slice(0, end);
    take(bare);
    const prefix = `${project.name.toLowerCase()}-`;
    if (bare.startsWith(prefix)) take(bare.slice(prefix.length).replace(/-\d+$/, ''));
  }
  return found.size < 2 ? [...found] : project.services.filter((service) => found.has(service));
}

function namesOf(project: Project): Map<string, Set<Service>> {
  let byName = servicesByName.get(project);
  if (byName === undefined) {
    byName = new Map();
    for (const service of project.services) {
      const aliases = [...service.networks.values()].flatMap((network) => network.aliases.map((alias) => alias.value));
      for (const name of [service.name, service.containerName?.value, service.hostname?.value, ...aliases]) {
        if (name === undefined) continue;
        const key = name.toLowerCase();
        byName.set(key, (byName.get(key) ?? new Set()).add(service));
      }
    }
    servicesByName.set(project, byName);
  }
  return byName;
}

/** How a service answers to a name, whatever the network; undefined when it does not. */
function nameOf(service: Service, host: string, project: Project): Via | undefined {
  if (service.networkMode !== null) return undefined;
  const bare = [...service.networks.keys()].reduce((name, key) => {
    const real = project.networks.get(key)?.name ?? `${project.name}_${key}`;
    return name.endsWith(`.${real.toLowerCase()}`) ? name.slice(0, -real.length - 1) : name;
  }, host);
  if (service.name.toLowerCase() === bare) return 'name';
  for (const network of service.networks.values())
    if (network.aliases.some((alias) => alias.value.toLowerCase() === bare || alias.value.toLowerCase() === host)) return 'alias';
  if (service.containerName?.value.toLowerCase() === bare) return 'container_name';
  if (service.hostname?.value.toLowerCase() === bare || service.hostname?.value.toLowerCase() === host) return 'hostname';
  const generated = new RegExp(`^${escaped(project.name.toLowerCase())}-${escaped(service.name.toLowerCase())}-\\d+$`);
  return generated.test(bare) ? 'container_name' : undefined;
}

/** The service that answers to a name on whatever network of the project or of its variants; undefined when none does. */
export function findNamed(
  host: string,
  project: Project | null,
  variants: readonly Project[],
): { service: Service; via: Via; project: Project } | undefined {
  for (const candidate of project === null ? variants : [project, ...variants.filter((variant) => variant !== project)]) {
    for (const service of maybeNamed(host, candidate)) {
      const via = nameOf(service, host, candidate);
      if (via !== undefined) return { service, via, project: candidate };
    }
  }
  return undefined;
}

/** The service, unless it is one that does not start together with nginx. */
function started(named: Named, nginx: Service, project: Project, host: string): Reach {
  const { service, via, others } = named;
  const reach: Reach = {
    kind: 'service',
    service,
    self: service === nginx || namespaceOwner(service, project) === namespaceOwner(nginx, project),
    via,
    ...(isUncertainName(service, via, host) && { uncertain: true }),
  };
  if (service === nginx || others.length > 0) return reach;
  if (service.replicas?.value === 0 && !service.replicas.uncertain)
    return { kind: 'not-started', service, because: 'replicas', at: service.replicas.at };
  const profile = service.profiles[0];
  if (profile === undefined || service.profiles.some((entry) => entry.uncertain)) return reach;
  const own = nginx.profiles.map((entry) => entry.value);
  if (own.some((name) => service.profiles.some((entry) => entry.value === name))) return reach;
  return { kind: 'not-started', service, because: 'profile', at: profile.at };
}

function serviceWithAddress(address: string, project: Project): Service | undefined {
  return project.services.find((service) =>
    [...service.networks.values()].some((network) => network.ipv4 === address || network.ipv6 === address),
  );
}

/** swarm's `tasks.x` and `stack_x`, version 1's `project_x_1`. */
function isGenerated(host: string, project: Project): boolean {
  if (host.startsWith('tasks.')) return true;
  const names = serviceNames(project);
  const endsIn = (text: string, mark: string): boolean => {
    for (let at = text.indexOf(mark); at !== -1; at = text.indexOf(mark, at + 1)) if (names.has(text.slice(at + 1))) return true;
    return false;
  };
  const unnumbered = (mark: string): string => (new RegExp(`${mark}\\d+$`).test(host) ? host.replace(/\d+$/, '').slice(0, -1) : '');
  return endsIn(host, '_') || endsIn(unnumbered('_'), '_') || endsIn(unnumbered('-'), '-');
}

const lowerNames = new WeakMap<Project, Set<string>>();

function serviceNames(project: Project): Set<string> {
  let names = lowerNames.get(project);
  if (names === undefined) {
    names = new Set(project.services.map((service) => service.name.toLowerCase()));
    lowerNames.set(project, names);
  }
  return names;
}

/** Every name that nginx could have meant. */
export function reachableNames(owner: Service, project: Project): string[] {
  const names: string[] = [];
  for (const service of project.services) {
    if (service === owner || !sharesNetwork(owner, service, project)) continue;
    names.push(service.name);
    for (const network of service.networks.values()) names.push(...network.aliases.map((alias) => alias.value));
    if (service.containerName) names.push(service.containerName.value);
    if (service.hostname) names.push(service.hostname.value);
  }
  return names;
}

function loopback(target: EndpointTarget, input: ReachInput, service: Service, project: Project): Reached {
  const { nginx, listens } = input;
  const beside = namespaceMembers(service, project).filter((other) => other !== service);
  const first = beside[0];
  if (first !== undefined)
    return { reach: { kind: 'service', service: first, self: true, via: 'namespace' }, project, others: beside.slice(1) };
  if (namespaceOwner(service, project).networkMode !== null)
    return { reach: { kind: 'unverifiable', because: 'nginx lives in another container’s network' }, project, others: [] };
  if (target.port !== null && listens.has(target.port))
    return { reach: { kind: 'service', service, self: true, via: 'namespace' }, project, others: [] };
  if (nginx.sharesContainer) return { reach: { kind: 'service', service, self: true, via: 'namespace' }, project, others: [] };
  if (nginx.image === null || !isPlainNginx(nginx)) return { reach: { kind: 'unverifiable', because: besideNginx }, project, others: [] };
  return { reach: { kind: 'loopback', listeners: [...listens].map(String) }, project, others: [] };
}

/** Whether nginx's container is known to run nginx alone. */
function isPlainNginx(nginx: NginxInstance): boolean {
  const base = nginx.imageFacts?.base ?? nginx.image;
  const { entrypoint, cmd } = nginx.imageFacts ?? { entrypoint: null, cmd: null };
  const start = entrypoint !== null && entrypoint.length > 0 ? entrypoint : (cmd ?? []);
  if (nginx.service?.entrypoint === null && nginx.service.command === null && /^(?:\/\S*\/)?nginx$/.test(start[0]?.value ?? ''))
    return true;
  return base !== null && /(?:^|\/)(?:nginx|nginx-unprivileged|openresty|angie)(?:[:@]|$)/i.test(base);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
