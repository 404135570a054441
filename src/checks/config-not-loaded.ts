import type { PlacedFile, Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';

/** Files that lie on nginx's paths without being read on purpose: snippets to pick from, samples, copies that are switched off. */
const kept =
  /(?:[-_.]?disabled|snippets?|includes?|examples?|samples?|templates?|errors?|ssl|certs?|html|lua|njs|modules?)\/|\.(?:example|sample|dist|disabled|bak|orig|old|off|inc|tmpl|tpl|j2|md|txt|html|key|pem|crt)$/i;
/** Only text that makes a server or hands something on is a configuration that somebody would miss. */
const serves = /^[ \t]*(?:server|upstream|http|stream)[ \t]*(?:[\w.-]+[ \t]*)?\{/m;

export const configNotLoaded: Check = {
  id: 'config-not-loaded',
  severity: 'error',
  summary: 'a mounted or copied nginx configuration is read by nothing',
  *run(stack: Stack): Iterable<CheckResult> {
    const { config } = stack;
    const wildcard = includedFolder(stack);
    for (const first of lostConfigurations(stack)) {
      yield {
        check: 'config-not-loaded',
        severity: 'error',
        message: `${first.source} is put at ${first.target}, but nothing of nginx reads it there${wildcard === null ? '' : `: ${config.main} includes ${wildcard}`}.`,
        why: 'nginx runs without it: what it should answer is answered by the default page or not at all.',
        fix: { message: wildcard === null ? `Include it from ${config.main}.` : `Put it where ${wildcard} finds it, or include it.` },
        location: first.at,
        related: [],
      };
    }
  },
};

/** What was put on nginx's paths and is read by nothing, the first file of each mount or COPY. */
export function* lostConfigurations(stack: Stack): Generator<PlacedFile> {
  const { nginx, config } = stack;
  if (nginx.service === null || nginx.assumed || !nginx.treeKnown || config.files.length === 0) return;
  const paths = new Set(config.files.map((file) => file.path));
  const origins = new Set(config.files.flatMap((file) => file.origin ?? []));
  for (const group of byPlace(nginx.tree.placed)) {
    if (group.some((file) => [...paths].some((path) => isBelow(path, file.target)))) continue;
    if (group.some((file) => [...origins].some((origin) => isBelow(origin, file.source)))) continue;
    const lost = group.filter((file) => isConfiguration(file, stack));
    const [first] = lost;
    if (first !== undefined && lost.length === group.length) yield first;
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function byPlace(placed: readonly PlacedFile[]): PlacedFile[][] {
  const groups = new Map<string, PlacedFile[]>();
  for (const file of placed) {
    const key = `${file.at.file}:${file.at.start.line}:${file.at.start.column}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

function isConfiguration(file: PlacedFile, stack: Stack): boolean {
  const { nginx } = stack;
  const place = file.target.slice(nginx.prefix.length);
  const folder = nginx.tree.read(file.target) === undefined;
  if (file.target.startsWith(`${nginx.prefix}/`) && (available.test(place) || (folder && !kept.test(`${place}/`))))
    return (nothingServes(stack) || nothingIsRead(stack)) && holdsServers(file, stack);
  if (
    !file.target.startsWith(`${nginx.prefix}/`) ||
    kept.test(file.target.slice(nginx.prefix.length)) ||
    !/\.conf\w*$|\/[\w-]+$|\.vhost$/i.test(file.target)
  )
    return false;
  const there = nginx.tree.read(file.target);
  return there !== undefined && there.origin === file.source && serves.test(there.text);
}

/** The folder of sites to pick from is right to be unread, unless nginx serves nothing at all. */
const available = /-available(?:\/|$)/;

function nothingServes({ config }: Stack): boolean {
  return config.servers.length === 0 && config.problems.length === 0 && !config.directives.some(({ name }) => name === 'mail');
}

/** nginx reads no file of the repository, so that all of them were put in vain. */
function nothingIsRead({ config }: Stack): boolean {
  return config.files.every(({ origin }) => origin === null);
}

function holdsServers({ source, target }: PlacedFile, { nginx }: Stack): boolean {
  for (const file of nginx.tree.files()) {
    if (isBelow(file.path, target) && file.origin !== null && isBelow(file.origin, source) && serves.test(file.text)) return true;
  }
  return false;
}

/** The pattern that server files are included by, for the message. */
function includedFolder({ config }: Stack): string | null {
  for (const file of config.files) {
    const found = /^\s*include\s+(\S+\*\S*)\s*;/m.exec(file.path === config.main ? file.text : '');
    if (found) return found[1] as string;
  }
  return null;
}
