/** What a container starts: a command line taken apart into the programs that it runs. */
import type { Located, Location } from '../../core/source.ts';
import { mostWords, shellWords, type Token } from './shell-words.ts';

/** One word of a command. `literal` is false where a part of it is a variable or an output that no file tells. */
export interface CommandWord {
  text: string;
  literal: boolean;
  at: Location | null;
}

/** One program with its arguments, wrappers taken off, and the variables that were set in front of it. */
export interface SimpleCommand {
  words: CommandWord[];
  environment: Map<string, string>;
  /** True when more is started beside it in the background (`a & b`), or when a pipe follows. */
  beside: boolean;
}

export type Lookup = (name: string) => string | undefined;

const deepest = 6;
const shells = new Set(['sh', 'bash', 'ash', 'dash', 'zsh']);

/** The last part of a path: `/usr/local/bin/gunicorn` is `gunicorn`. */
export function programName(word: string): string {
  return word.slice(word.lastIndexOf('/') + 1);
}

/**
 * The programs that a command starts, in order, with `sh -c`, `exec`, waiters, process reapers and the like taken off.
 * @param shell the words are one shell line (`CMD python app.py`), not an argument list
 */
export function programsOf(words: readonly Located<string>[], shell: boolean, lookup: Lookup): SimpleCommand[] {
  const first = words[0];
  if (first === undefined) return [];
  if (shell) return ofShell(words.map((word) => word.value).join(' '), first.at, lookup, 0);
  const plain = words.slice(0, mostWords).map((word) => ({ text: word.value, literal: !word.value.includes('$'), at: word.at }));
  return unwrap({ words: plain, environment: new Map(), beside: false }, lookup, 0);
}

/** The programs of a shell script's text, line by line. */
export function programsOfScript(text: string, at: (offset: number) => Location, lookup: Lookup): SimpleCommand[] {
  return ofLines(shellWords(text, at, lookup), lookup, 1);
}

function ofShell(text: string, at: Location | null, lookup: Lookup, depth: number): SimpleCommand[] {
  return ofLines(
    shellWords(text, () => at, lookup),
    lookup,
    depth,
  );
}

function ofLines(tokens: Token[], lookup: Lookup, depth: number): SimpleCommand[] {
  const found: SimpleCommand[] = [];
  let words: CommandWord[] = [];
  const assigned = new Map<string, string>();
  const known: Lookup = (name) => assigned.get(name) ?? lookup(name);
  const end = (beside: boolean): void => {
    if (words.length > 0) {
      const command: SimpleCommand = { words, environment: new Map(), beside };
      takeAssignments(command, assigned);
      if (command.words.length > 0) found.push(...unwrap(command, known, depth));
    }
    words = [];
  };
  for (const token of tokens) {
    if ('operator' in token) end(token.operator === '&' || token.operator === '|');
    else words.push(token);
  }
  end(false);
  return found;
}

/** `A=B command` sets A for the command alone; `A=B` and `export A=B` for all that follow. */
function takeAssignments(command: SimpleCommand, forAll: Map<string, string>): void {
  const keywords = new Set(['then', 'else', 'do', 'if', '{', '(', '!', 'elif', 'while', 'until']);
  while (command.words[0] !== undefined && keywords.has(command.words[0].text)) command.words = command.words.slice(1);
  const exports = command.words[0]?.text === 'export';
  let rest = exports ? command.words.slice(1) : command.words;
  const own = new Map<string, string>();
  for (let word = rest[0]; word !== undefined; word = rest[0]) {
    const pair = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(word.text);
    if (!pair) break;
    if (word.literal) own.set(pair[1] as string, pair[2] as string);
    rest = rest.slice(1);
  }
  if (exports || rest.length === 0) {
    for (const [name, value] of own) forAll.set(name, value);
    command.words = [];
    return;
  }
  for (const [name, value] of own) command.environment.set(name, value);
  command.words = rest;
}

/** Programs that only start another one, and how many words of their own they take. */
function unwrap(command: SimpleCommand, lookup: Lookup, depth: number): SimpleCommand[] {
  if (depth > deepest || command.words.length === 0) return [];
  const words = command.words;
  const name = programName((words[0] as CommandWord).text);
  const again = (from: number): SimpleCommand[] => unwrap({ ...command, words: words.slice(from) }, lookup, depth + 1);
  if (shells.has(name)) {
    const flag = words.findIndex((word, at) => at > 0 && /^-[a-z]*c$/.test(word.text));
    const line = flag > 0 ? words[flag + 1] : undefined;
    if (line !== undefined) {
      return ofShell(line.text, line.at, (n) => command.environment.get(n) ?? lookup(n), depth + 1).map((inner) => ({
        ...inner,
        environment: new Map([...command.environment, ...inner.environment]),
        beside: inner.beside || command.beside,
      }));
    }
    const script = words.findIndex((word, at) => at > 0 && !/^[-+]/.test(word.text));
    // A script: what it starts is read from its file; a command that it is given often follows it ("$@").
    return script > 0 ? scriptAndRest(command, script, lookup, depth) : [];
  }
  if (isWaiter(name)) {
    const behind = words.findIndex((word) => word.text === '--');
    if (behind > 0) return again(behind + 1);
    return afterOptions(command, waiterOptions(name), lookup, depth, true);
  }
  if (name === 'env') return ofEnv(command, lookup, depth);
  const plain = wrappers.get(name);
  if (plain !== undefined) {
    const behind = words.findIndex((word) => word.text === '--');
    if (behind > 0) return again(behind + 1);
    return afterOptions(command, plain, lookup, depth, false);
  }
  const pair = words[1] ? `${name} ${words[1].text}` : name;
  if (runners.has(pair)) {
    const behind = words.findIndex((word) => word.text === '--');
    if (behind > 0 && (name === 'doppler' || name === 'infisical' || name === 'op')) return again(behind + 1);
    const from = words.findIndex((word, at) => at > 1 && !word.text.startsWith('-'));
    return from > 0 ? again(from) : [command];
  }
  if (/\.sh$/.test(name) || /entrypoint/.test(name)) return scriptAndRest(command, 0, lookup, depth);
  return [command];
}

