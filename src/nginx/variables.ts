import { directivesIn } from './include.ts';
import { LocatedText, unknownPath, unknownValue } from './located-text.ts';
import type { Word } from './model.ts';
import type { ConfigNode } from './parser.ts';

/** More values of one target are not followed. */
const mostValues = 500;
/** Variables that are made of variables that are made of variables … */
const deepest = 8;

/** Variables of nginx's own that begin with `/` or `?`, or hold nothing that could be part of a host. */
const pathVariables = new Set(['request_uri', 'uri', 'document_uri', 'is_args', 'args', 'query_string']);
/** Lines of `map`, `geo` and `split_clients` that are settings, not values. */
const settings = new Set(['hostnames', 'volatile', 'ranges', 'proxy', 'proxy_recursive', 'delete', 'include']);

/** One place that gives a variable a value. */
interface Assignment {
  node: ConfigNode;
  value: Word;
}

/** The variables of one `http` or `stream` context: what `map`, `geo` and `split_clients` make, and what `set` makes where. */
export class Variables {
  readonly #global = new Map<string, Assignment[]>();

  /** @param blocks the directives of the context */
  constructor(blocks: Iterable<ConfigNode>) {
    for (const node of blocks) {
      const name = node.args[node.args.length - 1]?.text;
      if (node.data === null || name === undefined || !['map', 'geo', 'split_clients'].includes(node.name)) continue;
      for (const line of directivesIn(node.data)) {
        const value = line.args[0];
        if (value !== undefined && !settings.has(line.name)) add(this.#global, name.replace(/^\$/, ''), { node: line, value });
      }
    }
  }

  /**
   * Every text that a word can stand for, its variables replaced by what is known of them. Where `set` gives a variable
   * its value, the nearest enclosing blocks of `scope` (innermost last) count, else any place in the same server.
   */
  expand(node: ConfigNode, word: Word, scope: readonly ConfigNode[]): LocatedText[] {
    return this.#expand(node, word, scope, new Set(), 0);
  }

  #expand(node: ConfigNode, word: Word, scope: readonly ConfigNode[], within: ReadonlySet<string>, depth: number): LocatedText[] {
    let found = [LocatedText.empty];
    const text = word.text;
    const pattern = /\$(?:\{(\w+)\}|(\w+))/g;
    let at = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      const literal = text.slice(at, match.index);
      const start = at;
      const values = this.#values((match[1] ?? match[2]) as string, node, word, match.index, scope, within, depth);
      found = found.flatMap((head) => {
        const begun = literal === '' ? head : head.plus(literal, node, word, start);
        return values.map((value) => begun.concat(value));
      });
      if (found.length > mostValues) found = found.slice(0, mostValues);
      at = match.index + match[0].length;
    }
    if (at === text.length) return found;
    return found.map((head) => head.plus(text.slice(at), node, word, at));
  }

  #values(
    name: string,
    node: ConfigNode,
    word: Word,
    index: number,
    scope: readonly ConfigNode[],
    within: ReadonlySet<string>,
    depth: number,
  ): LocatedText[] {
    const unknown = LocatedText.empty.plus(isPath(name, word.text, index, scope) ? unknownPath : unknownValue, node, word, index);
    if (within.has(name) || depth >= deepest) return [unknown];
    const assignments = assignedIn(scope, name) ?? this.#global.get(name);
    if (assignments === undefined) return [unknown];
    const deeper = new Set(within).add(name);
    return assignments
      .slice(0, mostValues)
      .flatMap((a) => this.#expand(a.node, a.value, scope, deeper, depth + 1))
      .slice(0, mostValues);
  }
}

/** A variable that can't be part of the host: a path of nginx's own, or what a regular expression captured behind a slash or a complete port. */
function isPath(name: string, text: string, index: number, scope: readonly ConfigNode[]): boolean {
  if (pathVariables.has(name)) return true;
  if (/:\d+$/.test(text.slice(0, index))) return true;
  if (!/^\d$/.test(name)) return false;
  const location = scope.findLast((block) => block.name === 'location');
  const regex = location?.args[location.args.length - 1]?.text ?? '';
  return regex.split('(')[Number(name)]?.startsWith('/') === true || regex.split('(')[Number(name)]?.startsWith('?:/') === true;
}

/** The `set` lines for a variable: of the enclosing blocks where there are any, else of the whole server. */
function assignedIn(scope: readonly ConfigNode[], name: string): Assignment[] | undefined {
  const found: Assignment[] = [];
  for (const block of [...scope].reverse()) {
    for (const a of setsDirectlyIn(block)) if (a.name === name) found.push(a);
    if (block.name === 'server') {
      if (found.length > 0) return found;
      for (const a of setsAnywhereIn(block)) if (a.name === name) found.push(a);
    }
  }
  return found.length > 0 ? found : undefined;
}

interface NamedAssignment extends Assignment {
  name: string;
}

const directSets = new WeakMap<ConfigNode, NamedAssignment[]>();
const nestedSets = new WeakMap<ConfigNode, NamedAssignment[]>();

/** The `set` lines of a block and of the `if` blocks in it. */
function setsDirectlyIn(block: ConfigNode): NamedAssignment[] {
  let found = directSets.get(block);
  if (found === undefined) {
    found = [...setsIn(block, (inner) => inner.name === 'if')];
    directSets.set(block, found);
  }
  return found;
}

function setsAnywhereIn(block: ConfigNode): NamedAssignment[] {
  let found = nestedSets.get(block);
  if (found === undefined) {
    found = [...setsIn(block, () => true)];
    nestedSets.set(block, found);
  }
  return found;
}

function* setsIn(block: ConfigNode, enter: (inner: ConfigNode) => boolean): Generator<NamedAssignment> {
  const blocks = [block];
  for (let next = blocks.pop(); next !== undefined; next = blocks.pop()) {
    for (const node of directivesIn(next.block)) {
      const [name, value] = node.args;
      if (node.name === 'set' && name !== undefined && value !== undefined) yield { name: name.text.replace(/^\$/, ''), node, value };
      else if (node.block !== null && enter(node)) blocks.push(node);
    }
  }
}

function add(map: Map<string, Assignment[]>, name: string, assignment: Assignment): void {
  const list = map.get(name);
  if (list === undefined) map.set(name, [assignment]);
  else list.push(assignment);
}
