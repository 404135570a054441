/**
 * Values that come at deploy time: a template's variable that the environment of the deploy defines stays in the text as it was written.
 * nginx would trip over it, so the test runs with a value of the same kind, and what nginx says about that line is no verdict.
 */
import type { Stack } from '../stack/model.ts';
import { allDirectives } from './locate.ts';

export interface Placeholders {
  /** By name, as an environment variable. */
  values: ReadonlyMap<string, string>;
  /** The files that they are filled into. */
  files: ReadonlySet<string>;
}

/** Environment variables are upper case by custom, nginx's own are lower case. */
const placeholder = /\$(?:\{([A-Z][A-Z0-9_]*)\}|([A-Z][A-Z0-9_]*)\b)/g;
/** What other template languages leave: Jinja, ERB, and our own mark for such a tag. */
const foreignTag = /\{\{|\{%|<%|_{4,}/;
const mostPlaceholders = 200;

/** The placeholders of a stack, each with a stand-in value. */
export function placeholdersIn(stack: Stack): Placeholders {
  const { tree, treeKnown } = stack.nginx;
  const undefinedNames = undefinedIn(stack);
  const own = ownVariables(stack);
  const templates = new Set([...tree.files()].filter((file) => file.kind === 'template').map((file) => file.path));
  const values = new Map<string, string>();
  const files = new Set<string>();
  for (const file of stack.config.files) {
    if (file.origin === null || (treeKnown && !templates.has(file.path))) continue;
    files.add(file.path);
    for (const match of file.text.matchAll(placeholder)) {
      const name = (match[1] ?? match[2]) as string;
      if (undefinedNames.has(name) || own.has(name) || values.has(name) || values.size >= mostPlaceholders) continue;
      values.set(name, standInValue(name, values.size));
    }
  }
  return { values, files };
}

/** The text with its placeholders filled in. Lines stay where they are. */
export function filled({ values, files }: Placeholders, path: string, text: string): string {
  if (values.size === 0 || !files.has(path)) return text;
  return text.replace(placeholder, (written, braced, bare, at: number) => {
    const value = values.get(braced ?? bare);
    // Behind a variable of nginx's own a value would become part of its name; what stands there is mostly an optional ":8080".
    return value === undefined ? written : /\$\w{1,64}$/.test(text.slice(Math.max(0, at - 65), at)) ? '' : value;
  });
}

/** Whether a text holds something whose value is known only when it is deployed. */
export function holdsPlaceholder({ values }: Placeholders, text: string): boolean {
  return foreignTag.test(text) || [...text.matchAll(placeholder)].some(([, braced, bare]) => values.has(braced ?? bare ?? ''));
}

/** The host names among the stand-in values. */
export function placeholderHosts({ values }: Placeholders): string[] {
  return [...values.values()].filter((value) => value.endsWith('.stand-in'));
}

/** Names of templates that nothing defines: what nginx makes of them is what it will make of them. */
export function undefinedIn({ nginx }: Stack): Set<string> {
  if (!nginx.treeKnown || (nginx.service?.missingEnvFiles.length ?? 0) > 0) return new Set();
  return new Set(nginx.tree.unsetTemplateVariables.filter((variable) => !variable.uncertain).map((variable) => variable.name));
}

/** Variables that the configuration makes itself. */
function ownVariables(stack: Stack): Set<string> {
  const names = new Set<string>();
  for (const { word, args } of allDirectives(stack.config.directives)) {
    if (!/^(?:set|map|geo|split_clients|\w+_set|auth_request_set)$/.test(word.text)) continue;
    for (const { text } of [args[0], args.at(-1)].flatMap((arg) => arg ?? [])) {
      if (/^\$\w+$/.test(text)) names.add(text.slice(1));
    }
  }
  return names;
}

/** A value of the kind that a name speaks of; a host name of its own where it speaks of nothing, so that two stay two. */
function standInValue(name: string, count: number): string {
  if (/PORT$/.test(name)) return String(8000 + count);
  if (/(?:URL|ORIGIN|URI)$/.test(name)) return 'http://127.0.0.1';
  if (/(?:^|_)(?:IP|CIDR|NET|NETWORK|SUBNET)$/.test(name)) return `127.0.1.${(count % 250) + 1}`;
  if (/TIMEOUT|SECONDS|TTL|EXPIRES|INTERVAL/.test(name)) return '60s';
  if (/SIZE|MAX|LIMIT|BUFFER/.test(name)) return '10m';
  if (/WORKER|COUNT|NUMBER/.test(name)) return '1';
  if (/USER$/.test(name)) return 'root';
  return `${name.toLowerCase().replaceAll('_', '-')}.stand-in`;
}
