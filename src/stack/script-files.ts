import { posix } from 'node:path';
import type { Location } from '../core/source.ts';
import { madeFile } from './content.ts';
import { appendedFile, editedFile, isHarmless, substitute } from './edited.ts';
import { cloneEntry, type Entry, type FileSystem } from './file-system.ts';
import { matchesName } from './glob.ts';
import type { ShellWord } from './shell.ts';

/** How text comes into a file. */
export interface Writing {
  /** Undefined when nobody can tell it. */
  text: string | undefined;
  append: boolean;
  /** False when the command may not run at all. */
  certain: boolean;
  /** Where it is written. */
  at: Location;
}

/** The file system under the hands of a script: what its commands do there, as far as that is certain; what isn't becomes a guess or unknown. */
export class ScriptFiles {
  readonly files: FileSystem;
  /** The folders of nginx. */
  readonly #folders: readonly string[];
  /** Called when a whole folder of nginx's became unknown. */
  readonly #onLost: () => void;
  workdir: string;

  constructor(files: FileSystem, workdir: string, folders: readonly string[], onLost: () => void) {
    this.files = files;
    this.workdir = workdir;
    this.#folders = folders;
    this.#onLost = onLost;
  }

  /** The absolute path of a word. */
  path(text: string): string {
    return posix.resolve(this.workdir, text.replace(/(.)\/+$/, '$1'));
  }

