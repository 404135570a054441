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

/** The service whose network namespace a service uses: itself, or the one that `network_mode: service:x` names. */
export function namespaceOwner(service: Service, project: Project): Service {
  let owner = service;
  for (let hops = 0; hops < 20; hops++) {
    const other = /^service:(.+)$/.exec(owner.networkMode?.value ?? '')?.[1];
    const next = other === undefined ? undefined : project.services.find((candidate) => candidate.name === other);
    if (next === undefined) return owner;
    owner = next;
  }
  return owner;
}

/** All services that live in one network namespace. */
export function namespaceMembers(service: Service, project: Project): Service[] {
  const owner = namespaceOwner(service, project);
  return project.services.filter((other) => namespaceOwner(other, project) === owner);
}
