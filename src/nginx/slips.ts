import { accepts, alwaysOpensBlock, directivesNamed, takes } from './directives.ts';
import type { Word } from './model.ts';
import { wrongParameter } from './parameters.ts';

/** A directive has fewer words than this before the next one can begin. */
const mostWords = 200;

/** Two statements that a missing `;` or `{` has run into one. */
export interface Slip {
  head: Word[];
  tail: Word[];
  missing: ';' | '{';
  /** What nginx says about the whole. */
  says: string;
}

/**
 * Looks for the place where a statement that nginx would refuse falls into two that it would take:
 * in front of a word that begins its line and is a directive's name.
 * @returns null when the words are fine, or when no such place is there
 */
export function splitStatement(text: string, words: readonly Word[], terminator: ';' | '{'): Slip | null {
  const name = words[0]?.text ?? '';
  if (directivesNamed(name).length === 0) return null;
  const says = refusal(words, terminator);
  if (says === null) return null;
  for (let k = 1; k < Math.min(words.length, mostWords); k++) {
    const word = words[k] as Word;
    if (word.quoted || directivesNamed(word.text).length === 0 || !beginsLine(text, word.start)) continue;
    const head = words.slice(0, k);
    const slip = { head, tail: words.slice(k), says };
    if (alwaysOpensBlock(name)) return directivesNamed(name).some((d) => takes(d.counts, k - 1)) ? { ...slip, missing: '{' } : null;
    if (accepts(head, ';') && wrongParameter(head) === null) return { ...slip, missing: ';' };
  }
  return null;
}

/** What nginx says about a statement, as far as it is wrong by its own words; null when they are fine. */
function refusal(words: readonly Word[], terminator: ';' | '{'): string | null {
  const name = words[0]?.text ?? '';
  if (accepts(words, terminator)) {
    const wrong = terminator === ';' ? wrongParameter(words) : null;
    return wrong === null ? null : wrong.says;
  }
  const definitions = directivesNamed(name);
  if (terminator === '{' && definitions.every((d) => !d.block)) return `directive "${name}" is not terminated by ";"`;
  if (terminator === ';' && definitions.every((d) => d.block)) return `directive "${name}" has no opening "{"`;
  return `invalid number of arguments in "${name}" directive`;
}

function beginsLine(text: string, offset: number): boolean {
  for (let at = offset - 1; at >= 0; at--) {
    const c = text[at];
    if (c === '\n') return true;
    if (c !== ' ' && c !== '\t' && c !== '\r') return false;
  }
  return true;
}
