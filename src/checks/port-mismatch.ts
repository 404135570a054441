import { targetCheck } from './target.ts';
import { addressOf, answers502, edits, handsOn, list, placesOf } from './words.ts';

export const portMismatch = targetCheck('port-mismatch', 'error', 'the service listens on another port', (endpoint, { service, says }) => {
  const ports = [...new Set(says.map((item) => item.port as number))];
  const only = ports.length === 1 ? ports[0] : undefined;
  return {
    message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but ${service.name} listens on ${list(ports.slice(0, 4).map(String))}.`,
    why: answers502(endpoint),
    fix:
      only === undefined
        ? { message: `Use a port that ${service.name} listens on.` }
        : endpoint.target.portWritten
          ? { message: `Use port ${only}.`, ...edits(endpoint.target.portAt, String(only)) }
          : { message: `Write ${endpoint.target.host}:${only}.`, ...edits(endpoint.target.hostAt, `${endpoint.target.host}:${only}`) },
    related: placesOf(says),
  };
});
