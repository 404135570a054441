import { posix } from 'node:path';
import type { ConfigFile, ConfigFiles } from '../core/files.ts';
import { problemAt } from './complaint.ts';
import { expandGlob, isGlob } from './glob.ts';
import type { MissingInclude, Problem } from './model.ts';
import { type ConfigNode, parseConfig } from './parser.ts';

/** More files than this, counted as often as they are included, are not read. */
const mostInclusions = 10_000;
/** More directives than this are not kept. */
const mostDirectives = 2_000_000;
/** Blocks of data that know `include`. */
const includingData = new Set(['types', 'geo', 'map']);

/** A configuration with its includes in place. */
export interface IncludedConfig {
  directives: ConfigNode[];
  files: ConfigFile[];
  problems: Problem[];
  missingIncludes: MissingInclude[];
}

/** The files that lead to a place, innermost first. */
interface Chain {
  path: string;
  outer: Chain | null;
  /** The directive that brought this file in; null for the main file. */
  by: ConfigNode | null;
}

interface Pending {
  include: ConfigNode;
  chain: Chain;
  data: boolean;
}

/** Reads a main file and everything that it includes; includes keep what they brought in as their block (or data). */
export function readIncluded(files: ConfigFiles, main: string, prefix: string): IncludedConfig {
  return new IncludeReader(files, prefix).read(main);
}

class IncludeReader {
  readonly #files: ConfigFiles;
  readonly #prefix: string;
  readonly #result: IncludedConfig = { directives: [], files: [], problems: [], missingIncludes: [] };
  readonly #seen = new Set<string>();
  readonly #cycles = new Set<string>();
  #inclusions = 0;
  #directives = 0;

  constructor(files: ConfigFiles, prefix: string) {
    this.#files = files;
    this.#prefix = prefix;
  }

  read(main: string): IncludedConfig {
    const path = posix.normalize(main);
    const file = this.#files.read(path);
    if (file === undefined) return this.#result;
    const pending: Pending[] = [];
    this.#result.directives = this.#parse(file, { path, outer: null, by: null }, false, pending);
    pending.reverse();
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      const own: Pending[] = [];
      if (!this.#follow(next, own)) break;
      for (const inner of own.reverse()) pending.push(inner);
    }
    return this.#result;
  }

  /** @returns false when there is too much to go on */
  #follow({ include, chain, data }: Pending, pending: Pending[]): boolean {
    const [argument] = include.args;
    const brought: ConfigNode[] = [];
    if (argument !== undefined) {
      for (const path of this.#paths(include, argument.text)) {
        if (++this.#inclusions > mostInclusions || this.#directives > mostDirectives) {
          this.#tooMany(include);
          return false;
        }
        const file = this.#files.read(path);
        if (file === undefined || this.#isCycle(include, path, chain)) continue;
        for (const node of this.#parse(file, { path, outer: chain, by: include }, data, pending)) {
          node.parent = include;
          brought.push(node);
        }
      }
    }
    if (data) include.data = brought;
    else include.block = brought;
    return true;
  }

  #paths(include: ConfigNode, argument: string): string[] {
    const path = posix.resolve('/', this.#prefix, argument);
    const glob = isGlob(argument);
    const paths = glob ? expandGlob(this.#files, path) : this.#files.read(path) === undefined ? [] : [path];
    if (paths.length === 0) this.#result.missingIncludes.push({ directive: include, path, glob });
    return paths;
  }

  #parse(file: ConfigFile, chain: Chain, data: boolean, pending: Pending[]): ConfigNode[] {
    const { nodes, problems } = parseConfig(file, data);
    if (!this.#seen.has(chain.path)) {
      this.#seen.add(chain.path);
      this.#result.files.push(file);
      for (const problem of problems) this.#result.problems.push(problem);
    }
    this.#collect(nodes, chain, data, pending);
    return nodes;
  }

