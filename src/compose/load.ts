/** One compose project from its files: what `docker compose config` would print, each value with its place. */
import type { Repository } from '../core/repository.ts';
import { checkConsistency } from './consistency.ts';
import type { ProjectFiles } from './discover.ts';
import { environmentOf, givenEnvironment } from './environment.ts';
import type { Lookup } from './interpolate.ts';
import { interpolateScalar } from './interpolate-tree.ts';
import type { ComposeProblem, Network, Project, Service } from './model.ts';
import { loadModel } from './model-loader.ts';
import type { Loading } from './model-request.ts';
import { folderName, normalizeProjectName } from './project-name.ts';
import { checkResources } from './resource-checks.ts';
import { readFileObjects, readNetworks, readVolumes } from './resources.ts';
import { readService } from './service.ts';
import { isFirstVersion } from './shape.ts';
import { getMapping, getScalar, type Mapping } from './tree.ts';
import { parseYaml } from './yaml.ts';

/** Published ports of a whole project, ranges unfolded. */
const mostPorts = 70_000;
/** Nobody reads more. */
const mostProblems = 500;

export interface LoadOptions {
  /** Active profiles besides COMPOSE_PROFILES of the env file; `*` is all. */
  profiles: string[];
  /** As `--env-file`: repository-relative, instead of the project's `.env`. */
  envFiles?: string[];
  /** Variables that count as set, before every env file. The process's own environment is never looked at. */
  environment?: Record<string, string | undefined>;
  /** Whether the committed sample of an absent env file (`.env.example`) may stand in for it, uncertain as it is [true]. */
  samples?: boolean;
}

/**
 * Loads a project. Never throws: what Compose would refuse is in `problems`, and what is sound is there all the same.
 * All services are there, also those of inactive profiles (`enabled` tells).
 */
export function loadProject(repository: Repository, files: ProjectFiles, options: LoadOptions): Project {
  const samples = options.samples ?? true;
  const loading: Loading = { repository, problems: [], unset: [], filesRead: 0, samples, loadModel };
  const folder = files.directory;
  const given = givenEnvironment(options.environment ?? {});
  const environment = environmentOf({ repository, folder, envFiles: options.envFiles ?? [], outer: given, samples });
  loading.problems.push(...environment.problems);
  for (const file of files.files) {
    if (repository.source(file) === undefined) loading.problems.push({ message: `There is no file ${file}.`, at: topOf(file) });
  }
  const name = projectName(files, environment.lookup, loading);
  const lookup: Lookup = (variable) =>
    environment.lookup(variable) ?? (variable === 'COMPOSE_PROJECT_NAME' ? { value: name, uncertain: false } : undefined);
  const model = loadModel({ loading, files: files.files, folder, lookup, chain: [], bare: false });
  return assemble({ model, name, files, lookup, loading, profiles: activeProfiles(options, environment.lookup) });
}

interface Loaded {
  model: Mapping | undefined;
  name: string;
  files: ProjectFiles;
  lookup: Lookup;
  loading: Loading;
  profiles: ReadonlySet<string>;
}

function assemble({ model: written, name, files, lookup, loading, profiles }: Loaded): Project {
  const folder = files.directory;
  const { problems } = loading;
  const first = written !== undefined && isFirstVersion(written);
  const told = [...problems];
  const model = first ? asSecondVersion(written) : written;
  const services =
    model === undefined
      ? []
      : readServices(model, {
          repository: loading.repository,
          folder,
          lookup,
          profiles,
          problems,
          samples: loading.samples,
          budget: { ports: mostPorts },
        });
  const project: Project = {
    name,
    directory: folder,
    files: [...files.files],
    variant: files.variant,
    services,
    networks: networksOf(model, services),
    volumes: model === undefined ? new Map() : readVolumes(model),
    configs: model === undefined ? new Map() : readFileObjects(model, 'configs', folder),
    secrets: model === undefined ? new Map() : readFileObjects(model, 'secrets', folder),
    problems,
    unsetVariables: loading.unset,
  };
  if (model === undefined && problems.length === 0)
    problems.push({ message: 'This compose file is empty.', at: topOf(files.files[0] ?? '') });
  if (model !== undefined) {
    checkResources(model, problems);
    const before = problems.length;
    checkConsistency(project, model, problems);
    // Which files people lay on top of each other is our guess; another list may hold what seems to be missing here.
    if (files.variant !== null && files.files.length > 1) for (const problem of problems.slice(before)) problem.uncertain = true;
  }
  // That it is of the first version is the one fault; the rest is read to know what the services are.
  project.problems = once(first ? told : problems).slice(0, mostProblems);
  return project;
}

/** The services of the first version's format, under the key that later versions have for them. */
function asSecondVersion(model: Mapping): Mapping {
  const key = [...model.entries.values()][0]?.key ?? model.span;
  return { ...model, entries: new Map([['services', { key, value: model }]]) };
}

function readServices(model: Mapping, context: Parameters<typeof readService>[2]): Service[] {
  const section = getMapping(model, 'services');
  return [...(section?.entries ?? [])].flatMap(([name, entry]) =>
    entry.value.kind === 'mapping' ? [readService(name, entry, context)] : [],
  );
}

/** The declared networks, and `default` where a service is on it. */
function networksOf(model: Mapping | undefined, services: Service[]): Map<string, Network> {
  const networks = model === undefined ? new Map<string, Network>() : readNetworks(model);
  if (!networks.has('default') && services.some((service) => service.networks.has('default'))) {
    networks.set('default', { key: 'default', name: null, external: false, internal: false, at: null });
  }
  return networks;
}

function activeProfiles(options: LoadOptions, lookup: Lookup): ReadonlySet<string> {
  const set = lookup('COMPOSE_PROFILES');
  const listed = set === undefined || set.uncertain || options.profiles.length > 0 ? [] : set.value.split(',');
  return new Set([...options.profiles, ...listed].map((profile) => profile.trim()).filter((profile) => profile !== ''));
}

/** COMPOSE_PROJECT_NAME, else the last `name` of the files, else the folder's. */
function projectName(files: ProjectFiles, lookup: Lookup, loading: Loading): string {
  const set = lookup('COMPOSE_PROJECT_NAME');
  if (set !== undefined && !set.uncertain && set.value !== '') return normalizeProjectName(set.value);
  let name = '';
  for (const file of files.files) {
    const source = loading.repository.source(file);
    for (const document of source === undefined ? [] : parseYaml(source).documents) {
      const scalar = getScalar(document, 'name');
      if (scalar === undefined) continue;
      name = normalizeProjectName(interpolateScalar(scalar, undefined, { lookup, problems: [], unset: [] }).text) || name;
    }
  }
  return name || folderName(loading.repository.root, files.directory);
}

function topOf(file: string): ComposeProblem['at'] {
  return { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };
}

/** Each problem once, in the order in which they were found: files that are read twice tell the same twice. */
function once(problems: ComposeProblem[]): ComposeProblem[] {
  const seen = new Set<string>();
  return problems.filter(({ message, at }) => {
    const key = `${at.file}:${at.start.line}:${at.start.column}: ${message}`;
    return !seen.has(key) && seen.add(key);
  });
}
