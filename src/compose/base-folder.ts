/** Gives the path values of an included or extended file the folder that they start from, before they are merged into a model of another folder. */
import { below, type Rules, rulesOf } from './attribute-rules.ts';
import type { Entry, Mapping, Tree } from './tree.ts';

const paths = rulesOf<true>({
  'services.*.build': true,
  'services.*.env_file': true,
  'services.*.label_file': true,
  'services.*.volumes': true,
  'services.*.extends.file': true,
  'configs.*.file': true,
  'secrets.*.file': true,
  'volumes.*.driver_opts.device': true,
  'include.*': true,
});

/** The model with `folder` (repository-relative) on each path value that has no folder yet. */
export function startFrom(model: Mapping, folder: string): Mapping {
  return walk(model, paths, false, folder) as Mapping;
}

function walk(tree: Tree, at: Rules<true> | undefined, inside: boolean, folder: string): Tree {
  const ruled = inside || at?.rule === true;
  if (tree.kind === 'scalar') return ruled && tree.base === undefined ? { ...tree, base: folder } : tree;
  if (!ruled && at === undefined) return tree;
  if (tree.kind === 'list') return { ...tree, items: tree.items.map((item) => walk(item, at && below(at, '*'), ruled, folder)) };
  const entries = new Map<string, Entry>();
  for (const [key, entry] of tree.entries) entries.set(key, { key: entry.key, value: walk(entry.value, below(at, key), ruled, folder) });
  return { ...tree, entries };
}
