// Untrusted text in Markdown as GitHub renders it: no markup, no mention, no reference to another issue, no link.
import { visible } from './visible.ts';

const longest = 1000;

/**
 * Text that reads as itself on GitHub, on one line. Markup is escaped; `@` and `#` get a character without a width
 * behind them, as GitHub looks for mentions and issue numbers only after Markdown is rendered, where an escape is gone; `$` stands
 * in a span, which is how GitHub's documentation keeps it from opening a formula.
 * @param most longer text is cut, with `…`
 */
export function prose(text: string, most = longest): string {
  return clipped(visible(text), most)
    .replace(/[!#&*<>@[\\\]_`{|}~]/g, (sign) => `\\${sign}`)
    .replace(/\\([@#])/g, '\\$1\u200b')
    .replaceAll('://', '\\://')
    .replaceAll('$', '<span>$</span>')
    .replace(/\b(GH)-(?=\d)/gi, '$1-\u200b')
    .replace(/^(\s*(?:\d+)?)([-+=.)])(?=\s|=|$)/, '$1\\$2')
    .replace(/\bwww\./gi, (www) => `${www.slice(0, 3)}\\.`);
}

/** A code span, in table cells too. Long text is cut. */
export function code(text: string, most = longest): string {
  const shown = clipped(visible(text), most).replaceAll('|', '\\|');
  if (shown.trim() === '') return '` `';
  const fence = '`'.repeat(longestRun(shown) + 1);
  const padding = shown.startsWith('`') || shown.endsWith('`') || (shown.startsWith(' ') && shown.endsWith(' ')) ? ' ' : '';
  return `${fence}${padding}${shown}${padding}${fence}`;
}

/** A fenced block; the fence is longer than any run of backticks inside. Lines are cut, not wrapped. */
export function fenced(info: string, lines: readonly string[], most = 400): string {
  const shown = lines.map((line) => clipped(visible(line.replaceAll('\t', '    ')), most));
  const fence = '`'.repeat(Math.max(3, longestRun(shown.join('\n')) + 1));
  return `${fence}${info}\n${shown.join('\n')}\n${fence}`;
}

/** The fence that a text can stand between. */
export function fenceFor(text: string): string {
  return '`'.repeat(Math.max(3, longestRun(text) + 1));
}

/** At most `most` UTF-16 units, no half of a surrogate pair at the end. */
export function clipped(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

function longestRun(text: string): number {
  return Math.max(0, ...[...text.matchAll(/`+/g)].map((run) => run[0].length));
}

/** A link to a place in the repository where a base is known, else its name alone. Addresses are percent-encoded, so nothing ends them early. */
export function placeLink(name: string, address: string | undefined): string {
  return address === undefined ? code(name, 300) : `[${code(name, 300)}](${address})`;
}
