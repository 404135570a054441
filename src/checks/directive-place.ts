/** The repository place of a whole directive: its name and its arguments. */
import type { Location } from '../core/source.ts';
import type { ConfigNode } from '../nginx/parser.ts';

/** Null for a directive of the image's own files. */
export function directivePlace(node: ConfigNode): Location | null {
  return node.file.locate(node.word.start, (node.args.at(-1) ?? node.word).end);
}

/** The place of one argument; the whole directive where it has none. */
export function argumentPlace(node: ConfigNode, index: number): Location | null {
  const word = node.args[index];
  return word === undefined ? directivePlace(node) : node.file.locate(word.start, word.end);
}
