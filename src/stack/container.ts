import { posix } from 'node:path';
import type { FileMount, FileObject, Mount, Project, Service } from '../compose/model.ts';
import { EmbeddedSource } from '../core/embedded.ts';
import type { Repository } from '../core/repository.ts';
import type { Location } from '../core/source.ts';
import { nginxImage, officialEnvironmentNames } from '../docker/known-images.ts';
import { assumedLayout, type NginxLayout } from '../docker/nginx-layouts.ts';
import { repositoryEntry, sourceFile } from './content.ts';
import { type Entry, type FileSystem, Folder } from './file-system.ts';
import { ContainerFileTree } from './file-tree.ts';
import { type ImageTree, namedImageTree, nginxFolders, stageTree } from './image-tree.ts';
import type { FileTree, PlacedFile } from './model.ts';
import { type ServiceImage, serviceImage } from './service-image.ts';
import { type Startup, startContainer } from './startup.ts';
import type { ContainerEnvironment } from './templates.ts';

/** How to find the nginx in an image by its name; tests add images of their own. */
export type LayoutOf = (reference: string) => NginxLayout | undefined;

/** A container of a service at the moment when nginx reads its configuration. */
export interface Container {
  files: FileSystem;
  tree: FileTree;
  image: ServiceImage;
  layout: NginxLayout;
  /** True when the image's own files are a guess. */
  guessed: boolean;
  startup: Startup;
  /** False when a build step may have changed nginx's folders in a way that nobody can tell. */
  buildUnderstood: boolean;
}

const builtImages = new WeakMap<object, Map<number, ImageTree>>();

/** The files of the image of a service, before anything is mounted. */
export function serviceImageTree(repo: Repository, service: Service, layoutOf: LayoutOf = nginxImage): ImageTree {
  const image = serviceImage(repo, service);
  if (!image.dockerfile || image.stage === null) return namedImageTree(image.facts.base, layoutOf);
  const contexts = new Map([...(service.build?.additionalContexts ?? [])].map(([name, { value }]) => [name, namedContext(value)] as const));
  const place = { repo, dockerfile: image.dockerfile, context: image.context, contexts, layoutOf };
  const made = builtImages.get(service) ?? new Map<number, ImageTree>();
  builtImages.set(service, made);
  return stageTree(place, image.stage, made);
}

function namedContext(value: string): string | null {
  return /^[\w+.-]+:/.test(value) || value.startsWith('/') ? null : value;
}

/** Builds the files of a service's container: image, mounts, then what the entry point does. */
export function buildContainer(repo: Repository, project: Project, service: Service, layoutOf: LayoutOf = nginxImage): Container {
  const image = serviceImage(repo, service);
  const built = serviceImageTree(repo, service, layoutOf);
  const guess = built.layout ?? guessedLayout(service, layoutOf);
  const files = built.layout ? built.files.clone() : withGuess(built.files, guess);
  const mounts = new Mounts(repo, project, files);
  mounts.apply(service);
  const startup = startContainer({
    files,
    layout: guess,
    image: image.facts.base,
    facts: image.facts,
    service,
    environment: containerEnvironment(service, image, guess),
    isWritable: (path) => mounts.isWritable(path),
  });
  const tree = new ContainerFileTree(files, {
    folders: nginxFolders,
    absent: mounts.absent,
    placed: [...built.placed, ...mounts.placed, ...startup.rendered],
    unsetTemplateVariables: startup.unset,
  });
  const guessed = built.layout === undefined || built.layout.folders.length === 0;
  return { files, tree, image, layout: guess, guessed, startup, buildUnderstood: built.understood };
}

function guessedLayout(service: Service, layoutOf: LayoutOf): NginxLayout {
  const named = service.image ? layoutOf(service.image.value) : undefined;
  return named ? { ...named, folders: [], start: 'writes' } : assumedLayout;
}

/** An image that nobody knows, with the files that its nginx probably has where the image says nothing else. */
function withGuess(image: FileSystem, layout: NginxLayout): FileSystem {
  const guess = namedImageTree('', () => ({ ...layout, folders: [] })).files;
  overlay(guess, '/', image.root.clone());
  return guess;
}

