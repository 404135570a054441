// Text from files, images and servers reaches terminals and web pages. Characters that move the cursor, reorder or hide
// other characters are shown by their number instead, so that nobody reads something else than what stands there.

/** Controls but tab, the Unicode marks that reorder text, and characters without a width (soft hyphen, zero-width, tags). */
const unseen =
  /[\p{Cc}\u00ad\u061c\u115f\u1160\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff0-\ufffb\u{e0000}-\u{e0fff}]|[\ud800-\udfff]/gu;

/** One line of text with everything unseen made visible as `\u{202e}`; tabs become one blank each, line ends too. */
export function visible(text: string): string {
  return text.replace(unseen, (character) => (/[\t\n\r]/.test(character) ? ' ' : escaped(character)));
}

function escaped(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/**
 * A code line for showing, tabs as four blanks, with the span that was `start` to `end` (0-based, exclusive, UTF-16 units)
 * as offsets into the shown text.
 */
export function visibleSpan(text: string, start: number, end: number): { text: string; start: number; end: number } {
  const show = (part: string) => visible(part.replaceAll('\t', '    '));
  const before = show(text.slice(0, start));
  const inside = show(text.slice(start, end));
  return { text: before + inside + show(text.slice(end)), start: before.length, end: before.length + inside.length };
}

/** How many columns a terminal gives a text: two for East Asian wide characters and emoji, none for combining marks. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) {
    if (/\p{M}/u.test(character)) continue;
    columns +=
      /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}/u.test(
        character,
      )
        ? 2
        : 1;
  }
  return columns;
}
