/** How a later compose file (or an extending service) is laid over an earlier one: Compose's rule for each attribute. */
import { below, type Rules, rulesOf } from './attribute-rules.ts';
import type { ComposeProblem } from './model.ts';
import { type Entry, isNull, kindName, type List, locate, type Mapping, type Scalar, type Tree } from './tree.ts';

/**
 * replace: the later value alone. sequence: both as lists, appended. keyed, dependencies: lists of names or mappings, merged by name.
 * build: a string is its context. logging: options are merged for one driver only.
 */
type MergeRule = 'replace' | 'sequence' | 'keyed' | 'dependencies' | 'build' | 'logging';

const rules = rulesOf<MergeRule>({
  'networks.*.labels': 'sequence',
  'volumes.*.labels': 'sequence',
  'services.*.annotations': 'sequence',
  'services.*.build': 'build',
  'services.*.build.args': 'sequence',
  'services.*.build.additional_contexts': 'sequence',
  'services.*.build.extra_hosts': 'sequence',
  'services.*.build.labels': 'sequence',
  'services.*.command': 'replace',
  'services.*.depends_on': 'dependencies',
  'services.*.deploy.labels': 'sequence',
  'services.*.dns': 'sequence',
  'services.*.dns_opt': 'sequence',
  'services.*.dns_search': 'sequence',
  'services.*.entrypoint': 'replace',
  'services.*.env_file': 'sequence',
  'services.*.environment': 'sequence',
  'services.*.extra_hosts': 'sequence',
  'services.*.healthcheck.test': 'replace',
  'services.*.labels': 'sequence',
  'services.*.label_file': 'sequence',
  'services.*.logging': 'logging',
  'services.*.models': 'keyed',
  'services.*.networks': 'keyed',
  'services.*.sysctls': 'sequence',
  'services.*.tmpfs': 'sequence',
  'services.*.ulimits.*': 'replace',
});

/** Rules below one service, for `extends`. */
const serviceRules = below(below(rules, 'services'), '*');

/** Lays `over` upon `base`. What can't be merged is told in `problems`, and the later value stands. */
export function mergeModels(base: Mapping, over: Mapping, problems: ComposeProblem[]): Mapping {
  return mergeMappings(base, over, rules, problems);
}

export function mergeServices(base: Mapping, over: Mapping, problems: ComposeProblem[]): Mapping {
  return mergeMappings(base, over, serviceRules, problems);
}

/** Lays one resource (a service, a network …) over another of the same name and kind. */
export function mergeResources(kind: string, base: Tree, over: Tree, problems: ComposeProblem[]): Tree {
  return mergeTrees(base, over, below(below(rules, kind), '*'), problems);
}

function mergeMappings(base: Mapping, over: Mapping, at: Rules<MergeRule> | undefined, problems: ComposeProblem[]): Mapping {
  const entries = new Map(base.entries);
  for (const [key, entry] of over.entries) {
    const earlier = entries.get(key);
    entries.set(key, earlier === undefined || key.startsWith('x-') ? entry : mergeEntries(earlier, entry, below(at, key), problems));
  }
  return { kind: 'mapping', entries, span: over.span, ...(base.mark && { mark: base.mark }) };
}

function mergeEntries(base: Entry, over: Entry, at: Rules<MergeRule> | undefined, problems: ComposeProblem[]): Entry {
  if (over.value.mark !== undefined || base.value.mark === 'reset') return over;
  const value = mergeTrees(base.value, over.value, at, problems);
  return value === base.value ? base : { key: over.key, value };
}

function mergeTrees(base: Tree, over: Tree, at: Rules<MergeRule> | undefined, problems: ComposeProblem[]): Tree {
  switch (at?.rule) {
    case 'replace':
      return over;
    case 'sequence':
      return append(asSequence(base), asSequence(over), over, base);
    case 'keyed':
      return mergeMappings(asMapping(base), asMapping(over), at, problems);
    case 'dependencies':
      return mergeMappings(asDependencies(base), asDependencies(over), at, problems);
    case 'build':
      return mergeMappings(buildMapping(base), buildMapping(over), at, problems);
    case 'logging':
      return mergeLogging(base, over, at, problems);
    default:
      return mergePlain(base, over, at, problems);
  }
}

function mergePlain(base: Tree, over: Tree, at: Rules<MergeRule> | undefined, problems: ComposeProblem[]): Tree {
  if (isNull(over)) return base;
  if (base.kind === 'scalar') return over;
  if (base.kind === 'mapping' && over.kind === 'mapping') return mergeMappings(base, over, at, problems);
  if (base.kind === 'list' && over.kind === 'list') return append(base.items, over.items, over, base);
  problems.push({
    message: `This is ${kindName(over)}, but the value that it is merged with is ${kindName(base)}.`,
    at: locate(over.span),
    related: [{ location: locate(base.span), label: 'the value that it is merged with' }],
  });
  return over;
}

