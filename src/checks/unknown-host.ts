import { otherHost } from './other-value.ts';
import { targetCheck } from './target.ts';
import { addressOf, handsOn, namelessWhy } from './words.ts';

export const unknownHost = targetCheck(
  'unknown-host',
  'error',
  'the host is no service, alias or other name of the project',
  (endpoint, { nearest }, stack) => {
    const { host } = endpoint.target;
    const names = stack.project?.services.filter((service) => service !== stack.nginx.service).map((service) => service.name) ?? [];
    const rest =
      nearest !== null
        ? `the nearest name is ${nearest}`
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
