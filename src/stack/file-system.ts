import { posix } from 'node:path';
import type { Location } from '../core/source.ts';
import type { TreeFile } from './model.ts';

/** Where the text of a file comes from; read only when somebody asks. */
export interface Content {
  kind: TreeFile['kind'];
  origin: string | null;
  text(): string;
  /** The bytes of a file that is no text. */
  bytes(): Uint8Array | undefined;
  locate(start: number, end: number): Location | null;
  /** As in `ConfigFile`; absent: true for files of the repository alone. */
  isWritten?(start: number, end: number): boolean;
  /** As in `ConfigFile`. */
  variableAt?(start: number, end: number): string | null;
}

export interface FileEntry {
  type: 'file';
  content: Content;
  mode: number;
  /** Present and true when the content is a guess: something may have changed the file. */
  guess?: boolean;
}

export interface LinkEntry {
  type: 'link';
  target: string;
}

/** Something stands here or not, and nobody knows what. */
export interface UnknownEntry {
  type: 'unknown';
}

/** Known not to be there, in a folder that isn't known itself. */
export interface AbsentEntry {
  type: 'absent';
}

export type Entry = FileEntry | LinkEntry | UnknownEntry | AbsentEntry | Folder;

/** A folder. Its entries are read from where it comes from at the first look. */
export class Folder {
  readonly type = 'folder';
  /** False when there may be entries that nobody knows of. */
  complete: boolean;
  readonly #own = new Map<string, Entry>();
  #fill: (() => Iterable<[string, Entry]>) | undefined;

  constructor(complete: boolean, fill?: () => Iterable<[string, Entry]>) {
    this.complete = complete;
    this.#fill = fill;
  }

