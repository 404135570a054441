import { setting } from '../nginx/routes.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { isAddress } from '../stack/reach.ts';
import type { Check, CheckResult } from './check.ts';
import { directivePlace } from './directive-place.ts';
import { addressOf, whichRequests } from './words.ts';

export const upstreamSniMissing: Check = {
  id: 'upstream-sni-missing',
  severity: 'notice',
  summary: 'nginx does not name the host in its TLS handshake with an outside server',
  *run(stack: Stack): Iterable<CheckResult> {
    const told = new Set<unknown>();
    for (const { route, endpoints } of stack.routes) {
      for (const endpoint of endpoints) {
        const prefix = endpoint.target.protocol === 'https' ? 'proxy' : endpoint.target.protocol === 'grpcs' ? 'grpc' : null;
        if (prefix === null || told.has(route.directive) || !isOutside(endpoint)) continue;
        if (setting(route.scope, `${prefix}_ssl_server_name`)?.args[0]?.text.toLowerCase() === 'on') continue;
        const location = directivePlace(route.directive);
        if (location === null) continue;
        told.add(route.directive);
        yield {
          check: 'upstream-sni-missing',
          severity: 'notice',
          message: `${route.name} speaks TLS to ${addressOf(endpoint)} without naming it: ${prefix}_ssl_server_name is off.`,
          why: `A server with several certificates refuses the handshake or shows the wrong one: ${whichRequests(endpoint).replace(/^Every/, 'every')} then answers 502.`,
          fix: { message: `Add ${prefix}_ssl_server_name on;.` },
          location,
          related: [],
        };
      }
    }
  },
};

function isOutside({ target, reach }: Endpoint): boolean {
  return (
    reach.kind === 'external' &&
    target.host !== null &&
    target.upstream === null &&
    target.host.includes('.') &&
    !isAddress(target.host) &&
    !/docker\.internal$|\.local(?:host)?$|\.internal$|\.svc$/.test(target.host)
  );
}
