import { posix } from 'node:path';
import type { Command, Service } from '../compose/model.ts';
import type { Location } from '../core/source.ts';
import { officialStartFolder, officialStartScripts, rendersTemplates } from '../docker/known-images.ts';
import type { ImageFacts } from '../docker/model.ts';
import type { NginxLayout } from '../docker/nginx-layouts.ts';
import type { FileEntry, FileSystem } from './file-system.ts';
import { nginxFolders } from './image-tree.ts';
import type { FileTree, PlacedFile } from './model.ts';
import { runCommand, runScript, type ScriptContext, type ScriptEffects } from './script-effects.ts';
import { type ContainerEnvironment, type LeftOver, renderedFile, renderTemplate, templateSettings } from './templates.ts';

/** What happened between the start of the container and the start of nginx. */
export interface Startup {
  /** False when a script may have changed nginx's folders in a way that nobody can tell. */
  understood: boolean;
  /** Other processes run beside nginx in the container. */
  startsOthers: boolean;
  /** The command line of nginx, its name first; null when it isn't known. */
  nginx: string[] | null;
  /** The service's own `command` starts nginx and nothing that keeps running beside it, in an image whose entry point nobody knows. */
  commandIsNginx: boolean;
  rendered: PlacedFile[];
  unset: FileTree['unsetTemplateVariables'];
}

export interface StartupContext {
  files: FileSystem;
  layout: NginxLayout;
  image: string | null;
  facts: ImageFacts;
  service: Service;
  environment: ContainerEnvironment;
  /** Whether a path can be written to (no read-only mount holds it). */
  isWritable(path: string): boolean;
}

const officialEntry = '/docker-entrypoint.sh';

/** Runs the container's entry point and command on its files, as far as they can be followed. */
export function startContainer(context: StartupContext): Startup {
  return new StartupRunner(context).start();
}

class StartupRunner {
  readonly #context: StartupContext;
  #environment: ContainerEnvironment;
  readonly #out: Startup = { understood: true, startsOthers: false, nginx: null, commandIsNginx: false, rendered: [], unset: [] };

  constructor(context: StartupContext) {
    this.#context = context;
    this.#environment = context.environment;
  }

  start(): Startup {
    const { service, facts } = this.#context;
    const own = service.entrypoint !== null;
    const entry = service.entrypoint ? wordsOf(service.entrypoint) : factWords(facts.entrypoint, facts.entrypointShell);
    const command = service.command ? wordsOf(service.command) : own ? [] : factWords(facts.cmd, facts.cmdShell);
    if (entry === null) this.#imageEntry(command);
    else this.#run(entry, command ?? []);
    if (service.entrypoint?.uncertain || service.command?.uncertain) this.#forget(true);
    return this.#out;
  }

  /** The image's own entry point, with the command of the service or (null) the image's own. */
  #imageEntry(command: string[] | null): void {
    const { layout } = this.#context;
    if (layout.start === 'writes') {
      // Most images of this kind are made on the official one: what they would render is the best guess.
      this.#renderTemplates();
      if (command !== null) {
        this.#command(command);
        const { nginx, understood, startsOthers } = this.#out;
        this.#out.commandIsNginx = nginx !== null && understood && !startsOthers;
      }
      this.#out.understood = false;
      this.#out.startsOthers = true;
      return;
    }
    const words = command ?? ['nginx', '-g', 'daemon off;'];
    if (this.#hasOfficialEntry()) this.#official(words);
    else this.#command(words);
  }

