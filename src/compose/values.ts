/** Reads single values out of a settled model: always tolerant, as what has the wrong shape was told before. */

import { asSequence } from './merge.ts';
import type { Value } from './model.ts';
import { getScalar, itemsOf, locate, locatePart, type Scalar, type Tree } from './tree.ts';

export function toValue(scalar: Scalar): Value {
  return { value: scalar.text, at: locatePart(scalar, 0, scalar.text.length), ...doubt(scalar) };
}

function doubt({ uncertain, written }: Scalar): Pick<Value, 'uncertain' | 'written'> {
  return uncertain ? { uncertain, ...(written !== undefined && { written }) } : {};
}

/** The same place and certainty with another value. */
export function like<T>(value: T, scalar: Scalar): Value<T> {
  return { value, at: locate(scalar.span), ...doubt(scalar) };
}

export function textUnder(tree: Tree | undefined, key: string): Value | null {
  const scalar = getScalar(tree, key);
  return scalar === undefined || scalar.text === '' ? null : toValue(scalar);
}

/** As `textUnder`, but a name that came out empty for want of a variable is kept: it will have a value. */
export function nameUnder(tree: Tree | undefined, key: string): Value | null {
  const scalar = getScalar(tree, key);
  return scalar?.uncertain ? toValue(scalar) : textUnder(tree, key);
}

export function boolUnder(tree: Tree | undefined, key: string): boolean {
  return getScalar(tree, key)?.text === 'true';
}

export function scalarsOf(tree: Tree | undefined): Scalar[] {
  return itemsOf(tree).filter((item): item is Scalar => item.kind === 'scalar');
}

export interface PairValue {
  key: string;
  /** Null for a name alone. */
  value: string | null;
  scalar: Scalar;
  /** The value's own scalar where it is written as `key: value`. */
  own: Scalar | null;
}

/** `environment`, `labels`, `args` …: a mapping, or a list of `KEY=value`. */
export function pairsOf(tree: Tree | undefined): PairValue[] {
  if (tree?.kind === 'mapping') {
    return [...tree.entries].flatMap(([key, { value, key: place }]) => {
      if (value.kind !== 'scalar') return [];
      const none = value.type === 'null';
      return [{ key, value: none ? null : value.text, scalar: none ? { ...value, span: place } : value, own: none ? null : value }];
    });
  }
  return (tree === undefined ? [] : asSequence(tree)).flatMap((item): PairValue[] => {
    if (item.kind !== 'scalar') return [];
    const equals = item.text.indexOf('=');
    if (equals === -1) return [{ key: item.text, value: null, scalar: item, own: null }];
    return [{ key: item.text.slice(0, equals), value: item.text.slice(equals + 1), scalar: item, own: null }];
  });
}
