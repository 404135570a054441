import type { PlacedFile, Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';

/** Files that lie on nginx's paths without being read on purpose: snippets to pick from, samples, copies that are switched off. */
const kept =
  /(?:-available|[-_.]?disabled|snippets?|includes?|examples?|samples?|templates?|errors?|ssl|certs?|html|lua|njs|modules?)\/|\.(?:example|sample|dist|disabled|bak|orig|old|off|inc|tmpl|tpl|j2|md|txt|html|key|pem|crt)$/i;
/** Only text that makes a server or hands something on is a configuration that somebody would miss. */
const serves = /^[ \t]*(?:server|upstream|http|stream)[ \t]*(?:[\w.-]+[ \t]*)?\{/m;

export const configNotLoaded: Check = {
  id: 'config-not-loaded',
  severity: 'error',
  summary: 'a mounted or copied nginx configuration is read by nothing',
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx, config } = stack;
    if (nginx.service === null || nginx.assumed || !nginx.treeKnown || config.files.length === 0) return;
    const paths = new Set(config.files.map((file) => file.path));
    const origins = new Set(config.files.flatMap((file) => file.origin ?? []));
    const wildcard = includedFolder(stack);
    for (const group of byPlace(nginx.tree.placed)) {
      if (group.some((file) => paths.has(file.target) || origins.has(file.source))) continue;
      const lost = group.filter((file) => isConfiguration(file, stack));
      const first = lost[0];
      if (first === undefined || lost.length !== group.length) continue;
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

function byPlace(placed: readonly PlacedFile[]): PlacedFile[][] {
  const groups = new Map<string, PlacedFile[]>();
  for (const file of placed) {
    const key = `${file.at.file}:${file.at.start.line}:${file.at.start.column}`;
    groups.set(key, [...(groups.get(key) ?? []), file]);
  }
  return [...groups.values()];
}

function isConfiguration(file: PlacedFile, { nginx }: Stack): boolean {
  if (
    !file.target.startsWith(`${nginx.prefix}/`) ||
    kept.test(file.target.slice(nginx.prefix.length)) ||
    !/\.conf\w*$|\/[\w-]+$|\.vhost$/i.test(file.target)
  )
    return false;
  const there = nginx.tree.read(file.target);
  return there !== undefined && there.origin === file.source && serves.test(there.text);
}

/** The pattern that server files are included by, for the message. */
function includedFolder({ config }: Stack): string | null {
  for (const file of config.files) {
    const found = /^\s*include\s+(\S+\*\S*)\s*;/m.exec(file.path === config.main ? file.text : '');
    if (found) return found[1] as string;
  }
  return null;
}
