import { type Location, Source } from '../core/source.ts';
import type { Content, FileEntry } from './file-system.ts';

/**
 * A file whose lines were edited in place (`sed -i s/a/b/`): line for line the same file, so an untouched line keeps its
 * columns and a changed one leads to the whole line.
 */
export function editedFile(before: Content, text: string, mode: number): FileEntry {
  const was = new Source('', before.text());
  const is = new Source('', text);
  return {
    type: 'file',
    mode,
    content: {
      kind: before.kind,
      origin: before.origin,
      text: () => text,
      bytes: () => undefined,
      locate: (start, end) => {
        const from = is.position(start);
        const to = is.position(Math.max(start, end));
        const same = (line: number) => was.line(line) === is.line(line);
        const offset = (line: number, column: number, atEnd: boolean) =>
          same(line) ? was.lineStart(line) + column - 1 : was.lineStart(line) + (atEnd ? (was.line(line)?.length ?? 0) : 0);
        return before.locate(offset(from.line, from.column, false), offset(to.line, to.column, true));
      },
      // What an edit made stands nowhere in the repository.
      isWritten: () => false,
    },
  };
}

/** A file with more text at its end, written by one line of the repository. */
export function appendedFile(before: FileEntry, text: string, at: Location): FileEntry {
  const { content } = before;
  const whole = content.text() + text;
  const border = whole.length - text.length;
  return {
    ...before,
    content: {
      kind: content.kind === 'image' ? 'repository' : content.kind,
      origin: content.origin ?? at.file,
      text: () => whole,
      bytes: () => undefined,
      locate: (start, end) => (start >= border ? at : content.locate(start, Math.min(end, border))),
      isWritten: (start, end) => end <= border && (content.isWritten?.(start, end) ?? content.kind === 'repository'),
    },
  };
}

/**
 * Applies one `s/old/new/[g]` of sed to a text; undefined where the pattern is more than this can follow,
 * or a command that isn't a substitution.
 */
export function substitute(text: string, expression: string): string | undefined {
  const parts = splitSubstitution(expression);
  if (!parts) return undefined;
  const { old, now, flags } = parts;
  const lines = text.split('\n');
  if (lines.some((line) => line.length > longestLine)) return undefined;
  return lines
    .map((line) => {
      let times = 0;
      return line.replace(old, (match) => (times++ === 0 || flags.includes('g') ? now : match));
    })
    .join('\n');
}

/** Whether what a sed command says can't touch what a configuration takes in or serves: `s/^user.*;/user app;/`. */
export function isHarmless(expression: string): boolean {
  return !/include|conf|http|server|listen|upstream|location|pass|root|[{}#]/.test(expression) && /^s\W/.test(expression);
}

function splitSubstitution(expression: string): { old: RegExp; now: string; flags: string } | undefined {
  const separator = expression[1];
  if (expression[0] !== 's' || separator === undefined || /[\w\s\\]/.test(separator)) return undefined;
  const parts = [''];
  for (let at = 2; at < expression.length; at++) {
    const char = expression[at] as string;
    if (char === separator) parts.push('');
    else if (char === '\\') parts[parts.length - 1] += char + (expression[++at] ?? '');
    else parts[parts.length - 1] += char;
  }
  const [pattern, replacement, flags] = parts;
  if (parts.length !== 3 || flags === undefined || !/^g?$/.test(flags) || !pattern || replacement === undefined) return undefined;
  const old = basicPattern(pattern, separator);
  const now = literalReplacement(replacement, separator);
  return old === undefined || now === undefined ? undefined : { old, now, flags };
}

const longestLine = 1000;
const mostStars = 1;

/**
 * A basic regular expression of sed as JavaScript's, for the part of it that reads the same in both and can't take long:
 * text, `.`, `[…]`, at most one star, `^` at the start and `$` at the end. Undefined for anything else.
 */
function basicPattern(pattern: string, separator: string): RegExp | undefined {
  let source = '';
  let stars = 0;
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] as string;
    const first = at === 0;
    const last = at === pattern.length - 1;
    if (char === '\\') {
      const next = pattern[++at] ?? '';
      if (next === 's') source += '[ \\t]';
      else if (next === separator || '.*[]^$/\\-'.includes(next)) source += quoted(next);
      else return undefined;
    } else if (char === '[') {
      const end = pattern.indexOf(']', at + 2);
      const body = end === -1 ? '' : pattern.slice(at + 1, end);
      if (!/^\^?[\w .,/:;-]+$/.test(body)) return undefined;
      source += `[${body}]`;
      at = end;
    } else if (char === '*' && !first) {
      if (++stars > mostStars) return undefined;
      source += '*';
    } else if ((char === '^' && first) || (char === '$' && last) || char === '.') source += char;
    else source += quoted(char);
  }
  return source === '' ? undefined : new RegExp(source, 'g');
}

function quoted(char: string): string {
  return char.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

function literalReplacement(replacement: string, separator: string): string | undefined {
  let text = '';
  for (let at = 0; at < replacement.length; at++) {
    const char = replacement[at] as string;
    if (char === '&') return undefined;
    if (char === '\\') {
      const next = replacement[++at] ?? '';
      if (next !== separator && !'/&\\.$-'.includes(next)) return undefined;
      text += next;
    } else text += char;
  }
  return text;
}
