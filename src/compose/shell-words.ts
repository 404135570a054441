/** Splits `command: "…"` into words as Compose does: quotes and backslashes, no variables, no shell; an operator ends the command. */

export interface Word {
  value: string;
  /** Offsets in the text, quotes included. */
  start: number;
  end: number;
}

const blanks = new Set([' ', '\t', '\r', '\n']);
const operators = new Set([';', '&', '|', '<', '>']);

/** @returns the words, or undefined for what Compose calls an invalid command line (an open quote, a bare parenthesis) */
export function splitWords(text: string): Word[] | undefined {
  return new Splitter(text).split();
}

class Splitter {
  readonly #text: string;
  readonly #words: Word[] = [];
  #buffer = '';
  #start = -1;
  #quote: '' | '"' | "'" = '';
  #backQuote = false;
  #dollarQuote = false;
  #begun = false;

  constructor(text: string) {
    this.#text = text;
  }

  split(): Word[] | undefined {
    let at = 0;
    for (; at < this.#text.length; at++) {
      const char = this.#text.charAt(at);
      if (this.#start === -1 && !blanks.has(char)) this.#start = at;
      if (char === '\\' && this.#quote !== "'") {
        if (++at >= this.#text.length) return undefined;
        this.#add(this.#text.charAt(at));
      } else if (blanks.has(char)) this.#blank(char, at);
      else if (operators.has(char) && !this.#inside()) {
        // `2>file`: the descriptor is no word.
        if (char === '>' && /^[0-9]/.test(this.#buffer)) this.#begun = false;
        break;
      } else if (!this.#character(char)) return undefined;
    }
    this.#finish(at);
    return this.#inside() ? undefined : this.#words;
  }

  #inside(): boolean {
    return this.#quote !== '' || this.#backQuote || this.#dollarQuote;
  }

  #blank(char: string, at: number): void {
    if (this.#inside()) this.#buffer += char;
    else this.#finish(at);
  }

  #character(char: string): boolean {
    if (char === '`' && this.#quote === '' && !this.#dollarQuote) this.#backQuote = !this.#backQuote;
    if (char === ')' && this.#quote === '' && !this.#backQuote) this.#dollarQuote = !this.#dollarQuote;
    if (char === '(' && this.#quote === '' && !this.#backQuote) {
      if (this.#dollarQuote || !this.#buffer.endsWith('$')) return false;
      this.#dollarQuote = true;
      this.#buffer += '(';
      return true;
    }
    if ((char === '"' || char === "'") && !this.#dollarQuote && (this.#quote === '' || this.#quote === char)) {
      if (this.#quote === char) this.#begun = true;
      this.#quote = this.#quote === char ? '' : char;
      return true;
    }
    this.#add(char);
    return true;
  }

  #add(char: string): void {
    this.#buffer += char;
    this.#begun = true;
  }

  #finish(at: number): void {
    if (this.#begun) this.#words.push({ value: this.#buffer, start: this.#start, end: at });
    this.#buffer = '';
    this.#begun = false;
    this.#start = -1;
  }
}