/** `entrypoint.sh gunicorn …`: the script itself, and the command that it is handed. */
function scriptAndRest(command: SimpleCommand, script: number, lookup: Lookup, depth: number): SimpleCommand[] {
  const own = { ...command, words: command.words.slice(script, script + 1) };
  const rest = command.words.slice(script + 1);
  return rest.length === 0 ? [own] : [own, ...unwrap({ ...command, words: rest }, lookup, depth + 1)];
}

function ofEnv(command: SimpleCommand, lookup: Lookup, depth: number): SimpleCommand[] {
  const environment = new Map(command.environment);
  let at = 1;
  for (; at < command.words.length; at++) {
    const text = (command.words[at] as CommandWord).text;
    const pair = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text);
    if (pair) environment.set(pair[1] as string, pair[2] as string);
    else if (!text.startsWith('-')) break;
  }
  return unwrap({ ...command, environment, words: command.words.slice(at) }, lookup, depth + 1);
}

/** Options that take a word of their own, then (for some) one positional word, then the command. */
interface Wrapper {
  valued: readonly string[];
  positional: number;
}

const wrappers = new Map<string, Wrapper>([
  ['exec', { valued: ['-a'], positional: 0 }],
  ['command', { valued: [], positional: 0 }],
  ['nohup', { valued: [], positional: 0 }],
  ['time', { valued: [], positional: 0 }],
  ['nice', { valued: ['-n'], positional: 0 }],
  ['tini', { valued: ['-p', '-e'], positional: 0 }],
  ['dumb-init', { valued: ['-r', '--rewrite'], positional: 0 }],
  ['catatonit', { valued: [], positional: 0 }],
  ['gosu', { valued: [], positional: 1 }],
  ['su-exec', { valued: [], positional: 1 }],
  ['setpriv', { valued: [], positional: 0 }],
  ['stdbuf', { valued: ['-i', '-o', '-e'], positional: 0 }],
  ['timeout', { valued: ['-s', '-k'], positional: 1 }],
  ['xvfb-run', { valued: ['-n', '-s'], positional: 0 }],
  ['ddtrace-run', { valued: [], positional: 0 }],
  ['opentelemetry-instrument', { valued: ['--traces_exporter', '--metrics_exporter', '--service_name'], positional: 0 }],
  ['pidproxy', { valued: [], positional: 1 }],
  ['npx', { valued: ['-p', '--package'], positional: 0 }],
  ['pnpx', { valued: [], positional: 0 }],
  ['bunx', { valued: [], positional: 0 }],
  ['cross-env', { valued: [], positional: 0 }],
  ['dotenv', { valued: ['-e', '-f'], positional: 0 }],
]);

const runners = new Set([
  'poetry run',
  'pipenv run',
  'uv run',
  'pdm run',
  'rye run',
  'hatch run',
  'conda run',
  'micromamba run',
  'bundle exec',
  'pnpm exec',
  'pnpm dlx',
  'npm exec',
  'newrelic-admin run-program',
  'doppler run',
  'infisical run',
  'op run',
]);

function isWaiter(name: string): boolean {
  return /^(?:wait[-_]?for(?:[-_].*)?|waitforit|wait|dockerize|await|wait4x|wtfc|pg_isready)(?:\.sh|\.py)?$/i.test(name);
}

function waiterOptions(name: string): Wrapper {
  if (name === 'dockerize') {
    return {
      valued: ['-wait', '-timeout', '-template', '-stdout', '-stderr', '-wait-retry-interval', '-wait-http-header', '-delims', '-env'],
      positional: 0,
    };
  }
  return { valued: ['-t', '--timeout', '-h', '--host', '-p', '--port'], positional: 1 };
}

function afterOptions(command: SimpleCommand, wrapper: Wrapper, lookup: Lookup, depth: number, waits: boolean): SimpleCommand[] {
  let at = 1;
  let positional = wrapper.positional;
  const environment = new Map(command.environment);
  for (; at < command.words.length; at++) {
    const text = (command.words[at] as CommandWord).text;
    const pair = /^([A-Za-z_]\w*)=([\s\S]*)$/.exec(text);
    if (wrapper.valued.includes(text)) at++;
    else if (text.startsWith('-')) continue;
    else if (pair) environment.set(pair[1] as string, pair[2] as string);
    else if (waits && /^[\w.-]+:\d+$/.test(text)) positional = 0;
    else if (positional > 0) positional--;
    else break;
  }
  return unwrap({ ...command, environment, words: command.words.slice(at) }, lookup, depth + 1);
}