function overlay(files: FileSystem, path: string, folder: Folder): void {
  for (const [name, entry] of folder.entries) {
    const at = posix.join(path, name);
    const there = files.get(at);
    if (entry.type === 'folder' && there?.type === 'folder') overlay(files, at, entry);
    else files.set(at, entry);
  }
}

/** The environment that nginx's entry point sees: the image's ENV, then the service's. */
export function containerEnvironment(service: Service, image: ServiceImage, layout: NginxLayout): ContainerEnvironment {
  const values = new Map<string, string | null>([
    ['HOSTNAME', service.hostname?.uncertain ? null : (service.hostname?.value ?? null)],
    ['HOME', null],
  ]);
  for (const name of layout.start === 'official' ? officialEnvironmentNames : ['PATH']) values.set(name, null);
  for (const [name, { value }] of image.facts.env) values.set(name, value.includes('$') ? null : value);
  for (const [name, { value, uncertain }] of service.environment) {
    // A name without a value is for what the shell has that deploys.
    values.set(name, uncertain ? null : value);
  }
  return { values, complete: service.missingEnvFiles.length === 0 && layout.folders.length > 0 };
}

class Mounts {
  readonly placed: PlacedFile[] = [];
  readonly absent: FileTree['absent'] = [];
  readonly #repo: Repository;
  readonly #project: Project;
  readonly #files: FileSystem;
  readonly #access: { target: string; readOnly: boolean }[] = [];

  constructor(repo: Repository, project: Project, files: FileSystem) {
    this.#repo = repo;
    this.#project = project;
    this.#files = files;
  }

