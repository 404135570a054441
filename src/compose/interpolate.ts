/**
 * Compose's variables in values: `$NAME`, `${NAME}`, `${NAME:-default}`, `${NAME-default}`, `${NAME:+other}`, `${NAME+other}`,
 * `${NAME:?message}`, `${NAME?message}`, `$$` for a dollar sign; defaults, alternatives and messages may hold variables themselves.
 */

/** What a name stands for; `uncertain` when the deploy may well set something else (a sample file's value). */
export interface Variable {
  value: string;
  uncertain: boolean;
}

export type Lookup = (name: string) => Variable | undefined;

export interface Substitution {
  text: string;
  uncertain: boolean;
  /** Names that are set nowhere and had no default, with their offset in the text. */
  unset: { name: string; offset: number }[];
  /** The first thing that Compose refuses. `required`: a `:?` whose variable is set nowhere, which a deploy may well set. */
  error: { message: string; offset: number; required: boolean } | null;
}

const deepestNesting = 50;
/** UTF-16 units. Values that double from line to line would fill the memory. */
const longestText = 4 * 1024 * 1024;
const name = /[A-Za-z_][A-Za-z0-9_]*/y;
const operator = /:?[-+?]/y;

/** Replaces the variables of one text. Time grows with its length, times the nesting of defaults (at most 50). */
export function substitute(text: string, lookup: Lookup): Substitution {
  const result: Substitution = { text: '', uncertain: false, unset: [], error: null };
  result.text = replace(text, { lookup, result, base: 0, depth: 0 });
  return result;
}

interface Run {
  lookup: Lookup;
  result: Substitution;
  /** Offset of this text in the whole. */
  base: number;
  depth: number;
}

function replace(text: string, run: Run): string {
  let out = '';
  let from = 0;
  const lines = new LineEnds(text);
  for (let at = text.indexOf('$'); at !== -1; at = text.indexOf('$', from)) {
    out += text.slice(from, at);
    const next = text.charAt(at + 1);
    const plain = matchAt(name, text, at + 1);
    if (next === '$') {
      out += '$';
      from = at + 2;
    } else if (plain !== undefined) {
      out += value(plain, at, run);
      from = at + 1 + plain.length;
    } else if (next === '{') {
      const braced = readBraced(text, at, lines);
      if (braced === undefined) {
        fail(run, {
          message: 'This is no valid variable. A dollar sign of its own is written $$.',
          offset: run.base + at,
          required: false,
        });
        return out;
      }
      out += expand(braced, at, run);
      from = braced.end;
    } else {
      out += '$';
      from = at + 1;
    }
    if (out.length > longestText) {
      fail(run, { message: 'With its variables this text is longer than 4 Mi characters.', offset: run.base + at, required: false });
      return '';
    }
  }
  return out + text.slice(from);
}

interface Braced {
  name: string;
  operator: string;
  argument: string;
  argumentAt: number;
  end: number;
}

/** Reads `${…}` at `at`. Compose takes the text up to the line's last brace, then cuts at the brace that closes the first one. */
function readBraced(text: string, at: number, lines: LineEnds): Braced | undefined {
  const found = matchAt(name, text, at + 2);
  if (found === undefined) return undefined;
  const after = at + 2 + found.length;
  if (text.charAt(after) === '}') return { name: found, operator: '', argument: '', argumentAt: after, end: after + 1 };
  const sign = matchAt(operator, text, after);
  if (sign === undefined) return undefined;
  const argumentAt = after + sign.length;
  const last = lines.lastBrace(argumentAt);
  if (last < argumentAt) return undefined;
  const close = closingBrace(text, at, last);
  return { name: found, operator: sign, argument: text.slice(argumentAt, close), argumentAt, end: close + 1 };
}

/** The brace that closes the one after `at`, or `last` where none does. */
function closingBrace(text: string, at: number, last: number): number {
  let open = 0;
  for (let i = at; i <= last; i++) {
    const code = text.charCodeAt(i);
    if (code === 125 && --open === 0) return i;
    if (code === 123) {
      open++;
      i++;
    }
  }
  return last;
}

function expand(braced: Braced, at: number, run: Run): string {
  if (braced.operator === '') return value(braced.name, at, run);
  const variable = run.lookup(braced.name);
  if (variable?.uncertain) run.result.uncertain = true;
  const present = variable !== undefined && (!braced.operator.startsWith(':') || variable.value !== '');
  switch (braced.operator.at(-1)) {
    case '-':
      return present ? variable.value : nested(braced, run);
    case '+':
      return present ? nested(braced, run) : '';
    default:
      if (present) return variable.value;
      return required(braced, at, run);
  }
}

function required(braced: Braced, at: number, run: Run): string {
  const reason = nested(braced, run);
  run.result.uncertain = true;
  fail(run, {
    message: `The variable ${braced.name} must be set${reason === '' ? '.' : `: ${reason}`}`,
    offset: run.base + at,
    required: true,
  });
  return '';
}

function nested(braced: Braced, run: Run): string {
  if (run.depth >= deepestNesting) {
    fail(run, { message: 'Variables are nested too deeply here.', offset: run.base + braced.argumentAt, required: false });
    return '';
  }
  return replace(braced.argument, { ...run, base: run.base + braced.argumentAt, depth: run.depth + 1 });
}

function value(variableName: string, at: number, run: Run): string {
  const variable = run.lookup(variableName);
  if (variable === undefined) run.result.unset.push({ name: variableName, offset: run.base + at });
  if (variable === undefined || variable.uncertain) run.result.uncertain = true;
  return variable?.value ?? '';
}

function fail(run: Run, error: NonNullable<Substitution['error']>): void {
  run.result.error ??= error;
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** The last closing brace of the line around an offset; asked in rising order, so each line is looked at once. */
class LineEnds {
  readonly #text: string;
  #end = -1;
  #brace = -1;

  constructor(text: string) {
    this.#text = text;
  }

  lastBrace(at: number): number {
    if (at > this.#end) {
      const end = this.#text.indexOf('\n', at);
      this.#end = end === -1 ? this.#text.length : end;
      this.#brace = this.#text.lastIndexOf('}', this.#end - 1);
    }
    return this.#brace;
  }
}
