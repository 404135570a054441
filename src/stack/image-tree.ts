import { posix } from 'node:path';
import { LinesOfFile } from '../core/embedded.ts';
import type { Repository } from '../core/repository.ts';
import { nginxImage, officialStartFolder, officialStartScripts } from '../docker/known-images.ts';
import type { Dockerfile, Instruction, Stage } from '../docker/model.ts';
import { type NginxLayout, packageLayout } from '../docker/nginx-layouts.ts';
import { imageFile, type PathFilter, repositoryEntry, sourceFile } from './content.ts';
import { contextFilter } from './dockerignore.ts';
import { cloneEntry, type Entry, FileSystem, Folder } from './file-system.ts';
import { matchesPath } from './glob.ts';
import type { PlacedFile } from './model.ts';
import { runCommand, runScript, type ScriptContext } from './script-effects.ts';

/** Where a build takes its files from. */
export interface BuildPlace {
  repo: Repository;
  dockerfile: Dockerfile;
  /** Repository-relative folder, or null when it lies outside or behind a URL. */
  context: string | null;
  /** Named contexts of the compose file: repository-relative folders, or null for what isn't in the repository. */
  contexts: ReadonlyMap<string, string | null>;
  /** Knows the nginx of images that the known ones lack (tests bring their own). */
  layoutOf(reference: string): NginxLayout | undefined;
}

/** The files of an image as far as they are known. */
export interface ImageTree {
  files: FileSystem;
  /** The nginx in the image: of its base, or installed by a package manager; undefined without one. */
  layout: NginxLayout | undefined;
  placed: PlacedFile[];
  /** False when a build step may have changed nginx's folders in a way that nobody can tell. */
  understood: boolean;
}

/** The folders where any nginx looks for its configuration. */
export const nginxFolders = [
  '/etc/nginx',
  '/usr/local/nginx/conf',
  '/usr/local/openresty/nginx/conf',
  '/etc/openresty',
  '/etc/angie',
  '/opt/bitnami/nginx/conf',
  '/config/nginx',
  '/usr/local/etc/nginx',
] as const;

/** An image that is only named: the files of the nginx that it is known to hold, else nothing known. */
export function namedImageTree(reference: string | null, layoutOf: BuildPlace['layoutOf'] = nginxImage): ImageTree {
  const layout = reference === null ? undefined : layoutOf(reference);
  return { files: layoutFiles(layout), layout, placed: [], understood: true };
}

function layoutFiles(layout: NginxLayout | undefined): FileSystem {
  const files = new FileSystem(new Folder(layout !== undefined && layout.folders.length > 0));
  if (!layout) return files;
  if (layout.folders.length > 0) {
    for (const folder of ['bin', 'etc', 'home', 'lib', 'lib64', 'opt', 'root', 'run', 'sbin', 'srv', 'usr', 'var', 'dev', 'proc', 'sys']) {
      files.set(`/${folder}`, new Folder(false));
    }
    files.set('/tmp', new Folder(true));
    if (layout.start === 'official') {
      files.set(officialStartFolder, new Folder(true));
      for (const name of Object.values(officialStartScripts))
        files.set(`${officialStartFolder}/${name}`, { ...imageFile(''), mode: 0o755 });
    }
    // Every image of the family lacks these; they come with a mount or a build step.
    for (const folder of ['/etc/letsencrypt', '/etc/certs', '/etc/certificates']) files.set(folder, { type: 'absent' });
  }
  addLayout(files, layout);
  return files;
}

function addLayout(files: FileSystem, layout: NginxLayout): void {
  for (const folder of layout.folders) files.folder(folder).complete = true;
  for (const [path, text] of layout.files) files.set(path, imageFile(text));
  if (layout.folders.length === 0) for (const [path] of layout.files) files.folder(posix.dirname(path)).complete = false;
}

/** The files of a stage after its last instruction, with those of the stages that it builds on. */
export function stageTree(place: BuildPlace, index: number, made: Map<number, ImageTree> = new Map()): ImageTree {
  const known = made.get(index);
  if (known) return known;
  const stage = place.dockerfile.stages[index];
  if (!stage) return namedImageTree(null);
  const parent = stage.parent !== null && stage.parent < index ? stageTree(place, stage.parent, made) : undefined;
  const base = parent
    ? { ...parent, files: parent.files.clone(), placed: [...parent.placed] }
    : namedImageTree(stage.base.value || null, place.layoutOf);
  const built = new StageBuilder(place, base, index, made).build(stage);
  made.set(index, built);
  return built;
}

