import { parseArgs } from 'node:util';
import { GateError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';

export const commands = ['check', 'smoke', 'routes', 'explain', 'init'] as const;
export type Command = (typeof commands)[number];

interface Option {
  /** The placeholder of its value in the help; absent for a switch. */
  value?: string;
  /** Allowed values. */
  choices?: readonly string[];
  repeatable?: boolean;
  short?: string;
  default?: string;
  help: string;
  commands: readonly Command[];
}

const reading: readonly Command[] = ['check', 'smoke', 'routes'];
const everywhere = commands;

/** Every option of the command line: parsing, validation and help are made from this table alone. */
export const options = {
  format: {
    value: 'FORMAT',
    choices: ['text', 'json', 'sarif', 'github', 'junit', 'markdown'],
    default: 'text',
    help: 'how the report is written',
    commands: ['check', 'smoke', 'routes', 'explain'],
  },
  output: { value: 'FILE', help: 'write the report to FILE instead of standard output', commands: reading },
  'fail-on': {
    value: 'LEVEL',
    choices: ['error', 'warning', 'notice', 'never'],
    default: 'error',
    help: 'exit 1 for findings of this severity or above',
    commands: ['check', 'smoke'],
  },
  config: { value: 'FILE', help: 'the configuration file [.nginx-gate.yml]', commands: reading },
  compose: { value: 'FILE', repeatable: true, help: 'a compose file, as "docker compose -f"; repeatable', commands: reading },
  profile: { value: 'NAME', repeatable: true, help: 'an active Compose profile; repeatable', commands: reading },
  'env-file': { value: 'FILE', repeatable: true, help: 'instead of .env, as "docker compose --env-file"', commands: reading },
  'nginx-service': { value: 'NAME', help: 'the service that is nginx, where that is not plain', commands: reading },
  'nginx-conf': { value: 'FILE', help: 'the main file of an nginx that is in no compose file', commands: reading },
  engine: {
    value: 'ENGINE',
    choices: ['auto', 'docker', 'podman', 'nginx', 'none'],
    default: 'auto',
    help: 'what runs the real "nginx -t"',
    commands: ['check'],
  },
  image: { value: 'IMAGE', help: 'run "nginx -t" in this image instead of the one that will run', commands: ['check'] },
  'require-nginx-test': { help: 'exit 2 when "nginx -t" could not run', commands: ['check'] },
  filter: {
    value: 'WHICH',
    choices: ['all', 'changed'],
    default: 'all',
    help: 'changed: only findings that a change caused may fail',
    commands: ['check'],
  },
  baseline: { value: 'FILE', help: 'leave out the findings of an earlier --format json report', commands: ['check'] },
  watch: { help: 'check again whenever a file changes', commands: ['check'] },
  'base-url': { value: 'URL', help: 'where nginx answers, as seen from here', commands: ['smoke'] },
  vantage: {
    value: 'PLACE',
    default: 'auto',
    help: 'where requests are sent from: auto, docker, runner or ssh://USER@HOST',
    commands: ['smoke'],
  },
  wait: { value: 'SECONDS', default: '60', help: 'how long nginx and apps may take to come up', commands: ['smoke'] },
  timeout: { value: 'SECONDS', default: '10', help: 'how long one request may take', commands: ['smoke'] },
  ca: { value: 'FILE', help: 'trust the certificates of this PEM file too', commands: ['smoke'] },
  'ssh-key': { value: 'FILE', help: 'the private key for an ssh:// vantage', commands: ['smoke'] },
  'ssh-known-hosts': { value: 'FILE', help: 'the known_hosts file for an ssh:// vantage', commands: ['smoke'] },
  evidence: { value: 'FILE', help: 'write everything that was seen to FILE (JSON, secrets redacted)', commands: ['smoke'] },
  url: { value: 'URL', help: 'only the route that answers this URL', commands: ['routes'] },
  force: { help: 'overwrite files that exist', commands: ['init'] },
  quiet: { help: 'print findings only', commands: reading },
  'no-color': { help: 'no colours', commands: reading },
  timing: { help: 'tell on standard error how long each step took', commands: reading },
  help: { short: 'h', help: 'print this help', commands: everywhere },
  version: { short: 'v', help: 'print the version', commands: everywhere },
} as const satisfies Record<string, Option>;

export type OptionName = keyof typeof options;

/** A command line that was understood. */
export interface CommandLine {
  /** Null when only --help or --version was asked for. */
  command: Command | null;
  /** What follows the command, in order. */
  rest: string[];
  /** The last value of an option, or its default; undefined when it has neither. */
  value(name: OptionName): string | undefined;
  /** All values of a repeatable option. */
  values(name: OptionName): string[];
  has(name: OptionName): boolean;
}

const table: Record<string, Option> = options;

/** Reads the words after the program's name. @throws GateError that names the word and, where there is one, the nearest */
export function parseCommandLine(argv: readonly string[]): CommandLine {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      Object.entries(table).map(([name, o]) => [
        name,
        { type: o.value ? 'string' : 'boolean', multiple: true, ...(o.short ? { short: o.short } : {}) },
      ]),
    ),
  });
  const given = new Map<string, string[]>();
  const words: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') words.push(token.value);
    if (token.kind === 'option') take(given, token.name, token.rawName, token.value);
  }
  const command = commandOf(words, given);
  for (const name of given.keys()) checkUse(name, command);
  return {
    command,
    rest: words.slice(1),
    value: (name) => given.get(name)?.at(-1) ?? table[name]?.default,
    values: (name) => given.get(name) ?? [],
    has: (name) => given.has(name),
  };
}

function take(given: Map<string, string[]>, name: string, rawName: string, value: string | undefined): void {
  const option = Object.hasOwn(table, name) ? table[name] : undefined;
  if (!option) {
    const near = nearest(name, Object.keys(table));
    throw new GateError(`There is no option ${rawName}.${near ? ` Did you mean --${near}?` : ''} See nginx-gate --help.`);
  }
  if (option.value && (value === undefined || value === '')) throw new GateError(`--${name} needs a value: --${name} ${option.value}.`);
  if (!option.value && value !== undefined) throw new GateError(`--${name} takes no value.`);
  if (option.choices && value !== undefined && !option.choices.includes(value)) {
    throw new GateError(`--${name} ${value} is not known; it may be ${listOf(option.choices)}.`);
  }
  const before = given.get(name) ?? [];
  if (before.length > 0 && !option.repeatable && option.value && before[0] !== value)
    throw new GateError(`--${name} is given twice, as ${before[0]} and as ${value}.`);
  given.set(name, [...before, value ?? '']);
}

function commandOf(words: readonly string[], given: ReadonlyMap<string, unknown>): Command | null {
  const word = words[0];
  if (word === undefined) {
    if (given.has('help') || given.has('version')) return null;
    throw new GateError(`A command is needed: ${listOf(commands)}. See nginx-gate --help.`);
  }
  const command = commands.find((name) => name === word);
  if (command) return command;
  const near = nearest(word, commands);
  throw new GateError(`There is no command "${word}".${near ? ` Did you mean "${near}"?` : ` There are ${listOf(commands)}.`}`);
}

function checkUse(name: string, command: Command | null): void {
  const option = table[name];
  if (command && option && !option.commands.includes(command))
    throw new GateError(`--${name} is for ${listOf(option.commands)}, not for ${command}.`);
}

/** "a, b or c". */
export function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
