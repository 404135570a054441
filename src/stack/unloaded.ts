import { posix } from 'node:path';
import type { Project } from '../compose/model.ts';
import type { Repository } from '../core/repository.ts';
import { debianLayout } from '../docker/nginx-layouts.ts';
import type { NginxConfig, Route } from '../nginx/model.ts';
import { loadNginxConfig } from '../nginx/routes.ts';
import { type ConfigLevel, handsOn, hasTags, isWhole, levelOf, looksLikeNginx, withoutTags } from './config-text.ts';
import { imageFile, repositoryEntry } from './content.ts';
import { editedFile } from './edited.ts';
import { type FileSystem, Folder } from './file-system.ts';
import { ContainerFileTree } from './file-tree.ts';
import { namedImageTree, nginxFolders } from './image-tree.ts';
import type { NginxInstance, Stack } from './model.ts';
import { writtenFor } from './written-for.ts';

/** Folders whose files one nginx reads together. */
const together = /^(conf\.d|http\.d|sites-enabled|servers|vhosts(\.d)?|stream\.d)$/;
/** Folders that lie in nginx's own folder. */
const insideNginx =
  /^(conf\.d|http\.d|sites-enabled|sites-available|sites|servers|vhosts?(\.d)?|stream\.d|snippets|includes?|templates|locations|upstreams)$/;
/** Names of files that another tool, or a person, turns into configuration. */
const unfinished = /\.(example|sample|dist|tmpl|tpl|template|j2|jinja2?|erb|ctmpl|mustache|in|bak|old|orig|disabled|default)$/i;
/** Files that nobody loads any more, or that belong to another way of running the project than the one that the compose files show. */
const occasional =
  /\.(bak|old|orig|disabled|save)$|(^|[._-])(dev|develop|development|local|localhost|test|tests|testing|stage|staging|debug|ci|k8s|kubernetes|heroku|vagrant)([._-]|$)/i;
/** Folders of files that tests read: many are wrong on purpose. */
const forTests = /(?:^|\/)(?:tests?|__tests__|testdata|test[-_]data|fixtures?|__fixtures__|specs?)\//i;
const configName =
  /(\.(conf|nginx|vhost)(\.[\w-]{1,20}){0,3}$)|(_conf\.[\w-]+$)|(^|\/)(nginx|default)$|(^|\/)(sites-available|sites-enabled|conf\.d|http\.d|nginx(\/[\w.-]+)?)\/[^/]+$/i;
const notConfig =
  /\.(ya?ml|json|md|txt|sh|py|js|ts|html?|css|lock|toml|env|png|jpe?g|svg|ico|crt|key|pem|go|rb|php|java|xml|Dockerfile)$|(^|\/)(Dockerfile|Makefile)/i;
const manifest = /\.ya?ml$|(^|\/)(Chart\.yaml|skaffold\.yaml|fly\.toml)$/i;
const mostCandidates = 5000;
/** Where the main file stands that takes in files which have none. */
const assumedMain = '/etc/nginx/.nginx-gate/nginx.conf';

/** A repository file that reads as nginx configuration. */
interface Candidate {
  file: string;
  /** Counts the candidates as they are found. */
  order: number;
  text: string;
  level: ConfigLevel;
  defines: Set<string>;
  passesTo: Set<string>;
}

/** The nginx configuration files of a repository that none of the given stacks reads. */
export function unloadedFiles(repo: Repository, stacks: readonly Stack[]): string[] {
  const read = new Set(stacks.flatMap((stack) => stack.config.files.map((file) => file.origin)));
  const found: string[] = [];
  for (const file of repo.files()) {
    if (found.length >= mostCandidates) break;
    if (read.has(file) || !configName.test(file) || notConfig.test(file)) continue;
    const text = repo.source(file)?.text;
    if (text !== undefined && looksLikeNginx(text) && (handsOn(text) || isWhole(text))) found.push(file);
  }
  return found;
}

