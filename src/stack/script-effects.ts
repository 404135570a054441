import { posix } from 'node:path';
import type { Location } from '../core/source.ts';
import { madeFile } from './content.ts';
import { appendedFile, editedFile, isHarmless, substitute } from './edited.ts';
import { cloneEntry, type Entry, type FileEntry, type FileSystem } from './file-system.ts';
import { matchesName } from './glob.ts';
import { type ShellCommand, type ShellWord, shellCommands } from './shell.ts';
import { type ContainerEnvironment, type LeftOver, renderedFile, renderTemplate } from './templates.ts';

/** What a script or a RUN line does, besides what it did to the file system. */
export interface ScriptEffects {
  /** False when it may have changed files in a way that nobody can tell: then the folders of nginx are unknown already. */
  understood: boolean;
  /** It hands on to its own arguments (`exec "$@"`). */
  passesOn: boolean;
  /** The words of the nginx command that it starts, or null. */
  nginx: string[] | null;
  /** It starts something that keeps running besides nginx. */
  startsOthers: boolean;
  /** It calls the official entry point, with these words; null for its own arguments. */
  official: string[] | 'own arguments' | null;
  /** Names that it exports with values that are known. */
  exported: Map<string, string>;
  /** It exports names whose values aren't known. */
  exports: boolean;
  /** Templates that it rendered, with the names that stayed. */
  rendered: { template: FileEntry; target: string; leftOver: LeftOver[] }[];
}

export interface ScriptContext {
  files: FileSystem;
  workdir: string;
  environment: ContainerEnvironment;
  /** The folders of nginx, which an opaque command that names one makes unknown. */
  folders: readonly string[];
  /** build: a failing command stops the build. start: the container's entry point. */
  phase: 'build' | 'start';
  /** Where the script's text stands, for the files that it writes. */
  at(offset: number, length: number): Location;
}