  #hasOfficialEntry(): boolean {
    const { layout, files, image } = this.#context;
    const replaced = files.get(officialEntry)?.type === 'file';
    return layout.start === 'official' && !replaced && (image === null || rendersTemplates(image));
  }

  #run(entry: string[], command: string[]): void {
    const [first] = entry;
    if (first === undefined) this.#command(command);
    else if (first === officialEntry && this.#hasOfficialEntry()) this.#official([...entry.slice(1), ...command]);
    else this.#command([...entry, ...command], command);
  }

  /** The entry point of the official images: scripts first, when the command is nginx. */
  #official(words: string[]): void {
    if (words[0] === 'nginx' || words[0] === 'nginx-debug') this.#startScripts();
    this.#command(words);
  }

  #startScripts(): void {
    const { files } = this.#context;
    if (!files.isKnown(officialStartFolder)) this.#forget(false);
    for (const name of files.list(officialStartFolder).sort(byVersion)) {
      const entry = files.get(`${officialStartFolder}/${name}`);
      if (entry?.type !== 'file') continue;
      if ((entry.mode & 0o111) === 0) {
        // It would not run; but many a copy of a repository has lost the mode bits, so nothing is concluded from that.
        if (entry.content.kind !== 'image' && /\.(sh|envsh)$/.test(name)) this.#forget(false);
        continue;
      }
      if (entry.content.kind === 'image') {
        if (name === officialStartScripts.templates) this.#renderTemplates();
        if (name === officialStartScripts.localResolvers) this.#localResolvers();
      } else if (/\.(sh|envsh)$/.test(name)) this.#script(entry, name.endsWith('.envsh'));
    }
  }

  #localResolvers(): void {
    if (!this.#environment.values.get('NGINX_ENTRYPOINT_LOCAL_RESOLVERS')) return;
    this.#environment = { ...this.#environment, values: new Map([...this.#environment.values, ['NGINX_LOCAL_RESOLVERS', null]]) };
  }

  #script(entry: FileEntry, exports: boolean): void {
    const effects = runScript(entry.content.text(), this.#scriptContext(entry));
    this.#take(effects);
    if (!exports) return;
    this.#environment = {
      values: new Map([...this.#environment.values, ...effects.exported]),
      complete: this.#environment.complete && !effects.exports,
    };
  }

  /** @param passed the words that `"$@"` stands for in the script that these words run */
  #command(words: string[], passed: string[] = []): void {
    if (words.length === 0) return;
    const effects = runCommand(words, this.#scriptContext());
    const before = this.#out.nginx;
    this.#take(effects);
    if (effects.official !== null) this.#official(effects.official === 'own arguments' ? passed : effects.official);
    else if (effects.passesOn && passed.length > 0 && passed.length < words.length) this.#command(passed);
    else if (effects.passesOn && passed.length === 0 && effects.nginx === null) this.#out.nginx = before;
  }

  #take(effects: ScriptEffects): void {
    if (!effects.understood) this.#forget(true);
    if (effects.startsOthers) this.#out.startsOthers = true;
    this.#out.nginx = effects.nginx ?? this.#out.nginx;
    for (const { template, target, leftOver } of effects.rendered) this.#note(template, target, leftOver);
  }

  #forget(others: boolean): void {
    this.#out.understood = false;
    this.#out.startsOthers ||= others;
  }

  #scriptContext(script?: FileEntry): ScriptContext {
    const { files, facts, service } = this.#context;
    const none: Location = service.at;
    return {
      files,
      workdir: service.workingDir?.value ?? facts.workdir,
      environment: this.#environment,
      folders: nginxFolders,
      phase: 'start',
      at: (offset, length) => script?.content.locate(offset, offset + length) ?? none,
    };
  }

  #renderTemplates(): void {
    const { files } = this.#context;
    const settings = templateSettings(this.#environment);
    const { templates, output, streamOutput, filter } = settings;
    if (files.get(templates) === undefined) return;
    if (!settings.certain || !files.isKnown(templates)) {
      files.folder(output).complete = false;
      if (!settings.certain || filter === null) return;
    }
    this.#renderFolder(templates, settings.suffix, output, filter as RegExp);
    this.#renderFolder(templates, settings.streamSuffix, streamOutput, filter as RegExp);
  }

  #renderFolder(templates: string, suffix: string, output: string, filter: RegExp): void {
    const { files, isWritable } = this.#context;
    const root = posix.resolve('/', templates);
    for (const [path, entry] of files.walk(root)) {
      if (!path.endsWith(suffix)) continue;
      const target = posix.join(posix.resolve('/', output), posix.relative(root, path).slice(0, -suffix.length));
      if (!isWritable(target)) continue;
      const replaces = (name: string) => this.#environment.values.has(name) && filter.test(name);
      const rendered = renderTemplate(entry.content.text(), this.#environment, replaces);
      files.set(target, renderedFile(entry.content, rendered, 0o644));
      this.#note(entry, target, rendered.leftOver);
    }
  }

  #note(template: FileEntry, target: string, leftOver: LeftOver[]): void {
    const { content } = template;
    const first = content.locate(0, 0);
    if (content.origin === null || first === null) return;
    this.#out.rendered.push({ source: content.origin, target, at: first, by: 'template' });
    for (const { name, start, end, because } of leftOver) {
      const at = content.locate(start, end);
      if (at) this.#out.unset.push({ name, at, template: content.origin, uncertain: because === 'unknown value' });
    }
  }
}

function wordsOf(command: Command): string[] {
  const words = command.words.map(({ value }) => value);
  return command.shell ? ['/bin/sh', '-c', words.join(' ')] : words;
}

function factWords(words: { value: string }[] | null, shell: boolean): string[] | null {
  if (words === null) return null;
  const plain = words.map(({ value }) => value);
  return shell && plain.length > 0 ? ['/bin/sh', '-c', plain.join(' ')] : plain;
}

/** The order of `sort -V`: runs of digits by their value. */
export function byVersion(a: string, b: string): number {
  const left = a.match(/\d+|\D+/g) ?? [];
  const right = b.match(/\d+|\D+/g) ?? [];
  for (let index = 0; index < Math.min(left.length, right.length); index++) {
    const [one, other] = [left[index] as string, right[index] as string];
    const numbers = /^\d/.test(one) && /^\d/.test(other) ? Number(one) - Number(other) : 0;
    const order = numbers || (one < other ? -1 : one > other ? 1 : 0);
    if (order !== 0) return order;
  }
  return left.length - right.length;
}
