import { otherPort } from './other-value.ts';
import { targetCheck } from './target.ts';
import { addressOf, answers502, handsOn } from './words.ts';

export const publishedPort = targetCheck(
  'published-port',
  'error',
  'the port is the published one of the host, not the one in the container',
  (endpoint, { service, container, at }, stack) => {
    const { target } = endpoint;
    const { fix, related } = otherPort(endpoint, stack, container);
    return {
      message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${target.port} is what the host publishes: between containers ${service.name} listens on ${container}.`,
      why: answers502(endpoint),
      fix,
      related: [{ location: at, label: `${service.name} publishes ${target.port} on the host and listens on ${container}` }, ...related],
    };
  },
);
