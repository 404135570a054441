import { Source } from '../core/source.ts';

/** One block as it was read, for finding the brace that is missing or too many. Offsets in UTF-16 units. */
export interface BlockRecord {
  name: string;
  /** Offset of the first word; of the `{` for a block without one. */
  start: number;
  parent: BlockRecord | null;
  /** Offset of the `}`; null when the file ended first. */
  closer: number | null;
  /** Where the statements of the block begin, with their names. */
  children: { name: string; start: number }[];
}

/** What to do differently when the file is read again. */
export type Correction =
  /** A `}` too many: skip it. */
  | { kind: 'skip'; at: number }
  /** The block that starts at `start` was never closed: close it before the statement or brace at `at`. */
  | { kind: 'close'; start: number; at: number };

/** Blocks that never stand in certain others. */
const neverIn: Record<string, ReadonlySet<string>> = {
  server: new Set(['server', 'location', 'events', 'if', 'limit_except', 'types', 'map']),
  upstream: new Set(['server', 'location', 'upstream', 'events', 'if', 'limit_except', 'map']),
  map: new Set(['server', 'location', 'upstream', 'events', 'if']),
  http: new Set(['http', 'server', 'location', 'upstream', 'events', 'stream']),
  events: new Set(['http', 'server', 'location', 'upstream', 'events', 'stream']),
  stream: new Set(['http', 'server', 'location', 'upstream', 'events', 'stream']),
  location: new Set(['upstream', 'if', 'limit_except', 'events', 'map']),
};

/**
 * Finds the brace that most likely is wrong in a file whose braces don't balance: by the indentation, as people and
 * formatters indent by what they mean, else by blocks that stand where they never can.
 * @param blocks in the order in which they were closed, those that stayed open last
 * @param missing whether a `}` is missing; else one is too many
 */
export function findImbalance(text: string, blocks: readonly BlockRecord[], missing: boolean): Correction | null {
  const layout = new Layout(text);
  return missing ? (unclosedByLayout(layout, blocks) ?? unclosedByNesting(blocks)) : surplusByLayout(layout, blocks);
}

function unclosedByLayout(layout: Layout, blocks: readonly BlockRecord[]): Correction | null {
  for (const block of blocks) {
    const own = layout.indent(block.start);
    if (own === null) continue;
    const first = block.children[0];
    const indented = first !== undefined && (layout.indent(first.start) ?? 0) > own;
    const next = !indented ? undefined : block.children.find((child) => (layout.indent(child.start) ?? own + 1) <= own);
    const closing = block.closer === null ? null : layout.indent(block.closer);
    if (closing === null || closing >= own) {
      // Closed at its own depth, or at the end of a line: what stands in it may be badly indented, but is in it.
      if (block.closer !== null || next === undefined || block.parent === null) continue;
    }
    const at = next?.start ?? block.closer;
    if (at !== null && at !== undefined) return { kind: 'close', start: block.start, at };
  }
  return null;
}

function unclosedByNesting(blocks: readonly BlockRecord[]): Correction | null {
  for (const block of blocks) {
    const misplaced = block.children.find((child) => neverIn[child.name]?.has(block.name) === true);
    if (misplaced !== undefined) return { kind: 'close', start: block.start, at: misplaced.start };
  }
  return null;
}

function surplusByLayout(layout: Layout, blocks: readonly BlockRecord[]): Correction | null {
  for (const block of blocks) {
    if (block.closer === null) continue;
    const own = layout.indent(block.start);
    const closing = layout.indent(block.closer);
    if (own !== null && closing !== null && closing > own) return { kind: 'skip', at: block.closer };
  }
  return null;
}

/** How far lines are indented. */
class Layout {
  readonly #source: Source;

  constructor(text: string) {
    this.#source = new Source('', text);
  }

  /** The number of blanks in front of an offset, when nothing else stands there; else null. */
  indent(offset: number): number | null {
    const { column } = this.#source.position(offset);
    const start = offset - column + 1;
    for (let at = start; at < offset; at++) {
      const c = this.#source.text[at];
      if (c !== ' ' && c !== '\t') return null;
    }
    return column - 1;
  }
}
