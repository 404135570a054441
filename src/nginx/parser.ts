import { NginxParseTreeNode } from 'nginx-conf/dist/src/parser.js';
import type { ConfigFile } from '../core/files.ts';
import type { Location } from '../core/source.ts';
import type { Word } from './model.ts';

/** One directive with its spans, in nginx-conf's tree. */
export class ConfigNode extends NginxParseTreeNode {
  readonly file: ConfigFile;
  readonly word: Word;
  readonly args: Word[];
  /** Offset behind the terminator: `;`, or the `}` that closes the block. */
  readonly end: number;
  /** The directives of a block; null for a simple directive and for blocks that hold data. */
  readonly block: ConfigNode[] | null;

  constructor(file: ConfigFile, word: Word, args: Word[], end: number, block: ConfigNode[] | null, parent: ConfigNode | null) {
    super(word.text, args.map((a) => a.text).join(' '), parent, block);
    this.file = file;
    this.word = word;
    this.args = args;
    this.end = end;
    this.block = block;
    this.isBlock = block !== null;
  }

  /** The repository span of the directive's name; null in a file of the image itself. */
  get at(): Location | null {
    return this.file.locate(this.word.start, this.word.end);
  }
}
