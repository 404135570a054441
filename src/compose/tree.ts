/**
 * Located syntax of a compose file: what YAML says, each value with its place, before anyone asks what it means.
 * Trees are never changed in place; a step that alters one builds new nodes and shares the rest.
 */
import type { Location, Source } from '../core/source.ts';

/** A span of one file by offsets (UTF-16 units, `end` exclusive): cheap to keep for every value; lines are counted only when asked for. */
export interface Span {
  source: Source;
  start: number;
  end: number;
}

export type ScalarType = 'string' | 'int' | 'float' | 'bool' | 'null' | 'time';

export interface Scalar {
  kind: 'scalar';
  type: ScalarType;
  /** The value as Compose prints it: `0644` is "420", `1.10` is "1.1", null is "". */
  text: string;
  span: Span;
  /** Offset of the first character of `text` when it stands in the file just like that (no escapes, no folding, no variables); else null. */
  literalAt: number | null;
  /** Had a variable that nothing in the repository sets for certain. */
  uncertain: boolean;
  /** The text before its variables were replaced, where it is uncertain. */
  written?: string;
  /** The folder (repository-relative) that a relative path in this value starts from, where it isn't the project's. */
  base?: string;
  mark?: Mark;
}

export interface List {
  kind: 'list';
  items: Tree[];
  span: Span;
  mark?: Mark;
}

export interface Mapping {
  kind: 'mapping';
  entries: Map<string, Entry>;
  span: Span;
  mark?: Mark;
}

export interface Entry {
  key: Span;
  value: Tree;
}

/** `!reset` takes the attribute away from earlier files, `!override` replaces it without merging. */
export type Mark = 'reset' | 'override';

export type Tree = Scalar | List | Mapping;

export function locate(span: Span): Location {
  return span.source.locate(span.start, span.end);
}

/** The location of a part of a scalar's text (offsets into `text`), or of all of it where it doesn't stand literally. */
export function locatePart(scalar: Scalar, from: number, to: number): Location {
  if (scalar.literalAt === null) return locate(scalar.span);
  return scalar.span.source.locate(scalar.literalAt + from, scalar.literalAt + to);
}

export function isNull(tree: Tree | undefined): boolean {
  return tree === undefined || (tree.kind === 'scalar' && tree.type === 'null');
}

/** The value under a key, or undefined when this is no mapping or has no such key or holds null there. */
export function get(tree: Tree | undefined, key: string): Tree | undefined {
  if (tree?.kind !== 'mapping') return undefined;
  const value = tree.entries.get(key)?.value;
  return isNull(value) ? undefined : value;
}

export function getMapping(tree: Tree | undefined, key: string): Mapping | undefined {
  const value = get(tree, key);
  return value?.kind === 'mapping' ? value : undefined;
}

export function getScalar(tree: Tree | undefined, key: string): Scalar | undefined {
  const value = get(tree, key);
  return value?.kind === 'scalar' ? value : undefined;
}

/** The items of a list, or the scalar alone where a list may be written as one value. */
export function itemsOf(tree: Tree | undefined): Tree[] {
  if (tree === undefined || isNull(tree)) return [];
  return tree.kind === 'list' ? tree.items : [tree];
}

/** How people name what stands here. */
export function kindName(tree: Tree): string {
  if (tree.kind !== 'scalar') return tree.kind === 'list' ? 'a list' : 'a mapping';
  switch (tree.type) {
    case 'int':
    case 'float':
      return 'a number';
    case 'bool':
      return 'a boolean';
    case 'null':
      return 'nothing';
    default:
      return 'a string';
  }
}