class StageBuilder {
  readonly #place: BuildPlace;
  readonly #tree: ImageTree;
  readonly #index: number;
  readonly #made: Map<number, ImageTree>;
  readonly #environment = new Map<string, string | null>();
  #filter: PathFilter | undefined;
  #workdir = '/';

  constructor(place: BuildPlace, tree: ImageTree, index: number, made: Map<number, ImageTree>) {
    this.#place = place;
    this.#tree = tree;
    this.#index = index;
    this.#made = made;
    if (place.context !== null) this.#filter = contextFilter(place.repo, place.context, place.dockerfile.file);
  }

  build(stage: Stage): ImageTree {
    for (const earlier of this.#earlier(stage)) if (earlier.keyword === 'WORKDIR' || earlier.keyword === 'ENV') this.#apply(earlier);
    for (const [name, value] of stage.args) if (!this.#environment.has(name)) this.#environment.set(name, value);
    for (const instruction of stage.instructions) this.#apply(instruction);
    return this.#tree;
  }

  *#earlier(stage: Stage): Generator<Instruction> {
    if (stage.parent === null) return;
    const parent = this.#place.dockerfile.stages[stage.parent];
    if (!parent || stage.parent >= this.#index) return;
    yield* this.#earlier(parent);
    yield* parent.instructions;
  }

  #apply(instruction: Instruction): void {
    switch (instruction.keyword) {
      case 'WORKDIR':
        this.#workdir = posix.resolve(this.#workdir, instruction.words.map(({ value }) => value).join(' '));
        this.#tree.files.folder(this.#workdir);
        break;
      case 'ENV':
        for (const { value } of instruction.words)
          this.#environment.set(value.slice(0, value.indexOf('=')), value.slice(value.indexOf('=') + 1));
        break;
      case 'COPY':
      case 'ADD':
        this.#copy(instruction);
        break;
      case 'RUN':
        this.#run(instruction);
        break;
    }
  }

  #copy(instruction: Instruction): void {
    const words = instruction.words.map(({ value }) => value);
    const written = words.pop();
    if (written === undefined || words.length === 0) return;
    const target = posix.resolve(this.#workdir, written);
    const sources = words.filter((word) => !word.startsWith('<<'));
    const intoFolder = /(^|\/)\.?$|\/$/.test(written) || this.#tree.files.get(target)?.type === 'folder' || words.length > 1;
    for (const heredoc of instruction.heredocs) {
      const source = new LinesOfFile(heredoc.at.file, heredoc.at.start.line, heredoc.text);
      this.#put(intoFolder ? posix.join(target, heredoc.name) : target, sourceFile(source, 'repository'));
    }
    const from = instruction.flags.get('from')?.value;
    const excluded = instruction.flags.get('exclude')?.value;
    for (const source of sources) {
      if (/^[a-z]+:\/\/|^git@/.test(source)) this.#tree.files.forget(intoFolder ? posix.join(target, posix.basename(source)) : target);
      else if (from !== undefined && !this.#place.contexts.has(from)) this.#copyFrom(from, source, target, intoFolder);
      else {
        const context = from === undefined ? this.#place.context : (this.#place.contexts.get(from) ?? null);
        this.#copyContext(instruction, {
          context,
          filter: from === undefined ? this.#filter : undefined,
          source,
          target,
          intoFolder,
          excluded,
        });
      }
    }
  }

