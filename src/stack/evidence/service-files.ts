/** From a path in a service's container to the repository file that lies there, as far as mounts and COPY lines tell. */
import { posix } from 'node:path';
import type { Service } from '../../compose/model.ts';
import type { Repository } from '../../core/repository.ts';
import type { Source } from '../../core/source.ts';
import type { Dockerfile, ImageFacts, Instruction, Stage } from '../../docker/model.ts';

/** What is known of the image that a service runs: from its Dockerfile, or from `image`. */
export interface ServiceImage {
  facts: ImageFacts | null;
  dockerfile: Dockerfile | null;
  /** Index of the stage that runs; null without a Dockerfile. */
  stage: number | null;
}

const deepestStage = 8;
const largestScript = 256 * 1024;

export class ServiceFiles {
  readonly #repository: Repository;
  readonly #service: Service;
  readonly #image: ServiceImage | null;

  constructor(repository: Repository, service: Service, image: ServiceImage | null) {
    this.#repository = repository;
    this.#service = service;
    this.#image = image;
  }

  /** The folder that a relative path starts from. */
  get workdir(): string {
    return this.#service.workingDir?.value ?? this.#image?.facts?.workdir ?? '/';
  }

  /** The image that the service's own one is built from at last, else the image itself; null where nobody knows it. */
  get base(): string | null {
    return this.#image?.facts?.base ?? this.#service.image?.value ?? null;
  }

  /** The repository folder that the image is built from; null without a build. */
  get context(): string | null {
    return this.#service.build?.context?.value ?? null;
  }

