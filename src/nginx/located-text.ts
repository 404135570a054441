import type { ConfigFile } from '../core/files.ts';
import type { Location } from '../core/source.ts';
import { Source } from '../core/source.ts';
import type { Word } from './model.ts';
import type { ConfigNode } from './parser.ts';

/** Stands for a variable whose value nobody knows. */
export const unknownValue = '\u0000';
/** Stands for a variable that begins with a slash or a question mark, such as `$request_uri`: nothing in it belongs to the host. */
export const unknownPath = '\u0001';

/** A part of a text that stands in one word of a file. */
interface Piece {
  /** Where the piece ends in the joined text. */
  end: number;
  node: ConfigNode;
  word: Word;
  /** The file's offset of the piece's first character; null where escapes keep it from being known. */
  from: number | null;
}

/** A text put together from words of the configuration, which knows where each character stands. */
export class LocatedText {
  readonly text: string;
  readonly #pieces: readonly Piece[];

  constructor(text: string, pieces: readonly Piece[]) {
    this.text = text;
    this.#pieces = pieces;
  }

  static empty = new LocatedText('', []);

  /** Appends `text`, which stands in `word` at offset `index` of its decoded text. */
  plus(text: string, node: ConfigNode, word: Word, index: number): LocatedText {
    const joined = this.text + text;
    return new LocatedText(joined, [...this.#pieces, { end: joined.length, node, word, from: offsetIn(word, index) }]);
  }

  concat(other: LocatedText): LocatedText {
    const shift = this.text.length;
    return new LocatedText(this.text + other.text, [...this.#pieces, ...other.#pieces.map((p) => ({ ...p, end: p.end + shift }))]);
  }

  /** The node and word that hold the character at `index`. */
  holder(index: number): { node: ConfigNode; word: Word } | undefined {
    return this.#pieces.find((p) => p.end > index) ?? this.#pieces[this.#pieces.length - 1];
  }

  /** The repository span of a part of the text, where it stands literally and in one piece. */
  span(start: number, end: number): Location | null {
    const found = this.#inFile(start, end);
    if (found === null || found.file.isWritten?.(found.start, found.end) === false) return null;
    return found.file.locate(found.start, found.end);
  }

  /** The variable of a template whose value a part of the text is; null where it is anything else. */
  variableAt(start: number, end: number): string | null {
    const found = this.#inFile(start, end);
    return found?.file.variableAt?.(found.start, found.end) ?? null;
  }

  /** Where a part of the text stands in one file, as offsets; null where it is in several pieces or not known. */
  #inFile(start: number, end: number): { file: ConfigFile; start: number; end: number } | null {
    let begin = 0;
    for (const piece of this.#pieces) {
      if (start >= begin && start < piece.end) {
        if (piece.from === null || end > piece.end) return null;
        const offset = piece.from + start - begin;
        return { file: piece.node.file, start: offset, end: offset + end - start };
      }
      begin = piece.end;
    }
    return null;
  }
}

function offsetIn(word: Word, index: number): number | null {
  const raw = word.end - word.start - (word.quoted ? 2 : 0);
  return raw === word.text.length ? word.start + (word.quoted ? 1 : 0) + index : null;
}

/** Where a word stands; in a file of the image itself with that file's absolute path. */
export function placeOf(node: ConfigNode, word: Word): Location {
  return node.file.locate(word.start, word.end) ?? new Source(node.file.path, node.file.text).locate(word.start, word.end);
}
