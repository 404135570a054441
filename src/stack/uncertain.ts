/** Names, networks and ports that hang on variables which nothing in the repository sets for certain: they support a target, they never contradict one. */
import { hidden, hideVariables } from '../compose/hide-variables.ts';
import type { Project, Service, Value } from '../compose/model.ts';
import type { Reach } from './model.ts';
import type { ReachInput } from './reach.ts';

const because = 'it hangs on a variable that no file sets';

/** Why a fault of reach can't be held against a target: what it rests on may be something else at the deploy. Null without such a reason. */
export function variableDoubt(host: string, reach: Reach, { project, nginx, variants }: ReachInput): string | null {
  if (project === null || reach.kind === 'service' || reach.kind === 'external' || reach.kind === 'unverifiable') return null;
  if (nginx.service?.networkMode?.uncertain) return because;
  switch (reach.kind) {
    case 'unknown':
      return [...variants, project].some((other) => mayBeNamed(host, other)) ? because : null;
    case 'no-shared-network':
      return [reach.service, nginx.service].some((service) => service !== null && hasUncertainNetwork(service)) ? because : null;
    case 'loopback':
      return project.services.some((service) => service.networkMode?.uncertain) ? because : null;
    case 'not-published':
      return reach.service.ports.some((port) => port.uncertain) ? because : null;
    default:
      return null;
  }
}

/** Whether a service answers to a host only by a name that hangs on such a variable. */
export function isUncertainName(service: Service, via: Extract<Reach, { kind: 'service' }>['via'], host: string): boolean {
  switch (via) {
    case 'container_name':
      return service.containerName?.uncertain === true;
    case 'hostname':
      return service.hostname?.uncertain === true;
    case 'alias':
      return [...service.networks.values()].every((network) =>
        network.aliases.every((alias) => alias.uncertain || alias.value.toLowerCase() !== host),
      );
    default:
      return false;
  }
}

function hasUncertainNetwork(service: Service): boolean {
  return service.networkMode?.uncertain === true || [...service.networks.values()].some((network) => network.uncertain);
}

/** Whether a name of the project that holds such a variable may come out as this host. */
function mayBeNamed(host: string, project: Project): boolean {
  return project.services.some((service) => {
    const names: (Value | null)[] = [service.containerName, service.hostname];
    for (const network of service.networks.values()) names.push(...network.aliases);
    const pairs = [...service.extraHosts, ...service.links].filter((entry) => entry.uncertain);
    return pairs.some(({ written }) => fits(host, written)) || names.some((name) => name?.uncertain && fits(host, name.written));
  });
}

/** Whether a text could become a host's name, or hold it, when its variables are filled in. */
function fits(host: string, written: string | undefined): boolean {
  if (written === undefined) return true;
  const [first = '', ...rest] = hideVariables(written.toLowerCase()).split(/[=:]/)[0]?.split(hidden) ?? [];
  if (!host.startsWith(first)) return false;
  let at = first.length;
  for (const part of rest) {
    const found = host.indexOf(part, at);
    if (found === -1) return false;
    at = found + part.length;
  }
  return host.endsWith(rest.at(-1) ?? first);
}
