/** A shell line taken apart into words and operators. */
import type { Location } from '../../core/source.ts';
import type { CommandWord, Lookup } from './command-line.ts';

export type Token = CommandWord | { operator: string };

/** A longer line is read up to here. */
export const mostWords = 4000;

/** Splits a shell text into words and operators; variables are put in where `lookup` or a default knows them. */
export function shellWords(text: string, at: (offset: number) => Location | null, lookup: Lookup): Token[] {
  return new ShellReader(text, at, lookup).read();
}

class ShellReader {
  readonly #text: string;
  readonly #at: (offset: number) => Location | null;
  readonly #lookup: Lookup;
  readonly #tokens: Token[] = [];
  #next = 0;
  /** The word so far; null between words. */
  #word: string | null = null;
  #start = 0;
  #literal = true;

  constructor(text: string, at: (offset: number) => Location | null, lookup: Lookup) {
    this.#text = text;
    this.#at = at;
    this.#lookup = lookup;
  }

  read(): Token[] {
    while (this.#next < this.#text.length && this.#tokens.length < mostWords) this.#step(this.#text[this.#next] as string);
    this.#flush();
    return this.#tokens;
  }

  #step(sign: string): void {
    if (sign === '\\') this.#escape();
    else if (sign === "'") this.#singleQuoted();
    else if (sign === '"') this.#doubleQuoted();
    else if (sign === '$') this.#variable();
    else if (sign === '`') this.#backQuoted();
    else if (sign === '#' && this.#word === null) this.#next = this.#indexOf('\n', this.#next);
    else if (sign === '&' || sign === '|') this.#ampersandOrPipe(sign);
    else if (/[\n;()]/.test(sign)) this.#operator(';', 1);
    else if (/\s/.test(sign)) {
      this.#flush();
      this.#next++;
    } else this.#add(sign, 1);
  }

  #flush(): void {
    if (this.#word !== null) this.#tokens.push({ text: this.#word, literal: this.#literal, at: this.#at(this.#start) });
    this.#word = null;
    this.#literal = true;
  }

  /** Adds to the word what so many characters stand for. */
  #add(piece: string, length: number): void {
    if (this.#word === null) this.#start = this.#next;
    this.#word = (this.#word ?? '') + piece;
    this.#next += length;
  }

  #operator(operator: string, length: number): void {
    this.#flush();
    this.#tokens.push({ operator });
    this.#next += length;
  }

  /** Where a sign stands next, or the end of the text. */
  #indexOf(sign: string, from: number): number {
    const found = this.#text.indexOf(sign, from);
    return found === -1 ? this.#text.length : found;
  }

  /** A line end behind a backslash goes on with the line. */
  #escape(): void {
    const escaped = this.#text[this.#next + 1];
    if (escaped === '\r') this.#next += 3;
    else if (escaped === '\n') this.#next += 2;
    else this.#add(escaped ?? '', 2);
  }

  #singleQuoted(): void {
    const end = this.#indexOf("'", this.#next + 1);
    this.#add(this.#text.slice(this.#next + 1, end), end + 1 - this.#next);
  }

  #doubleQuoted(): void {
    this.#add('', 1);
    while (this.#next < this.#text.length && this.#text[this.#next] !== '"') {
      const sign = this.#text[this.#next] as string;
      const escaped = sign === '\\' ? /["\\$`\n]/.exec(this.#text[this.#next + 1] ?? '')?.[0] : undefined;
      if (escaped !== undefined) this.#add(escaped === '\n' ? '' : escaped, 2);
      else if (sign === '$') this.#variable();
      else this.#add(sign, 1);
    }
    this.#next++;
  }

  #variable(): void {
    const found = variableAt(this.#text, this.#next, this.#lookup);
    if (found === null) {
      this.#add('$', 1);
      return;
    }
    if (found.value === undefined) this.#literal = false;
    this.#add(found.value ?? '', found.end - this.#next);
  }

  #backQuoted(): void {
    this.#literal = false;
    this.#add('', this.#indexOf('`', this.#next + 1) + 1 - this.#next);
  }

  #ampersandOrPipe(sign: string): void {
    const after = this.#text[this.#next + 1];
    // `2>&1` and `&>` redirect; they end no command.
    if (sign === '&' && (after === '>' || /[<>]$/.test(this.#word ?? ''))) this.#add(sign, 1);
    else if (after === sign) this.#operator(sign + sign, 2);
    else this.#operator(sign, 1);
  }
}

/** `$NAME`, `${NAME}`, `${NAME:-default}`; `$(…)` is an output that nobody knows. */
function variableAt(text: string, from: number, lookup: Lookup): { value: string | undefined; end: number } | null {
  if (text[from + 1] === '(') return { value: undefined, end: closingParenthesis(text, from + 1) };
  const rest = text.slice(from, from + 400);
  const plain = /^\$([A-Za-z_]\w*)/.exec(rest);
  if (plain) return { value: lookup(plain[1] as string), end: from + plain[0].length };
  const braced = /^\$\{([A-Za-z_]\w*)(?::?([-+=?])([^${}]*))?\}/.exec(rest);
  if (braced) {
    const value = lookup(braced[1] as string);
    const end = from + braced[0].length;
    if (braced[2] === '-' || braced[2] === '=') return { value: value === undefined || value === '' ? braced[3] : value, end };
    return { value, end };
  }
  const special = /^\$(?:[@*#?!$0-9-]|\{[^}]*\})/.exec(rest);
  return special ? { value: undefined, end: from + special[0].length } : null;
}

/** Behind the parenthesis that closes the one at `from`. */
function closingParenthesis(text: string, from: number): number {
  let depth = 0;
  for (let i = from; i < text.length; i++) {
    if (text[i] === '(') depth++;
    else if (text[i] === ')' && --depth === 0) return i + 1;
  }
  return text.length;
}
