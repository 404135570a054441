import { editDistance } from '../core/nearest.ts';
import { directiveTable } from './directives.data.ts';
import type { Word } from './model.ts';

/** Where a directive may stand, by the block that it stands in. */
export type Context =
  | 'main'
  | 'events'
  | 'http'
  | 'server'
  | 'location'
  | 'upstream'
  | 'server-if'
  | 'location-if'
  | 'limit_except'
  | 'mail'
  | 'mail-server'
  | 'stream'
  | 'stream-server'
  | 'stream-upstream';

/** One directive as one module defines it. */
export interface Directive {
  name: string;
  /** nginx's module (`http_proxy`), or `+NAME` for a module that is not nginx's own. */
  module: string;
  /** False for modules of others: what they accept is not judged. */
  own: boolean;
  contexts: ReadonlySet<string>;
  /** `2`, `1,2`, `1+` (one or more) or `*` (any number). */
  counts: string;
  block: boolean;
  /** How nginx reads the value: `flag`, `size`, `one-of` …; `once` for other directives that may not be repeated. */
  kind: string;
  /** The words of `one-of` and `some-of`. */
  values: readonly string[];
  since: string | null;
  removed: string | null;
}

let table: Map<string, Directive[]> | undefined;

function directives(): Map<string, Directive[]> {
  if (table !== undefined) return table;
  table = new Map();
  for (const line of directiveTable.trim().split('\n')) {
    const directive = readLine(line);
    const same = table.get(directive.name);
    if (same === undefined) table.set(directive.name, [directive]);
    else same.push(directive);
  }
  return table;
}

function readLine(line: string): Directive {
  const [name = '', module = '', contexts = '', counts = '*', block = '', kind = '', since = '', removed = ''] = line.split('|');
  const [bare = '', values = ''] = kind.split(':');
  return {
    name,
    module,
    own: !module.startsWith('+'),
    contexts: new Set(contexts.split(' ')),
    counts,
    block: block !== '',
    kind: bare,
    values: values === '' ? [] : values.split(','),
    since: since || null,
    removed: removed || null,
  };
}

/** Modules of others whose directives are too many to list, but begin alike. */
const foreignPrefix =
  /^(?:nchan|acme|redis2?|drizzle|postgres|encrypted_session|iconv|array|form_input|slowfs|concat|http_concat|jwt|auth_jwt|otel|opentelemetry|keyval|ajp|limit_upload|maxminddb|sysguard|statsd|access_control|cookie_flag|testcookie|lua_waf|waf|oidc|coraza|ja3|unit)_\w+$/;

/** Whether a name can only be a directive of a module that is not nginx's own. */
export function isOfForeignModule(name: string): boolean {
  return foreignPrefix.test(name);
}

/** Every definition of a name; empty when nobody knows it. */
export function directivesNamed(name: string): readonly Directive[] {
  return directives().get(name) ?? [];
}

/** The definitions of a name that a version of nginx has; all of them when the version isn't known. */
export function directivesOf(name: string, version: string | undefined): readonly Directive[] {
  const all = directivesNamed(name);
  return version === undefined ? all : all.filter((d) => existsIn(d, version));
}

function existsIn({ since, removed, own }: Directive, version: string): boolean {
  if (!own) return true;
  return (since === null || compareVersions(version, since) >= 0) && (removed === null || compareVersions(version, removed) < 0);
}

/** Compares `1.27` with `1.26.3`; a part that isn't written counts as the highest. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((v) => v.split('.').map(Number)) as [number[], number[]];
  for (let i = 0; i < 3; i++) {
    const difference = (left[i] ?? Number.MAX_SAFE_INTEGER) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Whether a directive takes this number of arguments. */
export function takes(counts: string, number: number): boolean {
  if (counts === '*') return true;
  if (counts.endsWith('+')) return number >= Number(counts.slice(0, -1));
  return counts.split(',').includes(String(number));
}

/** `one argument`, `1 or 2 arguments`, `at least one argument`. */
export function countsInWords(counts: string): string {
  if (counts === '0') return 'no arguments';
  if (counts === '1') return 'one argument';
  if (counts === '1+') return 'at least one argument';
  if (counts.endsWith('+')) return `at least ${counts.slice(0, -1)} arguments`;
  return `${counts.split(',').join(' or ')} arguments`;
}

/** The directive of nginx's own that a misspelt name most likely means: at most two letters away, and allowed in `context` where one is. */
export function nearestDirective(name: string, context: string): string | null {
  if (name.length < 3 || name.length > 60) return null;
  const allowed = name.length < 5 ? 1 : 2;
  let best: string | null = null;
  let bestScore = Number.MAX_VALUE;
  for (const [candidate, definitions] of directives()) {
    if (Math.abs(candidate.length - name.length) > allowed || !definitions.some((d) => d.own)) continue;
    const distance = editDistance(name.toLowerCase(), candidate, allowed);
    if (distance > allowed) continue;
    const score = distance + (definitions.some((d) => d.contexts.has(context) || d.contexts.has('any')) ? 0 : 0.5);
    if (score < bestScore) {
      best = candidate;
      bestScore = score;
    }
  }
  return best;
}

/** Whether nginx takes these words somewhere, as far as name, number of arguments and terminator tell. Unknown names pass. */
export function accepts(words: readonly Word[], terminator: ';' | '{'): boolean {
  const definitions = directivesNamed(words[0]?.text ?? '');
  if (definitions.length === 0 || definitions.some((d) => !d.own)) return true;
  return definitions.some((d) => d.block === (terminator === '{') && takes(d.counts, words.length - 1));
}

/** Whether every definition of a name opens a block. */
export function alwaysOpensBlock(name: string): boolean {
  const definitions = directivesNamed(name);
  return definitions.length > 0 && definitions.every((d) => d.block);
}

/** The context of a block's inside; null when it isn't known, or holds no directives. */
export function contextWithin(name: string, context: Context): Context | null {
  return inside[`${context} ${name}`] ?? null;
}

const inside: Record<string, Context> = {
  'main events': 'events',
  'main http': 'http',
  'main stream': 'stream',
  'main mail': 'mail',
  'http server': 'server',
  'http upstream': 'upstream',
  'server location': 'location',
  'server if': 'server-if',
  'location location': 'location',
  'location if': 'location-if',
  'location limit_except': 'limit_except',
  'stream server': 'stream-server',
  'stream upstream': 'stream-upstream',
  'mail server': 'mail-server',
};

/** A context in words, for messages. */
export function contextInWords(context: string): string {
  if (context === 'main') return 'the main context';
  if (context === 'server-if') return '"if" in a server';
  if (context === 'location-if') return '"if" in a location';
  if (context === 'any') return 'any block';
  const [outer, inner] = context.split('-');
  return inner === undefined ? `"${outer}"` : `"${inner}" in "${outer}"`;
}
