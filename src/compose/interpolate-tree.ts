/** Interpolates every value of a document, and casts those that Compose wants as numbers or booleans. Keys are never interpolated. */
import type { Location } from '../core/source.ts';
import { below, type Rules, rulesOf } from './attribute-rules.ts';
import { type Lookup, substitute } from './interpolate.ts';
import type { ComposeProblem, Unset } from './model.ts';
import { type Entry, locate, locatePart, type Mapping, type Scalar, type Tree } from './tree.ts';
import { resolvePlain } from './yaml-scalar.ts';

type Cast = 'int' | 'float' | 'bool';

const service: Record<string, Cast> = {
  'configs.*.mode': 'int',
  cpu_count: 'int',
  cpu_percent: 'float',
  cpu_period: 'int',
  cpu_quota: 'int',
  cpu_rt_period: 'int',
  cpu_rt_runtime: 'int',
  cpus: 'float',
  cpu_shares: 'int',
  init: 'bool',
  'deploy.replicas': 'int',
  'deploy.update_config.parallelism': 'int',
  'deploy.update_config.max_failure_ratio': 'float',
  'deploy.rollback_config.parallelism': 'int',
  'deploy.rollback_config.max_failure_ratio': 'float',
  'deploy.restart_policy.max_attempts': 'int',
  'deploy.placement.max_replicas_per_node': 'int',
  'healthcheck.retries': 'int',
  'healthcheck.disable': 'bool',
  oom_kill_disable: 'bool',
  oom_score_adj: 'int',
  pids_limit: 'int',
  'ports.*.target': 'int',
  privileged: 'bool',
  read_only: 'bool',
  scale: 'int',
  'secrets.*.mode': 'int',
  stdin_open: 'bool',
  tty: 'bool',
  'ulimits.*': 'int',
  'ulimits.*.hard': 'int',
  'ulimits.*.soft': 'int',
  'volumes.*.read_only': 'bool',
  'volumes.*.volume.nocopy': 'bool',
};

const casts = rulesOf<Cast>({
  ...Object.fromEntries(Object.entries(service).map(([path, cast]) => [`services.*.${path}`, cast])),
  'networks.*.external': 'bool',
  'networks.*.internal': 'bool',
  'networks.*.attachable': 'bool',
  'networks.*.enable_ipv6': 'bool',
  'volumes.*.external': 'bool',
  'secrets.*.external': 'bool',
  'configs.*.external': 'bool',
});

export interface Interpolation {
  lookup: Lookup;
  problems: ComposeProblem[];
  unset: Unset[];
}

export function interpolateModel(model: Mapping, interpolation: Interpolation): Mapping {
  return walk(model, casts, interpolation) as Mapping;
}

function walk(tree: Tree, at: Rules<Cast> | undefined, run: Interpolation): Tree {
  if (tree.kind === 'scalar') return tree.type === 'string' ? interpolateScalar(tree, at?.rule, run) : tree;
  if (tree.kind === 'list') {
    const items = tree.items.map((item) => walk(item, at && below(at, '*'), run));
    return items.every((item, index) => item === tree.items[index]) ? tree : { ...tree, items };
  }
  let changed = false;
  const entries = new Map<string, Entry>();
  for (const [key, entry] of tree.entries) {
    const value = walk(entry.value, at && below(at, key), run);
    changed ||= value !== entry.value;
    entries.set(key, value === entry.value ? entry : { key: entry.key, value });
  }
  return changed ? { ...tree, entries } : tree;
}

/** The scalar with its variables replaced; also used for the few values that are needed before the whole is read. */
export function interpolateScalar(scalar: Scalar, cast: Cast | undefined, run: Interpolation): Scalar {
  const replaced = scalar.text.includes('$') ? replaceVariables(scalar, run) : scalar;
  return cast === undefined ? replaced : castScalar(replaced, cast, run);
}

function replaceVariables(scalar: Scalar, run: Interpolation): Scalar {
  const { text, uncertain, unset, error } = substitute(scalar.text, run.lookup);
  const placeOf = unset.length === 0 ? undefined : variablePlaces(scalar);
  for (const { name, offset } of unset) run.unset.push({ value: name, at: placeOf?.(offset, name) ?? locate(scalar.span) });
  if (error !== null) {
    const at = locatePart(scalar, error.offset, error.offset + 1);
    run.problems.push({ message: error.message, at, ...(error.required && { uncertain: true }) });
  }
  const unsure = uncertain || error !== null;
  return {
    ...scalar,
    text,
    literalAt: text === scalar.text ? scalar.literalAt : null,
    uncertain: unsure,
    ...(unsure && { written: scalar.text }),
  };
}

/** Finds the place of a variable, also in a block or a folded scalar: its dollar sign is the one with as many before it as in the text. */
function variablePlaces(scalar: Scalar): (offset: number, name: string) => Location {
  if (scalar.literalAt !== null) return (offset, name) => locatePart(scalar, offset, variableEnd(scalar.text, offset, name));
  const { source, start, end } = scalar.span;
  const written = dollars(source.text, start, end);
  const order = new Map(dollars(scalar.text, 0, scalar.text.length).map((offset, index) => [offset, index]));
  return (offset, name) => {
    const at = written[order.get(offset) ?? -1];
    const found = at !== undefined && (source.text.startsWith(name, at + 1) || source.text.startsWith(`{${name}`, at + 1));
    return found ? source.locate(at, variableEnd(source.text, at, name)) : locate(scalar.span);
  };
}

function dollars(text: string, from: number, to: number): number[] {
  const places: number[] = [];
  for (let at = text.indexOf('$', from); at !== -1 && at < to; at = text.indexOf('$', at + 1)) places.push(at);
  return places;
}

/** `$NAME` and `${NAME}` are taken whole; of anything longer the beginning. */
function variableEnd(text: string, at: number, name: string): number {
  const braces = text.charAt(at + 1) === '{' ? 1 : 0;
  const end = at + 1 + braces + name.length;
  return braces === 1 && text.charAt(end) === '}' ? end + 1 : end;
}

const words: Record<string, string> = {
  true: 'true',
  y: 'true',
  yes: 'true',
  on: 'true',
  false: 'false',
  n: 'false',
  no: 'false',
  off: 'false',
};

function castScalar(scalar: Scalar, cast: Cast, run: Interpolation): Scalar {
  const text = castText(scalar.text, cast);
  if (text !== undefined) return { ...scalar, type: cast, text };
  const wanted = cast === 'bool' ? 'true or false' : cast === 'int' ? 'a whole number' : 'a number';
  const message = `"${scalar.text}" stands where Compose needs ${wanted}.`;
  run.problems.push({ message, at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) });
  return scalar;
}

function castText(text: string, cast: Cast): string | undefined {
  if (cast === 'bool') return words[text.toLowerCase()];
  if (cast === 'int') return /^[-+]?\d{1,18}$/.test(text) ? String(Number(text)) : undefined;
  const { type, text: shown } = resolvePlain(text);
  return type === 'int' || type === 'float' ? shown : undefined;
}