/** Stacks for configurations that no service loads: of an nginx on a host, of another tool, or of nobody. */
export function unloadedStacks(repo: Repository, stacks: readonly Stack[], projects: readonly Project[]): Stack[] {
  return new UnloadedReader(repo, stacks, projects).read();
}

/** The stack of an nginx on a host whose main file (or a file of `server` blocks) the user named. */
export function namedStack(repo: Repository, file: string, projects: readonly Project[]): Stack {
  const stack = new UnloadedReader(repo, [], projects).named(file);
  stack.nginx.assumed = false;
  stack.nginx.unfinished = false;
  return stack;
}

class UnloadedReader {
  readonly #repo: Repository;
  readonly #stacks: readonly Stack[];
  readonly #projects: readonly Project[];
  readonly #candidates = new Map<string, Candidate>();
  #composeAlone: boolean | undefined;
  #byName: ByName | undefined;

  constructor(repo: Repository, stacks: readonly Stack[], projects: readonly Project[]) {
    this.#repo = repo;
    this.#stacks = stacks;
    this.#projects = projects;
  }

  read(): Stack[] {
    const left = new Set(unloadedFiles(this.#repo, this.#stacks));
    for (const file of left) this.#candidate(file);
    for (const { config } of this.#stacks) for (const { origin } of config.files) if (origin !== null) this.#candidate(origin);
    const made: Stack[] = [];
    for (const files of this.#groups(left)) {
      const remaining = files.filter((file) => left.has(file));
      if (remaining.length === 0) continue;
      const stack = this.#stack(remaining);
      for (const file of remaining) left.delete(file);
      for (const { origin } of stack.config.files) if (origin !== null) left.delete(origin);
      if (stack.config.routes.length > 0 || this.#servesFiles(stack)) made.push(stack);
    }
    return made;
  }

  /** A whole configuration that hands nothing on, where no project could say what it is for: a site of plain files. */
  #servesFiles({ project, nginx, config }: Stack): boolean {
    return project === null && !nginx.unfinished && config.files.some(({ text }) => isWhole(text));
  }

  named(file: string): Stack {
    return this.#stack([file]);
  }

  #candidate(file: string): Candidate | undefined {
    const known = this.#candidates.get(file);
    if (known) return known;
    const text = this.#repo.source(file)?.text;
    if (text === undefined) return undefined;
    const names = (pattern: RegExp) => new Set([...text.matchAll(pattern)].map((match) => match[1] as string));
    const candidate: Candidate = {
      file,
      order: this.#candidates.size,
      text,
      level: levelOf(hasTags(text) ? withoutTags(text) : text),
      defines: names(/(?:^|[\s;{}])upstream[ \t]+([^\s{};]+)[ \t\r\n]*\{/g),
      passesTo: names(/_pass[ \t]+(?:\w+:\/\/)?([\w.-]+)/g),
    };
    this.#candidates.set(file, candidate);
    this.#byName = undefined;
    return candidate;
  }

  /** Whole configurations first, as they read others; then files that are read together; then each alone. */
  #groups(files: Set<string>): string[][] {
    const level = (file: string) => this.#candidate(file)?.level;
    const mains = [...files].filter((file) => level(file) === 'main');
    const folders = new Map<string, string[]>();
    const alone: string[] = [];
    for (const file of files) {
      const folder = posix.dirname(file);
      const finished = !unfinished.test(file);
      if ((level(file) === 'http' || level(file) === 'stream') && finished && together.test(posix.basename(folder))) {
        folders.set(folder, [...(folders.get(folder) ?? []), file]);
      } else if (level(file) !== 'main') alone.push(file);
    }
    const rank = { main: 0, http: 1, stream: 1, server: 2, location: 3 };
    alone.sort((a, b) => rank[level(a) ?? 'location'] - rank[level(b) ?? 'location']);
    return [...mains.map((file) => [file]), ...folders.values(), ...alone.map((file) => [file])];
  }

  #stack(files: string[]): Stack {
    const [first] = files as [string];
    const folder = posix.dirname(first) === '.' ? '' : posix.dirname(first);
    const above = insideNginx.test(posix.basename(folder));
    const base = above ? (posix.dirname(folder) === '.' ? '' : posix.dirname(folder)) : folder;
    const system = hostFiles(this.#repo, base);
    const pathOf = (file: string) => {
      const path = `/etc/nginx/${posix.relative(base || '.', file)}`;
      return path.includes('/../') ? `/etc/nginx/.beside/${file}` : path;
    };
    const helpers = this.#helpers(files);
    for (const file of [...files, ...helpers]) this.#put(system, pathOf(file), file);
    const whole = this.#candidate(first)?.level === 'main';
    const main = whole ? pathOf(first) : assumedMain;
    if (!whole) system.set(main, imageFile(this.#wrapper(files, helpers, pathOf)));
    const tree = new ContainerFileTree(system, { folders: nginxFolders, absent: [], placed: [], unsetTemplateVariables: [] });
    const config = loadNginxConfig(tree, main, { prefix: '/etc/nginx', unprivileged: false });
    return this.#assemble(files, tree, main, config, helpers);
  }

  #put(system: FileSystem, path: string, file: string): void {
    const entry = repositoryEntry(this.#repo, file);
    if (entry?.type !== 'file') return;
    const text = entry.content.text();
    // A byte order mark is a fault that nginx itself tells; here it would only hide the first directive.
    const readable = (hasTags(text) ? withoutTags(text) : text).replace(/^\uFEFF/, ' ');
    system.set(path, readable === text ? entry : editedFile(entry.content, readable, entry.mode));
  }

  #wrapper(files: string[], helpers: string[], pathOf: (file: string) => string): string {
    const http: string[] = [];
    const stream: string[] = [];
    for (const file of [...helpers, ...files]) {
      const include = `include "${pathOf(file)}";`;
      const level = this.#candidate(file)?.level;
      if (level === 'stream') stream.push(include);
      else if (level === 'server') http.push(`server { ${include} }`);
      else if (level === 'location') http.push(`server { location / { ${include} } }`);
      else http.push(include);
    }
    const block = (name: string, lines: string[]) => (lines.length === 0 ? '' : `${name} {\n${lines.join('\n')}\n}\n`);
    return `events { }\n${block('http', http)}${block('stream', stream)}`;
  }

  /** Other files that define the upstreams that these hand on to, or that hand on to the upstreams that these define. */
  #helpers(files: string[]): string[] {
    const own = files.map((file) => this.#candidate(file)).filter((candidate) => candidate !== undefined);
    if (own.some(({ level }) => level === 'main')) return [];
    const defines = new Set(own.flatMap((candidate) => [...candidate.defines]));
    const wanted = new Set(own.flatMap((candidate) => [...candidate.passesTo]).filter((name) => !defines.has(name)));
    const hands = own.some(({ passesTo }) => passesTo.size > 0);
    const near = this.#related(defines, wanted, hands)
      .filter(({ file, level }) => !files.includes(file) && level !== 'main' && nearBy(file, files[0] as string))
      .sort((a, b) => distance(a.file, files[0] as string) - distance(b.file, files[0] as string));
    const helpers: string[] = [];
    for (const candidate of near) {
      const gives = [...candidate.defines].some((name) => wanted.has(name)) && ![...candidate.defines].some((name) => defines.has(name));
      const uses =
        !hands && [...candidate.passesTo].some((name) => defines.has(name)) && ![...candidate.defines].some((name) => defines.has(name));
      if (!gives && !uses) continue;
      helpers.push(candidate.file);
      for (const name of candidate.defines) {
        wanted.delete(name);
        defines.add(name);
      }
    }
    return helpers;
  }

  /** The files that define or hand on to such names, and those that go with them, in the order in which they were found. */
  #related(defines: ReadonlySet<string>, wanted: ReadonlySet<string>, hands: boolean): Candidate[] {
    this.#byName ??= namesOf(this.#candidates.values());
    const { definers, users } = this.#byName;
    const found = new Set<Candidate>();
    for (const name of wanted) for (const candidate of definers.get(name) ?? []) found.add(candidate);
    const open = hands ? [] : [...defines];
    const asked = new Set(open);
    for (let name = open.pop(); name !== undefined; name = open.pop()) {
      for (const candidate of users.get(name) ?? []) {
        if (found.has(candidate)) continue;
        found.add(candidate);
        for (const other of candidate.defines) if (!asked.has(other)) open.push(other);
        for (const other of candidate.defines) asked.add(other);
      }
    }
    return [...found].sort((a, b) => a.order - b.order);
  }

  #assemble(files: string[], tree: ContainerFileTree, main: string, config: NginxConfig, helpers: string[]): Stack {
    const beside = new Set(helpers);
    const concerns = (route: Route) =>
      !beside.has(route.directive.file.origin ?? '') || route.endpoints.some(({ at }) => files.includes(at.file));
    const routes = config.routes.filter(concerns);
    const [first] = files as [string];
    const project = this.#projectOf(first);
    const below = (file: string) => (project?.directory ? file.slice(project.directory.length + 1) : file);
    const vague = files.some((file) => unfinished.test(file) || forTests.test(below(file)) || hasTags(this.#candidate(file)?.text ?? ''));
    const written = project && writtenFor(first, project, this.#stacks, this.#repo);
    const owner = written ? written.stack : project && this.#owner(project, first);
    const service = written?.service ?? owner?.nginx.service ?? null;
    const nginx: NginxInstance = {
      kind: service ? 'service' : 'host',
      service,
      image: owner?.nginx.image ?? null,
      imageFacts: owner?.nginx.imageFacts ?? null,
      main,
      mainStandsIn: false,
      prefix: '/etc/nginx',
      tree,
      treeKnown: false,
      assumed: true,
      writtenFor: files.some((file) => occasional.test(posix.basename(file))) ? null : (written?.evidence ?? this.#byNames()),
      sharesContainer: owner?.nginx.sharesContainer ?? service !== null,
      startsOthers: owner?.nginx.startsOthers ?? false,
      unfinished: vague,
      unprivileged: false,
    };
    return {
      name: project?.name ?? posix.basename(first),
      directory: posix.dirname(first) === '.' ? '' : posix.dirname(first),
      project,
      variants: project ? this.#projects.filter(({ directory }) => directory === project.directory) : [],
      nginx,
      // The blocks around these files are a guess, so only what is wrong wherever it stands is told.
      config: { ...config, routes, problems: vague ? [] : config.problems.filter(({ check }) => check === 'syntax'), missingIncludes: [] },
      routes: [],
      unused: [],
    };
  }

  /** Names of services mean the compose project where nothing else in the repository has services by such names: no Kubernetes, no second project. */
  #byNames(): 'names' | null {
    this.#composeAlone ??=
      new Set(this.#projects.map(({ directory }) => directory)).size === 1 &&
      !this.#repo
        .files()
        .slice(0, mostCandidates)
        .some((file) => manifest.test(file) && /^kind:\s*\w/m.test(this.#repo.source(file)?.text ?? ''));
    return this.#composeAlone ? 'names' : null;
  }

  /** Of several projects in one folder, the one with the service that the file was written for, else the one that has most of the names. */
  #projectOf(file: string): Project | null {
    const nearest = nearestProject(this.#projects, file);
    if (nearest === null) return null;
    const beside = this.#projects.filter(({ directory }) => directory === nearest.directory);
    if (beside.length === 1) return nearest;
    const wanted = this.#candidate(file)?.passesTo ?? new Set();
    const names = (project: Project): number => project.services.filter(({ name }) => wanted.has(name)).length;
    const pairing = (project: Project): number => (writtenFor(file, project, this.#stacks, this.#repo)?.evidence === 'strong' ? 1 : 0);
    const rank = (project: Project): number => names(project) * 2 + pairing(project);
    return beside.reduce((best, project) => (rank(project) > rank(best) ? project : best), nearest);
  }

  /** The nginx service that this file was written for: one that has it among its files, or in its build context, or that reads its neighbours. */
  #owner(project: Project, file: string): Stack | undefined {
    const folder = posix.dirname(file);
    const holds = ({ source }: { source: string }) => source === file || file.startsWith(`${source}/`);
    const own = this.#stacks.filter((stack) => stack.project === project && stack.nginx.service !== null);
    return (
      own.find(({ nginx }) => nginx.tree.placed.some(holds)) ??
      own.find(({ config }) => config.files.some(({ origin }) => origin !== null && posix.dirname(origin) === folder)) ??
      own.find(({ nginx }) => {
        const context = nginx.service?.build?.context?.value;
        return context !== undefined && context !== '' && file.startsWith(`${context}/`);
      })
    );
  }
}

interface ByName {
  /** By the name of an upstream that they define. */
  definers: Map<string, Candidate[]>;
  /** By the name that they hand on to. */
  users: Map<string, Candidate[]>;
}

function namesOf(candidates: Iterable<Candidate>): ByName {
  const names: ByName = { definers: new Map(), users: new Map() };
  const add = (map: Map<string, Candidate[]>, name: string, candidate: Candidate) => {
    const known = map.get(name);
    if (known) known.push(candidate);
    else map.set(name, [candidate]);
  };
  for (const candidate of candidates) {
    for (const name of candidate.defines) add(names.definers, name, candidate);
    for (const name of candidate.passesTo) add(names.users, name, candidate);
  }
  return names;
}

/** The files of an nginx on a host, of which only a folder of the repository is known. */
function hostFiles(repo: Repository, folder: string): FileSystem {
  const files = namedImageTree('', () => ({ ...debianLayout, folders: [] })).files;
  files.set('/etc/nginx/sites-enabled', new Folder(false));
  files.set('/etc/nginx/sites-available', new Folder(false));
  files.folder('/etc/nginx').complete = false;
  for (const [name, child] of folderOf(repo, folder).clone().entries) if (name !== '.git') files.set(`/etc/nginx/${name}`, child);
  return files;
}

/** A folder with hundreds of files of which each is a stack of its own is read once. */
const folders = new WeakMap<Repository, Map<string, Folder>>();

function folderOf(repo: Repository, path: string): Folder {
  const known = folders.get(repo) ?? new Map<string, Folder>();
  folders.set(repo, known);
  let folder = known.get(path);
  if (folder === undefined) {
    const entry = repositoryEntry(repo, path || '.');
    folder = entry?.type === 'folder' ? entry : new Folder(false);
    // Looked at before it is copied, else each copy would read it again.
    folder.read();
    known.set(path, folder);
  }
  return folder;
}

/** The project that a file belongs to: of the nearest folder above it, else the only one of the repository. */
export function nearestProject(projects: readonly Project[], file: string): Project | null {
  let nearest: Project | null = null;
  for (const project of projects) {
    const inside = project.directory === '' || file.startsWith(`${project.directory}/`);
    if (!inside) continue;
    const deeper = nearest === null || project.directory.length > nearest.directory.length;
    const readable = nearest?.directory === project.directory && nearest.services.length === 0 && project.services.length > 0;
    if (deeper || readable) nearest = project;
  }
  if (nearest) return nearest;
  const folders = new Set(projects.map(({ directory }) => directory));
  return folders.size === 1 ? (projects[0] ?? null) : null;
}

function nearBy(a: string, b: string): boolean {
  return distance(a, b) <= 3;
}

/** Steps from one file's folder to the other's. */
function distance(a: string, b: string): number {
  return posix.relative(posix.dirname(a), posix.dirname(b)).split('/').filter(Boolean).length;
}
