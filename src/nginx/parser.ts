import { type NginxParseOptions, NginxParser, NginxParseTreeNode } from 'nginx-conf/dist/src/parser.js';
import type { ConfigFile } from '../core/files.ts';
import type { Location } from '../core/source.ts';
import { type BlockRecord, type Correction, findImbalance } from './balance.ts';
import { Lexer, type Statement } from './lexer.ts';
import type { Problem, Word } from './model.ts';
import { isTemplate } from './parameters.ts';
import { splitStatement } from './slips.ts';

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
  record: BlockRecord;
}

/** More statements than this are not taken out of one that has run together. */
const mostSlips = 50;
/** More braces than this are not put right in one file. */
const mostCorrections = 5;

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
  #closed: BlockRecord[] = [];
  #corrections: Correction[] = [];

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

  /** Reads the file, and again as long as a brace that is wrong can be put right. */
  #read(source: string): ConfigNode[] {
    this.#corrections = [];
    for (;;) {
      const surplus = this.#readOnce(source);
      if (this.#corrections.length === mostCorrections || (surplus === null && this.#open.length === 1)) break;
      const stillOpen = this.#open.slice(1).map((b) => b.record);
      const correction = findImbalance(source, [...this.#closed, ...stillOpen.reverse()], surplus === null);
      if (correction === null || this.#corrections.some((c) => c.at === correction.at)) break;
      this.#corrections.push(correction);
    }
    this.#closeAll();
    for (const fault of this.#lexer.faults) this.#report(fault.message, fault.fix, fault.start, fault.end, fault.says, fault.stumblesAt);
    this.problems.sort((a, b) => a.start - b.start);
    return this.#top.nodes;
  }

  /** @returns the offset of the first `}` that closes nothing, if any */
  #readOnce(source: string): number | null {
    const record: BlockRecord = { name: '', start: 0, parent: null, closer: null, children: [] };
    this.#lexer = new Lexer(source);
    this.#open = [{ words: [], opener: 0, nodes: [], data: this.#data, faulty: false, record }];
    this.#closed = [];
    this.problems.length = 0;
    let surplus: number | null = null;
    for (;;) {
      const statement = this.#lexer.next();
      this.#closeEarly(statement.words[0]?.start ?? statement.at);
      if (statement.terminator === ';') this.#simple(statement);
      else if (statement.terminator === '{') this.#openBlock(statement);
      else if (statement.terminator === '}') surplus = this.#closeBlock(statement) ?? surplus;
      else {
        if (statement.words.length > 0) this.#missingSemicolon(statement, 'unexpected end of file, expecting ";" or "}"');
        return surplus;
      }
    }
  }

  /** Closes the blocks that were found to be unclosed and end before this statement or brace. */
  #closeEarly(at: number): void {
    for (const correction of this.#corrections) {
      if (correction.kind !== 'close' || correction.at !== at) continue;
      while (this.#open.some((b, i) => i > 0 && b.record.start === correction.start)) {
        const { words, opener, record } = this.#top;
        if (record.start === correction.start) this.#unclosed(words, opener);
        this.#close(at, null);
      }
    }
  }

  get #top(): OpenBlock {
    return this.#open[this.#open.length - 1] as OpenBlock;
  }

  #simple({ words, at, faulty }: Statement): void {
    if (words.length === 0) {
      this.#report('This ";" ends nothing.', 'Remove it.', at, at + 1, 'unexpected ";"', at);
      return;
    }
    const rest = this.#split(words, ';', at, faulty);
    this.#add(rest, Math.min(at + 1, this.#lexer.text.length), faulty);
  }

  #openBlock({ words: all, at, faulty }: Statement): void {
    if (all.length === 0)
      this.#report('This "{" has no directive in front of it.', 'Remove it, or name the block.', at, at + 1, 'unexpected "{"', at);
    const words = this.#split(all, '{', at, faulty);
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
    this.#push(words, at, holder.data || (name !== undefined && dataBlocks.has(name.text)), faulty);
  }

  #push(words: Word[], opener: number, data: boolean, faulty: boolean): void {
    const parent = this.#top.record;
    const record: BlockRecord = { name: words[0]?.text ?? '', start: words[0]?.start ?? opener, parent, closer: null, children: [] };
    parent.children.push(record);
    this.#open.push({ words, opener, nodes: [], data, faulty, record });
  }

  /**
   * Takes apart what a missing semicolon or brace has run together.
   * @returns the words that the terminator belongs to
   */
  #split(words: Word[], terminator: ';' | '{', at: number, faulty: boolean): Word[] {
    if (faulty || this.#top.data || words.length < 2) return words;
    let rest = words;
    let slips = 0;
    for (
      let slip = splitStatement(this.#lexer.text, rest, terminator);
      slip !== null;
      slip = splitStatement(this.#lexer.text, rest, terminator)
    ) {
      const { head, tail, missing, says } = slip;
      const [name, last] = [head[0] as Word, head[head.length - 1] as Word];
      this.#report(
        `The "${missing}" behind "${shorten(last.text)}" is missing.`,
        `Write a "${missing}" behind "${shorten(last.text)}".`,
        name.start,
        last.end,
        says,
        at,
      );
      if (missing === ';') this.#add(head, last.end, true);
      else this.#push(head, last.end, dataBlocks.has(name.text), true);
      rest = tail;
      if (this.#top.data || ++slips === mostSlips) break;
    }
    return rest;
  }

  #luaBlock(words: Word[], at: number, faulty: boolean): void {
    const closer = this.#lexer.skipLua();
    if (closer === null) this.#unclosed(words, at);
    const node = this.#add(words, closer === null ? this.#lexer.text.length : closer + 1, faulty);
    node.opener = at;
    node.isVerbatim = true;
  }

  /** @returns the offset of the brace when it closes nothing */
  #closeBlock(statement: Statement): number | null {
    const { at } = statement;
    if (statement.words.length > 0) {
      this.#missingSemicolon(statement, 'unexpected "}"');
      this.#closeEarly(at);
    }
    const skipped = this.#corrections.some((c) => c.kind === 'skip' && c.at === at);
    if (skipped || this.#open.length === 1) {
      const message = skipped
        ? 'This "}" is one too many: it closes the block around it.'
        : 'This "}" closes nothing: every block is closed already.';
      this.#report(message, 'Remove it.', at, at + 1, 'unexpected "}"', at);
      return skipped ? null : at;
    }
    this.#close(at + 1, at);
    return null;
  }

  /** At the end of the file: one finding for all blocks that are still open, at the innermost. */
  #closeAll(): void {
    const last = this.#top;
    if (this.#open.length > 1) this.#unclosed(last.words, last.opener);
    while (this.#open.length > 1) this.#close(this.#lexer.text.length, null);
  }

  /** Ends a directive that runs into a `}` or the end of the file. */
  #missingSemicolon({ words: all, at, faulty }: Statement, says: string): void {
    const words = this.#split(all, ';', at, faulty);
    const [name] = words as [Word];
    const last = words[words.length - 1] as Word;
    if (!faulty && !isTemplate(name.text)) {
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
    this.#top.record.children.push({ name: node.name, start: node.word.start });
    return node;
  }

  #close(end: number, closer: number | null): void {
    const { words, opener, nodes, data, faulty, record } = this.#open.pop() as OpenBlock;
    record.closer = closer;
    this.#closed.push(record);
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
