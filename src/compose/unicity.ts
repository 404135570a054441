/** Lists in which a later item replaces an earlier one with the same key (`environment` by name, `volumes` by target, `ports` by all of it). */
import { below, type Rules, rulesOf } from './attribute-rules.ts';
import { parseMount } from './mount-syntax.ts';
import { type Entry, get, getScalar, type Mapping, type Tree } from './tree.ts';

/** The key of an item, or undefined when it has none that is known: then it stays. */
type KeyOf = (item: Tree) => string | undefined;

const byName: KeyOf = (item) => (item.kind === 'scalar' ? item.text.split('=', 1)[0] : undefined);
const byText: KeyOf = (item) => (item.kind === 'scalar' ? item.text : undefined);

const byTarget: KeyOf = (item) => {
  if (item.kind === 'mapping') return getScalar(item, 'target')?.text;
  if (item.kind !== 'scalar') return undefined;
  const mount = parseMount(item.text);
  return 'error' in mount ? undefined : mount.target;
};

const byMountPoint =
  (folder: string): KeyOf =>
  (item) => {
    if (item.kind === 'scalar') return `${folder}/${item.text}`;
    return getScalar(item, 'target')?.text ?? `${folder}/${getScalar(item, 'source')?.text ?? ''}`;
  };

const byPort: KeyOf = (item) => {
  if (item.kind === 'scalar') return item.text;
  if (get(item, 'target') === undefined) return undefined;
  const part = (key: string, otherwise: string): string => getScalar(item, key)?.text ?? otherwise;
  return `${part('host_ip', '0.0.0.0')}:${part('published', '')}:${part('target', '')}/${part('protocol', 'tcp')}`;
};

const byPath: KeyOf = (item) => {
  const path = item.kind === 'mapping' ? getScalar(item, 'path') : item.kind === 'scalar' ? item : undefined;
  return path && `${path.base ?? ''}\0${path.text}`;
};

const rules = rulesOf<KeyOf>({
  'networks.*.labels': byName,
  'services.*.annotations': byName,
  'services.*.build.args': byName,
  'services.*.build.additional_contexts': byName,
  'services.*.build.tags': byName,
  'services.*.build.labels': byName,
  'services.*.cap_add': byName,
  'services.*.cap_drop': byName,
  'services.*.configs': byMountPoint(''),
  'services.*.deploy.labels': byName,
  'services.*.dns': byName,
  'services.*.dns_opt': byName,
  'services.*.dns_search': byName,
  'services.*.environment': byName,
  'services.*.env_file': byPath,
  'services.*.expose': byText,
  // Exact repetitions go; two addresses of one name both stay (newer Compose; 2.26 keeps the last).
  'services.*.extra_hosts': byText,
  'services.*.labels': byName,
  'services.*.links': byName,
  'services.*.networks.*.aliases': byName,
  'services.*.networks.*.link_local_ips': byName,
  'services.*.ports': byPort,
  'services.*.profiles': byName,
  'services.*.secrets': byMountPoint('/run/secrets'),
  'services.*.sysctls': byName,
  'services.*.tmpfs': byName,
  'services.*.volumes': byTarget,
});

/** The model with each such list freed of what a later item replaced; the later one takes the earlier one's place. */
export function enforceUnicity(model: Mapping): Mapping {
  return unique(model, rules) as Mapping;
}

function unique(tree: Tree, at: Rules<KeyOf>): Tree {
  if (tree.kind === 'list' && at.rule !== undefined) return { ...tree, items: lastByKey(tree.items, at.rule) };
  if (tree.kind !== 'mapping') return tree;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of tree.entries) {
    const next = below(at, key);
    entries.set(key, next === undefined ? entry : { key: entry.key, value: unique(entry.value, next) });
  }
  return { ...tree, entries };
}

/** One item for each key: the last one, at the place of the first. */
export function lastByKey<T>(items: T[], keyOf: (item: T) => string | undefined): T[] {
  const places = new Map<string, number>();
  const kept: T[] = [];
  for (const item of items) {
    const key = keyOf(item);
    const place = key === undefined ? undefined : places.get(key);
    if (place === undefined) {
      if (key !== undefined) places.set(key, kept.length);
      kept.push(item);
    } else kept[place] = item;
  }
  return kept;
}
