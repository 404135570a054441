import { targetCheck } from './target.ts';
import { addressOf, answers502, edits, handsOn } from './words.ts';

export const publishedPort = targetCheck(
  'published-port',
  'error',
  'the port is the published one of the host, not the one in the container',
  (endpoint, { service, container, at }) => {
    const { target } = endpoint;
    return {
      message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${target.port} is what the host publishes: between containers ${service.name} listens on ${container}.`,
      why: answers502(endpoint),
      fix: target.portWritten
        ? { message: `Use port ${container}.`, ...edits(target.portAt, String(container)) }
        : { message: `Write ${target.host}:${container}.`, ...edits(target.hostAt, `${target.host}:${container}`) },
      related: [{ location: at, label: `${service.name} publishes ${target.port} on the host and listens on ${container}` }],
    };
  },
);
