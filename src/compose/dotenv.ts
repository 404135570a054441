/**
 * The grammar of `.env` and `env_file` as Compose reads them: `NAME=value` or `NAME: value`, an optional `export`, comments,
 * single quotes (as they stand), double quotes (several lines, escapes, variables), unquoted values (variables, ` #` ends them),
 * and a bare `NAME`, which takes its value from outside.
 */
import type { Source } from '../core/source.ts';
import { type Lookup, substitute, type Variable } from './interpolate.ts';

/** One line's value; `start` and `end` are offsets of the whole assignment in the file. */
export interface DotenvValue extends Variable {
  start: number;
  end: number;
}

export interface DotenvFile {
  values: Map<string, DotenvValue>;
  error: { message: string; offset: number } | null;
}

/** @param lookup what variables in values may refer to besides earlier lines; it wins over them, as in Compose */
export function parseDotenv(source: Source, lookup: Lookup): DotenvFile {
  return new DotenvReader(source.text, lookup).read();
}

/** `format: raw`: each line `NAME=value` verbatim, comments and blank lines left out. */
export function parseRawEnv(source: Source): DotenvFile {
  const values = new Map<string, DotenvValue>();
  let start = 0;
  for (const line of source.text.replace(/^\uFEFF/, ' ').split('\n')) {
    const text = line.replace(/\r$/, '').trimStart();
    const equals = text.indexOf('=');
    if (equals > 0 && !text.startsWith('#')) {
      values.set(text.slice(0, equals), { value: text.slice(equals + 1), uncertain: false, start, end: start + line.length });
    }
    start += line.length + 1;
  }
  return { values, error: null };
}

const blank = /[\t\v\f\r \u0085\u00A0]*/y;
const space = /\s*/y;
const exported = /export\s+/y;
const keyCharacters = /[\p{L}\p{N}_.\-[\]\t\v\f\r \u0085\u00A0]*/uy;
const escapeSequence = /\\(?:[abcfnrtv$"\\]|0\d{0,3})/g;
const escapes: Record<string, string> = { a: '\x07', b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v', '"': '"', '\\': '\\' };

class DotenvReader {
  readonly #text: string;
  readonly #outer: Lookup;
  readonly #file: DotenvFile = { values: new Map(), error: null };
  #at = 0;

  constructor(text: string, lookup: Lookup) {
    this.#text = text;
    this.#outer = lookup;
    if (text.startsWith('\uFEFF')) this.#at = 1;
  }

  read(): DotenvFile {
    while (this.#file.error === null && this.#skipToStatement()) this.#statement();
    return this.#file;
  }

  #skipToStatement(): boolean {
    for (;;) {
      this.#skip(space);
      if (this.#text.charAt(this.#at) !== '#') return this.#at < this.#text.length;
      const end = this.#text.indexOf('\n', this.#at);
      if (end === -1) return false;
      this.#at = end;
    }
  }

  #statement(): void {
    const start = this.#at;
    this.#skip(exported);
    const keyStart = this.#at;
    this.#skip(keyCharacters);
    const end = this.#text.charAt(this.#at);
    const key = this.#text.slice(keyStart, this.#at).trimEnd();
    if (end === '') this.#lastLine(key, start);
    else if (end !== '=' && end !== ':' && end !== '\n') this.#fail(`The character ${end} can't be part of a name.`, this.#at);
    else if (key.includes(' ')) this.#fail("A name can't hold a space.", keyStart);
    else {
      this.#at++;
      if (end === '\n') this.#inherited(key, start);
      else this.#value(key, start);
    }
  }

  /** A bare name without a line end: Compose's parser takes it as the value of the empty name. */
  #lastLine(key: string, start: number): void {
    this.#at = this.#text.length;
    if (key !== '') this.#set('', key, false, start);
  }

  #inherited(key: string, start: number): void {
    const outer = this.#outer(key);
    if (outer !== undefined) this.#set(key, outer.value, outer.uncertain, start);
  }

  #value(key: string, start: number): void {
    this.#skip(blank);
    const quote = this.#text.charAt(this.#at);
    if (quote === '"' || quote === "'") this.#quoted(key, start, quote);
    else this.#unquoted(key, start);
  }

  #unquoted(key: string, start: number): void {
    const newline = this.#text.indexOf('\n', this.#at);
    const lineEnd = newline === -1 ? this.#text.length : newline;
    const raw = this.#text.slice(this.#at, lineEnd);
    const comment = raw.indexOf(' #');
    const valueAt = this.#at;
    this.#at = lineEnd;
    this.#interpolated(key, (comment === -1 ? raw : raw.slice(0, comment)).trimEnd(), start, valueAt);
    this.#at = Math.min(lineEnd + 1, this.#text.length);
  }

  #quoted(key: string, start: number, quote: string): void {
    const valueAt = this.#at;
    let value = '';
    for (let i = this.#at + 1; i < this.#text.length; i++) {
      const char = this.#text.charAt(i);
      if (char === '\\' && i + 1 < this.#text.length) {
        const next = this.#text.charAt(++i);
        value += next === quote ? next : `\\${next}`;
      } else if (char === quote) {
        this.#at = i + 1;
        if (quote === '"') this.#interpolated(key, expandEscapes(value), start, valueAt);
        else this.#set(key, value, false, start);
        return;
      } else value += char;
    }
    this.#fail('This quoted value has no end.', valueAt);
  }

  #interpolated(key: string, text: string, start: number, valueAt: number): void {
    const { text: value, uncertain, error } = substitute(text, (name) => this.#outer(name) ?? this.#file.values.get(name));
    if (error === null) this.#set(key, value, uncertain, start);
    else this.#fail(error.message, valueAt);
  }

  #set(key: string, value: string, uncertain: boolean, start: number): void {
    this.#file.values.set(key, { value, uncertain, start, end: this.#at });
  }

  #fail(message: string, offset: number): void {
    this.#file.error = { message, offset };
  }

  #skip(pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    this.#at += pattern.exec(this.#text)?.[0].length ?? 0;
  }
}

function expandEscapes(text: string): string {
  return text.replace(escapeSequence, (match) => {
    const sign = match.charAt(1);
    if (sign === '$') return '$$';
    if (sign === '0') return match.length > 4 ? String.fromCharCode(Number.parseInt(match.slice(2), 8) & 0xff) : match;
    return escapes[sign] ?? match;
  });
}
