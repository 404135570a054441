import type { Word } from './model.ts';

/** nginx reads through a window of this many bytes: a word or comment that doesn't fit is an error. */
const window = 4096;

const tab = 9;
const lf = 10;
const cr = 13;
const space = 32;
const doubleQuote = 34;
const hash = 35;
const dollar = 36;
const singleQuote = 39;
const closingParenthesis = 41;
const semicolon = 59;
const backslash = 92;
const opening = 123;
const closing = 125;

/** The rest of a regular expression's `{2}`, `{2,}` or `{2,3}`. */
const quantifier = /^\{\d{1,4}(,\d{0,4})?\}/;

/** What ends a statement; `eof` is the end of the file. */
export type Terminator = ';' | '{' | '}' | 'eof';

/** The words up to a terminator. `at` is the terminator's offset (the text's length for `eof`). */
export interface Statement {
  words: Word[];
  terminator: Terminator;
  at: number;
  /** The lexer has reported something about these words already: they are no longer worth a check. */
  faulty: boolean;
}

/** Something that nginx's own tokenizer refuses. Offsets are UTF-16 units. */
export interface Fault {
  message: string;
  fix: string | null;
  start: number;
  end: number;
  /** nginx's words for it. */
  says: string;
  /** An offset on the line that nginx would name. */
  stumblesAt: number;
}

/**
 * Splits a configuration into statements exactly as nginx does (`ngx_conf_read_token`), with offsets.
 * It goes on behind a fault; what it returns then is a guess at what was meant.
 */
export class Lexer {
  readonly text: string;
  readonly faults: Fault[] = [];
  #at = 0;
  #faulty = false;

  constructor(text: string) {
    this.text = text;
  }

  /** The next statement. At the end of the file it answers `eof`, again and again. */
  next(): Statement {
    const words: Word[] = [];
    this.#faulty = false;
    for (;;) {
      this.#skipBlanks();
      const at = this.#at;
      if (at >= this.text.length) return this.#statement(words, 'eof', at);
      const code = this.text.charCodeAt(at);
      if (code === semicolon || code === opening || code === closing) {
        this.#at = at + 1;
        return this.#statement(words, code === semicolon ? ';' : code === opening ? '{' : '}', at);
      }
      if (code === doubleQuote || code === singleQuote) {
        const given = this.#quoted(code, words);
        if (given) return this.#statement(words, ';', this.#at);
      } else words.push(this.#bare());
    }
  }

  /**
   * Skips the raw body of a `*_by_lua_block`, whose `{` was just read, up to and with the `}` that balances it.
   * @returns the offset of that `}`, or null when the file ends before it
   */
  skipLua(): number | null {
    const { text } = this;
    let depth = 1;
    let at = this.#at;
    while (at < text.length) {
      const code = text.charCodeAt(at);
      if (code === opening) depth++;
      else if (code === closing && --depth === 0) {
        this.#at = at + 1;
        return at;
      }
      at = afterLuaToken(text, at);
    }
    this.#at = text.length;
    return null;
  }

  /** Goes back to an offset, to read the rest of the text from there. */
  rewind(offset: number): void {
    this.#at = offset;
  }

  #statement(words: Word[], terminator: Terminator, at: number): Statement {
    return { words, terminator, at, faulty: this.#faulty };
  }

  #fault(fault: Fault): void {
    this.faults.push(fault);
    this.#faulty = true;
  }

  #skipBlanks(): void {
    const { text } = this;
    for (;;) {
      const code = text.charCodeAt(this.#at);
      if (isBlank(code)) this.#at++;
      else if (code === hash) this.#skipComment();
      else return;
    }
  }

