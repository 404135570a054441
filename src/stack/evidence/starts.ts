/** What a service's container starts: from its command line through scripts, package.json and configuration files. */
import { posix } from 'node:path';
import type { Located } from '../../core/source.ts';
import { type Bind, type Invocation, option, type Start } from './bind.ts';
import { type CommandWord, type Lookup, programName, programsOf, programsOfScript, type SimpleCommand } from './command-line.ts';
import { startOf } from './programs.ts';
import type { ServiceFiles } from './service-files.ts';
import { bindsOfFile } from './start-files.ts';
import { withFallbacks } from './unset-variable.ts';

/** All that is known of what a container starts. */
export interface Started {
  binds: Bind[];
  /** True when something is started of which no file tells what it listens on. */
  opaque: boolean;
  /** True when several processes run side by side. */
  several: boolean;
  /** How many programs were looked at: scripts that call each other would never end. */
  steps?: number;
}

const deepest = 5;
const mostSteps = 2000;

export function startedBy(words: readonly Located<string>[], shell: boolean, lookup: Lookup, files: ServiceFiles): Started {
  const started: Started = { binds: [], opaque: false, several: false };
  for (const command of programsOf(words, shell, lookup)) follow(command, lookup, files, started, 0);
  return started;
}

function follow(command: SimpleCommand, lookup: Lookup, files: ServiceFiles, started: Started, depth: number): void {
  const first = command.words[0];
  if (first === undefined) return;
  const known: Lookup = (name) => command.environment.get(name) ?? lookup(name);
  if (command.beside) started.several = true;
  started.steps = (started.steps ?? 0) + 1;
  if (depth > deepest || started.steps > mostSteps) {
    started.opaque = true;
    return;
  }
  const name = programName(first.text);
  const args = command.words.slice(1);
  if (/\.(?:sh|bash)$/.test(name) || (/entrypoint/.test(name) && !name.includes('.'))) {
    script(first.text, known, files, started, depth);
    return;
  }
  if (/^(?:npm|yarn|pnpm|bun)$/.test(name)) {
    const run = packageScript(name, args);
    if (run !== null) {
      ofPackage(run, passedOn(name, args, run), known, files, started, depth);
      return;
    }
  }
  if (/^python(?:\d(?:\.\d+)?)?$/.test(name)) {
    interpreter(args, ['-W', '-X', '-c'], known, files, started, depth, 'python');
    return;
  }
  if (/^(?:node|nodejs|nodemon|ts-node|ts-node-dev|tsx|bun|deno|babel-node|node-dev)$/.test(name)) {
    interpreter(
      args,
      ['-r', '--require', '--import', '--loader', '-w', '--watch', '-e', '--ext', '--ignore', '-P', '--project', '--config'],
      known,
      files,
      started,
      depth,
      'node',
    );
    return;
  }
  if (name === 'ruby') {
    interpreter(args, ['-r', '-I'], known, files, started, depth, 'ruby');
    return;
  }
  const managed = /^pm2(?:-runtime|-docker)?$/.test(name) ? managedByPm2(args) : null;
  if (managed !== null) {
    follow({ ...command, words: managed }, lookup, files, started, depth + 1);
    return;
  }
  if (name === 'supervisord') {
    supervisor(args, known, files, started, depth);
    return;
  }
  if (isScript(first.text, files)) {
    script(first.text, known, files, started, depth);
    return;
  }
  const before = started.binds.length;
  settle({ program: name, args, lookup: known }, files, started);
  if (files.isOwnProgram(first.text)) doubtDefaults(started, before);
}

/** A program of the repository's own that is only called like a well-known one: its defaults are its own. */
function doubtDefaults(started: Started, from: number): void {
  const doubtful = started.binds.slice(from).map((bind): Bind => (bind.by === 'default' ? { ...bind, certain: false } : bind));
  if (doubtful.some((bind) => bind.by === 'default')) started.opaque = true;
  started.binds.splice(from, doubtful.length, ...doubtful);
}

