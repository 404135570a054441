import type { Project, Service } from '../compose/model.ts';
import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';
import { addressOf, handsOn } from './words.ts';

export const startupOrder: Check = {
  id: 'startup-order',
  severity: 'notice',
  summary: 'nginx looks the name up when it starts, and nothing makes it start after the service',
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx, project } = stack;
    if (nginx.service === null || project === null || nginx.assumed) return;
    const before = startedBefore(nginx.service, project);
    const told = new Set<string>();
    for (const route of stack.routes) {
      for (const endpoint of route.endpoints) {
        const { reach, target } = endpoint;
        if (reach.kind !== 'service' || reach.self || target.resolved !== 'start' || target.host === null) continue;
        if (
          !['name', 'alias', 'container_name', 'hostname', 'link'].includes(reach.via) ||
          before.has(reach.service.name) ||
          told.has(reach.service.name)
        )
          continue;
        if (!project.services.includes(reach.service)) continue;
        told.add(reach.service.name);
        yield {
          check: 'startup-order',
          severity: 'notice',
          message: `${handsOn(endpoint)} ${addressOf(endpoint)}, and nothing makes ${nginx.service.name} start after ${reach.service.name}.`,
          why: 'When nginx is first, it finds no such host and exits, until something starts it again.',
          fix: { message: `Add ${reach.service.name} to depends_on of ${nginx.service.name}.` },
          location: target.at,
          related: [{ location: nginx.service.at, label: `${nginx.service.name} does not wait for ${reach.service.name}` }],
          endpoint,
        };
      }
    }
  },
};

/** The services that Compose starts before one, directly or through others. */
function startedBefore(service: Service, project: Project): Set<string> {
  const before = new Set<string>();
  const open = [service];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const names = [
      ...next.dependsOn.map((entry) => entry.value.service),
      ...next.links.map((entry) => entry.value.service),
      ...(/^service:(.+)$/.exec(next.networkMode?.value ?? '')?.slice(1) ?? []),
    ];
    for (const name of names) {
      if (before.has(name)) continue;
      before.add(name);
      const other = project.services.find((candidate) => candidate.name === name);
      if (other !== undefined) open.push(other);
    }
  }
  return before;
}