  get entries(): Map<string, Entry> {
    const fill = this.#fill;
    if (fill) {
      this.#fill = undefined;
      for (const [name, entry] of fill()) if (!this.#own.has(name)) this.#own.set(name, entry);
    }
    return this.#own;
  }

  /** Reads what is in it now, not when it is looked at first. */
  read(): void {
    void this.entries;
  }

  /** A copy that can be changed without changing this one; what nobody has looked at yet stays unread. */
  clone(): Folder {
    const copy = new Folder(this.complete, this.#fill);
    for (const [name, entry] of this.#own) copy.#own.set(name, cloneEntry(entry));
    return copy;
  }
}

export function cloneEntry(entry: Entry): Entry {
  return entry.type === 'folder' ? entry.clone() : entry;
}

const mostLinks = 40;

/** A container's files as far as they are known: folders, files, links, and what nobody knows. Paths are absolute and POSIX. */
export class FileSystem {
  readonly root: Folder;

  constructor(root: Folder = new Folder(true)) {
    this.root = root;
  }

  clone(): FileSystem {
    return new FileSystem(this.root.clone());
  }

  /** The entry at a path, links followed; undefined when it is known to be absent. */
  get(path: string, followLast = true): Entry | undefined {
    const entry = this.#find(path, followLast, 0);
    return entry?.type === 'absent' ? undefined : entry;
  }

  #find(path: string, followLast: boolean, hops: number): Entry | undefined {
    const names = split(path);
    let folder = this.root;
    for (let index = 0; index < names.length; index++) {
      const last = index === names.length - 1;
      const entry = folder.entries.get(names[index] as string);
      if (entry === undefined) return folder.complete ? undefined : { type: 'unknown' };
      if (entry.type === 'link' && (!last || followLast)) {
        if (hops >= mostLinks) return undefined;
        const here = `/${names.slice(0, index).join('/')}`;
        const rest = names.slice(index + 1).join('/');
        return this.#find(posix.resolve(here, entry.target, rest), followLast, hops + 1);
      }
      if (last) return entry;
      if (entry.type === 'unknown') return entry;
      if (entry.type !== 'folder') return undefined;
      folder = entry;
    }
    return folder;
  }

  /** Puts an entry at a path; folders above it are made, what stood there is hidden. Links of folders above are followed. */
  set(path: string, entry: Entry): void {
    const names = split(this.real(posix.dirname(posix.resolve('/', path))));
    const name = posix.basename(path);
    if (name === '' || name === '/') {
      if (entry.type === 'folder') for (const [key, value] of entry.entries) this.root.entries.set(key, value);
      return;
    }
    this.#folder(names).entries.set(name, entry);
  }

  /** The folder at a path, made where it is absent; below something unknown it stays incomplete. */
  folder(path: string): Folder {
    return this.#folder(split(this.real(path)));
  }

  #folder(names: string[]): Folder {
    let folder = this.root;
    for (const name of names) {
      const entry = folder.entries.get(name);
      if (entry?.type === 'folder') {
        folder = entry;
        continue;
      }
      const unsure = entry?.type === 'unknown' || (entry === undefined && !folder.complete);
      const made = new Folder(!unsure);
      folder.entries.set(name, made);
      folder = made;
    }
    return folder;
  }

  /** The path with the links of its folders resolved. */
  real(path: string, hops = 0): string {
    const names = split(path);
    let folder: Folder | undefined = this.root;
    for (let index = 0; index < names.length && folder; index++) {
      const entry: Entry | undefined = folder.entries.get(names[index] as string);
      if (entry?.type === 'link' && hops < mostLinks) {
        const here = `/${names.slice(0, index).join('/')}`;
        return this.real(posix.resolve(here, entry.target, names.slice(index + 1).join('/')), hops + 1);
      }
      folder = entry?.type === 'folder' ? entry : undefined;
    }
    return `/${names.join('/')}`;
  }

  /** Removes what stands at a path. */
  remove(path: string): void {
    const parent = this.get(posix.dirname(path));
    if (parent?.type !== 'folder') return;
    const name = posix.basename(path);
    if (parent.complete) parent.entries.delete(name);
    else parent.entries.set(name, { type: 'absent' });
  }

  /** From now on nothing is known of this path: a folder keeps what is known of it but is no longer complete. */
  forget(path: string): void {
    const entry = this.get(path);
    if (entry?.type === 'folder') entry.complete = false;
    else if (entry?.type !== 'unknown') this.set(path, { type: 'unknown' });
  }

  /** Everything below a path may have been changed: every file is unknown. */
  forgetAll(path: string): void {
    this.set(path, new Folder(false));
  }

  /** Whether everything about a path is known: what stands there, and for a folder which files it holds and what they say. */
  isKnown(path: string): boolean {
    const entry = this.get(path);
    if (entry === undefined || entry.type === 'link') return true;
    if (entry.type !== 'folder') return isSure(entry);
    return entry.complete && [...entry.entries.values()].every((child) => child.type === 'folder' || isSure(child));
  }

  /** Names in a folder that certainly exist, sorted by bytes. */
  list(path: string): string[] {
    const folder = this.get(path);
    if (folder?.type !== 'folder') return [];
    const names: string[] = [];
    for (const [name, entry] of folder.entries) if (entry.type !== 'absent' && entry.type !== 'unknown') names.push(name);
    return names.sort(byBytes);
  }

  /** Files below a path with their paths, links not followed into folders; at most `most` entries are looked at. */
  *walk(path: string, most = 20_000): Generator<[string, FileEntry]> {
    const start = this.get(path);
    if (start?.type === 'file') yield [posix.resolve('/', path), start];
    if (start?.type !== 'folder') return;
    const open: [string, Folder][] = [[path === '/' ? '' : path.replace(/\/+$/, ''), start]];
    let seen = 0;
    for (let next = open.pop(); next; next = open.pop()) {
      const [at, folder] = next;
      for (const [name, raw] of folder.entries) {
        if (++seen > most) return;
        const here = `${at}/${name}`;
        const entry = raw.type === 'link' ? this.get(here) : raw;
        if (entry?.type === 'file') yield [here, entry];
        else if (raw.type === 'folder') open.push([here, raw]);
      }
    }
  }
}

function isSure(entry: Exclude<Entry, Folder>): boolean {
  return entry.type !== 'unknown' && !(entry.type === 'file' && entry.guess);
}

function split(path: string): string[] {
  return posix.resolve('/', path).split('/').filter(Boolean);
}

export function byBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