function append(base: Tree[], over: Tree[], place: Tree, marked: Tree): List {
  return { kind: 'list', items: [...base, ...over], span: place.span, ...(marked.mark && { mark: marked.mark }) };
}

function mergeLogging(base: Tree, over: Tree, at: Rules<MergeRule> | undefined, problems: ComposeProblem[]): Tree {
  if (base.kind !== 'mapping' || over.kind !== 'mapping') return mergePlain(base, over, at, problems);
  const driver = (tree: Mapping): string | undefined => {
    const value = tree.entries.get('driver')?.value;
    return value?.kind === 'scalar' ? value.text : undefined;
  };
  const [earlier, later] = [driver(base), driver(over)];
  return earlier === undefined || later === undefined || earlier === later ? mergeMappings(base, over, at, problems) : over;
}

/** `KEY=value` items of a mapping, sorted by their text as Compose does; a list as it is; a scalar as a list of one. */
export function asSequence(tree: Tree): Tree[] {
  if (tree.kind === 'list') return tree.items;
  if (tree.kind === 'scalar') return tree.type === 'null' ? [] : [tree];
  const items: Tree[] = [];
  for (const [key, { key: place, value }] of tree.entries) {
    for (const item of value.kind === 'list' ? value.items : [value]) {
      const pair = pairItem(key, place, item);
      if (pair !== undefined) items.push(pair);
    }
  }
  return items.sort((a, b) => compare((a as Scalar).text, (b as Scalar).text));
}

function pairItem(key: string, place: Entry['key'], value: Tree): Scalar | undefined {
  if (value.kind !== 'scalar') return undefined;
  if (value.type === 'null') return textItem(key, place, value);
  return textItem(
    `${key}=${value.text}`,
    { ...place, end: value.span.source === place.source ? Math.max(value.span.end, place.end) : place.end },
    value,
  );
}

function textItem(text: string, span: Entry['key'], like: Scalar): Scalar {
  return {
    kind: 'scalar',
    type: 'string',
    text,
    span,
    literalAt: null,
    uncertain: like.uncertain,
    ...(like.base !== undefined && { base: like.base }),
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A list of names as a mapping of nothing. */
function asMapping(tree: Tree): Mapping {
  if (tree.kind === 'mapping') return tree;
  const entries = new Map<string, Entry>();
  for (const item of tree.kind === 'list' ? tree.items : []) {
    if (item.kind === 'scalar') entries.set(item.text, { key: item.span, value: { ...item, type: 'null', text: '', literalAt: null } });
  }
  return { kind: 'mapping', entries, span: tree.span, ...(tree.mark && { mark: tree.mark }) };
}

/** A list of services as the mapping that it stands for. */
function asDependencies(tree: Tree): Mapping {
  if (tree.kind === 'mapping') return tree;
  const mapping = asMapping(tree);
  const entries = new Map<string, Entry>();
  for (const [name, { key, value }] of mapping.entries) {
    const condition = { ...(value as Scalar), type: 'string' as const, text: 'service_started' };
    const required = { ...(value as Scalar), type: 'bool' as const, text: 'true' };
    const inner = new Map<string, Entry>([
      ['condition', { key, value: condition }],
      ['required', { key, value: required }],
    ]);
    entries.set(name, { key, value: { kind: 'mapping', entries: inner, span: key } });
  }
  return { ...mapping, entries };
}

function buildMapping(tree: Tree): Mapping {
  if (tree.kind === 'mapping') return tree;
  const entries = new Map<string, Entry>();
  if (tree.kind === 'scalar' && tree.type !== 'null') entries.set('context', { key: tree.span, value: tree });
  return { kind: 'mapping', entries, span: tree.span, ...(tree.mark && { mark: tree.mark }) };
}

/** The tree without what `!reset` took away, and without marks: what earlier files can't change any more. */
export function settleMarks(tree: Tree): Tree {
  if (tree.kind === 'scalar') return unmarked(tree);
  if (tree.kind === 'list') return mapSame(tree, tree.items, (items) => ({ ...unmarked(tree), items }));
  let changed = tree.mark !== undefined;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of tree.entries) {
    if (entry.value.mark === 'reset') {
      changed = true;
      continue;
    }
    const value = settleMarks(entry.value);
    changed ||= value !== entry.value;
    entries.set(key, value === entry.value ? entry : { key: entry.key, value });
  }
  return changed ? { kind: 'mapping', entries, span: tree.span } : tree;
}

function mapSame(tree: List, items: Tree[], build: (items: Tree[]) => List): List {
  const settled = items.map(settleMarks);
  return tree.mark === undefined && settled.every((item, index) => item === items[index]) ? tree : build(settled);
}

function unmarked<T extends Tree>(tree: T): T {
  if (tree.mark === undefined) return tree;
  const { mark: _, ...rest } = tree;
  return rest as T;
}
