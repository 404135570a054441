import { otherPort } from './other-value.ts';
import { targetCheck } from './target.ts';
import { addressOf, answers502, handsOn, list, placesOf } from './words.ts';

export const portMismatch = targetCheck(
  'port-mismatch',
  'error',
  'the service listens on another port',
  (endpoint, { service, says }, stack) => {
    const ports = [...new Set(says.map((item) => item.port as number))];
    const only = ports.length === 1 ? ports[0] : undefined;
    const other = only === undefined ? undefined : otherPort(endpoint, stack, only);
    return {
      message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${service.name} listens on ${list(ports.slice(0, 4).map(String))}.`,
      why: answers502(endpoint),
      fix: other?.fix ?? { message: `Use a port that ${service.name} listens on.` },
      related: [...placesOf(says), ...(other?.related ?? [])],
    };
  },
);
