/** From the text of a compose file to trees, on npm `yaml`: one tree per document, aliases and merge keys resolved, each value with its place. */
import { isAlias, isMap, isScalar, isSeq, type Node, type Pair, type Scalar as YamlScalar } from 'yaml';
import type { Source } from '../core/source.ts';
import { deepestYaml, yamlDocuments } from '../core/yaml-documents.ts';
import type { ComposeProblem } from './model.ts';
import type { Entry, List, Mapping, Mark, Scalar, Span, Tree } from './tree.ts';
import { resolvePlain } from './yaml-scalar.ts';

/** Larger files are not compose files that people write; reading one costs npm `yaml` some 8 s and 500 MB a megabyte and more. */
const largestText = 2 * 1024 * 1024;
/** Values of one document with its aliases expanded; a compose file of 20,000 lines has some 60,000. */
const mostValues = 300_000;
/** One file's problems; whoever has more has another kind of file. */
const mostProblems = 500;

export interface YamlFile {
  documents: Tree[];
  problems: ComposeProblem[];
}

const parsed = new WeakMap<Source, YamlFile>();

/** Parses a file; the answer for one `Source` is kept. Never throws: what can't be read is a problem. */
export function parseYaml(source: Source): YamlFile {
  let file = parsed.get(source);
  if (file === undefined) {
    file = parse(source);
    parsed.set(source, file);
  }
  return file;
}

function parse(source: Source): YamlFile {
  const refused = refuse(source);
  if (refused !== undefined) return { documents: [], problems: [{ message: refused, at: source.locate(0, 0) }] };
  const file: YamlFile = { documents: [], problems: [] };
  let documents: ReturnType<typeof yamlDocuments>;
  try {
    documents = yamlDocuments(source.text, { schema: 'failsafe', uniqueKeys: false, stringKeys: false });
  } catch (error) {
    documents = `This file is no YAML: ${String(error)}`;
  }
  if (typeof documents === 'string') return { documents: [], problems: [{ message: documents, at: source.locate(0, 0) }] };
  for (const document of documents) {
    const [error] = document.errors;
    if (error !== undefined) {
      const at = source.locate(error.pos[0], Math.max(error.pos[1], error.pos[0] + 1));
      file.problems.push({ message: `This is not valid YAML: ${firstSentence(error.message)}`, at });
      return file;
    }
    if (document.contents === null) continue;
    const reader = new TreeReader(source);
    const tree = reader.read(document.contents as Node, 0);
    file.problems.push(...reader.problems.slice(0, mostProblems - file.problems.length));
    if (tree !== undefined && !reader.stopped) file.documents.push(tree);
  }
  return file;
}

function refuse(source: Source): string | undefined {
  if (source.text.includes('\0')) return 'This file is binary, not YAML.';
  if (source.text.length > largestText) return 'This file is larger than 2 MiB; nobody writes such a compose file.';
  return undefined;
}

function firstSentence(message: string): string {
  return message.split('\n', 1)[0]?.replace(/[.:]?$/, '.') ?? message;
}

class TreeReader {
  readonly problems: ComposeProblem[] = [];
  /** True when the document was given up: too large when expanded, or an alias within its own anchor. */
  stopped = false;
  readonly #source: Source;
  readonly #anchors = new Map<string, Tree | null>();
  readonly #sizes = new Map<Tree, number>();
  #count = 0;

  constructor(source: Source) {
    this.#source = source;
  }

  read(node: Node | null, depth: number, fallback?: Span): Tree | undefined {
    if (this.stopped) return undefined;
    if (isAlias(node)) return this.#alias(node.source, this.#span(node));
    if (depth > deepestYaml) return this.#stop(`This file is nested more than ${deepestYaml} levels deep.`, this.#span(node));
    if (++this.#count > mostValues) return this.#tooLarge(this.#span(node));
    const before = this.#count;
    const anchor = node === null || isAlias(node) ? undefined : (node as { anchor?: string }).anchor;
    if (anchor !== undefined) this.#anchors.set(anchor, null);
    const tree = this.#node(node, depth, fallback);
    if (tree === undefined) return undefined;
    if (anchor !== undefined) {
      this.#anchors.set(anchor, tree);
      this.#sizes.set(tree, this.#count - before + 1);
    }
    return tree;
  }

  #node(node: Node | null, depth: number, fallback?: Span): Tree | undefined {
    if (isMap(node)) return this.#mapping(node.items as Pair<Node, Node | null>[], this.#span(node), markOf(node), depth);
    if (isSeq(node)) return this.#list(node.items as Node[], this.#span(node), markOf(node), depth);
    if (isScalar(node)) return this.#scalar(node as YamlScalar, fallback);
    return { kind: 'scalar', type: 'null', text: '', span: fallback ?? this.#span(node), literalAt: null, uncertain: false };
  }

  #alias(name: string, span: Span): Tree | undefined {
    const tree = this.#anchors.get(name);
    if (tree === null) return this.#stop(`The anchor "${name}" contains itself.`, span);
    if (tree === undefined) return this.#stop(`There is no anchor "${name}" above this.`, span);
    this.#count += this.#sizes.get(tree) ?? 1;
    return this.#count > mostValues ? this.#tooLarge(span) : tree;
  }

