/** The service that a loopback target was meant for, where nobody can say for sure that nothing listens beside nginx. */
import type { Project, Service } from '../compose/model.ts';
import type { Repository } from '../core/repository.ts';
import { directivesIn } from '../nginx/include.ts';
import type { EndpointTarget, NginxConfig } from '../nginx/model.ts';
import type { NginxInstance } from './model.ts';
import type { ServiceKnowledge } from './ports.ts';
import { besideNginx, isLoopbackHost, type Reached, reachOf } from './reach.ts';
import type { ResolveInput } from './resolve.ts';
import { pairedWith } from './written-for.ts';

/** So many services a configuration must name before its nginx is one of the project's containers. */
const leastNamed = 2;
/** Where every PHP-FPM listens that nobody configured, the one beside nginx too. */
const fpmDefault = 9000;

/** The services that a configuration names, and where. */
export type NamedServices = ReadonlyMap<Service, readonly EndpointTarget[]>;

/** The services that the configuration names: what can resolve those names is in a container of the project. */
export function namedServices({ config, nginx, project, variants }: ResolveInput, listens: ReadonlySet<number>): NamedServices {
  const found = new Map<Service, EndpointTarget[]>();
  for (const target of config.routes.flatMap((route) => route.endpoints)) {
    if (target.host === null || target.host.includes('.') || isLoopbackHost(target.host)) continue;
    const { reach } = reachOf(target, { nginx, project, variants, listens });
    if (reach.kind !== 'service' || reach.self) continue;
    found.set(reach.service, [...(found.get(reach.service) ?? []), target]);
  }
  return found;
}

/**
 * Another service of the project that listens on that very port, where nothing says that nginx's own container does and
 * the configuration shows that it is read in a container; null where one of these fails.
 */
export function meantByLoopback(
  target: EndpointTarget,
  { reach, others }: Reached,
  { nginx, project, config, imageOf, repository }: ResolveInput,
  listens: ReadonlySet<number>,
  named: NamedServices,
  knowledge: (service: Service, project: Project) => ServiceKnowledge,
): Service | null {
  const { port, host } = target;
  if (project === null || port === null || host === null || !isLoopbackHost(host) || target.down || others.length > 0) return null;
  if (listens.has(port)) return null;
  const { service } = nginx;
  const says = (one: Service, kinds: readonly string[]): boolean =>
    knowledge(one, project).evidence.some((item) => item.port === port && !kinds.includes(item.kind));
  const declaring = project.services.filter((one) => one !== service && says(one, ['start-file', 'label']));
  const candidates = declaring.length > 0 ? declaring : project.services.filter((one) => one !== service && says(one, ['label']));
  if (service === null) {
    if (!nginx.assumed || project.services.some((one) => one.networkMode !== null) || buildsAllInOne(repository)) return null;
    if (asksDockersDns(config, target.at.file)) return candidates[0] ?? null;
    // One file with the same port of the same service, by its name here and by the loopback address there: nowhere are both right.
    const alsoByName = (one: Service): boolean =>
      named.get(one)?.some((other) => other.port === port && other.at.file === target.at.file) === true;
    return candidates.find((one) => alsoByName(one) || (named.size >= leastNamed && named.has(one))) ?? null;
  }
  if (!mayHoldMore(reach, nginx) || nginx.startsOthers || (target.protocol === 'fastcgi' && port === fpmDefault)) return null;
  if ((nginx.assumed && !pairedWith(nginx)) || service.networkMode !== null) return null;
  const called = /nginx/i.test(`${service.name} ${service.image?.value ?? ''}`);
  const waits = (one: Service): boolean => service.dependsOn.some(({ value }) => value.service === one.name);
  if ((!called && named.size === 0 && !candidates.some(waits)) || says(service, ['start-file', 'label'])) return null;
  const image = imageOf(service)?.facts?.base ?? service.image?.value;
  // A well-known image that happens to have the port (8080, 3000) is no sign that nginx's container has no program of its own there.
  const byChance = (one: Service): boolean =>
    !named.has(one) && knowledge(one, project).evidence.some((item) => item.kind === 'image' && item.port === port);
  return candidates.find((one) => (one.image?.value === undefined || one.image.value !== image) && !byChance(one)) ?? null;
}

/** Whether the target is nginx's own container, of which nobody knows what else it runs. */
function mayHoldMore(reach: Reached['reach'], nginx: NginxInstance): boolean {
  if (reach.kind === 'service') return reach.self && reach.via === 'namespace' && reach.service === nginx.service;
  return reach.kind === 'unverifiable' && (reach.because === besideNginx || nginx.assumed);
}

const mostDockerfiles = 200;
const allInOne = new WeakMap<Repository, boolean>();

/** Whether an image of the repository holds nginx beside the app: then a configuration that nothing loads may be that image's. */
function buildsAllInOne(repository: Repository): boolean {
  const before = allInOne.get(repository);
  if (before !== undefined) return before;
  const files = repository.files();
  const dockerfiles = files
    .filter((path) => /(?:^|\/)(?:[\w-]+\.)?(?:docker|container)file(?:\.[\w.-]+)?$/i.test(path))
    .slice(0, mostDockerfiles);
  const found =
    files.some((path) => /(?:^|\/)(?:supervisord?[\w.-]*\.(?:conf|ini)|s6-overlay\/|Procfile$)/.test(path)) ||
    dockerfiles.some((path) => /\b(?:install|add)\b[^&|;#]{0,2000}\bnginx\b/.test(repository.source(path)?.text ?? ''));
  allInOne.set(repository, found);
  return found;
}

/** Whether a `resolver` of a file is Docker's own DNS alone, which answers in containers and nowhere else. */
function asksDockersDns({ directives }: NginxConfig, file: string): boolean {
  const open = [...directivesIn(directives)];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    if (node.name === 'resolver' && node.file.origin === file) {
      const addresses = node.args.map((word) => word.text).filter((text) => !text.includes('='));
      if (addresses.length > 0 && addresses.every((address) => /^127\.0\.0\.11(?::53)?$/.test(address))) return true;
    }
    open.push(...directivesIn(node.block));
  }
  return false;
}
