import { nestedDirectivesIn } from '../nginx/include.ts';
import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';

const makers = new Set([
  'set',
  'map',
  'geo',
  'geoip',
  'geoip2',
  'split_clients',
  'perl_set',
  'js_set',
  'js_var',
  'auth_request_set',
  'set_by_lua',
  'set_by_lua_block',
  'set_by_lua_file',
]);

export const templateVariableUnset: Check = {
  id: 'template-variable-unset',
  severity: 'error',
  summary: 'a template names a variable that the container does not have',
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx, project } = stack;
    if (project === null || nginx.service === null || nginx.assumed || nginx.service.missingEnvFiles.length > 0) return;
    const made = madeVariables(stack);
    const told = new Set<string>();
    for (const { name, at, uncertain } of nginx.tree.unsetTemplateVariables) {
      // nginx's own variables are written in lower case; a name in capitals is meant for the template.
      if (uncertain || !/^[A-Z][A-Z0-9_]*$/.test(name) || made.has(name)) continue;
      const key = `${at.file}:${at.start.line}:${name}`;
      if (told.has(key)) continue;
      told.add(key);
      yield {
        check: 'template-variable-unset',
        severity: 'error',
        message: `The template uses ${name}, but ${nginx.service.name} has no such variable, so it stays as it is written.`,
        why: `nginx takes it for a variable of its own and does not start: unknown "${name.toLowerCase()}" variable, or a host of that name that is not found.`,
        fix: { message: `Add ${name} to the environment of ${nginx.service.name}.` },
        location: at,
        related: [{ location: nginx.service.at, label: `${nginx.service.name} renders the template` }],
      };
    }
  },
};

/** The names of variables that the configuration makes itself, named captures among them. */
function madeVariables({ config }: Stack): Set<string> {
  const names = new Set<string>();
  for (const node of nestedDirectivesIn(config.directives)) {
    for (const { text } of node.args) {
      if (makers.has(node.name) && text.startsWith('$')) names.add(text.slice(1));
      for (const match of text.matchAll(/\(\?P?<(\w{1,60})>/g)) names.add(match[1] as string);
    }
  }
  return names;
}
