import type { Stack } from '../stack/model.ts';
import { namespaceOwner } from '../stack/networks.ts';
import type { Check, CheckResult } from './check.ts';
import { addressOf, handsOn, namelessWhy } from './words.ts';

export const hostGatewayMissing: Check = {
  id: 'host-gateway-missing',
  severity: 'warning',
  summary: 'host.docker.internal is unknown on Linux without its extra_hosts line',
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx, project } = stack;
    if (nginx.service === null || project === null || nginx.assumed) return;
    const owner = namespaceOwner(nginx.service, project);
    if (owner.networkMode !== null) return;
    for (const route of stack.routes) {
      for (const endpoint of route.endpoints) {
        if (endpoint.target.host !== 'host.docker.internal' || endpoint.reach.kind !== 'external') continue;
        if ([...owner.extraHosts, ...nginx.service.extraHosts].some((entry) => entry.value.host.toLowerCase() === 'host.docker.internal'))
          continue;
        yield {
          check: 'host-gateway-missing',
          severity: 'warning',
          message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${owner.name} has no extra_hosts line for it: Docker Desktop knows the name, Docker on Linux does not.`,
          why: namelessWhy(endpoint),
          fix: { message: `Add extra_hosts: ["host.docker.internal:host-gateway"] to ${owner.name}.` },
          location: endpoint.target.at,
          related: [
            {
              location: owner.at,
              label:
                owner === nginx.service ? `nginx runs as the service ${owner.name} here` : `nginx lives in the network of ${owner.name}`,
            },
          ],
          endpoint,
        };
      }
    }
  },
};
