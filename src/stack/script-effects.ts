import { posix } from 'node:path';
import type { Location } from '../core/source.ts';
import type { FileEntry, FileSystem } from './file-system.ts';
import { plain, ScriptFiles } from './script-files.ts';
import { printedBy } from './script-output.ts';
import { assignedOnce } from './script-variables.ts';
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

const deepestScript = 5;
/** Commands that do a job and end, or that are nginx; whatever else is started keeps running, so that the container holds more than nginx. */
const passing =
  /^(sleep|wait|true|:|echo|printf|exit|set|nginx|openresty|angie|trap|date|test|\[|\[\[|cat|tail|kill|chmod|chown|mkdir|rm|cp|mv|ln|sed|envsubst|export|unset|shift|cd|openssl|certbot|inotifywait|until|nc|curl|wget|break|continue|return|local|read|touch|which|command|ls|find|grep|awk|tr|cut|sort|head|exec|source|\.|getopts|eval|id|hostname|env|dockerize|wait-for-it\.sh|crond?)$/;

/** What stands before a command and starts it. */
const starters = /^(exec|sudo|env|nohup|gosu|su-exec|tini|dumb-init|\/sbin\/tini|\/usr\/bin\/tini|\/usr\/bin\/dumb-init)$/;

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

/** A command as its name reads it. */
interface Call {
  name: string;
  args: ShellWord[];
  command: ShellCommand;
}

class ScriptRunner {
  readonly #context: ScriptContext;
  readonly #effects: ScriptEffects;
  readonly #depth: number;
  readonly #files: ScriptFiles;

  constructor(context: ScriptContext, effects: ScriptEffects, depth: number) {
    this.#context = context;
    this.#effects = effects;
    this.#depth = depth;
    this.#files = new ScriptFiles(context.files, context.workdir, context.folders, () => {
      effects.understood = false;
    });
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
    const [first, ...args] = startedWords(command.words);
    if (first === undefined) {
      this.#redirect(command, undefined);
      return;
    }
    const call = { name: posix.basename(first.text), args, command };
    if (!this.#onFiles(call) && !this.#inShell(call)) this.#unknown(first, args, command);
  }

  /** Commands that change files. @returns false for others, and where their words don't tell what they do */
  #onFiles({ name, args, command }: Call): boolean {
    const { certain } = command;
    switch (name) {
      case 'rm':
      case 'unlink':
        this.#files.remove(args, certain);
        return true;
      case 'mv':
      case 'cp':
      case 'install':
        return this.#files.copy(name, args, certain);
      case 'ln':
        return this.#files.link(args, certain);
      case 'mkdir':
        this.#files.makeFolders(args, certain);
        return true;
      case 'touch':
        this.#files.touch(args, certain, this.#context.at(command.offset, 1));
        return true;
      case 'chmod':
        this.#files.chmod(args, certain);
        return true;
      case 'sed':
        if (args.some(({ text }) => /^-\w*i|^--in-place/.test(text))) this.#files.editInPlace(args, certain);
        else this.#redirect(command, undefined);
        return true;
      case 'echo':
      case 'printf':
      case 'cat':
      case 'tee':
        this.#write(name, args, command);
        return true;
      case 'envsubst':
        this.#envsubst(args, command);
        return true;
    }
    return false;
  }

  /** Commands that change what the shell itself knows or runs. @returns false for others */
  #inShell({ name, args, command }: Call): boolean {
    switch (name) {
      case 'cd':
        if (args[0] && !args[0].dynamic && command.certain) this.#files.workdir = this.#files.path(args[0].text);
        return true;
      case 'export':
        this.#export(args, command.certain);
        return true;
      case '.':
      case 'source':
      case 'sh':
      case 'bash':
      case 'ash':
      case 'dash':
        this.#shell(args, command);
        return true;
      case 'nginx':
      case 'openresty':
      case 'angie':
      case 'nginx-debug':
        // With these it tests, tells or signals, and ends.
        if (!args.some(({ text }) => /^-[stTvV]$/.test(text))) this.#effects.nginx = [name, ...args.map(({ text }) => text)];
        return true;
      case 'chown':
      case 'chgrp':
      case 'setcap':
      case 'ls':
      case 'test':
      case '[':
      case '[[':
      case 'nc':
        return !command.redirects.some(({ operator }) => operator.startsWith('>'));
      case '$@':
      case '"$@"':
        this.#effects.passesOn = true;
        return true;
    }
    return false;
  }

  #unknown(first: ShellWord, args: ShellWord[], command: ShellCommand): void {
    this.#redirect(command, undefined);
    const entry = first.text.includes('/') && !first.dynamic ? this.#context.files.get(this.#files.path(first.text)) : undefined;
    if (entry?.type === 'file' && entry.content.kind !== 'image' && this.#depth < deepestScript && looksLikeScript(entry)) {
      if (handsOn(args)) this.#effects.passesOn ||= this.#context.phase === 'start';
      this.#nested(entry);
      return;
    }
    if (this.#context.phase === 'start') this.#started(first, args, entry?.type === 'unknown');
    for (const word of args) this.#files.forgetNamed(word.text);
  }

  /** A program that the container starts. */
  #started(first: ShellWord, args: ShellWord[], isLost: boolean): void {
    if (first.text === '/docker-entrypoint.sh') {
      this.#effects.official = handsOn(args) ? 'own arguments' : args.map(({ text }) => text);
    } else if (!passing.test(posix.basename(first.text))) {
      this.#effects.startsOthers = true;
      if (first.dynamic || /\.(sh|py|pl|rb|js)$/.test(first.text) || isLost) this.#effects.understood = false;
    }
  }

  #nested(entry: FileEntry): void {
    const at = (offset: number, length: number) => entry.content.locate(offset, offset + length) ?? this.#context.at(0, 0);
    this.#deeper(entry.content.text(), { at });
  }

  #deeper(script: string, changed: Partial<ScriptContext> = {}): void {
    runScript(script, { ...this.#context, workdir: this.#files.workdir, ...changed }, this.#effects, this.#depth + 1);
  }

  #export(args: ShellWord[], certain: boolean): void {
    for (const { text, dynamic } of args) {
      const cut = text.indexOf('=');
      if (cut === -1 || dynamic || !certain) this.#effects.exports = true;
      else this.#effects.exported.set(text.slice(0, cut), text.slice(cut + 1));
    }
  }

  /** `sh -c TEXT`, `sh FILE`, `. FILE`, `sh <<END`. */
  #shell(args: ShellWord[], command: ShellCommand): void {
    const text = args[args.findIndex((word) => /^-\w*c\w*$/.test(word.text)) + 1]?.text;
    if (args.some((word) => /^-\w*c\w*$/.test(word.text)) && text !== undefined) {
      if (command.certain && this.#depth < deepestScript) this.#deeper(text);
      else this.#opaque(text);
      return;
    }
    const script = args.find((word) => !word.text.startsWith('-'));
    if (!script) {
      if (command.heredoc) this.#opaque(command.heredoc.text);
      return;
    }
    const entry = script.dynamic ? undefined : this.#context.files.get(this.#files.path(script.text));
    if (entry?.type === 'file' && this.#depth < deepestScript && entry.content.kind !== 'image') this.#nested(entry);
    else if (this.#context.phase === 'start') this.#effects.understood = false;
    for (const word of args) this.#files.forgetNamed(word.text);
  }

  #opaque(text: string): void {
    this.#files.forgetMentioned(text);
    this.#effects.understood = false;
  }

  #write(name: string, args: ShellWord[], command: ShellCommand): void {
    const text = printedBy({ ...command, words: [{ text: name, dynamic: false }, ...args] }, (path) => this.#textOf(path));
    const append = args.some((word) => word.text === '-a');
    if (name === 'tee') for (const to of plain(args)) if (!to.dynamic) this.#put(to.text, text, command, append);
    this.#redirect(command, text);
  }

  #textOf(path: string): string | undefined {
    const entry = this.#context.files.get(this.#files.path(path));
    return entry?.type === 'file' && entry.content.kind !== 'image' ? entry.content.text() : undefined;
  }

  #redirect(command: ShellCommand, text: string | undefined): void {
    for (const { operator, target } of command.redirects) {
      if (!operator.startsWith('>')) continue;
      if (target.dynamic) this.#files.forgetNamed(target.text);
      else this.#put(target.text, text, command, operator === '>>');
    }
  }

  #put(word: string, text: string | undefined, { certain, offset }: ShellCommand, append: boolean): void {
    this.#files.put(this.#files.path(word), { text, append, certain, at: this.#context.at(offset, 1) });
  }

  #envsubst(args: ShellWord[], command: ShellCommand): void {
    const input = command.redirects.find(({ operator }) => operator === '<')?.target ?? catBefore(command);
    const output = command.redirects.find(({ operator }) => operator === '>')?.target;
    if (!output) return;
    if (output.dynamic) {
      this.#files.forgetNamed(output.text);
      return;
    }
    const { files, environment } = this.#context;
    const target = this.#files.path(output.text);
    const template = input && !input.dynamic ? files.get(this.#files.path(input.text)) : undefined;
    const list = args.find(({ text }) => !text.startsWith('-'));
    const unreadable = (list?.dynamic && !/\$\{?[A-Za-z_]/.test(list.text)) || list?.text.includes('$(');
    if (template?.type !== 'file' || !command.certain || unreadable) {
      files.set(target, { type: 'unknown' });
      return;
    }
    const names = list && new Set([...list.text.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map((match) => match[1] as string));
    const rendered = renderTemplate(template.content.text(), environment, (name) => names === undefined || names.has(name));
    files.set(files.real(target), renderedFile(template.content, rendered, 0o644));
    this.#effects.rendered.push({ template, target, leftOver: rendered.leftOver });
  }
}

/** The words of a command behind assignments and what only starts it: `A=1 exec tini -- nginx` is `nginx`. */
function startedWords(all: readonly ShellWord[]): ShellWord[] {
  const words = [...all];
  const isAssignment = (word: ShellWord | undefined) => word !== undefined && /^[A-Za-z_]\w*=/.test(word.text);
  while (isAssignment(words[0])) words.shift();
  if (!starters.test(words[0]?.text ?? '')) return words;
  words.shift();
  while (words[0]?.text.startsWith('-') || isAssignment(words[0])) words.shift();
  return words;
}

function handsOn(args: readonly ShellWord[]): boolean {
  return args.some(({ text }) => text === '$@');
}

/** The file in `cat FILE | envsubst`. */
function catBefore({ pipedFrom }: ShellCommand): ShellWord | undefined {
  return pipedFrom?.words[0]?.text === 'cat' && pipedFrom.words.length === 2 ? pipedFrom.words[1] : undefined;
}

function looksLikeScript(entry: FileEntry): boolean {
  if (entry.content.bytes() !== undefined) return false;
  return /^#!.*\b(sh|bash|ash|dash)\b/.test(entry.content.text().slice(0, 80)) || !entry.content.text().startsWith('#!');
}