/** The one program that `pm2-runtime npm -- start` or `pm2-runtime start server.js` keeps running; null for a list of programs. */
function managedByPm2(args: readonly CommandWord[]): CommandWord[] | null {
  const from = args[0]?.text === 'start' ? 1 : 0;
  const [program, ...rest] = args.slice(from);
  if (program === undefined) return null;
  const end = rest.findIndex((word) => word.text === '--');
  const own = end === -1 ? [] : rest.slice(end + 1);
  if (/^(?:npm|yarn|pnpm)$/.test(program.text)) return own.length > 0 ? [program, ...own] : null;
  return /\.[cm]?[jt]s$/.test(program.text) && !/(?:ecosystem|pm2|process)/.test(program.text)
    ? [{ ...program, text: 'node' }, program, ...own]
    : null;
}

function settle(invocation: Invocation, files: ServiceFiles, started: Started): void {
  const start: Start = startOf(invocation);
  if (invocation.program === 'flask' && start.kind === 'binds') {
    started.binds.push(...withFlaskFiles(invocation, start.binds, files));
    return;
  }
  const configured = configuredBinds(invocation, files);
  if (configured === 'unread') {
    // The file may well move what is the default without it.
    if (start.kind === 'binds')
      started.binds.push(...start.binds.map((bind): Bind => (bind.by === 'default' ? { ...bind, certain: false } : bind)));
    else if (start.kind === 'several') started.several = true;
    started.opaque ||= start.kind !== 'binds' || start.binds.every((bind) => bind.by === 'default');
    return;
  }
  if (configured !== null && (start.kind !== 'binds' || start.binds.every((bind) => bind.by === 'default'))) {
    started.binds.push(...configured);
    return;
  }
  if (start.kind === 'binds') started.binds.push(...start.binds);
  else if (start.kind === 'several') started.several = true;
  else started.opaque = true;
}

/**
 * `flask` takes variables that the container lacks from .env and .flaskenv in the folder that it starts in: where python-dotenv is
 * installed and the files are in the image. Where they move its port, neither port is certain.
 */