/** Commands that leave nginx's files as they are, whatever their arguments, as long as these don't name nginx's folders. */
const deepestScript = 5;
/** Keep running, so that the container holds more than nginx. */
const passing =
  /^(sleep|wait|true|:|echo|printf|exit|set|nginx|openresty|angie|trap|date|test|\[|\[\[|cat|tail|kill|chmod|chown|mkdir|rm|cp|mv|ln|sed|envsubst|export|unset|shift|cd|openssl|certbot|inotifywait|until|nc|curl|wget|break|continue|return|local|read|touch|which|command|ls|find|grep|awk|tr|cut|sort|head|exec|source|\.|getopts|eval|id|hostname|env|dockerize|wait-for-it\.sh|crond?)$/;

export function newEffects(): ScriptEffects {
  return {
    understood: true,
    passesOn: false,
    nginx: null,
    startsOthers: false,
    official: null,
    exported: new Map(),
    exports: false,
    rendered: [],
  };
}

/** Does to the files what the script would do as far as that is certain; what isn't becomes unknown. */
export function runScript(script: string, context: ScriptContext, effects: ScriptEffects = newEffects(), depth = 0): ScriptEffects {
  new ScriptRunner(context, effects, depth).run(script);
  return effects;
}

/** Does what one command in exec form does. */
export function runCommand(words: string[], context: ScriptContext, effects: ScriptEffects = newEffects()): ScriptEffects {
  const command: ShellCommand = {
    words: words.map((text) => ({ text, dynamic: false })),
    redirects: [],
    heredoc: null,
    pipedFrom: null,
    certain: true,
    background: false,
    offset: 0,
  };
  new ScriptRunner(context, effects, 0).command(command);
  return effects;
}

class ScriptRunner {
  readonly #context: ScriptContext;
  readonly #effects: ScriptEffects;
  readonly #depth: number;
  #workdir: string;

  constructor(context: ScriptContext, effects: ScriptEffects, depth: number) {
    this.#context = context;
    this.#effects = effects;
    this.#depth = depth;
    this.#workdir = context.workdir;
  }

  run(script: string): void {
    const assigned = assignedOnce(script);
    const commands = shellCommands(script, (name) => {
      const own = assigned.get(name);
      return own === null ? undefined : (own ?? this.#context.environment.values.get(name) ?? undefined);
    });
    if (!commands) {
      this.#opaque(script);
      return;
    }
    for (const command of commands) this.command(command);
  }

  command(command: ShellCommand): void {
    const words = [...command.words];
    while (words[0] && /^[A-Za-z_]\w*=/.test(words[0].text)) words.shift();
    if (
      /^(exec|sudo|env|nohup|gosu|su-exec|tini|dumb-init|\/sbin\/tini|\/usr\/bin\/tini|\/usr\/bin\/dumb-init)$/.test(words[0]?.text ?? '')
    ) {
      words.shift();
      while (words[0] && (/^-/.test(words[0].text) || /^[A-Za-z_]\w*=/.test(words[0].text))) words.shift();
    }
    const [first, ...rest] = words;
    if (first === undefined) {
      this.#redirect(command, undefined);
      return;
    }
    const name = posix.basename(first.text);
    const done = this.#known(name, rest, command, first);
    if (!done) this.#unknown(first, rest, command);
  }

  #known(name: string, args: ShellWord[], command: ShellCommand, first: ShellWord): boolean {
    switch (name) {
      case 'rm':
      case 'unlink':
        for (const path of this.#operands(args)) this.#remove(path, command.certain);
        return true;
      case 'mv':
      case 'cp':
      case 'install':
        return this.#copy(args, name, command.certain);
      case 'ln':
        return this.#link(args, command.certain);
      case 'mkdir':
        if (command.certain) for (const { text, dynamic } of this.#plain(args)) if (!dynamic) this.#context.files.folder(this.#path(text));
        return true;
      case 'touch':
        for (const { text, dynamic } of this.#plain(args)) {
          if (!dynamic && command.certain && this.#context.files.get(this.#path(text)) === undefined) {
            this.#context.files.set(this.#path(text), madeFile('', this.#context.at(command.offset, 1)));
          }
        }
        return true;
      case 'cd':
        if (args[0] && !args[0].dynamic && command.certain) this.#workdir = this.#path(args[0].text);
        return true;
      case 'sed':
        return this.#sed(args, command);
      case 'echo':
      case 'printf':
      case 'cat':
      case 'tee':
        this.#write(name, args, command);
        return true;
      case 'envsubst':
        return this.#envsubst(args, command);
      case 'export':
        this.#export(args, command.certain);
        return true;
      case '.':
      case 'source':
      case 'sh':
      case 'bash':
      case 'ash':
      case 'dash':
        return this.#shell(name, args, command);
      case 'nginx':
      case 'openresty':
      case 'angie':
      case 'nginx-debug':
        if (!args.some(({ text }) => text === '-s' || text === '-t' || text === '-T' || text === '-v' || text === '-V')) {
          this.#effects.nginx = [name, ...args.map(({ text }) => text)];
        }
        return true;
      case 'chmod':
        return this.#chmod(args, command.certain);
      case 'chown':
      case 'chgrp':
      case 'setcap':
      case 'ls':
      case 'test':
      case '[':
      case '[[':
      case 'nc':
        return command.redirects.length === 0 || !command.redirects.some(({ operator }) => operator.startsWith('>'));
      case '$@':
        this.#effects.passesOn = true;
        return true;
    }
    if (first.text === '$@' || first.text === '"$@"') {
      this.#effects.passesOn = true;
      return true;
    }
    return false;
  }

  #unknown(first: ShellWord, args: ShellWord[], command: ShellCommand): void {
    const { files } = this.#context;
    this.#redirect(command, undefined);
    const path = this.#path(first.text);
    const entry = first.text.includes('/') && !first.dynamic ? files.get(path) : undefined;
    if (entry?.type === 'file' && entry.content.kind !== 'image' && this.#depth < deepestScript && looksLikeScript(entry)) {
      if (args.some(({ text }) => text === '$@')) this.#effects.passesOn ||= this.#context.phase === 'start';
      this.#nested(entry);
      return;
    }
    if (this.#context.phase === 'start') {
      if (first.text === '/docker-entrypoint.sh') {
        this.#effects.official = args.some(({ text }) => text === '$@') ? 'own arguments' : args.map(({ text }) => text);
      } else if (!passing.test(posix.basename(first.text))) {
        this.#effects.startsOthers = true;
        if (first.dynamic || /\.(sh|py|pl|rb|js)$/.test(first.text) || entry?.type === 'unknown') this.#effects.understood = false;
      }
    }
    for (const word of args) this.#forgetNamed(word.text);
  }

  /** A command that nobody knows may change whatever path of nginx it names. */
  #forgetNamed(text: string): void {
    for (const match of text.matchAll(/(?:\/[\w.@%+*-]+)+\/?/g)) {
      const path = match[0].replace(/\/+$/, '').replace(/\/[^/]*\*.*$/, '');
      if (this.#context.folders.some((folder) => path === folder || folder.startsWith(`${path}/`))) {
        if (path.length > 4) this.#forgetFolder(path);
      } else if (this.#context.folders.some((folder) => path.startsWith(`${folder}/`))) this.#forgetPath(path);
      else if (/\.(pem|crt|key|conf|htpasswd)$/.test(path)) this.#context.files.forget(path);
    }
  }

  #forgetFolder(path: string): void {
    this.#context.files.forgetAll(path);
    this.#effects.understood = false;
  }

  /** A folder of nginx's is forgotten whole, a file alone. */
  #forgetPath(path: string): void {
    const entry = this.#context.files.get(path);
    if (entry?.type === 'folder') {
      this.#context.files.forgetAll(path);
      this.#effects.understood = false;
    } else this.#context.files.forget(path);
  }

  #nested(entry: FileEntry): void {
    const context: ScriptContext = {
      ...this.#context,
      workdir: this.#workdir,
      at: (offset, length) => entry.content.locate(offset, offset + length) ?? this.#context.at(0, 0),
    };
    runScript(entry.content.text(), context, this.#effects, this.#depth + 1);
  }

  #export(args: ShellWord[], certain: boolean): void {
    for (const { text, dynamic } of args) {
      const cut = text.indexOf('=');
      if (cut === -1 || dynamic || !certain) this.#effects.exports = true;
      else this.#effects.exported.set(text.slice(0, cut), text.slice(cut + 1));
    }
  }

  #shell(name: string, args: ShellWord[], command: ShellCommand): boolean {
    const at = args.findIndex(({ text }) => /^-\w*c\w*$/.test(text));
    if (at !== -1 && args[at + 1]) {
      if (command.certain && this.#depth < deepestScript) {
        runScript((args[at + 1] as ShellWord).text, { ...this.#context, workdir: this.#workdir }, this.#effects, this.#depth + 1);
      } else this.#opaque((args[at + 1] as ShellWord).text);
      return true;
    }
    const script = args.find(({ text }) => !text.startsWith('-'));
    if (!script) {
      if (command.heredoc) this.#opaque(command.heredoc.text);
      return true;
    }
    if (args.some(({ text }) => text === '$@')) this.#effects.passesOn ||= name === 'exec';
    const entry = script.dynamic ? undefined : this.#context.files.get(this.#path(script.text));
    if (entry?.type === 'file' && this.#depth < deepestScript && entry.content.kind !== 'image') this.#nested(entry);
    else if (this.#context.phase === 'start') this.#effects.understood = false;
    for (const word of args) this.#forgetNamed(word.text);
    return true;
  }

  #opaque(text: string): void {
    if (this.#context.folders.some((folder) => text.includes(folder))) {
      for (const folder of this.#context.folders) this.#context.files.forgetAll(folder);
    }
    this.#effects.understood = false;
  }

  #remove(path: string, certain: boolean): void {
    const { files } = this.#context;
    const entry = certain ? undefined : files.get(path, false);
    if (certain) files.remove(path);
    else if (entry?.type === 'file') files.set(path, { ...entry, guess: true });
    else if (entry?.type === 'folder') entry.complete = false;
    else if (entry !== undefined) files.set(path, { type: 'unknown' });
  }

  #copy(args: ShellWord[], name: string, certain: boolean): boolean {
    const paths = this.#operands(args);
    const target = paths.at(-1);
    const words = this.#plain(args);
    if (!target || paths.length < 2 || words.some(({ dynamic, text }) => dynamic && !/^[^$`]*$/.test(text))) return false;
    const { files } = this.#context;
    const into = files.get(target)?.type === 'folder' || (words.at(-1)?.text.endsWith('/') ?? false) || paths.length > 2;
    for (const source of paths.slice(0, -1)) {
      const to = into ? posix.join(target, posix.basename(source)) : target;
      const entry = files.get(source, false);
      if (!certain) {
        files.forget(to);
        if (name === 'mv') files.forget(source);
        continue;
      }
      this.#place(to, entry);
      if (name === 'mv') files.remove(source);
    }
    return true;
  }

  #place(to: string, entry: Entry | undefined): void {
    const { files } = this.#context;
    const there = files.get(to);
    if (entry === undefined || entry.type === 'unknown') files.forget(to);
    else if (entry.type === 'folder' && there?.type === 'folder') {
      for (const [name, child] of entry.entries) this.#place(posix.join(to, name), child);
    } else files.set(files.get(to, false)?.type === 'link' ? files.real(to) : to, cloneEntry(entry));
  }

  #link(args: ShellWord[], certain: boolean): boolean {
    const words = this.#plain(args);
    const [target, name] = words;
    if (!target || words.length > 2 || words.some(({ dynamic }) => dynamic)) return false;
    const { files } = this.#context;
    const symbolic = args.some(({ text }) => /^-\w*s|^--symbolic/.test(text));
    const where = name?.text ?? '.';
    const path = this.#path(where);
    const into = files.get(path)?.type === 'folder' && !args.some(({ text }) => /^-\w*[nT]/.test(text));
    const to = into || where.endsWith('/') ? posix.join(path, posix.basename(target.text)) : path;
    if (!certain) files.forget(to);
    else if (symbolic) files.set(to, { type: 'link', target: target.text });
    else this.#place(to, files.get(this.#path(target.text)));
    return true;
  }

  #chmod(args: ShellWord[], certain: boolean): boolean {
    const [mode, ...paths] = this.#plain(args);
    const executable = /x|^0?[1357]\d\d$/.test(mode?.text ?? '') && !/-x/.test(mode?.text ?? '');
    for (const word of paths) {
      for (const path of this.#expand(word)) {
        const entry = this.#context.files.get(path);
        if (entry?.type === 'file' && certain && executable)
          this.#context.files.set(this.#context.files.real(path), { ...entry, mode: 0o755 });
      }
    }
    return true;
  }

  #sed(args: ShellWord[], command: ShellCommand): boolean {
    const inPlace = args.some(({ text }) => /^-\w*i|^--in-place/.test(text));
    if (!inPlace) {
      this.#redirect(command, undefined);
      return true;
    }
    const expressions: ShellWord[] = [];
    const paths: ShellWord[] = [];
    for (let index = 0; index < args.length; index++) {
      const word = args[index] as ShellWord;
      if (/^(-\w*e|--expression)$/.test(word.text) && args[index + 1]) expressions.push(args[++index] as ShellWord);
      else if (word.text.startsWith('-')) continue;
      else if (expressions.length === 0) expressions.push(word);
      else paths.push(word);
    }
    for (const word of paths) for (const path of this.#expand(word)) this.#edit(path, expressions, command.certain);
    return true;
  }

  #edit(path: string, expressions: ShellWord[], certain: boolean): void {
    const { files } = this.#context;
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

  #write(name: string, args: ShellWord[], command: ShellCommand): void {
    const text = this.#output(name, args, command);
    if (name === 'tee')
      for (const { text: to, dynamic } of this.#plain(args))
        if (!dynamic)
          this.#put(
            this.#path(to),
            text,
            command,
            args.some((a) => a.text === '-a'),
          );
    this.#redirect(command, text);
  }

  /** What a command prints, when that is certain. */
  #output(name: string, args: ShellWord[], command: ShellCommand): string | undefined {
    const vague = args.some(({ dynamic, text }) => dynamic && /[$`]/.test(text));
    if (name === 'echo') {
      const flags = args.filter(({ text }, index) => index < 2 && /^-[neE]+$/.test(text));
      const words = args.slice(flags.length).map(({ text }) => text);
      const body = words.join(' ');
      if (vague) return undefined;
      const escapes = flags.some(({ text }) => text.includes('e'));
      if (!escapes && body.includes('\\')) return undefined;
      return (escapes ? unescapePrintf(body) : body) + (flags.some(({ text }) => text.includes('n')) ? '' : '\n');
    }
    if (name === 'printf') {
      const [format, ...values] = args.map(({ text }) => text);
      if (vague || format === undefined) return undefined;
      if (/^%s(\\n)?$/.test(format)) return values.map((value) => value + (format.endsWith('\\n') ? '\n' : '')).join('');
      return format.includes('%') ? undefined : unescapePrintf(format);
    }
    if (command.heredoc && !/[$`]/.test(command.heredoc.text)) return command.heredoc.text;
    if (name === 'tee' && command.pipedFrom) {
      const from = command.pipedFrom;
      return this.#output(from.words[0]?.text ?? '', from.words.slice(1), from);
    }
    if (name === 'cat' && args.length === 1 && !args[0]?.dynamic) {
      const entry = this.#context.files.get(this.#path(args[0]?.text ?? ''));
      return entry?.type === 'file' && entry.content.kind !== 'image' ? entry.content.text() : undefined;
    }
    return undefined;
  }

  #redirect(command: ShellCommand, text: string | undefined): void {
    for (const { operator, target } of command.redirects) {
      if (!operator.startsWith('>')) continue;
      if (target.dynamic) this.#forgetNamed(target.text);
      else this.#put(this.#path(target.text), text, command, operator === '>>');
    }
  }

  #put(path: string, text: string | undefined, command: ShellCommand, append: boolean): void {
    const { files } = this.#context;
    if (path.startsWith('/dev/')) return;
    const before = files.get(path);
    const real = files.real(path);
    const at = this.#context.at(command.offset, 1);
    const known = text !== undefined && command.certain;
    if (append && before?.type === 'file') {
      const longer = text === undefined ? before : appendedFile(before, text, at);
      files.set(real, known ? longer : { ...longer, guess: true });
    } else if (text === undefined || (append && before !== undefined)) files.set(real, { type: 'unknown' });
    else files.set(real, known ? madeFile(text, at) : { ...madeFile(text, at), guess: true });
  }

  #envsubst(args: ShellWord[], command: ShellCommand): boolean {
    const input = command.redirects.find(({ operator }) => operator === '<')?.target ?? this.#catBefore(command);
    const output = command.redirects.find(({ operator }) => operator === '>')?.target;
    if (!output || output.dynamic) {
      if (output) this.#forgetNamed(output.text);
      return true;
    }
    const { files, environment } = this.#context;
    const target = this.#path(output.text);
    const template = input && !input.dynamic ? files.get(this.#path(input.text)) : undefined;
    const list = args.find(({ text }) => !text.startsWith('-'));
    if (
      template?.type !== 'file' ||
      !command.certain ||
      (list?.dynamic && !/\$\{?[A-Za-z_]/.test(list.text)) ||
      list?.text.includes('$(')
    ) {
      files.set(target, { type: 'unknown' });
      return true;
    }
    const names = list && new Set([...list.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1] as string));
    const rendered = renderTemplate(template.content.text(), environment, (name) => names === undefined || names.has(name));
    files.set(files.real(target), renderedFile(template.content, rendered, 0o644));
    this.#effects.rendered.push({ template, target, leftOver: rendered.leftOver });
    return true;
  }

  #catBefore(command: ShellCommand): ShellWord | undefined {
    const from = command.pipedFrom;
    return from && from.words[0]?.text === 'cat' && from.words.length === 2 ? from.words[1] : undefined;
  }

  #plain(args: ShellWord[]): ShellWord[] {
    return args.filter(({ text }) => !text.startsWith('-'));
  }

  #operands(args: ShellWord[]): string[] {
    return this.#plain(args).flatMap((word) => this.#expand(word));
  }

  /** The paths of a word; a glob in its last part is matched against the files. */
  #expand({ text, dynamic }: ShellWord): string[] {
    const path = this.#path(text);
    if (!dynamic) return [path];
    if (/[$`]/.test(text)) {
      this.#forgetNamed(text);
      return [];
    }
    const folder = posix.dirname(path);
    if (/[*?[]/.test(folder)) {
      this.#forgetNamed(text);
      return [];
    }
    const pattern = posix.basename(path);
    return this.#context.files
      .list(folder)
      .filter((name) => !name.startsWith('.') && matchesName(pattern, name))
      .map((name) => posix.join(folder, name));
  }

  #path(text: string): string {
    return posix.resolve(this.#workdir, text.replace(/(.)\/+$/, '$1'));
  }
}

/** The variables that a script sets: to plain text and once, or (null) in some other way. */
function assignedOnce(script: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const match of script.matchAll(
    /(?:^|[\n;]|export )[ \t]*([A-Za-z_]\w*)=(?:"([^"$`\n]*)"|'([^'\n]*)'|([^\s"'$`;&|]*))(?=[\s;]|$)/g,
  )) {
    const name = match[1] as string;
    found.set(name, found.has(name) ? null : (match[2] ?? match[3] ?? match[4] ?? ''));
  }
  for (const match of script.matchAll(/\b(?:read|for)\s+(?:-r\s+)?([A-Za-z_]\w*)/g)) found.set(match[1] as string, null);
  for (const match of script.matchAll(/(?<![\w$])([A-Za-z_]\w*)=["']?[^\s"'$`]{0,200}[$`]/g)) found.set(match[1] as string, null);
  return found;
}

function looksLikeScript(entry: FileEntry): boolean {
  if (entry.content.bytes() !== undefined) return false;
  return /^#!.*\b(sh|bash|ash|dash)\b/.test(entry.content.text().slice(0, 80)) || !entry.content.text().startsWith('#!');
}

function unescapePrintf(text: string): string {
  return text.replace(/\\([ntr\\"'$])/g, (_, char: string) => ({ n: '\n', t: '\t', r: '\r' })[char] ?? char);
}
