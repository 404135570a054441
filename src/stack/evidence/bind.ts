/** What a program says that it listens on. */
import type { Location } from '../../core/source.ts';
import type { PortEvidence } from '../model.ts';
import type { CommandWord, Lookup } from './command-line.ts';

export interface Bind {
  port: number | null;
  socket: string | null;
  /** Null when nothing tells it. */
  address: string | null;
  protocol: PortEvidence['protocol'];
  program: string;
  /** Where it is written; null for a program's default. */
  at: Location | null;
  /** `default`: the program's documented default, with nothing seen that overrides it. */
  by: 'written' | 'default';
  /** False where a part came from something that no file tells. */
  certain: boolean;
}

/** A program's arguments and the environment that it sees. */
export interface Invocation {
  program: string;
  /** The words behind the program's name. */
  args: CommandWord[];
  lookup: Lookup;
}

/** What a program that is started turns out to be. */
export type Start =
  /** It listens on these. Empty: a program that is known to listen on nothing. */
  | { kind: 'binds'; program: string; binds: Bind[] }
  /** It starts several processes that no file was read for. */
  | { kind: 'several'; program: string }
  /** A program of the repository's own, or one that nobody here knows. */
  | { kind: 'unknown'; program: string };

/** `0.0.0.0:8000`, `:8000`, `[::]:8000`, `*:8000`, `unix:/run/app.sock`, `http://+:5000`, `tcp://0.0.0.0:80`. */
export function parseAddress(text: string): { port: number | null; socket: string | null; address: string | null } | null {
  const unix = /^(?:unix:(?:\/\/)?|sock(?:et)?:)?(\/[^\s:]+)(?::\d+)?$/.exec(text);
  if (unix) return { port: null, socket: unix[1] as string, address: null };
  const bare = text.replace(/^[a-z][a-z0-9+.-]*:\/\//i, '').replace(/\/.*$/, '');
  const pair = /^(\[[0-9a-fA-F:.]*\]|[\w.*+-]*):(\d{1,5})$/.exec(bare);
  if (pair) {
    const port = portOf(pair[2] as string);
    const host = (pair[1] as string).replace(/^\[|\]$/g, '');
    return port === null ? null : { port, socket: null, address: host === '*' || host === '+' || host === '' ? '0.0.0.0' : host };
  }
  const only = portOf(bare);
  return only === null ? null : { port: only, socket: null, address: null };
}

/** A port number of 1 to 65535, else null. */
export function portOf(text: string | undefined | null): number | null {
  if (text === undefined || text === null || !/^\d{1,5}$/.test(text.trim())) return null;
  const port = Number(text);
  return port > 0 && port < 65536 ? port : null;
}

/** Whether an address is loopback alone: nothing outside its network namespace reaches it. */
export function isLoopback(address: string | null): boolean {
  return address !== null && /^(?:127(?:\.\d{1,3}){3}|::1|0:0:0:0:0:0:0:1|localhost)$/i.test(address);
}

/** The value of the last of several options: `-b X`, `--bind X`, `--bind=X`; `-b` of one letter also as `-bX`. */
export function option(args: readonly CommandWord[], names: readonly string[]): CommandWord | undefined {
  return options(args, names).at(-1);
}

export function options(args: readonly CommandWord[], names: readonly string[]): CommandWord[] {
  const found: CommandWord[] = [];
  args.forEach((word, at) => {
    for (const name of names) {
      const next = args[at + 1];
      if (word.text === name && next !== undefined && (!next.text.startsWith('-') || /^-?\d+$/.test(next.text))) found.push(next);
      else if (word.text.startsWith(`${name}=`)) found.push({ ...word, text: word.text.slice(name.length + 1) });
      else if (/^-[a-zA-Z]$/.test(name) && word.text.startsWith(name) && /^-[a-zA-Z][\d:.[]/.test(word.text)) {
        found.push({ ...word, text: word.text.slice(2) });
      }
    }
  });
  return found;
}

/** The words that are no options and no values of the options that take one. */
export function positionals(args: readonly CommandWord[], valued: readonly string[]): CommandWord[] {
  const found: CommandWord[] = [];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as CommandWord;
    if (valued.includes(word.text)) at++;
    else if (!word.text.startsWith('-')) found.push(word);
  }
  return found;
}

/** uwsgi's address: `:8000`, `127.0.0.1:8000`, `/run/app.sock`, `app.sock`. */
export function uwsgiFileAddress(text: string): ReturnType<typeof parseAddress> {
  const parsed = parseAddress(text.split(',')[0] as string);
  if (parsed !== null) return parsed;
  return /\.sock(?:et)?$/.test(text) ? { port: null, socket: text, address: null } : null;
}