  #tooLarge(span: Span): undefined {
    return this.#stop(`With its aliases expanded this file has more than ${mostValues.toLocaleString('en')} values.`, span);
  }

  #stop(message: string, span: Span): undefined {
    this.stopped = true;
    this.problems.push({ message, at: this.#source.locate(span.start, Math.max(span.end, span.start + 1)) });
    return undefined;
  }

  #list(items: Node[], span: Span, mark: Mark | undefined, depth: number): List {
    const trees: Tree[] = [];
    for (const item of items) {
      const tree = this.read(item, depth + 1, span);
      // A list item that is reset is gone; it takes nothing from earlier files.
      if (tree !== undefined && tree.mark !== 'reset') trees.push(tree);
    }
    return { kind: 'list', items: trees, span, ...(mark && { mark }) };
  }

  #mapping(pairs: Pair<Node, Node | null>[], span: Span, mark: Mark | undefined, depth: number): Mapping {
    const entries = new Map<string, Entry>();
    const merged: Mapping[] = [];
    for (const { key, value } of pairs) {
      const keySpan = this.#span(key);
      if (isMergeKey(key)) {
        for (const one of this.#mergeSources(value, keySpan, depth)) merged.push(one);
        continue;
      }
      const name = this.#keyName(key, keySpan);
      if (name === undefined) continue;
      const earlier = entries.get(name);
      if (earlier !== undefined) this.#duplicate(name, keySpan, earlier.key);
      const tree = this.read(value, depth + 1, keySpan);
      if (tree !== undefined) entries.set(name, { key: keySpan, value: tree });
    }
    for (const other of merged) for (const [name, entry] of other.entries) if (!entries.has(name)) entries.set(name, entry);
    this.#count += merged.reduce((sum, other) => sum + other.entries.size, 0);
    return { kind: 'mapping', entries, span, ...(mark && { mark }) };
  }

  #duplicate(name: string, span: Span, earlier: Span): void {
    if (this.problems.length >= mostProblems) return;
    this.problems.push({
      message: `The key "${name}" is already defined in this mapping.`,
      at: this.#source.locate(span.start, span.end),
      related: [{ location: this.#source.locate(earlier.start, earlier.end), label: 'it is defined here first' }],
    });
  }

  #keyName(key: Node | null, span: Span): string | undefined {
    const tree = this.read(key, 0, span);
    if (tree?.kind === 'scalar' && tree.type === 'string') return tree.text;
    if (tree !== undefined) this.problems.push({ message: 'A key must be a string.', at: this.#source.locate(span.start, span.end) });
    return undefined;
  }

  /** What `<<` brings in: one mapping or a list of them, the earlier ones winning. */
  #mergeSources(value: Node | null, span: Span, depth: number): Mapping[] {
    const tree = this.read(value, depth + 1, span);
    const sources = tree?.kind === 'list' ? tree.items : tree === undefined ? [] : [tree];
    const mappings = sources.filter((one): one is Mapping => one.kind === 'mapping');
    if (mappings.length < sources.length) {
      this.problems.push({
        message: 'A merge key (<<) needs a mapping or a list of mappings.',
        at: this.#source.locate(span.start, span.end),
      });
    }
    return mappings;
  }

  #scalar(node: YamlScalar, fallback?: Span): Scalar {
    const text = String(node.value ?? '');
    const span = node.source === '' && fallback !== undefined && node.type === 'PLAIN' ? fallback : this.#span(node);
    const { type, text: shown } = typed(node, text);
    const mark = markOf(node);
    const literalAt = type === 'null' ? null : this.#literalAt(node, shown, span);
    return { kind: 'scalar', type, text: shown, span, literalAt, uncertain: false, ...(mark && { mark }) };
  }

  #literalAt(node: YamlScalar, text: string, span: Span): number | null {
    const at = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? span.start + 1 : span.start;
    if (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED') return null;
    return this.#source.text.startsWith(text, at) ? at : null;
  }

  #span(node: Node | null): Span {
    const range = node?.range;
    return { source: this.#source, start: range?.[0] ?? 0, end: range?.[1] ?? 0 };
  }
}

function isMergeKey(key: Node | null): boolean {
  return isScalar(key) && key.value === '<<' && key.type === 'PLAIN';
}

function markOf(node: { tag?: string | undefined }): Mark | undefined {
  return node.tag === '!reset' ? 'reset' : node.tag === '!override' ? 'override' : undefined;
}

/** Quoted and block scalars are strings; a plain one means what it looks like, unless a tag says otherwise. */
function typed(node: YamlScalar, text: string): { type: Scalar['type']; text: string } {
  const tag = node.tag;
  if (tag === 'tag:yaml.org,2002:str' || (node.type !== 'PLAIN' && tag === undefined)) return { type: 'string', text };
  return resolvePlain(text);
}
