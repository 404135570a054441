/** What Compose checks once everything is merged: that names lead somewhere, and that nothing contradicts itself. Only services that are enabled count. */
import type { ComposeProblem, Project, Service } from './model.ts';
import { get, getMapping, getScalar, locate, type Mapping, type Tree } from './tree.ts';

/** A longer chain of dependencies is not followed. */
const longestChain = 500;

interface Checking {
  project: Project;
  byName: Map<string, Service>;
  problems: ComposeProblem[];
}

export function checkConsistency(project: Project, model: Mapping, problems: ComposeProblem[]): void {
  const checking: Checking = { project, byName: new Map(project.services.map((service) => [service.name, service])), problems };
  const trees = getMapping(model, 'services');
  for (const service of project.services) {
    const tree = trees?.entries.get(service.name)?.value;
    if (!service.enabled || tree === undefined) continue;
    checkImage(service, tree, checking);
    checkNetworks(service, tree, checking);
    checkDependencies(service, tree, checking);
    checkMounts(service, checking);
    checkReplicas(service, tree, checking);
    checkLimits(tree, problems);
  }
  checkCycles(checking);
}

function checkImage(service: Service, tree: Tree, { problems }: Checking): void {
  const image = getScalar(tree, 'image');
  if (service.image === null && service.build === null && get(tree, 'provider') === undefined) {
    const unsure = image?.uncertain === true;
    problems.push({
      message: `The service ${service.name} has neither an image nor a build.`,
      at: image ? locate(image.span) : service.at,
      ...(unsure && { uncertain: true }),
    });
  }
  const build = getMapping(tree, 'build');
  const inline = getScalar(build, 'dockerfile_inline');
  if (inline !== undefined && getScalar(build, 'dockerfile') !== undefined) {
    problems.push({ message: 'dockerfile and dockerfile_inline exclude each other.', at: locate(inline.span) });
  }
}

function checkNetworks(service: Service, tree: Tree, { project, byName, problems }: Checking): void {
  const listed = get(tree, 'networks');
  if (
    service.networkMode !== null &&
    listed !== undefined &&
    (listed.kind === 'list' ? listed.items.length : listed.kind === 'mapping' ? listed.entries.size : 0) > 0
  ) {
    problems.push({
      message: `The service ${service.name} has both network_mode and networks, which exclude each other.`,
      at: service.networkMode.at,
    });
  }
  for (const network of service.networks.values()) {
    if (project.networks.has(network.key)) continue;
    problems.push({ message: `There is no network "${network.key}" in this project.`, at: network.at ?? service.at });
  }
  const mode = service.networkMode;
  if (mode?.value.startsWith('service:'))
    checkTarget(mode.value.slice('service:'.length), mode, true, 'network_mode', { project, byName, problems });
}

function checkDependencies(service: Service, tree: Tree, checking: Checking): void {
  for (const link of service.dependsOn) checkTarget(link.value.service, link, link.value.required, 'depends_on', checking);
  for (const link of service.links) checkTarget(link.value.service, link, true, 'links', checking);
  for (const from of service.volumesFrom) {
    const [name = ''] = from.value.split(':');
    if (name !== 'container') checkTarget(name, from, true, 'volumes_from', checking);
  }
  for (const key of ['ipc', 'pid', 'uts', 'cgroup']) {
    const mode = getScalar(tree, key);
    if (mode?.text.startsWith('service:')) checkTarget(mode.text.slice('service:'.length), { at: locate(mode.span) }, true, key, checking);
  }
}

/** A service of an inactive profile is as good as absent, but the command line may name the profile. */
function checkTarget(
  name: string,
  place: { at: ComposeProblem['at']; uncertain?: boolean },
  required: boolean,
  key: string,
  checking: Checking,
): void {
  const target = checking.byName.get(name);
  if (target?.enabled || (target !== undefined && !required)) return;
  const unsure = target !== undefined || place.uncertain === true;
  const because = target === undefined ? 'is no service of this project' : 'is behind a profile that is not active';
  checking.problems.push({ message: `${key} names "${name}", which ${because}.`, at: place.at, ...(unsure && { uncertain: true }) });
}

