/** What a name stands for while a Dockerfile is read; undefined where nothing defines it. */
export type Scope = (name: string) => string | undefined;

/** The result of substitution. `unset` holds the names that nothing defines and that have no default. */
export interface Expanded {
  text: string;
  unset: string[];
}

/**
 * One word of a Dockerfile as the builder reads it: quotes and escapes resolved, `$NAME`, `${NAME}`, `${NAME:-…}`, `${NAME-…}`,
 * `${NAME:+…}` and `${NAME+…}` replaced. Pattern removal (`${NAME#…}`) keeps the value as it is and counts as unset.
 * Single quotes and an escaped dollar keep it literal; a name that nothing defines becomes empty.
 */
export function expandWord(word: string, scope: Scope, escapedBy = '\\'): Expanded {
  const reader = new WordReader(word, scope, escapedBy);
  return { text: reader.read(''), unset: reader.unset };
}

const deepest = 20;
/** Values put more than this many characters into no word: a variable that is made of itself twice doubles with every line. */
const mostInserted = 64 * 1024;

class WordReader {
  readonly unset: string[] = [];
  readonly #word: string;
  readonly #scope: Scope;
  readonly #escape: string;
  #at = 0;
  #depth = 0;
  #inserted = 0;

  constructor(word: string, scope: Scope, escapedBy: string) {
    this.#word = word;
    this.#scope = scope;
    this.#escape = escapedBy;
  }

  /** Reads up to `stop` outside quotes (or the end); `stop` is consumed. */
  read(stop: string): string {
    let out = '';
    let quote = '';
    while (this.#at < this.#word.length) {
      const char = this.#word[this.#at] as string;
      if (quote === '' && char === stop) {
        this.#at++;
        return out;
      }
      if (quote === "'") {
        this.#at++;
        if (char === "'") quote = '';
        else out += char;
      } else if (char === this.#escape) {
        const next = this.#word[this.#at + 1];
        this.#at += 2;
        if (next === undefined) out += char;
        else out += quote === '"' && next !== '"' && next !== '$' && next !== this.#escape ? char + next : next;
      } else if (char === '"' || char === "'") {
        this.#at++;
        if (quote === '') quote = char;
        else if (quote === char) quote = '';
        else out += char;
      } else if (char === '$') out += this.#variable();
      else {
        this.#at++;
        out += char;
      }
    }
    return out;
  }

  #variable(): string {
    const plain = /^\$([A-Za-z_]\w*|[0-9@*#?!$-])/.exec(this.#word.slice(this.#at, this.#at + 256));
    if (plain) {
      this.#at += plain[0].length;
      return this.#value(plain[1] as string);
    }
    const braced = /^\$\{([A-Za-z_]\w*|[0-9@*#?!$-])/.exec(this.#word.slice(this.#at, this.#at + 256));
    if (!braced || this.#depth >= deepest) {
      this.#at++;
      return '$';
    }
    this.#at += braced[0].length;
    return this.#modified(braced[1] as string);
  }

  #modified(name: string): string {
    const operator = /^(:?[-+?]|##?|%%?|\/\/?)/.exec(this.#word.slice(this.#at, this.#at + 2))?.[0] ?? '';
    this.#at += operator.length;
    this.#depth++;
    const before = this.unset.length;
    const operand = this.read('}');
    this.#depth--;
    const value = this.#scope(name);
    const given = operator.startsWith(':') ? value !== undefined && value !== '' : value !== undefined;
    if (operator.endsWith('-')) {
      if (given) this.unset.length = before;
      return given ? this.#bounded(value as string) : operand;
    }
    if (operator.endsWith('+')) {
      if (!given) this.unset.length = before;
      return given ? operand : '';
    }
    if (/[#%/]/.test(operator)) this.unset.push(name);
    return this.#value(name);
  }

  #value(name: string): string {
    const value = this.#scope(name);
    if (value === undefined) this.unset.push(name);
    return this.#bounded(value ?? '');
  }

  #bounded(value: string): string {
    this.#inserted += value.length;
    return this.#inserted > mostInserted ? '' : value;
  }
}