  /** Puts every mount in its place. The engine mounts outer targets before inner ones, in whatever order they are written. */
  apply(service: Service): void {
    const steps: { target: string; run: () => void }[] = [];
    for (const mount of this.#inherited(service, 0)) steps.push({ target: mount.target, run: () => this.#mount(mount) });
    for (const mount of service.volumes) steps.push({ target: mount.target, run: () => this.#mount(mount) });
    for (const { value } of service.tmpfs) {
      const target = value.split(':', 1)[0] as string;
      steps.push({ target, run: () => this.#files.set(target, new Folder(true)) });
    }
    for (const mount of service.configs) steps.push({ target: mount.target, run: () => this.#object(mount, 'config') });
    for (const mount of service.secrets) steps.push({ target: mount.target, run: () => this.#object(mount, 'secret') });
    steps.sort((a, b) => depth(a.target) - depth(b.target));
    for (const { run } of steps) run();
  }

  isWritable(path: string): boolean {
    const real = this.#files.real(path);
    let nearest: { target: string; readOnly: boolean } | undefined;
    for (const access of this.#access) {
      const holds = real === access.target || real.startsWith(`${access.target === '/' ? '' : access.target}/`);
      if (holds && (!nearest || access.target.length >= nearest.target.length)) nearest = access;
    }
    return !nearest?.readOnly;
  }

  /** `volumes_from`: the mounts of another service of the project, and those that it takes over itself. */
  #inherited(service: Service, hops: number): Mount[] {
    if (hops > 8) return [];
    return service.volumesFrom.flatMap(({ value }) => {
      const [name, mode] = value.split(':');
      const from = this.#project.services.find((candidate) => candidate.name === name);
      if (!from) return [];
      const mounts = [...this.#inherited(from, hops + 1), ...from.volumes];
      return mode === 'ro' ? mounts.map((mount) => ({ ...mount, readOnly: true })) : mounts;
    });
  }

  #mount(mount: Mount): void {
    const target = posix.resolve('/', mount.target);
    this.#access.push({ target, readOnly: mount.readOnly });
    if (mount.type === 'bind') this.#bind(mount, target);
    else if (mount.type === 'tmpfs') this.#files.set(target, new Folder(true));
    else {
      // A volume is filled from the image when it is made; what it holds later nobody knows.
      const seed = this.#files.get(target);
      if (mount.type === 'volume' && seed?.type === 'folder') seed.complete = false;
      else this.#files.set(target, new Folder(false));
      this.absent.push({ target, at: mount.at, source: mount.source, kind: 'volume' });
    }
  }

  #bind(mount: Mount, target: string): void {
    const entry = mount.source === null ? undefined : repositoryEntry(this.#repo, mount.source || '.');
    if (entry) {
      this.#files.set(target, mount.uncertain ? guess(entry) : entry);
      this.placed.push({ source: mount.source as string, target, at: mount.at, by: 'mount', ...(mount.uncertain && { uncertain: true }) });
      return;
    }
    const outside = mount.source === null || mount.uncertain;
    this.#missing(target, mount.at, mount.outside ?? mount.source, outside ? 'outside' : 'missing');
  }

  #missing(target: string, at: Location, source: string | null, kind: FileTree['absent'][number]['kind']): void {
    this.#files.set(target, unknownAt(target));
    const made = kind === 'missing' && source !== null && isMadeAtDeploy(this.#repo, source);
    this.absent.push({ target, at, source, kind, ...(made && { made }) });
  }

  #object(mount: FileMount, by: 'config' | 'secret'): void {
    const object = (by === 'config' ? this.#project.configs : this.#project.secrets).get(mount.source);
    const target = posix.resolve('/', mount.target);
    this.#access.push({ target, readOnly: true });
    if (object?.content) {
      const { value, at, uncertain } = object.content;
      const file = sourceFile(new EmbeddedSource(this.#repo.source(at.file), at, value));
      this.#files.set(target, uncertain ? guess(file) : file);
      this.placed.push({ source: at.file, target, at: mount.at, by });
      return;
    }
    const path = object?.file?.value;
    const entry = path === undefined ? undefined : repositoryEntry(this.#repo, path);
    const uncertain = object?.file?.uncertain === true;
    if (entry && path !== undefined) {
      this.#files.set(target, uncertain ? guess(entry) : entry);
      this.placed.push({ source: path, target, at: mount.at, by, ...(uncertain && { uncertain }) });
    } else this.#missing(target, mount.at, path ?? null, fileObjectKind(object));
  }
}

/** Names of what nobody commits, or that a tool makes: keys and certificates, password files, parameters for key exchange. */
const keptOutside =
  /\.(?:pem|crt|cer|cert|key|csr|p12|pfx|jks|htpasswd)$|(?:^|[/._-])(?:htpasswd|passwd|dhparams?|dh\d*|certs?|ssl|tls|letsencrypt|secrets?|private)(?:[/._-]|\d*$)/i;
const sampleEndings = [
  '.example',
  '.sample',
  '.dist',
  '.template',
  '.tmpl',
  '.tpl',
  '.default',
  '-example',
  '-sample',
  '-dist',
  '.j2',
  '.in',
];

function isMadeAtDeploy(repo: Repository, source: string): boolean {
  if (keptOutside.test(source)) return true;
  const folder = posix.dirname(source);
  if (folder !== '.' && repo.kind(folder) !== 'directory') return true;
  const { dir, name, ext } = posix.parse(source);
  const samples = sampleEndings.flatMap((ending) => [`${source}${ending}`, posix.join(dir, `${name}${ending}${ext}`)]);
  return samples.some((sample) => repo.kind(sample) === 'file');
}

function fileObjectKind(object: FileObject | undefined): FileTree['absent'][number]['kind'] {
  return object?.file ? 'missing' : 'external';
}

/** The same files, of which nobody knows whether they are the ones: a variable that nothing sets for certain names them. */
function guess(entry: Entry): Entry {
  if (entry.type === 'file') return { ...entry, guess: true };
  if (entry.type !== 'folder') return entry;
  return new Folder(false, () => [...entry.entries].map(([name, child]) => [name, guess(child)] as [string, Entry]));
}

/** What stands at a target whose source isn't here: a file by its name, else a folder. */
function unknownAt(target: string): Entry {
  return /\.[a-z0-9]{1,9}$/i.test(posix.basename(target)) && !/\.d$/.test(target) ? { type: 'unknown' } : new Folder(false);
}

function depth(target: string): number {
  return posix.resolve('/', target).split('/').filter(Boolean).length;
}
