/** Holds a compose file against what may stand where (file-format.ts). */
import { nearest } from '../core/nearest.ts';
import { anything, model, type Shape } from './file-format.ts';
import type { ComposeProblem } from './model.ts';
import { type Entry, kindName, locate, type Mapping, type Scalar, type Tree } from './tree.ts';

/** Whether services stand at the top, as in the format's first version, which Compose no longer reads. */
export function isFirstVersion(tree: Mapping): boolean {
  return firstUnknown(tree) !== undefined && !['services', 'include', 'networks', 'volumes'].some((key) => tree.entries.has(key));
}

function firstUnknown(tree: Mapping): [string, Entry] | undefined {
  return [...tree.entries].find(([key]) => !Object.hasOwn(model.keys ?? {}, key) && !key.startsWith('x-'));
}

/** Tells every value of a model that has the wrong type, and every attribute that Compose doesn't know. */
export function checkShape(tree: Mapping, problems: ComposeProblem[]): void {
  const first = firstUnknown(tree);
  if (first !== undefined && isFirstVersion(tree)) {
    const message = `Services stand under "services:" since version 2 of the file format; "${first[0]}" stands at the top.`;
    problems.push({ message, at: locate(first[1].key) });
    return;
  }
  check(tree, model, 'the file', problems);
}

function check(tree: Tree, shape: Shape, path: string, problems: ComposeProblem[]): void {
  if (tree.mark === 'reset' || shape === anything) return;
  if (tree.kind === 'scalar') checkScalar(tree, shape, path, problems);
  else if (tree.kind === 'list' && shape.items !== undefined) checkList(tree.items, shape, shape.items, path, problems);
  else if (tree.kind === 'mapping' && (shape.keys !== undefined || shape.anyKey !== undefined)) checkMapping(tree, shape, path, problems);
  else wrongKind(tree, shape, path, problems);
}

function wrongKind(tree: Tree, shape: Shape, path: string, problems: ComposeProblem[]): void {
  problems.push({ message: `${path} must be ${shape.said}, not ${kindName(tree)}.`, at: locate(tree.span) });
}

function checkScalar(tree: Scalar, shape: Shape, path: string, problems: ComposeProblem[]): void {
  if (!shape.scalars?.has(tree.type)) {
    wrongKind(tree, shape, path, problems);
    return;
  }
  const message = tree.type === 'null' ? undefined : shape.check?.(tree.text);
  if (message !== undefined) problems.push({ message, at: locate(tree.span), ...(tree.uncertain && { uncertain: true }) });
}

function checkList(items: Tree[], shape: Shape, item: Shape, path: string, problems: ComposeProblem[]): void {
  const seen = new Map<string, Tree>();
  for (const tree of items) {
    check(tree, item, `an item of ${path}`, problems);
    if (!shape.unique || tree.kind !== 'scalar') continue;
    const key = `${tree.type} ${tree.text}`;
    const earlier = seen.get(key);
    if (earlier !== undefined) {
      const related = [{ location: locate(earlier.span), label: 'stands here first' }];
      problems.push({
        message: `"${tree.text}" stands twice in ${path}.`,
        at: locate(tree.span),
        related,
        ...(tree.uncertain && { uncertain: true }),
      });
    }
    seen.set(key, tree);
  }
}

function checkMapping(tree: Mapping, shape: Shape, path: string, problems: ComposeProblem[]): void {
  for (const [key, entry] of tree.entries) {
    const known = shape.keys && Object.hasOwn(shape.keys, key) ? shape.keys[key] : undefined;
    const matched = known ?? (shape.anyKey?.pattern.test(key) ? shape.anyKey.shape : undefined);
    if (matched !== undefined) check(entry.value, matched, key, problems);
    else if (!shape.open && !(shape.keys !== undefined && key.startsWith('x-'))) unknownKey(key, entry, shape, path, problems);
  }
  for (const key of shape.required ?? []) {
    if (!tree.entries.has(key)) problems.push({ message: `${path} needs ${key}.`, at: locate(tree.span) });
  }
}

function unknownKey(key: string, entry: Entry, shape: Shape, path: string, problems: ComposeProblem[]): void {
  const at = locate(entry.key);
  if (shape.keys === undefined) {
    problems.push({ message: `"${key}" is no name for Compose: only letters, digits, ".", "_" and "-" may be in it.`, at });
    return;
  }
  const near = nearest(key, Object.keys(shape.keys));
  problems.push({ message: `Compose knows no "${key}" in ${path}.`, at, ...(near !== null && { fix: `Did you mean ${near}?` }) });
}
