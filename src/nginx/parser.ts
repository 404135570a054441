import { type NginxParseOptions, NginxParser, NginxParseTreeNode } from 'nginx-conf/dist/src/parser.js';
import type { ConfigFile } from '../core/files.ts';
import type { Location } from '../core/source.ts';
import { Lexer, type Statement } from './lexer.ts';
import type { Problem, Word } from './model.ts';

/** Blocks whose body is data (`$value result;`) and not directives. */
const dataBlocks = new Set(['types', 'geo', 'map', 'split_clients', 'charset_map']);

/** One directive with its spans, in nginx-conf's tree. */
export class ConfigNode extends NginxParseTreeNode {
  readonly file: ConfigFile;
  readonly word: Word;
  readonly args: Word[];
  /** Offset behind the terminator: `;`, or the `}` that closes the block. */
  readonly end: number;
  /** The directives of a block, or those that an `include` brought in; null for a simple directive and for blocks that hold data. */
  block: ConfigNode[] | null;
  /** The lines of a block that holds data (`map`, `geo`, `types` …), each as a node whose name is its first word; else null. */
  data: ConfigNode[] | null = null;
  /** Offset of the `{`; null for a simple directive. */
  opener: number | null = null;
  /** Something was reported about its words while reading: they are no longer worth a check. */
  faulty = false;

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

/** A block that is still open. `words` is empty for a stray `{`. */
interface OpenBlock {
  words: Word[];
  opener: number;
  nodes: ConfigNode[];
  data: boolean;
  faulty: boolean;
}

/** What reading one file gave. */
export interface Parsed {
  nodes: ConfigNode[];
  problems: Problem[];
}

/**
 * Reads one file into located nodes, by nginx's own rules and not by those of nginx-conf's lexer.
 * It reports every fault and goes on; it never throws and keeps its own stack, so depth costs memory only.
 */
export class LocatedParser extends NginxParser {
  readonly problems: Problem[] = [];
  #file: ConfigFile;
  #data: boolean;
  #lexer = new Lexer('');
  #open: OpenBlock[] = [];

  /** @param data whether the file is included into a block that holds data */
  constructor(file: ConfigFile, data = false, options?: NginxParseOptions) {
    super(options);
    this.#file = file;
    this.#data = data;
  }

  /** Answers a root node (empty name) whose `block` holds the file's directives; the error is the first of `problems`. */
  override parse(source: string, callback?: (error: Error | null, tree?: ConfigNode) => void): void {
    const nodes = this.#read(source);
    const root = new ConfigNode(this.#file, { text: '', start: 0, end: 0, quoted: false }, [], source.length, nodes, null);
    for (const node of nodes) node.parent = root;
    const [first] = this.problems;
    callback?.(first === undefined ? null : new Error(first.nginxSays ?? first.message), root);
  }

  #read(source: string): ConfigNode[] {
    this.#lexer = new Lexer(source);
    this.#open = [{ words: [], opener: 0, nodes: [], data: this.#data, faulty: false }];
    this.problems.length = 0;
    for (;;) {
      const statement = this.#lexer.next();
      if (statement.terminator === ';') this.#simple(statement);
      else if (statement.terminator === '{') this.#openBlock(statement);
      else if (statement.terminator === '}') this.#closeBlock(statement);
      else {
        this.#endOfFile(statement);
        break;
      }
    }
    for (const fault of this.#lexer.faults) this.#report(fault.message, fault.fix, fault.start, fault.end, fault.says, fault.stumblesAt);
    this.problems.sort((a, b) => a.start - b.start);
    return this.#top.nodes;
  }

  get #top(): OpenBlock {
    return this.#open[this.#open.length - 1] as OpenBlock;
  }

  #simple({ words, at, faulty }: Statement): void {
    if (words.length === 0) {
      this.#report('This ";" ends nothing.', 'Remove it.', at, at + 1, 'unexpected ";"', at);
      return;
    }
    this.#add(words, at + 1, faulty);
  }