  #copyContext(
    instruction: Instruction,
    from: {
      context: string | null;
      filter: PathFilter | undefined;
      source: string;
      target: string;
      intoFolder: boolean;
      excluded: string | undefined;
    },
  ): void {
    const { context, filter, source, target, intoFolder } = from;
    const wild = /[*?[]/.test(source);
    const paths = context === null ? [] : this.#sources(context, source, filter);
    if (paths.length === 0) {
      if (!wild)
        this.#tree.files.forget(
          intoFolder && !source.endsWith('/') && context !== null ? posix.join(target, posix.basename(source)) : target,
        );
      return;
    }
    for (const path of paths) {
      const entry = repositoryEntry(this.#place.repo, path, filter);
      if (!entry) continue;
      const to = entry.type === 'folder' || !(intoFolder || wild) ? target : posix.join(target, posix.basename(path));
      if (instruction.keyword === 'ADD' && entry.type === 'file' && /\.(tar|tgz|tbz2?|txz)(\.\w+)?$|\.tar\.\w+$/.test(path)) {
        this.#tree.files.forget(target);
        continue;
      }
      const mode = Number.parseInt(instruction.flags.get('chmod')?.value ?? '', 8);
      this.#put(to, entry.type === 'file' && Number.isFinite(mode) ? { ...entry, mode } : entry);
      if (entry.type === 'file' || entry.type === 'folder') {
        this.#tree.placed.push({ source: path, target: to, at: instruction.at, by: 'copy' });
      }
    }
  }

  /** The repository paths that a source word of COPY names. */
  #sources(context: string, source: string, filter: PathFilter | undefined): string[] {
    const { repo } = this.#place;
    const path = posix.join(context, posix.resolve('/', source).slice(1)) || '';
    const relative = path === '.' ? '' : path;
    const allowed = (candidate: string) => !filter || candidate === context || candidate === '' || filter(candidate);
    if (!/[*?[]/.test(source)) return repo.kind(relative || '.') !== undefined && allowed(relative) ? [relative || '.'] : [];
    const parts = relative.split('/');
    const fixed = parts.findIndex((part) => /[*?[]/.test(part));
    let found = [parts.slice(0, fixed).join('/')];
    for (const part of parts.slice(fixed)) {
      found = found.flatMap((folder) =>
        repo
          .list(folder || '.')
          .filter((name) => matchesPath([part], [name]))
          .map((name) => (folder === '' ? name : `${folder}/${name}`)),
      );
    }
    return found.filter((candidate) => repo.kind(candidate) !== undefined && allowed(candidate));
  }

  #copyFrom(from: string, source: string, target: string, intoFolder: boolean): void {
    const { stages } = this.#place.dockerfile;
    const named = stages.findIndex((stage, index) => index < this.#index && stage.name?.toLowerCase() === from.toLowerCase());
    const index = named !== -1 ? named : /^\d+$/.test(from) && Number(from) < this.#index ? Number(from) : -1;
    const tree = index === -1 ? namedImageTree(from, this.#place.layoutOf) : stageTree(this.#place, index, this.#made);
    const path = posix.resolve('/', source);
    if (/[*?[]/.test(source)) {
      this.#tree.files.forget(target);
      return;
    }
    const entry = tree.files.get(path);
    const to = entry?.type === 'file' && intoFolder ? posix.join(target, posix.basename(path)) : target;
    if (entry === undefined || entry.type === 'unknown') this.#tree.files.forget(to);
    else this.#put(to, cloneEntry(entry));
    for (const placed of tree.placed) {
      if (placed.target === path || placed.target.startsWith(`${path === '/' ? '' : path}/`)) {
        this.#tree.placed.push({ ...placed, target: posix.join(to, posix.relative(path, placed.target)) });
      }
    }
  }

  /** Copies merge into folders that are there, as COPY does. */
  #put(target: string, entry: Entry): void {
    const { files } = this.#tree;
    const there = files.get(target);
    if (entry.type === 'folder' && there?.type === 'folder') {
      if (!entry.complete) there.complete = false;
      for (const [name, child] of entry.entries) this.#put(posix.join(target, name), child);
    } else files.set(target, cloneEntry(entry));
  }

  #run(instruction: Instruction): void {
    const script = instruction.heredocs.length > 0 && /^<<-?\S+\s*$/.test(instruction.raw) ? instruction.heredocs[0] : undefined;
    const text = script
      ? script.text
      : instruction.exec
        ? instruction.words.map(({ value }) => value).join(' ')
        : this.#withHeredocs(instruction);
    this.#install(text);
    const context: ScriptContext = {
      files: this.#tree.files,
      workdir: this.#workdir,
      environment: { values: this.#environment, complete: false },
      folders: nginxFolders,
      phase: 'build',
      at: () => instruction.at,
    };
    const effects = instruction.exec
      ? runCommand(
          instruction.words.map(({ value }) => value),
          context,
        )
      : runScript(text, context);
    if (!effects.understood) this.#tree.understood = false;
  }

  #withHeredocs(instruction: Instruction): string {
    return [instruction.raw, ...instruction.heredocs.map(({ text, name }) => `${text}${name}`)].join('\n');
  }

  /** A package manager that installs nginx brings its files. */
  #install(text: string): void {
    if (this.#tree.layout) return;
    const install = /\b(apt-get|apt|apk|yum|dnf|microdnf)\b[^;&|]{0,400}?\b(?:install|add)\b([^;&|]*)/g;
    for (const match of text.matchAll(install)) {
      if (!/(?:^|\s)(nginx|nginx-full|nginx-light|nginx-extras|nginx-core)(?:[=~@<>]\S*)?(?=\s|$)/.test(match[2] as string)) continue;
      const layout = packageLayout(match[1] as string);
      if (!layout) continue;
      this.#tree.layout = layout;
      addLayout(this.#tree.files, layout);
      return;
    }
  }
}
