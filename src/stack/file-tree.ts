import { posix } from 'node:path';
import type { ConfigFile } from '../core/files.ts';
import type { Location } from '../core/source.ts';
import { officialStartFolder } from '../docker/known-images.ts';
import type { Content, FileEntry, FileSystem } from './file-system.ts';
import type { FileTree, PlacedFile, TreeFile } from './model.ts';

/** Files outside nginx's own folders that `files()` hands out at most. */
const mostOthers = 5000;

/** What the builder of a tree knows besides the files. */
export interface TreeNotes {
  /** The folders of nginx; their files come first and whole. */
  folders: readonly string[];
  absent: FileTree['absent'];
  placed: PlacedFile[];
  unsetTemplateVariables: FileTree['unsetTemplateVariables'];
}

/** A file system as nginx and the checks read it. */
export class ContainerFileTree implements FileTree {
  readonly absent: FileTree['absent'];
  readonly placed: PlacedFile[];
  readonly unsetTemplateVariables: FileTree['unsetTemplateVariables'];
  readonly #files: FileSystem;
  readonly #folders: readonly string[];
  readonly #read = new Map<string, TreeFile>();

  constructor(files: FileSystem, notes: TreeNotes) {
    this.#files = files;
    this.#folders = notes.folders;
    this.absent = notes.absent;
    this.placed = notes.placed;
    this.unsetTemplateVariables = notes.unsetTemplateVariables;
  }

  read(path: string): ConfigFile | undefined {
    const at = posix.resolve('/', path);
    const known = this.#read.get(at);
    if (known) return known;
    const entry = this.#files.get(at);
    if (entry?.type !== 'file') return undefined;
    const file = new EntryFile(at, entry);
    this.#read.set(at, file);
    return file;
  }

  list(directory: string): string[] {
    return this.#files.list(directory);
  }

  isKnown(path: string): boolean {
    return this.#files.isKnown(path);
  }

  *files(): Generator<TreeFile> {
    const seen = new Set<string>();
    for (const [path, entry] of this.#all()) {
      if (seen.has(path)) continue;
      seen.add(path);
      yield this.#read.get(path) ?? new EntryFile(path, entry);
    }
  }

  *#all(): Generator<[string, FileEntry]> {
    for (const folder of this.#folders) yield* this.#files.walk(folder);
    for (const file of this.#files.walk('/', mostOthers)) {
      // Of an image's own start scripts only the names are known.
      if (file[1].content.kind !== 'image' || !file[0].startsWith(`${officialStartFolder}/`)) yield file;
    }
  }
}

class EntryFile implements TreeFile {
  readonly path: string;
  readonly mode: number;
  readonly #content: Content;

  constructor(path: string, entry: FileEntry) {
    this.path = path;
    this.mode = entry.mode;
    this.#content = entry.content;
  }

  get kind(): TreeFile['kind'] {
    return this.#content.kind;
  }

  get origin(): string | null {
    return this.#content.origin;
  }

  get text(): string {
    return this.#content.text();
  }

  get bytes(): Uint8Array | undefined {
    return this.#content.bytes();
  }

  isWritten(start: number, end: number): boolean {
    return this.#content.isWritten?.(start, end) ?? this.#content.kind === 'repository';
  }

  variableAt(start: number, end: number): string | null {
    return this.#content.variableAt?.(start, end) ?? null;
  }

  locate(start: number, end: number): Location | null {
    return this.#content.locate(start, end);
  }
}