  #openBlock({ words, at, faulty }: Statement): void {
    if (words.length === 0)
      this.#report('This "{" has no directive in front of it.', 'Remove it, or name the block.', at, at + 1, 'unexpected "{"', at);
    const [name] = words;
    if (name !== undefined && /_by_lua_block$/.test(name.text)) {
      this.#luaBlock(words, at, faulty);
      return;
    }
    const holder = this.#top;
    if (holder.data && words.length > 0) {
      this.#report(
        'A "{" can\'t stand here; a regular expression that holds one needs quotes.',
        'Put the word into quotes.',
        at,
        at + 1,
        'unexpected "{"',
        at,
      );
    }
    this.#open.push({ words, opener: at, nodes: [], data: holder.data || (name !== undefined && dataBlocks.has(name.text)), faulty });
  }

  #luaBlock(words: Word[], at: number, faulty: boolean): void {
    const closer = this.#lexer.skipLua();
    if (closer === null) this.#unclosed(words, at);
    const node = this.#add(words, closer === null ? this.#lexer.text.length : closer + 1, faulty);
    node.opener = at;
    node.isVerbatim = true;
  }

  #closeBlock({ words, at, faulty }: Statement): void {
    if (words.length > 0) this.#missingSemicolon(words, at, faulty, 'unexpected "}"');
    if (this.#open.length === 1) {
      this.#report('This "}" closes nothing: every block is closed already.', 'Remove it.', at, at + 1, 'unexpected "}"', at);
      return;
    }
    this.#close(at + 1);
  }

  #endOfFile({ words, at, faulty }: Statement): void {
    if (words.length > 0) this.#missingSemicolon(words, at, faulty, 'unexpected end of file, expecting ";" or "}"');
    const last = this.#top;
    if (this.#open.length > 1) this.#unclosed(last.words, last.opener);
    while (this.#open.length > 1) this.#close(at);
  }

  /** Ends a directive that runs into a `}` or the end of the file. */
  #missingSemicolon(words: Word[], at: number, faulty: boolean, says: string): void {
    const [name] = words as [Word];
    const last = words[words.length - 1] as Word;
    if (!faulty) {
      this.#report(
        `The ";" behind "${shorten(last.text)}" is missing.`,
        `Write a ";" behind "${shorten(last.text)}".`,
        name.start,
        last.end,
        says,
        at,
      );
    }
    this.#add(words, last.end, true);
  }

  #unclosed(words: Word[], opener: number): void {
    const name = words[0];
    this.#report(
      name === undefined ? 'This block is never closed.' : `The block "${shorten(words.map((w) => w.text).join(' '))}" is never closed.`,
      'Write the missing "}".',
      name?.start ?? opener,
      opener + 1,
      'unexpected end of file, expecting "}"',
      this.#lexer.text.length,
    );
  }

  #add(words: Word[], end: number, faulty: boolean): ConfigNode {
    const node = new ConfigNode(this.#file, words[0] as Word, words.slice(1), end, null, null);
    node.faulty = faulty;
    this.#top.nodes.push(node);
    return node;
  }

  #close(end: number): void {
    const { words, opener, nodes, data, faulty } = this.#open.pop() as OpenBlock;
    const [name] = words;
    if (name === undefined) {
      for (const node of nodes) this.#top.nodes.push(node);
      return;
    }
    const node = new ConfigNode(this.#file, name, words.slice(1), end, data ? null : nodes, null);
    if (data) {
      node.data = nodes;
      node.isBlock = true;
    }
    node.opener = opener;
    node.faulty = faulty;
    for (const child of nodes) child.parent = node;
    this.#top.nodes.push(node);
  }

  #report(message: string, fix: string | null, start: number, end: number, nginxSays: string, stumblesAt: number): void {
    this.problems.push({ check: 'syntax', message, fix, file: this.#file, start, end, nginxSays, stumblesAt });
  }
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 60 ? `${line.slice(0, 57)}...` : line;
}

/**
 * Reads one file.
 * @param data whether the file is included into a block that holds data (`map`, `geo`, `types` …)
 */
export function parseConfig(file: ConfigFile, data = false): Parsed {
  const parser = new LocatedParser(file, data);
  let nodes: ConfigNode[] = [];
  parser.parse(file.text, (_, root) => {
    nodes = root?.block ?? [];
  });
  for (const node of nodes) node.parent = null;
  return { nodes, problems: parser.problems };
}
