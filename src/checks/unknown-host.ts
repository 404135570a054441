import { nearest as nearestOf } from '../core/nearest.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { otherHost } from './other-value.ts';
import { targetCheck } from './target.ts';
import { addressOf, handsOn, namelessWhy } from './words.ts';

export const unknownHost = targetCheck(
  'unknown-host',
  'error',
  'the host is no service, alias or other name of the project',
  (endpoint, { nearest: service }, stack) => {
    const { host } = endpoint.target;
    const upstream = misspeltUpstream(endpoint, stack);
    const nearest = upstream ?? service;
    const names = stack.project?.services.filter((service) => service !== stack.nginx.service).map((service) => service.name) ?? [];
    const rest =
      nearest !== null
        ? upstream !== null
          ? `there is an upstream ${upstream}`
          : `the nearest name is ${nearest}`
        : names.length > 0 && names.length <= 6
          ? `its services are ${names.join(', ')}`
          : null;
    const other = nearest === null ? null : otherHost(endpoint, stack, nearest);
    return {
      message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but nothing in the project is called ${host}${rest === null ? '' : `; ${rest}`}.`,
      why: namelessWhy(endpoint),
      fix: other?.fix ?? { message: `Name a service of the project, or add a service or alias ${host}.` },
      related: [
        ...(stack.nginx.service === null
          ? []
          : [{ location: stack.nginx.service.at, label: `nginx runs as the service ${stack.nginx.service.name} here` }]),
        ...(other?.related ?? []),
      ],
    };
  },
);

/** A target without a port may be an upstream that is misspelt. */
function misspeltUpstream({ target, route: { route } }: Endpoint, { config }: Stack): string | null {
  if (target.portWritten || target.host === null || target.upstream !== null) return null;
  const upstreams = config.upstreams.filter(({ context }) => context === route.context);
  return nearestOf(
    target.host,
    upstreams.map(({ name }) => name),
  );
}
