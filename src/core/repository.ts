import {
  closeSync,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readlinkSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { dirname, join, posix, relative, resolve, sep } from 'node:path';
import { GateError } from './errors.ts';
import { Source } from './source.ts';

/** Larger files are not configuration; reading them only serves to fill the memory. */
const largestFile = 8 * 1024 * 1024;
/** A repository with more files is read up to here. */
const mostFiles = 200_000;
const neverWalked = new Set(['.git', 'node_modules', '.hg', '.svn']);

export type EntryKind = 'file' | 'directory';

/**
 * The files of one repository. Paths are POSIX and relative to its top. Nothing outside the top is ever read:
 * a path with too many `..`, or a symbolic link that leads out, is as good as absent.
 */
export class Repository {
  /** Absolute, links resolved. */
  readonly root: string;
  /** The folder that the user asked about, relative to the top; '' for all. Other files may be read where this folder leads to them. */
  readonly scope: string;
  #sources = new Map<string, Source | undefined>();
  #walked: string[] | undefined;
  #leftOut: (path: string) => boolean = () => false;

  private constructor(root: string, scope: string) {
    this.root = root;
    this.scope = scope;
  }

  /**
   * The repository around a folder: its top is the nearest parent that holds `.git`, else the folder itself.
   * @param highest where the search for `.git` ends, and the top where there is none: some checkouts are mere archives
   * @throws GateError when `folder` is no folder that can be read
   */
  static around(folder: string, highest?: string): Repository {
    let real: string;
    try {
      real = realpathSync(resolve(folder));
    } catch {
      throw new GateError(`There is no folder ${folder}.`);
    }
    if (!statSync(real).isDirectory()) throw new GateError(`${folder} is a file, not a folder.`);
    const last = highest === undefined ? undefined : realpathSync(resolve(highest));
    for (let top = real; ; top = dirname(top)) {
      if (top === last || existsSync(join(top, '.git'))) return new Repository(top, relative(top, real).split(sep).join('/'));
      if (dirname(top) === top) return new Repository(real, '');
    }
  }

  /** What stands at a path, links followed inside the repository; undefined when nothing, something special, or something outside. */
  kind(path: string): EntryKind | undefined {
    const real = this.#inside(path);
    if (real === undefined) return undefined;
    const stat = statSync(real, { throwIfNoEntry: false });
    return stat?.isFile() ? 'file' : stat?.isDirectory() ? 'directory' : undefined;
  }

  /** The text of a symbolic link at a path inside the repository; undefined when it is none. */
  link(path: string): string | undefined {
    const parent = this.#inside(posix.dirname(path));
    if (parent === undefined) return undefined;
    try {
      return readlinkSync(join(parent, posix.basename(path)));
    } catch {
      return undefined;
    }
  }

  /** Whether anyone may execute a file. */
  isExecutable(path: string): boolean {
    const real = this.#inside(path);
    const stat = real === undefined ? undefined : statSync(real, { throwIfNoEntry: false });
    return stat !== undefined && (stat.mode & 0o111) !== 0;
  }

  /** Whether a path is a symbolic link that leads outside, or an entry that exists but can't be used as file or folder. */
  isForeign(path: string): boolean {
    const inside = posix.normalize(path);
    if (inside.startsWith('..') || posix.isAbsolute(inside)) return true;
    const stat = lstatSync(join(this.root, inside), { throwIfNoEntry: false });
    if (stat !== undefined) return this.kind(inside) === undefined;
    // What is not there yet would come to lie where its folder leads.
    return inside.includes('/') && this.isForeign(posix.dirname(inside));
  }

  /** The bytes of a file, or undefined when it is absent, outside, not a regular file, unreadable or larger than 8 MiB. */
  bytes(path: string): Buffer | undefined {
    const real = this.#inside(path);
    if (real === undefined || !statSync(real, { throwIfNoEntry: false })?.isFile()) return undefined;
    try {
      return readBounded(real);
    } catch {
      return undefined;
    }
  }

  /** The text of a file (UTF-8; a byte order mark stays), or undefined as for `bytes`. */
  source(path: string): Source | undefined {
    const key = posix.normalize(path);
    if (!this.#sources.has(key)) {
      const bytes = this.bytes(key);
      this.#sources.set(key, bytes && new Source(key, bytes.toString('utf8')));
    }
    return this.#sources.get(key);
  }

  /** The names in a folder, sorted by code unit; empty when there is no such folder inside. */
  list(path: string): string[] {
    const real = this.#inside(path);
    if (real === undefined) return [];
    try {
      return readdirSync(real).sort();
    } catch {
      return [];
    }
  }

  /** Every file in scope but those of `.git` and `node_modules`, sorted; links to folders are not followed. */
  files(): readonly string[] {
    this.#walked ??= walk(this.root, this.scope).filter((path) => !this.#leftOut(path));
    return this.#walked;
  }

  /** Takes the paths for which `isLeftOut` answers true out of what `files` lists. They can still be read where a file in use names them. */
  leaveOut(isLeftOut: (path: string) => boolean): void {
    this.#leftOut = isLeftOut;
    this.#walked = undefined;
  }

  /** The line reader that reports need. */
  readonly lineOf = (file: string, line: number): string | undefined => this.source(file)?.line(line);

  #inside(path: string): string | undefined {
    if (path.includes('\0') || posix.isAbsolute(path)) return undefined;
    let real: string;
    try {
      real = realpathSync(join(this.root, path));
    } catch {
      return undefined;
    }
    const from = relative(this.root, real);
    return from === '..' || from.startsWith(`..${sep}`) || resolve(this.root, from) !== real ? undefined : real;
  }
}

function readBounded(real: string): Buffer | undefined {
  const handle = openSync(real, 'r');
  try {
    const { size } = fstatSync(handle);
    if (size > largestFile) return undefined;
    const buffer = Buffer.alloc(size);
    let filled = 0;
    while (filled < size) {
      const read = readSync(handle, buffer, filled, size - filled, filled);
      if (read === 0) break;
      filled += read;
    }
    return buffer.subarray(0, filled);
  } finally {
    closeSync(handle);
  }
}

function walk(root: string, scope: string): string[] {
  const found: string[] = [];
  const folders = [scope];
  for (let folder = folders.pop(); folder !== undefined && found.length < mostFiles; folder = folders.pop()) {
    let entries: Dirent[];
    try {
      entries = readdirSync(join(root, folder), { withFileTypes: true });
    } catch {
      continue;
    }
    for (const entry of entries) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (!neverWalked.has(entry.name)) folders.push(path);
      } else if (entry.isFile() || entry.isSymbolicLink()) found.push(path);
    }
  }
  return found.sort();
}
