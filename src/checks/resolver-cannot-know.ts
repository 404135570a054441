import type { ConfigNode } from '../nginx/parser.ts';
import { setting } from '../nginx/routes.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { findNamed, isAddress } from '../stack/reach.ts';
import type { Check, CheckResult } from './check.ts';
import { directivePlace } from './directive-place.ts';
import { lookedUpAtStart } from './looked-up.ts';
import { addressOf, handsOn, whichRequests } from './words.ts';

/** Resolvers of the public Internet; they know no container. */
const publicResolver =
  /^(?:8\.8\.8\.8|8\.8\.4\.4|1\.1\.1\.1|1\.0\.0\.1|1\.1\.1\.[23]|9\.9\.9\.9|9\.9\.9\.10|149\.112\.112\.112|208\.67\.22[02]\.\d+|4\.2\.2\.[1-6]|64\.6\.6[45]\.6|77\.88\.8\.[18]|94\.140\.1[45]\.1[45]|114\.114\.114\.114|223\.5\.5\.5|223\.6\.6\.6|119\.29\.29\.29|180\.76\.76\.76|\[?2001:4860:4860::88(?:88|44)\]?|\[?2606:4700:4700::1(?:111|001)\]?)(?::53)?$/;

/** Docker's DNS, which answers inside the network namespace of a container and nowhere else. */
const dockersOwn = /^127\.0\.0\.11(?::53)?$/;

export const resolverCannotKnow: Check = {
  id: 'resolver-cannot-know',
  severity: 'error',
  summary: "the resolver does not know a name that only Docker's DNS knows",
  *run(stack: Stack): Iterable<CheckResult> {
    const service = stack.nginx.service;
    if (service === null || stack.nginx.assumed) return;
    const told = new Set<unknown>();
    const atStart = lookedUpAtStart(stack);
    for (const { route, endpoints } of stack.routes) {
      const resolver = setting(route.scope, 'resolver');
      for (const endpoint of endpoints) {
        const because = resolver === undefined || atStart(endpoint.target) ? null : cannotKnow(endpoint, resolver, stack);
        if (because === null || resolver === undefined) continue;
        const location = directivePlace(because.at === 'resolver' ? resolver : route.directive);
        if (location === null || told.has(because.at === 'resolver' ? resolver : route.directive)) continue;
        told.add(because.at === 'resolver' ? resolver : route.directive);
        yield {
          check: 'resolver-cannot-know',
          severity: 'error',
          message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${because.message}.`,
          why: `${whichRequests(endpoint)} answers 502: "${endpoint.target.host} could not be resolved".`,
          fix: { message: because.fix },
          location,
          related: [{ location: endpoint.target.at, label: `${endpoint.target.host} is looked up for each request` }],
          endpoint,
        };
      }
    }
  },
};

function cannotKnow(
  { target, reach }: Endpoint,
  resolver: ConfigNode,
  stack: Stack,
): { at: 'resolver' | 'pass'; message: string; fix: string } | null {
  if (target.resolved !== 'runtime' || target.host === null) return null;
  const addresses = resolver.args.map((word) => word.text).filter((text) => !/^(?:valid|ipv4|ipv6|status_zone)=/.test(text));
  if (addresses.length === 0) return null;
  if (onHostNetwork(stack)) return fromHostNetwork(target.host, addresses, stack);
  if (reach.kind !== 'service') return null;
  if (reach.via === 'extra_host' && addresses.every((address) => dockersOwn.test(address))) {
    return {
      at: 'pass',
      message: `only extra_hosts knows ${target.host}, and a resolver never reads that`,
      fix: `Use the name of the service ${reach.service.name}, or write the target without variables.`,
    };
  }
  if (!['name', 'alias', 'container_name', 'hostname', 'link'].includes(reach.via) || target.host.includes('.')) return null;
  if (!addresses.every((address) => publicResolver.test(address))) return null;
  return {
    at: 'resolver',
    message: `the resolver ${addresses[0]} is on the Internet and knows no container`,
    fix: "Use resolver 127.0.0.11, Docker's own DNS.",
  };
}

function onHostNetwork({ nginx: { service } }: Stack): boolean {
  return service?.networkMode?.value === 'host' && !service.networkMode.uncertain;
}

/** On the host's network a service has no name but by Docker's DNS, and that does not answer there. */
function fromHostNetwork(
  host: string,
  addresses: readonly string[],
  { nginx, project, variants }: Stack,
): { at: 'resolver' | 'pass'; message: string; fix: string } | null {
  const named = host.includes('.') || isAddress(host) ? undefined : findNamed(host, project, variants);
  if (named === undefined || !addresses.every((address) => dockersOwn.test(address) || publicResolver.test(address))) return null;
  const only = addresses.every((address) => publicResolver.test(address));
  return {
    at: 'resolver',
    message: only
      ? `the resolver ${addresses[0]} is on the Internet and knows no container`
      : `${nginx.service?.name} is on the host's network, where Docker's DNS at 127.0.0.11 does not answer`,
    fix: `Give ${nginx.service?.name} a network of the project instead of network_mode: host, or hand on to 127.0.0.1 and the port that ${named.service.name} publishes.`,
  };
}