  /** A command that nobody knows may change whatever path of nginx it names. */
  forgetNamed(text: string): void {
    for (const match of text.matchAll(/(?:\/[\w.@%+*-]+)+\/?/g)) {
      const path = match[0].replace(/\/+$/, '').replace(/\/[^/]*\*.*$/, '');
      if (this.#folders.some((folder) => path === folder || folder.startsWith(`${path}/`))) {
        if (path.length > 4) this.#forgetFolder(path);
      } else if (this.#folders.some((folder) => path.startsWith(`${folder}/`))) this.#forgetPath(path);
      else if (/\.(pem|crt|key|conf|htpasswd)$/.test(path)) this.files.forget(path);
    }
  }

  /** A text that nobody can follow may do anything to the folders that it names. */
  forgetMentioned(text: string): void {
    if (!this.#folders.some((folder) => text.includes(folder))) return;
    for (const folder of this.#folders) this.files.forgetAll(folder);
  }

  #forgetFolder(path: string): void {
    this.files.forgetAll(path);
    this.#onLost();
  }

  /** A folder of nginx's is forgotten whole, a file alone. */
  #forgetPath(path: string): void {
    if (this.files.get(path)?.type === 'folder') this.#forgetFolder(path);
    else this.files.forget(path);
  }

  remove(args: readonly ShellWord[], certain: boolean): void {
    for (const path of this.#operands(args)) this.#removeOne(path, certain);
  }

  #removeOne(path: string, certain: boolean): void {
    if (certain) {
      this.files.remove(path);
      return;
    }
    const entry = this.files.get(path, false);
    if (entry?.type === 'file') this.files.set(path, { ...entry, guess: true });
    else if (entry?.type === 'folder') entry.complete = false;
    else if (entry !== undefined) this.files.set(path, { type: 'unknown' });
  }

  /** cp, mv and install. @returns false where the words don't tell what goes where */
  copy(name: string, args: readonly ShellWord[], certain: boolean): boolean {
    const paths = this.#operands(args);
    const target = paths.at(-1);
    const words = plain(args);
    if (!target || paths.length < 2 || words.some(({ dynamic, text }) => dynamic && !/^[^$`]*$/.test(text))) return false;
    const into = this.files.get(target)?.type === 'folder' || (words.at(-1)?.text.endsWith('/') ?? false) || paths.length > 2;
    for (const source of paths.slice(0, -1)) {
      const to = into ? posix.join(target, posix.basename(source)) : target;
      if (certain) this.#place(to, this.files.get(source, false));
      else this.files.forget(to);
      if (name === 'mv') {
        if (certain) this.files.remove(source);
        else this.files.forget(source);
      }
    }
    return true;
  }

  #place(to: string, entry: Entry | undefined): void {
    const { files } = this;
    const there = files.get(to);
    if (entry === undefined || entry.type === 'unknown') files.forget(to);
    else if (entry.type === 'folder' && there?.type === 'folder') {
      for (const [name, child] of entry.entries) this.#place(posix.join(to, name), child);
    } else files.set(files.get(to, false)?.type === 'link' ? files.real(to) : to, cloneEntry(entry));
  }

  /** @returns false where the words don't tell what is linked */
  link(args: readonly ShellWord[], certain: boolean): boolean {
    const words = plain(args);
    const [target, name] = words;
    if (!target || words.length > 2 || words.some(({ dynamic }) => dynamic)) return false;
    const symbolic = args.some(({ text }) => /^-\w*s|^--symbolic/.test(text));
    const where = name?.text ?? '.';
    const path = this.path(where);
    const into = this.files.get(path)?.type === 'folder' && !args.some(({ text }) => /^-\w*[nT]/.test(text));
    const to = into || where.endsWith('/') ? posix.join(path, posix.basename(target.text)) : path;
    if (!certain) this.files.forget(to);
    else if (symbolic) this.files.set(to, { type: 'link', target: target.text });
    else this.#place(to, this.files.get(this.path(target.text)));
    return true;
  }

  makeFolders(args: readonly ShellWord[], certain: boolean): void {
    if (certain) for (const { text, dynamic } of plain(args)) if (!dynamic) this.files.folder(this.path(text));
  }

  touch(args: readonly ShellWord[], certain: boolean, at: Location): void {
    for (const { text, dynamic } of plain(args)) {
      const path = this.path(text);
      if (!dynamic && certain && this.files.get(path) === undefined) this.files.set(path, madeFile('', at));
    }
  }

  /** Only what makes a file executable matters: a script that isn't is not run. */
  chmod(args: readonly ShellWord[], certain: boolean): void {
    const [mode, ...words] = plain(args);
    const executable = /x|^0?[1357]\d\d$/.test(mode?.text ?? '') && !/-x/.test(mode?.text ?? '');
    for (const path of words.flatMap((word) => this.#expand(word))) {
      const entry = this.files.get(path);
      if (entry?.type === 'file' && certain && executable) this.files.set(this.files.real(path), { ...entry, mode: 0o755 });
    }
  }

  /** `sed -i`. */
  editInPlace(args: readonly ShellWord[], certain: boolean): void {
    const expressions: ShellWord[] = [];
    const words: ShellWord[] = [];
    for (let index = 0; index < args.length; index++) {
      const word = args[index] as ShellWord;
      if (/^(-\w*e|--expression)$/.test(word.text) && args[index + 1]) expressions.push(args[++index] as ShellWord);
      else if (word.text.startsWith('-')) continue;
      else if (expressions.length === 0) expressions.push(word);
      else words.push(word);
    }
    for (const path of words.flatMap((word) => this.#expand(word))) this.#edit(path, expressions, certain);
  }

  #edit(path: string, expressions: readonly ShellWord[], certain: boolean): void {
    const { files } = this;
    const entry = files.get(path);
    if (entry?.type !== 'file') {
      if (entry !== undefined) this.#forgetPath(path);
      return;
    }
    const before = entry.content.text();
    let text = before;
    let sure = certain;
    for (const { text: expression, dynamic } of expressions) {
      const vague = dynamic && /[`]|\$\(|\$\{?[A-Za-z_]\w*\}?[^A-Za-z_]*$/.test(expression);
      const next = vague ? undefined : substitute(text, expression);
      // The rendition of an image's own file isn't that file to the letter: a pattern that finds nothing may have found something.
      if (next === undefined || (entry.content.kind === 'image' && next === text))
        sure &&= entry.content.kind === 'image' && isHarmless(expression);
      text = next ?? text;
    }
    const edited = text === before ? entry : editedFile(entry.content, text, entry.mode);
    files.set(files.real(path), sure ? edited : { ...edited, guess: true });
  }

  put(path: string, { text, append, certain, at }: Writing): void {
    const { files } = this;
    if (path.startsWith('/dev/')) return;
    const before = files.get(path);
    const real = files.real(path);
    const known = text !== undefined && certain;
    if (append && before?.type === 'file') {
      const longer = text === undefined ? before : appendedFile(before, text, at);
      files.set(real, known ? longer : { ...longer, guess: true });
    } else if (text === undefined || (append && before !== undefined)) files.set(real, { type: 'unknown' });
    else files.set(real, known ? madeFile(text, at) : { ...madeFile(text, at), guess: true });
  }

  #operands(args: readonly ShellWord[]): string[] {
    return plain(args).flatMap((word) => this.#expand(word));
  }

  /** The paths of a word; a glob in its last part is matched against the files. */
  #expand({ text, dynamic }: ShellWord): string[] {
    const path = this.path(text);
    if (!dynamic) return [path];
    const folder = posix.dirname(path);
    if (/[$`]/.test(text) || /[*?[]/.test(folder)) {
      this.forgetNamed(text);
      return [];
    }
    const pattern = posix.basename(path);
    const names = this.files.list(folder).filter((name) => !name.startsWith('.') && matchesName(pattern, name));
    return names.map((name) => posix.join(folder, name));
  }
}

/** The words that are no options. */
export function plain(args: readonly ShellWord[]): ShellWord[] {
  return args.filter(({ text }) => !text.startsWith('-'));
}
