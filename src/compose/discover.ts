/** Which compose projects a repository has: by Compose's own rules for each folder, and by what else looks like a compose file. */
import type { Repository } from '../core/repository.ts';
import { isComplete, missingServices, type Outline, outlineOf, together } from './complete.ts';
import { parseDotenv } from './dotenv.ts';
import { folderOf, inFolder, repositoryPath } from './repository-path.ts';

/** The files of one project, to be merged in this order. */
export interface ProjectFiles {
  /** Where relative paths and `.env` are looked for: the folder of the first file; '' is the repository's top. */
  directory: string;
  files: string[];
  /** The file that makes this a project beside the folder's default one, alone or on top of it; null for the default one. */
  variant: string | null;
}

/** Compose's order of preference. */
export const defaultNames = ['compose.yaml', 'compose.yml', 'docker-compose.yml', 'docker-compose.yaml'];
export const overrideNames = [
  'compose.override.yml',
  'compose.override.yaml',
  'docker-compose.override.yml',
  'docker-compose.override.yaml',
];

const ownNames = new Set([...defaultNames, ...overrideNames]);
/** Cheaper than parsing every YAML file: most have no such line. */
const hasServices = /^["']?(?:services|include)["']?[ \t]*:/m;
const composeName = /compose/i;
/** A name that says that other files are laid on top of this one. */
const baseName = /(?:^|[.\-_])(?:base|common|core|shared)(?:[.\-_]|$)/i;

/** The project of an explicit list of files, as `docker compose -f A -f B`: no override file joins. */
export function explicitProject(files: string[]): ProjectFiles {
  return { directory: folderOf(files[0] ?? ''), files, variant: null };
}

/** All projects, in the order of their folders and files. */
export function discoverProjects(repository: Repository): ProjectFiles[] {
  const folders = candidatesByFolder(repository);
  const search = new Search(repository, folders);
  const projects = [...folders.keys()].sort().flatMap((folder) => search.projectsOf(folder));
  return projects.length > 0 ? projects : parentProject(repository);
}

/** Compose looks upwards from where it is started. */
function parentProject(repository: Repository): ProjectFiles[] {
  for (let folder = repository.scope; folder !== ''; ) {
    folder = folderOf(folder);
    const project = defaultProject(repository, folder);
    if (project !== undefined) return [project];
  }
  return [];
}

function candidatesByFolder(repository: Repository): Map<string, string[]> {
  const folders = new Map<string, string[]>();
  for (const file of repository.files()) {
    if (!/\.ya?ml$/i.test(file) || !mayBeCompose(repository, file)) continue;
    const folder = folderOf(file);
    const files = folders.get(folder);
    if (files === undefined) folders.set(folder, [file]);
    else files.push(file);
  }
  return folders;
}

function mayBeCompose(repository: Repository, file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return ownNames.has(name) || hasServices.test(repository.source(file)?.text ?? '');
}

function defaultProject(repository: Repository, folder: string): ProjectFiles | undefined {
  const named = composeFileVariable(repository, folder);
  if (named !== undefined) return { directory: folderOf(named[0] as string), files: named, variant: null };
  const first = (names: string[]): string | undefined =>
    names.map((name) => inFolder(folder, name)).find((file) => repository.kind(file) === 'file');
  const base = first(defaultNames);
  if (base === undefined) return undefined;
  const override = first(overrideNames);
  return { directory: folder, files: override === undefined ? [base] : [base, override], variant: null };
}

/** COMPOSE_FILE of the folder's `.env`, where all that it names is in the repository. */
function composeFileVariable(repository: Repository, folder: string): string[] | undefined {
  const source = repository.source(inFolder(folder, '.env'));
  if (source === undefined || !source.text.includes('COMPOSE_FILE')) return undefined;
  const { values } = parseDotenv(source, () => undefined);
  const list = values.get('COMPOSE_FILE')?.value;
  if (list === undefined || list === '') return undefined;
  const separator = values.get('COMPOSE_PATH_SEPARATOR')?.value || (list.includes(';') ? ';' : ':');
  const files = list.split(separator).map((path) => repositoryPath(folder, path));
  return files.every((file) => file !== null && repository.kind(file) === 'file') ? (files as string[]) : undefined;
}

class Search {
  readonly #repository: Repository;
  readonly #folders: Map<string, string[]>;
  readonly #outlines = new Map<string, Outline | undefined>();
  /** Files that another file includes or extends from: parts, not projects. */
  readonly #parts = new Set<string>();

  constructor(repository: Repository, folders: Map<string, string[]>) {
    this.#repository = repository;
    this.#folders = folders;
    for (const file of [...folders.values()].flat()) {
      for (const part of this.#outline(file)?.uses ?? []) if (part !== file) this.#parts.add(part);
    }
  }

  projectsOf(folder: string): ProjectFiles[] {
    const base = this.#defaultProject(folder);
    const used = new Set(base?.files);
    const others = (this.#folders.get(folder) ?? []).filter((file) => !used.has(file) && this.#isCandidate(file));
    const variants = others.flatMap((file) => {
      const files = base === undefined ? this.#withoutBase(file, others) : this.#besideBase(file, base, others);
      return files === undefined ? [] : [{ directory: folderOf(files[0] as string), files, variant: file }];
    });
    return base === undefined || this.#isOnlyBase(base, variants) ? variants : [base, ...variants];
  }

  /** Some service of the default file has no image of its own, and a variant gives it one: nobody starts the default file alone. */
  #isOnlyBase({ files: [file = '', ...more] }: ProjectFiles, variants: ProjectFiles[]): boolean {
    const outline = more.length === 0 ? this.#outline(file) : undefined;
    const lacking = [...(outline?.services ?? [])].filter((name) => !outline?.defined.has(name));
    return (
      lacking.length > 0 &&
      variants.some(({ files }) => files[0] === file && lacking.some((name) => this.#outline(files.at(-1) ?? '')?.defined.has(name)))
    );
  }

  /** A default file that another one includes is a part of that when it can't stand alone. */
  #defaultProject(folder: string): ProjectFiles | undefined {
    const project = defaultProject(this.#repository, folder);
    const [file = ''] = project?.files ?? [];
    const outline = this.#parts.has(file) ? this.#outline(file) : undefined;
    return outline !== undefined && !isComplete(outline) ? undefined : project;
  }

  #isCandidate(file: string): boolean {
    const name = file.slice(file.lastIndexOf('/') + 1);
    if (ownNames.has(name) || this.#parts.has(file)) return false;
    return this.#outline(file)?.plausible === true;
  }

  #outline(file: string): Outline | undefined {
    if (!this.#outlines.has(file)) this.#outlines.set(file, outlineOf(this.#repository, file, folderOf(file)));
    return this.#outlines.get(file);
  }

  /**
   * A full copy for another purpose stands alone: it is complete, and repeats more than half of the base's services. All else is laid
   * on top of the base without its override file, as `-f base -f file` does: what changes a few services needs the others, and what
   * only adds services usually talks to those of the base.
   */
  #besideBase(file: string, base: ProjectFiles, others: string[]): string[] | undefined {
    const own = this.#outline(file) as Outline;
    const under = this.#outline(base.files[0] as string);
    if (under === undefined) return isComplete(own) ? [file] : undefined;
    if (isComplete(own) && (isCopy(own, under) || !composeName.test(file))) return [file];
    return this.#completed(own, [base.files[0] as string], under, others) ?? (isComplete(own) ? [file] : undefined);
  }

  #withoutBase(file: string, others: string[]): string[] | undefined {
    const own = this.#outline(file) as Outline;
    if (isComplete(own)) return [file];
    for (const base of [...this.#namedBases(file, others), ...this.#parentBases(file)]) {
      const under = this.#outline(base);
      const files = under && this.#completed(own, [base], under, others);
      if (files !== undefined) return files;
    }
    const whole = others.filter((other) => other !== file && isComplete(this.#outline(other) as Outline));
    const [only] = whole.filter((other) => missingServices(own, this.#outline(other)).length === 0);
    return only === undefined ? undefined : [only, file];
  }

  #namedBases(file: string, others: string[]): string[] {
    return others.filter((other) => other !== file && baseName.test(other.slice(other.lastIndexOf('/') + 1)));
  }

  /** The default files of the folders above, nearest first. */
  #parentBases(file: string): string[] {
    const bases: string[] = [];
    for (let folder = folderOf(file); folder !== ''; ) {
      folder = folderOf(folder);
      const base = defaultProject(this.#repository, folder)?.files[0];
      if (base !== undefined) bases.push(base);
    }
    return bases;
  }

  /** The base, what of its other variants the file needs besides it, and the file; undefined when something is still missing. */
  #completed(own: Outline, base: string[], under: Outline, others: string[]): string[] | undefined {
    const files = [...base];
    let whole = under;
    for (let step = 0; step < 3 && !isComplete(own, whole); step++) {
      const missing = missingServices(own, whole);
      const helper = others.find((other) => {
        const outline = this.#outline(other);
        return other !== own.file && !files.includes(other) && outline !== undefined && missing.some((name) => outline.defined.has(name));
      });
      if (helper === undefined) break;
      whole = together(whole, this.#outline(helper) as Outline);
      files.push(helper);
    }
    return missingServices(own, whole).length === 0 ? [...files, own.file] : undefined;
  }
}

function isCopy(own: Outline, base: Outline): boolean {
  const repeated = [...base.services].filter((name) => own.services.has(name));
  return repeated.length * 2 > base.services.size && repeated.every((name) => base.defined.has(name));
}
