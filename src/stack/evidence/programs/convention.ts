/** How a program says what it listens on, as a table of its options, variables and defaults. */
import { type Bind, type Invocation, option, options, parseAddress, portOf, positionals, type Start } from '../bind.ts';
import type { CommandWord } from '../command-line.ts';

/** What a program's name and sub-commands mean. */
export interface Convention {
  /** Options with `address:port`. */
  bind?: readonly string[];
  host?: readonly string[];
  port?: readonly string[];
  /** Variables that the program itself reads. */
  bindVariables?: readonly string[];
  hostVariables?: readonly string[];
  portVariables?: readonly string[];
  defaultPort?: number;
  /** Omitted where it hangs on a mode. */
  defaultAddress?: string;
  /** A file or an option that may say otherwise, so that the default is no proof. */
  unless?: readonly string[];
  protocol?: Bind['protocol'];
  /** An option that turns TLS on. */
  tls?: readonly string[];
  /** The address may stand as a positional word, `http.server 8000`; these options take a value. */
  positional?: readonly string[];
}

/** By program, or program and sub-command. */
export type Conventions = Readonly<Record<string, Convention>>;

/** Reads programs whose conventions don't fit the table; null: as any other program. */
export type Readers = Readonly<Record<string, (invocation: Invocation) => Start | null>>;

export const everywhere = '0.0.0.0';
export const loopback = '127.0.0.1';

/** The options that most programs have. */
export const longOptions = { host: ['--host'], port: ['--port'] } as const;
export const shortOptions = { host: ['-h', '--host'], port: ['-p', '--port'] } as const;
export const capitalOptions = { host: ['-H', '--host'], port: ['-p', '--port'] } as const;

/** `NAME_HOST` and `NAME_PORT`. */
export function variables(name: string): Pick<Convention, 'hostVariables' | 'portVariables'> {
  return { hostVariables: [`${name}_HOST`], portVariables: [`${name}_PORT`] };
}

export function byDefault(port: number, address: string): Pick<Convention, 'defaultPort' | 'defaultAddress'> {
  return { defaultPort: port, defaultAddress: address };
}

/** What is the same for everything that one program listens on. */
type Base = Pick<Bind, 'program' | 'protocol' | 'by'>;

export function listensOn(program: string, binds: Bind[]): Start {
  return { kind: 'binds', program, binds };
}

/** What a program listens on by its convention; `name` is how findings call it. */
export function byConvention(name: string, convention: Convention, invocation: Invocation): Bind[] {
  const { args, lookup } = invocation;
  const base: Base = { program: name, protocol: protocolOf(convention, args), by: 'written' };
  const written = options(args, convention.bind ?? []).flatMap((word) => boundAt(word, base));
  if (written.length > 0) return written;
  const told = (convention.bindVariables ?? []).flatMap((variable) => {
    const parsed = parseAddress(lookup(variable) ?? '');
    return parsed ? [{ ...base, ...parsed, at: null, certain: true }] : [];
  });
  return told.length > 0 ? told : atHostAndPort(base, convention, invocation);
}

function protocolOf(convention: Convention, args: readonly CommandWord[]): Bind['protocol'] {
  return hasOption(args, convention.tls ?? []) ? 'https' : (convention.protocol ?? 'http');
}

/** Where host and port are said apart from each other: by option, by variable, by default. */
function atHostAndPort(base: Base, convention: Convention, invocation: Invocation): Bind[] {
  const { args, lookup } = invocation;
  const at = { ...base, socket: null, address: addressOf(convention, invocation) };
  const word = portWord(convention, args);
  if (word !== undefined) {
    const port = portOf(word.text);
    return [{ ...at, port, at: word.at, certain: port !== null && word.literal }];
  }
  // `--port` whose value came out empty: nobody knows the port.
  const empty = (convention.port ?? []).some((flag) => args.some(({ text }) => text === flag || text === `${flag}=`));
  if (empty) return [{ ...at, port: null, at: null, certain: false }];
  const variable = portOf(firstSet(convention.portVariables, lookup));
  if (variable !== null) return [{ ...at, port: variable, at: null, certain: true }];
  if (convention.defaultPort === undefined) return [];
  const certain = !hasOption(args, convention.unless ?? []) && args.every(({ literal }) => literal);
  const host = option(args, convention.host ?? []);
  return [{ ...at, by: 'default', port: convention.defaultPort, at: host?.at ?? null, certain }];
}

function portWord(convention: Convention, args: readonly CommandWord[]): CommandWord | undefined {
  const word = option(args, convention.port ?? []);
  if (word !== undefined || !convention.positional) return word;
  return positionals(args, convention.positional).find(({ text }) => /^\d+$/.test(text));
}

function addressOf(convention: Convention, { args, lookup }: Invocation): string | null {
  const flags = convention.host ?? [];
  const word = option(args, flags);
  const told = word === undefined ? firstSet(convention.hostVariables, lookup) : word.literal ? word.text : null;
  // A bare `--host`, as vite has it, means some other address than the default.
  const bare = args.some(({ text }) => flags.includes(text));
  return told ?? (bare || word !== undefined ? null : (convention.defaultAddress ?? null));
}

/** Whether one of the options is there, with a value or without. */
export function hasOption(args: readonly CommandWord[], flags: readonly string[]): boolean {
  return args.some(({ text }) => flags.some((flag) => text === flag || text.startsWith(`${flag}=`)));
}

/** What a word with an address binds; one that no file tells binds something unknown. */
export function boundAt(word: CommandWord, base: Base): Bind[] {
  const parsed = parseAddress(word.text);
  if (parsed === null) return word.literal ? [] : [{ ...base, port: null, socket: null, address: null, at: word.at, certain: false }];
  return [{ ...base, ...parsed, at: word.at, certain: word.literal }];
}

function firstSet(names: readonly string[] | undefined, lookup: Invocation['lookup']): string | null {
  for (const name of names ?? []) {
    const value = lookup(name);
    if (value !== undefined && value !== '') return value;
  }
  return null;
}

/** The words of a variable that holds options, as GUNICORN_CMD_ARGS. */
export function splitOptions(text: string | undefined): CommandWord[] {
  if (text === undefined) return [];
  return text
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 200)
    .map((word) => ({ text: word.replace(/^["']|["']$/g, ''), literal: true, at: null }));
}
