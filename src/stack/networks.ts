/** Which containers of a project share a network, and which networks others may join. */
import type { Network, Project, Service } from '../compose/model.ts';

/** The network that a service's key stands for, by its real name where one is given. */
export function networkNames(service: Service, project: Project): string[] {
  return [...service.networks.keys()].map((key) => realName(project.networks.get(key), key));
}

function realName(network: Network | undefined, key: string): string {
  return network?.name ?? key;
}

/** Whether a container outside the project may stand on one of the service's networks. */
export function hasOpenNetwork(service: Service, project: Project): boolean {
  return [...service.networks.keys()].some((key) => {
    const network = project.networks.get(key);
    return network !== undefined && (network.external || network.name !== null);
  });
}

export function sharesNetwork(a: Service, b: Service, project: Project): boolean {
  const names = new Set(networkNames(a, project));
  return networkNames(b, project).some((name) => names.has(name));
}

/** By project: each service's owner of its network namespace, and who lives there. */
const namespaces = new WeakMap<Project, { owners: Map<Service, Service>; members: Map<Service, Service[]> }>();

function namespacesOf(project: Project) {
  const known = namespaces.get(project);
  if (known !== undefined) return known;
  const byName = new Map(project.services.toReversed().map((service) => [service.name, service]));
  const found = { owners: new Map<Service, Service>(), members: new Map<Service, Service[]>() };
  for (const service of project.services) {
    const owner = ownerOf(service, byName);
    found.owners.set(service, owner);
    const members = found.members.get(owner);
    if (members) members.push(service);
    else found.members.set(owner, [service]);
  }
  namespaces.set(project, found);
  return found;
}

function ownerOf(service: Service, byName: ReadonlyMap<string, Service>): Service {
  let owner = service;
  for (let hops = 0; hops < 20; hops++) {
    const other = /^service:(.+)$/.exec(owner.networkMode?.value ?? '')?.[1];
    const next = other === undefined ? undefined : byName.get(other);
    if (next === undefined) return owner;
    owner = next;
  }
  return owner;
}

/** The service whose network namespace a service uses: itself, or the one that `network_mode: service:x` names. */
export function namespaceOwner(service: Service, project: Project): Service {
  return namespacesOf(project).owners.get(service) ?? ownerOf(service, new Map(project.services.map((one) => [one.name, one])));
}

/** All services that live in one network namespace. */
export function namespaceMembers(service: Service, project: Project): readonly Service[] {
  return namespacesOf(project).members.get(namespaceOwner(service, project)) ?? [];
}