  /** Finds the includes of a file in the order of the text. */
  #collect(nodes: ConfigNode[], chain: Chain, data: boolean, pending: Pending[]): void {
    const stack: { nodes: ConfigNode[]; at: number; data: boolean }[] = [{ nodes, at: 0, data }];
    for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
      const node = top.nodes[top.at++];
      if (node === undefined) {
        stack.pop();
        continue;
      }
      this.#directives++;
      if (node.name === 'include' && node.opener === null) {
        if (node.args.length === 1) pending.push({ include: node, chain, data: top.data });
        else if (!node.faulty) this.#result.problems.push(wrongCount(node));
      }
      if (node.block !== null) stack.push({ nodes: node.block, at: 0, data: false });
      else if (node.data !== null && includingData.has(node.name)) stack.push({ nodes: node.data, at: 0, data: true });
    }
  }

  #isCycle(include: ConfigNode, path: string, chain: Chain): boolean {
    for (let link: Chain | null = chain; link !== null; link = link.outer) {
      if (link.path !== path) continue;
      const place = `${include.file.path}:${include.word.start}`;
      if (this.#cycles.has(place)) return true;
      this.#cycles.add(place);
      const back = chainText(path, chain, link);
      this.#result.problems.push({
        check: 'include-cycle',
        message: `${path} includes itself: ${back}.`,
        fix: 'Remove this include.',
        file: include.file,
        start: include.word.start,
        end: include.args[0]?.end ?? include.word.end,
        nginxSays: null,
      });
      return true;
    }
    return false;
  }

  #tooMany(include: ConfigNode): void {
    this.#result.problems.push({
      check: 'include-cycle',
      message: `The includes bring in more than ${mostInclusions.toLocaleString('en')} files or ${mostDirectives.toLocaleString('en')} directives; the rest is not read.`,
      fix: null,
      file: include.file,
      start: include.word.start,
      end: include.args[0]?.end ?? include.word.end,
      nginxSays: null,
    });
  }
}

function wrongCount(include: ConfigNode): Problem {
  return problemAt(include, {
    check: 'wrong-arguments',
    message: `include takes one file or pattern, but here are ${include.args.length === 0 ? 'none' : include.args.length}.`,
    fix: include.args.length === 0 ? 'Name the file.' : 'Write one include for each.',
    says: 'invalid number of arguments in "include" directive',
  });
}

/** `a.conf → b.conf → a.conf`, cut in the middle when it is long. */
function chainText(path: string, chain: Chain, until: Chain): string {
  const names = [posix.basename(path)];
  for (let link: Chain | null = chain; link !== null; link = link.outer) {
    names.push(posix.basename(link.path));
    if (link === until) break;
  }
  names.reverse();
  if (names.length > 6) names.splice(3, names.length - 5, '…');
  return names.join(' → ');
}

/** The directives of a block in nginx's order, with those that includes bring in; the `include` directives themselves are left out. */
export function* directivesIn(nodes: readonly ConfigNode[] | null): Generator<ConfigNode> {
  const stack: { nodes: readonly ConfigNode[]; at: number }[] = [{ nodes: nodes ?? [], at: 0 }];
  for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
    const node = top.nodes[top.at++];
    if (node === undefined) stack.pop();
    else if (node.name === 'include' && node.opener === null) stack.push({ nodes: node.block ?? node.data ?? [], at: 0 });
    else yield node;
  }
}

/** The same for a block and all blocks within it, an outer directive before those of its block. */
export function* nestedDirectivesIn(nodes: readonly ConfigNode[] | null): Generator<ConfigNode> {
  const stack = [directivesIn(nodes)];
  for (let top = stack[0]; top !== undefined; top = stack[stack.length - 1]) {
    const { done, value: node } = top.next();
    if (done) stack.pop();
    else {
      yield node;
      if (node.block !== null) stack.push(directivesIn(node.block));
    }
  }
}
