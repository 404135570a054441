import { posix } from 'node:path';
import type { Mount, Service } from '../compose/model.ts';
import { directivesIn } from '../nginx/include.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import { setting } from '../nginx/routes.ts';
import type { Stack, StackRoute } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';
import { directivePlace } from './directive-place.ts';

export const scriptPathMismatch: Check = {
  id: 'script-path-mismatch',
  severity: 'error',
  summary: 'SCRIPT_FILENAME names a folder that the FastCGI service does not have',
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx } = stack;
    if (nginx.service === null || nginx.assumed) return;
    const told = new Set<unknown>();
    for (const route of stack.routes) {
      if (route.route.name !== 'fastcgi_pass') continue;
      const parameter = scriptParameter(route);
      const root = parameter === null ? null : scriptRoot(parameter, route);
      if (parameter === null || root === null || told.has(parameter)) continue;
      for (const { reach } of route.endpoints) {
        if (reach.kind !== 'service' || reach.self || reach.via === 'published') continue;
        if ([...nginx.service.volumes, ...reach.service.volumes].some((mount) => mount.uncertain)) continue;
        const there = sameSourceElsewhere(root, nginx.service, reach.service);
        const location = directivePlace(parameter);
        if (there === null || location === null) continue;
        told.add(parameter);
        yield {
          check: 'script-path-mismatch',
          severity: 'error',
          message: `SCRIPT_FILENAME starts with ${root}, but ${reach.service.name} has the same files at ${there.path}.`,
          why: 'PHP answers "File not found." with 404 to every request.',
          fix: {
            message: `Write fastcgi_param SCRIPT_FILENAME ${there.path}$fastcgi_script_name, or mount the code at ${root} in ${reach.service.name} too.`,
          },
          location,
          related: [{ location: there.mount.at, label: `${reach.service.name} has the code at ${there.mount.target}` }],
        };
        break;
      }
    }
  },
};

/** The `fastcgi_param SCRIPT_FILENAME` that holds: of the innermost block that has any fastcgi_param. */
function scriptParameter({ route }: StackRoute): ConfigNode | null {
  for (const block of [...route.scope].reverse()) {
    const parameters = [...directivesIn(block.block)].filter((node) => node.name === 'fastcgi_param');
    if (parameters.length > 0) return parameters.filter((node) => node.args[0]?.text === 'SCRIPT_FILENAME').at(-1) ?? null;
  }
  return null;
}

/** The absolute folder in front of the script's name; null where variables hide it. */
function scriptRoot(parameter: ConfigNode, { route }: StackRoute): string | null {
  const value = parameter.args[1]?.text ?? '';
  const literal = /^(\/[^$]*?)\/?\$(?:fastcgi_script_name|uri|1)$/.exec(value);
  if (literal) return posix.normalize(literal[1] as string);
  if (!/^\$(?:document_root|realpath_root)\/?\$fastcgi_script_name$/.test(value)) return null;
  if (setting(route.scope, 'alias') !== undefined) return null;
  const root = setting(route.scope, 'root')?.args[0]?.text;
  return root === undefined || !root.startsWith('/') || root.includes('$') ? null : posix.normalize(root);
}

/**
 * Where the FastCGI service has the files that nginx has at `root`, when it has them elsewhere alone: both mount the same
 * folder, at different places, and nothing of the service covers `root`.
 */
function sameSourceElsewhere(root: string, nginx: Service, service: Service): { path: string; mount: Mount } | null {
  const own = covering(nginx.volumes, root);
  if (own === null || sourceOf(own) === null) return null;
  const rest = root.slice(clean(own.target).length);
  if (covering(service.volumes, root) !== null || service.volumes.some((mount) => clean(mount.target).startsWith(`${root}/`))) return null;
  if (service.build !== null) return null;
  const same = service.volumes.filter((mount) => sourceOf(mount) === sourceOf(own));
  const first = same[0];
  return first === undefined || same.length > 1 ? null : { path: posix.normalize(clean(first.target) + rest), mount: first };
}

function covering(mounts: readonly Mount[], path: string): Mount | null {
  let best: Mount | null = null;
  for (const mount of mounts) {
    const target = clean(mount.target);
    if ((path === target || path.startsWith(`${target}/`)) && (best === null || clean(best.target).length < target.length)) best = mount;
  }
  return best;
}

function sourceOf(mount: Mount): string | null {
  if (mount.type === 'bind') return mount.source === null ? null : `bind:${posix.normalize(mount.source)}`;
  return mount.type === 'volume' && mount.source !== null ? `volume:${mount.source}` : null;
}

function clean(path: string): string {
  return posix.normalize(path).replace(/\/$/, '');
}