  #skipComment(): void {
    const start = this.#at;
    const found = this.text.indexOf('\n', start);
    const end = found === -1 ? this.text.length : found;
    this.#at = end;
    if (exceeds(this.text, start, end, window - 1) && !endsWithin(this.text, start)) {
      this.faults.push({
        message: `This comment is longer than the ${window - 1} bytes that nginx can read in one piece.`,
        fix: 'Break the comment into several lines.',
        start,
        end: Math.min(end, start + 10),
        says: `too long parameter "${firstBytes(this.text, start)}..." started`,
        stumblesAt: start,
      });
    }
  }

  #bare(): Word {
    const { text } = this;
    const start = this.#at;
    let variable = false;
    let escaped = false;
    let at = start;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === backslash) {
        escaped = true;
        variable = false;
        at++;
      } else if (code === dollar) variable = true;
      else if (code === opening && variable) continue;
      else if (code === opening && at > start && quantifier.test(text.slice(at, at + 12))) this.#unquotedQuantifier(start, at);
      else if (isBlank(code) || code === semicolon || code === opening) break;
      else variable = false;
    }
    const end = Math.min(at, text.length);
    this.#at = end;
    this.#checkWindow(start, end);
    const raw = text.slice(start, end);
    return { text: escaped ? decode(raw) : raw, start, end, quoted: false };
  }

  /** nginx would open a block here and stumble later; what was meant is clear, so read on as if there were quotes. */
  #unquotedQuantifier(start: number, at: number): void {
    this.#fault({
      message: `nginx takes the "{" in ${this.text.slice(start, at).slice(-40)}{ for the start of a block.`,
      fix: 'Put the regular expression into quotes.',
      start,
      end: at + 1,
      says: 'unexpected "{"',
      stumblesAt: at,
    });
  }

  /** @returns true when the quote was never closed on its line, so that the statement was ended there */
  #quoted(quote: number, words: Word[]): boolean {
    const { text } = this;
    const start = this.#at;
    let escaped = false;
    let at = start + 1;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === backslash) {
        escaped = true;
        at++;
      } else if (code === quote) break;
    }
    const closed = at < text.length;
    const end = closed ? at + 1 : text.length;
    const unterminated = `too long parameter, probably missing terminating "${String.fromCharCode(quote)}" character`;
    if (!closed) {
      if (exceeds(text, start + 1, end, window)) return this.#unclosedQuote(start, words, unterminated, start);
      return this.#unclosedQuote(start, words, 'unexpected end of file, expecting ";" or "}"', text.length);
    }
    const raw = text.slice(start + 1, at);
    if (exceeds(text, start + 1, at, window - 2) && raw.includes('\n')) {
      return this.#unclosedQuote(start, words, unterminated, start);
    }
    const follows = text.charCodeAt(end);
    if (end < text.length && !isBlank(follows) && follows !== semicolon && follows !== opening && follows !== closingParenthesis) {
      const says = `unexpected "${text[end]}"`;
      if (raw.includes('\n')) return this.#unclosedQuote(start, words, says, end);
      this.#fault({
        message: `Behind the closing quote of ${text.slice(start, Math.min(end, start + 40))} stands "${text[end]}", where nginx expects a blank or ";".`,
        fix: 'Put the whole word into one pair of quotes, or a blank behind the quote.',
        start: end,
        end: end + 1,
        says,
        stumblesAt: end,
      });
    }
    this.#at = end;
    this.#checkWindow(start + 1, end);
    words.push({ text: escaped ? decode(raw) : raw, start, end, quoted: true });
    return false;
  }

  #unclosedQuote(start: number, words: Word[], says: string, stumblesAt: number): true {
    const { text } = this;
    const lineEnd = text.indexOf('\n', start);
    const stop = lineEnd === -1 ? text.length : lineEnd;
    let end = stop;
    while (end > start + 1 && (isBlank(text.charCodeAt(end - 1)) || text.charCodeAt(end - 1) === semicolon)) end--;
    this.#fault({
      message: `The quote ${text[start]} that opens here is never closed.`,
      fix: `Close the quote with ${text[start]} on this line.`,
      start,
      end,
      says,
      stumblesAt,
    });
    words.push({ text: text.slice(start + 1, end), start, end, quoted: true });
    this.#at = stop;
    return true;
  }

  /** A bare word, and what nginx must read behind it, has to fit into its window. `start` lies behind an opening quote. */
  #checkWindow(start: number, end: number): void {
    const { text } = this;
    if (end >= text.length || (end - start) * 3 < window) return;
    const last = isBlank(text.charCodeAt(end)) && end + 1 < text.length ? window - 2 : window - 1;
    if (!exceeds(text, start, end, last)) return;
    this.#fault({
      message: `This word is longer than the ${window - 1} bytes that nginx can read in one piece.`,
      fix: null,
      start,
      end,
      says: `too long parameter "${firstBytes(text, start)}..." started`,
      stumblesAt: start,
    });
  }
}

/** Blanks are these four only; a byte order mark or a no-break space is part of a word. */
function isBlank(code: number): boolean {
  return code === space || code === lf || code === tab || code === cr;
}

function exceeds(text: string, start: number, end: number, limit: number): boolean {
  if ((end - start) * 3 <= limit) return false;
  return end - start > limit || Buffer.byteLength(text.slice(start, end)) > limit;
}

/** nginx complains about a long comment only when the file goes on behind its window. */
function endsWithin(text: string, start: number): boolean {
  return !exceeds(text, start, text.length, window);
}

function firstBytes(text: string, start: number): string {
  return Buffer.from(text.slice(start, start + 10))
    .subarray(0, 10)
    .toString();
}

/** Quotes and backslashes lose their backslash, `\t` `\r` `\n` become control characters, every other backslash stays. */
function decode(raw: string): string {
  return raw.replace(/\\(["'\\trn])/g, (_, c: string) => (c === 't' ? '\t' : c === 'r' ? '\r' : c === 'n' ? '\n' : c));
}

/** The offset behind the Lua token at `at`: a comment, a string, a long bracket, or one character. */
function afterLuaToken(text: string, at: number): number {
  const c = text[at];
  if (c === '-' && text[at + 1] === '-') {
    const long = longBracket(text, at + 2);
    if (long !== null) return long;
    const lineEnd = text.indexOf('\n', at);
    return lineEnd === -1 ? text.length : lineEnd;
  }
  if (c === '[') return longBracket(text, at) ?? at + 1;
  if (c === '"' || c === "'") return luaString(text, at, c) ?? at + 1;
  return at + 1;
}

/** The offset behind a long bracket `[==[ … ]==]` that opens at `at`; null when none does; the text's length when it is unclosed. */
function longBracket(text: string, at: number): number | null {
  if (text[at] !== '[') return null;
  let level = at + 1;
  while (text[level] === '=') level++;
  if (text[level] !== '[') return null;
  const close = `]${'='.repeat(level - at - 1)}]`;
  const found = text.indexOf(close, level + 1);
  return found === -1 ? text.length : found + close.length;
}

/** The offset behind a string that closes on its own line, else null. */
function luaString(text: string, at: number, quote: string): number | null {
  for (let i = at + 1; i < text.length; i++) {
    const c = text[i];
    if (c === quote) return i + 1;
    if (c === '\\') i++;
    else if (c === '\n') return null;
  }
  return null;
}
