import { Source } from '../core/source.ts';
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
    },
  };
}

/**
 * Applies one `s/old/new/[g]` of sed to a text; undefined where the pattern is more than literal text,
 * or a command that isn't a substitution.
 */
export function substitute(text: string, expression: string): string | undefined {
  const parts = splitSubstitution(expression);
  if (!parts) return undefined;
  const { old, now, flags } = parts;
  return text
    .split('\n')
    .map((line) => {
      if (flags.includes('g')) return line.split(old).join(now);
      const at = line.indexOf(old);
      return at === -1 ? line : line.slice(0, at) + now + line.slice(at + old.length);
    })
    .join('\n');
}

function splitSubstitution(expression: string): { old: string; now: string; flags: string } | undefined {
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
  const old = literalPattern(pattern, separator);
  const now = literalReplacement(replacement, separator);
  return old === undefined || now === undefined ? undefined : { old, now, flags };
}

/** The text that a basic regular expression matches, when it matches one text only. */
function literalPattern(pattern: string, separator: string): string | undefined {
  let text = '';
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at] as string;
    if (char === '\\') {
      const next = pattern[++at] ?? '';
      if (next !== separator && !'.*[]^$/\\-'.includes(next)) return undefined;
      text += next;
    } else if ('.*[]^$'.includes(char)) {
      // A dot in an address or a file name is written without care; it would match itself at least, but not only that.
      return undefined;
    } else text += char;
  }
  return text === '' ? undefined : text;
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
