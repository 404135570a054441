import type { Source } from '../core/source.ts';

/** A stretch of a Dockerfile with line continuations and comment lines taken out, that knows where each unit stood. */
export interface JoinedText {
  text: string;
  /** For every unit of `text` its offset in the file; one more entry for the end. */
  offsets: number[];
}

/** One word with the span it has in the file (offsets, `end` exclusive), as written: quotes and escapes still there. */
export interface RawWord {
  text: string;
  start: number;
  end: number;
}

/** Joins the logical line that begins at `from`: it ends at the first line end that is not escaped. */
export function joinLine(source: string, from: number, end: number, escapedBy: string): { joined: JoinedText; next: number } {
  let text = '';
  const offsets: number[] = [];
  let at = from;
  let lineStart = false;
  while (at < end) {
    if (lineStart) {
      const comment = commentOrBlankEnd(source, at, end);
      if (comment !== undefined) {
        at = comment;
        continue;
      }
      lineStart = false;
    }
    const char = source[at] as string;
    if (char === escapedBy) {
      const after = continuationEnd(source, at, end);
      if (after !== undefined) {
        at = after;
        lineStart = true;
        continue;
      }
    }
    if (char === '\n') {
      at++;
      break;
    }
    if (char !== '\r') {
      offsets.push(at);
      text += char;
    }
    at++;
  }
  offsets.push(at);
  return { joined: { text, offsets }, next: at };
}

/** The offset behind `\` + blanks + line end, or undefined when the escape doesn't end its line. */
function continuationEnd(source: string, at: number, end: number): number | undefined {
  let next = at + 1;
  while (next < end && (source[next] === ' ' || source[next] === '\t' || source[next] === '\r')) next++;
  return next >= end ? next : source[next] === '\n' ? next + 1 : undefined;
}

function commentOrBlankEnd(source: string, at: number, end: number): number | undefined {
  let next = at;
  while (next < end && (source[next] === ' ' || source[next] === '\t' || source[next] === '\r')) next++;
  if (next >= end || (source[next] !== '#' && source[next] !== '\n')) return undefined;
  const lineEnd = source.indexOf('\n', next);
  return lineEnd === -1 || lineEnd >= end ? end : lineEnd + 1;
}

/** Splits at blanks outside quotes. */
export function splitWords({ text, offsets }: JoinedText, escapedBy: string): RawWord[] {
  const words: RawWord[] = [];
  let start = -1;
  let quote = '';
  for (let at = 0; at <= text.length; at++) {
    const char = text[at];
    if (char === undefined || (quote === '' && (char === ' ' || char === '\t'))) {
      if (start !== -1) words.push({ text: text.slice(start, at), start: offsets[start] as number, end: (offsets[at - 1] as number) + 1 });
      start = -1;
      continue;
    }
    if (start === -1) start = at;
    if (char === escapedBy && quote !== "'") at++;
    else if (quote !== '') quote = char === quote ? '' : quote;
    else if (char === '"' || char === "'") quote = char;
  }
  return words;
}

/** The strings of a JSON form `["a", "b"]`, or undefined when the text is none (the builder then reads it as shell form). */
export function jsonWords({ text, offsets }: JoinedText): RawWord[] | undefined {
  const from = text.search(/\S/);
  if (from === -1 || text[from] !== '[') return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || !parsed.every((item) => typeof item === 'string')) return undefined;
  const words: RawWord[] = [];
  const item = /"(?:[^"\\]|\\.)*"/g;
  for (const value of parsed as string[]) {
    const match = item.exec(text);
    if (!match) return undefined;
    words.push({
      text: value,
      start: (offsets[match.index] as number) + 1,
      end: offsets[match.index + match[0].length - 1] as number,
    });
  }
  return words;
}

/** The bodies of the here-documents that a logical line opens, read from `from`; `quoted` bodies are not substituted. */
export interface RawHeredoc {
  name: string;
  quoted: boolean;
  text: string;
  start: number;
  end: number;
}

export function readHeredocs(source: Source, line: string, from: number, end: number): RawHeredoc[] {
  const found: RawHeredoc[] = [];
  let at = from;
  for (const opener of line.matchAll(/(?<![<\w])<<(-?)(["']?)([A-Za-z_][\w.]*)\2/g)) {
    const [, strip, quote, name] = opener;
    const start = at;
    let text = '';
    let bodyEnd = at;
    while (at < end) {
      const lineEnd = source.text.indexOf('\n', at);
      const next = lineEnd === -1 || lineEnd >= end ? end : lineEnd + 1;
      const raw = source.text.slice(at, next);
      const content = strip === '-' ? raw.replace(/^\t+/, '') : raw;
      bodyEnd = at;
      at = next;
      if (content.replace(/\r?\n$/, '') === name) break;
      text += content;
      bodyEnd = at;
    }
    found.push({ name: name as string, quoted: quote !== '', text, start, end: bodyEnd });
  }
  return found;
}
