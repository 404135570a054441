/** Whether a compose file can stand by itself, and what it lacks. */
import type { Repository } from '../core/repository.ts';
import { serviceKeys } from './file-format.ts';
import { repositoryPath } from './repository-path.ts';
import { get, getMapping, getScalar, itemsOf, type Mapping, type Tree } from './tree.ts';
import { scalarsOf } from './values.ts';
import { parseYaml } from './yaml.ts';

/** One compose file by itself, before anything is interpolated or merged. */
export interface Outline {
  file: string;
  /** All services that it names. */
  services: Set<string>;
  /** Services that have an image, a build, a provider, or extend one. */
  defined: Set<string>;
  /** Names of services that something in the file refers to (depends_on, links, network_mode …). */
  needed: Set<string>;
  /** Networks, volumes, configs and secrets that a service uses and the file does not declare. */
  undeclared: Set<string>;
  declared: Set<string>;
  /** Files of the repository that it includes or extends from. */
  uses: Set<string>;
  hasIncludes: boolean;
  /** Every service looks like one of Compose's: known attributes only. */
  plausible: boolean;
}

/**
 * The outline of a YAML file, or undefined when it is none of Compose's: not valid YAML, or no mapping under `services`.
 * A top-level `services` alone says little: Symfony, Kong and others have one, too.
 */
export function outlineOf(repository: Repository, file: string, folder: string): Outline | undefined {
  const source = repository.source(file);
  if (source === undefined) return undefined;
  const outline: Outline = {
    file,
    services: new Set(),
    defined: new Set(),
    needed: new Set(),
    undeclared: new Set(),
    declared: new Set(),
    uses: new Set(),
    hasIncludes: false,
    plausible: true,
  };
  const documents = parseYaml(source).documents.filter((tree): tree is Mapping => tree.kind === 'mapping');
  for (const document of documents) readDocument(document, folder, outline);
  for (const name of outline.declared) outline.undeclared.delete(name);
  return documents.length === 0 || (outline.services.size === 0 && !outline.hasIncludes) ? undefined : outline;
}

/** A file is complete when each service can be run and each name that it uses is declared in it (or in what it includes). */
export function isComplete(outline: Outline, base?: Outline): boolean {
  return missingServices(outline, base).length === 0 && (outline.hasIncludes || undeclared(outline, base).length === 0);
}

/** Services that are named and neither this file nor its base defines. */
export function missingServices(outline: Outline, base?: Outline): string[] {
  const defined = (name: string): boolean => outline.defined.has(name) || base?.defined.has(name) === true;
  const named = [...outline.services, ...(outline.hasIncludes ? [] : outline.needed)];
  return [...new Set(named)].filter((name) => !defined(name));
}

function undeclared(outline: Outline, base?: Outline): string[] {
  return [...outline.undeclared].filter((name) => base?.declared.has(name) !== true);
}

/** Two files as one, the second on top. */
export function together(base: Outline, over: Outline): Outline {
  const union = <T>(a: Set<T>, b: Set<T>): Set<T> => new Set([...a, ...b]);
  const declared = union(base.declared, over.declared);
  return {
    file: over.file,
    services: union(base.services, over.services),
    defined: union(base.defined, over.defined),
    needed: union(base.needed, over.needed),
    undeclared: new Set([...union(base.undeclared, over.undeclared)].filter((name) => !declared.has(name))),
    declared,
    uses: union(base.uses, over.uses),
    hasIncludes: base.hasIncludes || over.hasIncludes,
    plausible: base.plausible && over.plausible,
  };
}

function readDocument(document: Mapping, folder: string, outline: Outline): void {
  const includes = itemsOf(get(document, 'include'));
  if (includes.length > 0) outline.hasIncludes = true;
  for (const item of includes) {
    for (const path of scalarsOf(item.kind === 'mapping' ? get(item, 'path') : item)) use(path.text, folder, outline);
  }
  for (const kind of ['networks', 'volumes', 'configs', 'secrets']) {
    for (const name of getMapping(document, kind)?.entries.keys() ?? []) outline.declared.add(`${kind}.${name}`);
  }
  const services = getMapping(document, 'services');
  if (services === undefined) return;
  for (const [name, { value }] of services.entries) readService(name, value, folder, outline);
}

function readService(name: string, service: Tree, folder: string, outline: Outline): void {
  outline.services.add(name);
  if (service.kind !== 'mapping') {
    outline.plausible = false;
    return;
  }
  if (![...service.entries.keys()].every((key) => serviceKeys.has(key) || key.startsWith('x-'))) outline.plausible = false;
  if (['image', 'build', 'provider', 'extends'].some((key) => get(service, key) !== undefined)) outline.defined.add(name);
  const from = get(service, 'extends');
  const file = getScalar(from, 'file');
  if (file !== undefined) use(file.text, folder, outline);
  else if (from !== undefined) need(from.kind === 'scalar' ? from.text : getScalar(from, 'service')?.text, outline);
  readNeeds(service, outline);
}

function readNeeds(service: Mapping, outline: Outline): void {
  for (const name of namesOf(get(service, 'depends_on'))) need(name, outline);
  for (const link of scalarsOf(get(service, 'links'))) need(link.text.split(':')[0], outline);
  const mode = getScalar(service, 'network_mode')?.text;
  if (mode?.startsWith('service:')) need(mode.slice('service:'.length), outline);
  for (const name of namesOf(get(service, 'networks'))) if (name !== 'default') outline.undeclared.add(`networks.${name}`);
  for (const volume of scalarsOf(get(service, 'volumes'))) {
    const source = /^([A-Za-z0-9][\w.-]+):/.exec(volume.text)?.[1];
    if (source !== undefined) outline.undeclared.add(`volumes.${source}`);
  }
  for (const kind of ['configs', 'secrets']) {
    for (const item of itemsOf(get(service, kind))) {
      const source = item.kind === 'scalar' ? item.text : getScalar(item, 'source')?.text;
      if (source !== undefined) outline.undeclared.add(`${kind}.${source}`);
    }
  }
}

function need(name: string | undefined, outline: Outline): void {
  if (name !== undefined && !name.includes('$')) outline.needed.add(name);
}

function use(path: string, folder: string, outline: Outline): void {
  const file = repositoryPath(folder, path);
  if (file !== null) outline.uses.add(file);
}

function namesOf(tree: Tree | undefined): string[] {
  if (tree?.kind === 'mapping')
    return [...tree.entries].filter(([, { value }]) => getScalar(value, 'required')?.text !== 'false').map(([key]) => key);
  return scalarsOf(tree).map((scalar) => scalar.text);
}