function withFlaskFiles({ lookup, ...rest }: Invocation, without: Bind[], files: ServiceFiles): Bind[] {
  const values = new Map<string, string>();
  for (const name of ['.flaskenv', '.env']) {
    const source = files.read(name);
    for (const match of source?.text.matchAll(/^[ \t]*(?:export[ \t]+)?(FLASK_\w+)[ \t]*=[ \t]*["']?([^\s"'#]*)/gm) ?? [])
      values.set(match[1] as string, match[2] as string);
  }
  const start = values.size === 0 ? null : startOf({ ...rest, lookup: (name) => lookup(name) ?? values.get(name) });
  if (start?.kind !== 'binds') return without;
  const same = start.binds.every((bind) => without.some(({ port, address }) => port === bind.port && address === bind.address));
  return same ? without : [...without, ...start.binds].map((bind) => ({ ...bind, certain: false }));
}

/** Programs that read a file for what they listen on. Null: no such file is known; `unread`: there is one, and what it binds is not literal. */
function configuredBinds({ program, args, lookup }: Invocation, files: ServiceFiles): Bind[] | 'unread' | null {
  const paths: string[] = [];
  if (program === 'gunicorn') {
    const word = option(args, ['-c', '--config']);
    paths.push((word?.text ?? './gunicorn.conf.py').replace(/^file:/, ''));
  } else if (program === 'uwsgi') {
    const word = option(args, ['--ini', '-i']) ?? args.find((arg) => /\.ini$/.test(arg.text));
    if (word !== undefined) paths.push(word.text);
  } else if (program === 'puma') {
    paths.push(option(args, ['-C', '--config'])?.text ?? 'config/puma.rb');
  } else if (program === 'rails' || program === 'bin/rails') {
    paths.push('config/puma.rb');
  } else if (program === 'unicorn' || program === 'unicorn_rails') {
    const word = option(args, ['-c', '--config-file']);
    if (word !== undefined) paths.push(word.text);
  } else if (program === 'caddy') {
    paths.push(option(args, ['--config', '-config'])?.text ?? '/etc/caddy/Caddyfile');
  } else if (program === 'mosquitto') {
    const word = option(args, ['-c']);
    if (word !== undefined) paths.push(word.text);
  }
  let speaks = false;
  const binds = paths.flatMap((path) => {
    const source = files.read(path);
    speaks ||= source !== undefined && /^[^#;\n]*(?:bind|port|listen|socket|http)/im.test(source.text);
    return source === undefined ? [] : withFallbacks(bindsOfFile(source, lookup), source.text, lookup, files);
  });
  if (binds.length > 0) return binds;
  return speaks ? 'unread' : null;
}

function isScript(path: string, files: ServiceFiles): boolean {
  const source = files.program(path);
  return source !== undefined && /^#!.*\b(?:ba|da|a|z)?sh\b/.test(source.text.slice(0, 100));
}

function script(path: string, lookup: Lookup, files: ServiceFiles, started: Started, depth: number): void {
  const source = files.program(path);
  if (source === undefined) {
    // Nearly every entry point ends in exec "$@"; what else it starts nobody knows.
    started.opaque = true;
    return;
  }
  const commands = programsOfScript(source.text, (offset) => source.locate(offset, offset), lookup).slice(0, 400);
  for (const command of commands) follow(command, lookup, files, started, depth + 1);
  if (/(^|\s)(if|case|while|for)\s/.test(source.text) && new Set(started.binds.map((bind) => bind.port)).size > 1) started.several = true;
}

function packageScript(name: string, args: CommandWord[]): string | null {
  const words = args.filter((word) => !word.text.startsWith('-'));
  const first = words[0]?.text;
  if (first === undefined) return null;
  if (first === 'run' || first === 'run-script') return words[1]?.text ?? null;
  if (first === 'start' || first === 'test' || first === 'stop') return first;
  return name === 'npm' || /^(?:install|ci|add|exec|dlx|global|cache|config|build)$/.test(first)
    ? null
    : /\.[cm]?[jt]s$/.test(first)
      ? null
      : first;
}

/** What the script gets behind its own words: npm hands on what stands behind `--`, the others all that stands behind the script's name. */
function passedOn(name: string, args: readonly CommandWord[], run: string): CommandWord[] {
  const end = args.findIndex((word) => word.text === '--');
  // pnpm hands the `--` on as well, and what stands behind it then is for the program to take or leave.
  if (end !== -1) return args.slice(end + 1).map((word) => (name === 'pnpm' ? { ...word, literal: false } : word));
  return name === 'npm' ? [] : args.slice(args.findIndex((word) => word.text === run) + 1);
}

/** A word as a shell would have to read it; one that nobody knows stays a variable without a value. */
function asShellWord({ text, literal }: CommandWord): string {
  return literal ? `'${text.replaceAll("'", "'\\''")}'` : '"$?"';
}

function ofPackage(run: string, more: readonly CommandWord[], lookup: Lookup, files: ServiceFiles, started: Started, depth: number): void {
  const source =
    files.read('package.json') ?? (files.context === null ? undefined : files.readPlace(posix.join(files.context, 'package.json')));
  let line: unknown;
  try {
    line =
      source === undefined
        ? undefined
        : (JSON.parse(source.text.replace(/^\uFEFF/, '')) as { scripts?: Record<string, unknown> }).scripts?.[run];
  } catch {
    line = undefined;
  }
  if (source === undefined || typeof line !== 'string') {
    started.opaque = true;
    return;
  }
  const offset = Math.max(0, source.text.indexOf(JSON.stringify(run)));
  const at = source.locate(offset, offset + run.length + 2);
  const whole = [line, ...more.map(asShellWord)].join(' ');
  for (const command of programsOf([{ value: whole, at }], true, lookup)) follow(command, lookup, files, started, depth + 1);
}

function interpreter(
  args: CommandWord[],
  valued: string[],
  outer: Lookup,
  files: ServiceFiles,
  started: Started,
  depth: number,
  language: string,
): void {
  // `node --env-file=.env`: any variable may stand in that file, so that no fallback is certain.
  const lookup: Lookup = args.some(({ text }) => text.startsWith('--env-file')) ? (name) => outer(name) ?? '' : outer;
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as CommandWord;
    if (language === 'python' && word.text === '-m') {
      const module = args[at + 1];
      if (module === undefined) break;
      const name = module.text.replace(/\.(?:__main__|main|cmd|bin)$/, '');
      const rest = args.slice(at + 2);
      if (name === 'http.server' || !name.includes('.')) {
        settleModule(name, rest, lookup, files, started, depth);
        return;
      }
      const source = files.read(`${module.text.replaceAll('.', '/')}.py`);
      ofSource(source, lookup, files, started, rest);
      return;
    }
    if (word.text === '--exec' || word.text === '-x') {
      const line = args[at + 1];
      if (line !== undefined && line.at !== null) {
        for (const command of programsOf([{ value: line.text, at: line.at }], true, lookup))
          follow(command, lookup, files, started, depth + 1);
        return;
      }
    }
    if (valued.includes(word.text)) {
      at++;
      continue;
    }
    if (word.text.startsWith('-')) continue;
    const rest = args.slice(at + 1);
    const name = programName(word.text);
    if (name === 'manage.py') {
      settle({ program: 'manage.py', args: rest, lookup }, files, started);
      return;
    }
    if (language === 'node' && (word.text === 'run' || word.text === 'task' || word.text === 'watch' || word.text === 'serve')) continue;
    const tool = /node_modules\/(?:\.bin\/)?(?:@[\w-]+\/)?([\w-]+)/.exec(word.text)?.[1];
    if (tool !== undefined) {
      settle({ program: tool, args: rest, lookup }, files, started);
      return;
    }
    if (/\.output\/server\/index\.mjs$/.test(word.text)) {
      // Nitro's server: NITRO_PORT, else PORT, else 3000, on all addresses.
      const port = Number(lookup('NITRO_PORT') ?? lookup('PORT') ?? 3000);
      started.binds.push({
        port,
        socket: null,
        address: lookup('NITRO_HOST') ?? lookup('HOST') ?? '0.0.0.0',
        protocol: 'http',
        program: 'nuxt',
        at: word.at,
        by: 'default',
        certain: true,
      });
      return;
    }
    const source = files.read(word.text) ?? files.read(`${word.text}.js`) ?? files.read(`${word.text}/index.js`);
    if (language === 'ruby' && /(?:^|\/)(?:rails|puma|unicorn|thin|rackup)$/.test(word.text)) {
      settle({ program: name, args: rest, lookup }, files, started);
      return;
    }
    ofSource(source, lookup, files, started, rest);
    return;
  }
  started.opaque = true;
}

function settleModule(name: string, rest: CommandWord[], lookup: Lookup, files: ServiceFiles, started: Started, depth: number): void {
  const source = files.read(`${name}/__main__.py`) ?? files.read(`${name}.py`);
  if (source !== undefined) {
    ofSource(source, lookup, files, started, rest);
    return;
  }
  follow(
    { words: [{ text: name, literal: true, at: rest[0]?.at ?? null }, ...rest], environment: new Map(), beside: false },
    lookup,
    files,
    started,
    depth + 1,
  );
}

/** The script that an interpreter was told to run: what it listens on, where it says so itself. */
function ofSource(
  source: ReturnType<ServiceFiles['read']>,
  lookup: Lookup,
  files: ServiceFiles,
  started: Started,
  rest: CommandWord[],
): void {
  const given = startOf({ program: 'the app', args: rest, lookup });
  if (given.kind === 'binds' && given.binds.length > 0) {
    started.binds.push(...given.binds);
    return;
  }
  const binds = source === undefined ? [] : bindsOfFile(source, lookup);
  if (binds.length === 0) {
    started.opaque = true;
    return;
  }
  for (const bind of withFallbacks(binds, source?.text ?? '', lookup, files))
    started.binds.push({ ...bind, program: bind.program === 'the app' ? (source?.file ?? 'the app') : bind.program });
  // One script that opens several ports may open more that are not literal.
  if (new Set(binds.map((bind) => bind.port)).size > 1) started.several = true;
}

function supervisor(args: CommandWord[], lookup: Lookup, files: ServiceFiles, started: Started, depth: number): void {
  started.several = true;
  const path = option(args, ['-c', '--configuration'])?.text;
  const source = [path, '/etc/supervisor/supervisord.conf', '/etc/supervisord.conf', '/etc/supervisor/conf.d/supervisord.conf']
    .map((candidate) => (candidate === undefined ? undefined : files.read(candidate)))
    .find((candidate) => candidate !== undefined);
  if (source === undefined) {
    started.opaque = true;
    return;
  }
  let programs = 0;
  for (const match of source.text.matchAll(/^[ \t]*command[ \t]*=[ \t]*([^\n]{1,2000})/gm)) {
    if (++programs > 40) break;
    const at = source.locate(match.index, match.index + match[0].length);
    for (const command of programsOf([{ value: (match[1] as string).replace(/%\(ENV_(\w+)\)s/g, '$$$1'), at }], true, lookup))
      follow(command, lookup, files, started, depth + 1);
  }
}
