import type { Location } from '../core/source.ts';
import { columnsOf, visibleSpan } from './visible.ts';

/** A code line for showing, and where the span of a finding begins and ends in it (offsets in UTF-16 units). */
export interface ShownLine {
  text: string;
  start: number;
  end: number;
}

/**
 * The first line of a span as it is shown, at most `width` columns wide: a longer one is cut around its span, `…` where something is
 * left out. A span of many lines is marked to the end of its first.
 */
export function shownLine(source: string, at: Location, width: number): ShownLine {
  const start = Math.min(at.start.column - 1, source.length);
  const end = at.end.line > at.start.line ? source.trimEnd().length : Math.min(at.end.column - 1, source.length);
  const part = window(source, start, Math.max(start, end), width * 4);
  return crop(visibleSpan(part.text, part.start, part.end), width);
}

/** What of a line can come to be shown, and more on both sides: thousands of findings may stand on one line of a megabyte. */
function window(source: string, start: number, end: number, margin: number) {
  const first = Math.max(0, start - margin);
  const last = Math.min(end, start + margin);
  return { text: source.slice(first, last + margin), start: start - first, end: last - first };
}

/** Cuts a long line around its span, `…` where something is left out. */
function crop(line: ShownLine, width: number): ShownLine {
  if (line.text.length <= width && columnsOf(line.text) <= width) return line;
  const { text, start, end, left, right } = near(line, width);
  const before = columnsOf(text.slice(0, start));
  const all = columnsOf(text);
  const fromColumn = before < width * 0.6 && !left ? 0 : Math.max(left ? 1 : 0, Math.min(before - Math.floor(width / 3), all - width + 1));
  const toColumn = fromColumn + width - (fromColumn > 0 ? 2 : 1);
  const from = offsetOf(text, fromColumn, 'after');
  const to = all - fromColumn < width && !right ? text.length : offsetOf(text, toColumn, 'before');
  const lead = fromColumn > 0 ? '…' : '';
  const moved = lead.length - from;
  const begin = Math.max(0, start + moved);
  return {
    text: `${lead}${text.slice(from, to)}${to < text.length || right ? '…' : ''}`,
    start: begin,
    end: Math.max(begin, Math.min(end, to) + moved),
  };
}

/** The part of a very long line that can come to be shown, so that only this is measured. */
function near({ text, start, end }: ShownLine, width: number) {
  const whole = (offset: number) => (/[\udc00-\udfff]/.test(text.charAt(offset)) ? offset - 1 : offset);
  const first = whole(Math.max(0, start - 2 * width));
  const last = whole(Math.min(text.length, start + 3 * width));
  return {
    text: text.slice(first, last),
    start: start - first,
    end: Math.min(end, last) - first,
    left: first > 0,
    right: last < text.length,
  };
}

/** The offset of the first character from a column on, or of the end of the last that ends before it. */
function offsetOf(text: string, column: number, side: 'after' | 'before'): number {
  let offset = 0;
  let columns = 0;
  for (const character of text) {
    const next = columns + columnsOf(character);
    if (side === 'after' ? columns >= column : next > column) break;
    columns = next;
    offset += character.length;
  }
  return offset;
}