  /** Where the service's own source may lie: its build context, else a folder beside the compose file that is called like it. */
  sourceFolders(): string[] {
    if (this.context !== null) return [this.#contextFrom(this.context)];
    const beside = posix.dirname(this.#service.at.file);
    const named = [posix.join(beside, this.#service.name), this.#service.name];
    return [...new Set(named)].filter((folder) => this.#repository.kind(folder) === 'directory').slice(0, 1);
  }

  /**
   * A context that is not where the compose file names it, but is there from a folder further up: the file is used with
   * `--project-directory`, or copied up before the deploy.
   */
  #contextFrom(context: string): string {
    const own = posix.dirname(this.#service.at.file);
    const written = posix.relative(own, context || '.');
    if (this.#repository.kind(context || '.') === 'directory' || written === '' || written.startsWith('..')) return context;
    for (let folder = own; folder !== '.'; ) {
      folder = posix.dirname(folder);
      const place = posix.join(folder, written);
      if (this.#repository.kind(place) === 'directory') return place;
    }
    return context;
  }

  /** The repository paths that may lie at a path of the container; the surest first. */
  places(path: string): string[] {
    const full = posix.resolve(this.workdir, path);
    const mounted = this.#mounted(full);
    if (mounted !== undefined) return mounted === null ? [] : [mounted];
    const stage = this.#image?.stage ?? null;
    const copied = stage === null ? [] : this.#copied(full, stage, 0);
    return [...new Set(copied)];
  }

  /** The text of the file at a path of the container. */
  read(path: string): Source | undefined {
    for (const place of this.places(path)) {
      const source = this.readPlace(place);
      if (source !== undefined) return source;
    }
    return undefined;
  }

  /** The text of a program that is a script: a bare name is looked for on the image's PATH. */
  program(name: string): Source | undefined {
    if (name.includes('/')) return this.read(name);
    const path = this.#image?.facts?.env.get('PATH')?.value ?? '';
    const folders = [...path.split(':'), '/usr/local/bin', '/usr/bin', '/bin', '/usr/local/sbin'];
    for (const folder of ['.', ...folders.filter((entry) => entry.startsWith('/')).slice(0, 20)]) {
      const source = this.read(`${folder}/${name}`);
      if (source !== undefined) return source;
    }
    return undefined;
  }

  /**
   * Whether a program may be one that the repository builds itself: it lies where no package manager puts a program, or the
   * Dockerfile compiles or copies something of that name.
   */
  isOwnProgram(path: string): boolean {
    const name = path.slice(path.lastIndexOf('/') + 1);
    if (path.includes('/') && !/(?:^|[/.])s?bin$/.test(posix.dirname(path)) && !name.includes('.')) return true;
    const built = new RegExp(`(?:\\s-o[ =]?|/)${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}(?=[\\s"']|$)`);
    return (this.#image?.dockerfile?.stages ?? []).some((stage) =>
      stage.instructions.some(({ keyword, raw }) => {
        if (keyword === 'RUN')
          return (
            /\b(?:go|cargo|gcc|g\+\+|clang|make|cmake|zig|swift|dotnet|gradle|mvn|nim|crystal|ghc|stack|cabal)\b/.test(raw) &&
            built.test(raw)
          );
        return (keyword === 'COPY' || keyword === 'ADD') && raw.length < 4000 && built.test(raw);
      }),
    );
  }

  readPlace(place: string): Source | undefined {
    if (this.#repository.kind(place) !== 'file') return undefined;
    const source = this.#repository.source(place);
    return source !== undefined && source.text.length <= largestScript ? source : undefined;
  }

  kind(place: string): 'file' | 'directory' | undefined {
    return this.#repository.kind(place);
  }

  list(place: string): string[] {
    return this.#repository.list(place);
  }

  /** undefined: no mount covers it. null: a mount covers it whose content is not in the repository. */
  #mounted(full: string): string | null | undefined {
    let best: { target: string; source: string | null } | undefined;
    for (const mount of this.#service.volumes) {
      const target = posix.normalize(mount.target).replace(/\/$/, '') || '/';
      const covers = full === target || target === '/' || full.startsWith(`${target}/`);
      if (!covers || (best !== undefined && best.target.length > target.length)) continue;
      best = { target, source: mount.type === 'bind' ? mount.source : null };
    }
    if (best === undefined) return undefined;
    if (best.source === null) return undefined; // a named volume is seeded from the image
    const rest = full.slice(best.target.length).replace(/^\//, '');
    return rest === '' ? best.source : posix.join(best.source, rest);
  }

  #copied(full: string, stageIndex: number, depth: number): string[] {
    const stages = this.#image?.dockerfile?.stages ?? [];
    const stage = stages[stageIndex];
    if (stage === undefined || depth > deepestStage) return [];
    const found: string[] = [];
    for (const { instruction, workdir } of withWorkdirs(stage).reverse()) {
      if (instruction.keyword !== 'COPY' && instruction.keyword !== 'ADD') continue;
      const from = instruction.flags.get('from')?.value;
      for (const source of this.#sourcesFor(full, instruction, workdir, from === undefined)) {
        if (from === undefined) found.push(source);
        else {
          const other = stages.findIndex(
            (candidate, at) => at < stageIndex && (candidate.name?.toLowerCase() === from.toLowerCase() || String(at) === from),
          );
          if (other >= 0) found.push(...this.#copied(posix.resolve('/', source), other, depth + 1));
        }
        if (found.length > 8) return found;
      }
    }
    if (stage.parent !== null && stage.parent < stageIndex) found.push(...this.#copied(full, stage.parent, depth + 1));
    return found;
  }

  #sourcesFor(full: string, instruction: Instruction, workdir: string, fromContext: boolean): string[] {
    const words = instruction.words.map((word) => word.value);
    const written = words.at(-1);
    if (written === undefined || words.length < 2) return [];
    const target = posix.resolve(workdir, written);
    const sources = words.slice(0, -1);
    const context = this.context ?? '';
    const into = written.endsWith('/') || written === '.' || sources.length > 1;
    return sources.flatMap((word) => {
      if (/[*?[]/.test(word)) {
        const name = posix.basename(full);
        return posix.dirname(full) === target && fromContext ? [posix.join(context, posix.dirname(word.replace(/^\/+/, '')), name)] : [];
      }
      const source = fromContext ? posix.join(context, word.replace(/^\/+/, '')) : word;
      const below =
        full === target
          ? ''
          : full.startsWith(target === '/' ? '/' : `${target}/`)
            ? full.slice(target === '/' ? 1 : target.length + 1)
            : null;
      if (below === null) return [];
      const isFolder = fromContext ? this.#repository.kind(source) === 'directory' : !/\.\w{1,5}$/.test(posix.basename(source));
      if (isFolder) return [posix.join(source, below)];
      if (into || below !== '') return below === posix.basename(source) ? [source] : [];
      return [source];
    });
  }
}

function withWorkdirs(stage: Stage): { instruction: Instruction; workdir: string }[] {
  let workdir = '/';
  return stage.instructions.map((instruction) => {
    if (instruction.keyword === 'WORKDIR' && instruction.words[0] !== undefined)
      workdir = posix.resolve(workdir, instruction.words[0].value);
    return { instruction, workdir };
  });
}