function checkMounts(service: Service, { project, problems }: Checking): void {
  const unknown = (kind: string, key: string, place: { at: ComposeProblem['at']; uncertain?: boolean }): void => {
    problems.push({ message: `There is no ${kind} "${key}" in this project.`, at: place.at, ...(place.uncertain && { uncertain: true }) });
  };
  for (const mount of service.volumes) {
    if (mount.type === 'volume' && mount.source !== null && !project.volumes.has(mount.source)) unknown('volume', mount.source, mount);
  }
  for (const mount of service.configs) if (!project.configs.has(mount.source)) unknown('config', mount.source, mount);
  for (const mount of service.secrets) if (!project.secrets.has(mount.source)) unknown('secret', mount.source, mount);
  const targets = new Map<string, ComposeProblem['at']>();
  for (const { target, at } of [...service.tmpfs.map(({ value, at }) => ({ target: value, at })), ...service.volumes]) {
    const earlier = targets.get(target);
    if (earlier !== undefined)
      problems.push({ message: `${target} is mounted twice.`, at, related: [{ location: earlier, label: 'the other mount' }] });
    targets.set(target, at);
  }
}

function checkReplicas(service: Service, tree: Tree, { problems }: Checking): void {
  const scale = getScalar(tree, 'scale');
  const replicas = getScalar(get(tree, 'deploy'), 'replicas');
  if (scale !== undefined && replicas !== undefined && scale.text !== replicas.text) {
    problems.push({ message: `scale is ${scale.text} and deploy.replicas is ${replicas.text}.`, at: locate(scale.span) });
  }
  if (service.replicas !== null && service.replicas.value < 0)
    problems.push({ message: "A number of containers can't be negative.", at: service.replicas.at });
  if (service.replicas !== null && service.replicas.value > 1 && service.containerName !== null) {
    const message = `The service ${service.name} has ${service.replicas.value} containers and one container_name.`;
    problems.push({
      message,
      at: service.containerName.at,
      related: [{ location: service.replicas.at, label: 'the number of containers' }],
    });
  }
}

/** The old attributes and those of `deploy.resources` must agree. */
function checkLimits(tree: Tree, problems: ComposeProblem[]): void {
  const resources = get(get(tree, 'deploy'), 'resources');
  const pairs = [
    ['cpus', 'limits', 'cpus'],
    ['mem_limit', 'limits', 'memory'],
    ['mem_reservation', 'reservations', 'memory'],
    ['pids_limit', 'limits', 'pids'],
  ] as const;
  for (const [old, kind, name] of pairs) {
    const mine = getScalar(tree, old);
    const section = get(resources, kind);
    const other = getScalar(section, name);
    if (mine === undefined || section === undefined || amount(mine.text) === 0 || amount(mine.text) === amount(other?.text ?? '0'))
      continue;
    const uncertain = mine.uncertain || other?.uncertain === true;
    const message = `${old} is ${mine.text}, and deploy.resources.${kind}.${name} is ${other?.text ?? 'not set'}.`;
    problems.push({ message, at: locate(mine.span), ...(uncertain && { uncertain }) });
  }
}

/** A number, or a size such as `512m` in bytes. */
function amount(text: string): number {
  const [, number = '', unit = ''] = /^(\d{1,20}(?:\.\d{1,20})?) ?([kmgtp]?)/i.exec(text) ?? [];
  return Math.floor(Number(number) * 1024 ** ' kmgtp'.indexOf(unit.toLowerCase() || ' ') * 1e6) / 1e6;
}

/** Services that wait for each other, each cycle once. */
function checkCycles({ project, byName, problems }: Checking): void {
  const state = new Map<string, 'open' | 'done'>();
  const visit = (service: Service, path: string[]): void => {
    state.set(service.name, 'open');
    for (const { name, at } of waitsFor(service)) {
      const next = byName.get(name);
      if (next === undefined || !next.enabled) continue;
      if (state.get(name) === 'open') {
        const cycle = [...path.slice(path.indexOf(name)), name].join(' -> ');
        problems.push({ message: `These services depend on each other: ${cycle}.`, at });
      } else if (!state.has(name) && path.length < longestChain) visit(next, [...path, name]);
    }
    state.set(service.name, 'done');
  };
  for (const service of project.services) if (service.enabled && !state.has(service.name)) visit(service, [service.name]);
}

function waitsFor(service: Service): { name: string; at: ComposeProblem['at'] }[] {
  const mode = service.networkMode;
  return [
    ...service.dependsOn.map(({ value, at }) => ({ name: value.service, at })),
    ...service.links.map(({ value, at }) => ({ name: value.service, at })),
    ...(mode?.value.startsWith('service:') ? [{ name: mode.value.slice('service:'.length), at: mode.at }] : []),
    ...service.volumesFrom.map(({ value, at }) => ({ name: value.split(':')[0] ?? '', at })),
  ];
}
