/** From a settled model to services. */
import type { Repository } from '../core/repository.ts';
import { readBuild } from './build.ts';
import { readCommand, readHealthcheck, readLinks } from './commands.ts';
import type { Lookup } from './interpolate.ts';
import type { ComposeProblem, Service, ServiceNetwork, Value } from './model.ts';
import { readFileMounts, readMounts, readTmpfs } from './mounts.ts';
import { type PortBudget, readExpose, readPorts } from './ports.ts';
import { readEnvironment } from './service-environment.ts';
import { type Entry, get, getMapping, getScalar, locate, type Mapping, type Scalar, type Tree } from './tree.ts';
import { boolUnder, like, nameUnder, pairsOf, scalarsOf, textUnder, toValue } from './values.ts';

export interface ServiceContext {
  repository: Repository;
  /** The project's folder, where relative paths start. */
  folder: string;
  lookup: Lookup;
  /** Active profiles; `*` is all of them. */
  profiles: ReadonlySet<string>;
  problems: ComposeProblem[];
  /** Whether a committed sample may stand in for an absent env file. */
  samples: boolean;
  budget: PortBudget;
}

export function readService(name: string, entry: Entry, context: ServiceContext): Service {
  const tree = entry.value as Mapping;
  const { folder, problems } = context;
  const profiles = scalarsOf(get(tree, 'profiles')).map(toValue);
  const networkMode = textUnder(tree, 'network_mode');
  const healthcheck = getMapping(tree, 'healthcheck');
  const enabled = profiles.length === 0 || context.profiles.has('*') || profiles.some(({ value }) => context.profiles.has(value));
  return {
    name,
    at: locate(entry.key),
    profiles,
    enabled,
    image: textUnder(tree, 'image'),
    build: readBuild(get(tree, 'build'), folder, context.lookup),
    command: readCommand(tree.entries.get('command')?.value, problems),
    entrypoint: readCommand(tree.entries.get('entrypoint')?.value, problems),
    // Compose opens the env files of enabled services only.
    ...readEnvironment(tree, enabled ? context : { ...context, problems: [] }),
    expose: readExpose(get(tree, 'expose')),
    ports: readPorts(get(tree, 'ports'), problems, context.budget),
    networks: networkMode === null && get(tree, 'provider') === undefined ? readNetworks(get(tree, 'networks')) : new Map(),
    networkMode,
    containerName: nameUnder(tree, 'container_name'),
    hostname: nameUnder(tree, 'hostname'),
    links: readLinks(get(tree, 'links')),
    extraHosts: readExtraHosts(get(tree, 'extra_hosts'), problems),
    dependsOn: readDependsOn(get(tree, 'depends_on')),
    volumes: readMounts(get(tree, 'volumes'), folder, problems),
    volumesFrom: scalarsOf(get(tree, 'volumes_from')).map(toValue),
    configs: readFileMounts(get(tree, 'configs'), ''),
    secrets: readFileMounts(get(tree, 'secrets'), '/run/secrets'),
    healthcheck: healthcheck === undefined ? null : readHealthcheck(healthcheck, problems),
    labels: new Map(pairsOf(get(tree, 'labels')).map(({ key, value, scalar }) => [key, like(value ?? '', scalar)])),
    replicas: readReplicas(tree),
    workingDir: textUnder(tree, 'working_dir'),
    user: textUnder(tree, 'user'),
    tmpfs: readTmpfs(get(tree, 'tmpfs')),
  };
}

/** Without any network (or with an empty list) a service is on the project's `default` network. */
function readNetworks(tree: Tree | undefined): Map<string, ServiceNetwork> {
  const networks = new Map<string, ServiceNetwork>();
  if (tree?.kind === 'mapping') for (const [key, entry] of tree.entries) networks.set(key, readNetwork(key, entry));
  else
    for (const scalar of scalarsOf(tree))
      networks.set(scalar.text, {
        key: scalar.text,
        aliases: [],
        ipv4: null,
        ipv6: null,
        at: locate(scalar.span),
        ...(scalar.uncertain && { uncertain: true }),
      });
  if (networks.size === 0) networks.set('default', { key: 'default', aliases: [], ipv4: null, ipv6: null, at: null });
  return networks;
}

function readNetwork(key: string, { key: place, value }: Entry): ServiceNetwork {
  const addresses = ['ipv4_address', 'ipv6_address'].map((name) => getScalar(value, name));
  return {
    key,
    aliases: scalarsOf(get(value, 'aliases')).map(toValue),
    ipv4: addresses[0]?.text ?? null,
    ipv6: addresses[1]?.text ?? null,
    at: locate(place),
    ...(addresses.some((address) => address?.uncertain) && { uncertain: true }),
  };
}

/** `HOST=ADDRESS` or `HOST:ADDRESS`, as a list or a mapping; brackets around an IPv6 address go. */
function readExtraHosts(tree: Tree | undefined, problems: ComposeProblem[]): Value<{ host: string; address: string }>[] {
  if (tree?.kind === 'mapping')
    return [...tree.entries].flatMap(([host, { value }]) => scalarsOf(value).map((scalar) => extraHost(host, scalar.text, scalar)));
  return scalarsOf(tree).flatMap((scalar) => {
    const cut = scalar.text.includes('=') ? scalar.text.indexOf('=') : scalar.text.indexOf(':');
    if (cut > 0) return [extraHost(scalar.text.slice(0, cut), scalar.text.slice(cut + 1), scalar)];
    const message = `"${scalar.text}" has no ${cut === 0 ? 'host name' : 'address'}: write HOST=ADDRESS.`;
    problems.push({ message, at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) });
    return [];
  });
}

function extraHost(host: string, written: string, scalar: Scalar): Value<{ host: string; address: string }> {
  const address = written.length > 2 && written.startsWith('[') && written.endsWith(']') ? written.slice(1, -1) : written;
  return like({ host, address }, scalar);
}

function readDependsOn(tree: Tree | undefined): Service['dependsOn'] {
  if (tree?.kind !== 'mapping')
    return scalarsOf(tree).map((scalar) => like({ service: scalar.text, condition: 'service_started', required: true }, scalar));
  return [...tree.entries].map(([service, { key, value }]) => ({
    value: {
      service,
      condition: getScalar(value, 'condition')?.text ?? 'service_started',
      required: getScalar(value, 'required') === undefined || boolUnder(value, 'required'),
    },
    at: locate(key),
  }));
}

function readReplicas(tree: Mapping): Value<number> | null {
  const scalar = getScalar(tree, 'scale') ?? getScalar(get(tree, 'deploy'), 'replicas');
  return scalar === undefined || !/^-?\d+$/.test(scalar.text) ? null : like(Number(scalar.text), scalar);
}
