import { targetCheck } from './target.ts';
import { addressOf, answers502, edits, handsOn, list } from './words.ts';

export const notPublished = targetCheck(
  'not-published',
  'error',
  'nginx on the host hands on to a port that is only open inside a container',
  (endpoint, { service, published, at }) => {
    const { target } = endpoint;
    const only = published.length === 1 && /^\d+$/.test(published[0] ?? '') ? (published[0] as string) : undefined;
    return {
      message:
        published.length > 0
          ? `${handsOn(endpoint)} ${addressOf(endpoint)} on the host, but ${service.name} publishes its port ${target.port} as ${list(published)}.`
          : `${handsOn(endpoint)} ${addressOf(endpoint)} on the host, but ${service.name} does not publish its port ${target.port}.`,
      why: answers502(endpoint),
      fix:
        only !== undefined
          ? { message: `Use port ${only}.`, ...edits(target.portAt, only) }
          : { message: `Publish it: ports: ["127.0.0.1:${target.port}:${target.port}"].` },
      related:
        at === null
          ? []
          : [
              {
                location: at,
                label:
                  published.length > 0
                    ? `${service.name} publishes ${target.port} as ${list(published)}`
                    : `${service.name} names ${target.port} without publishing it`,
              },
            ],
    };
  },
);
