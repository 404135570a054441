import type { Service } from '../compose/model.ts';
import type { Related } from '../core/finding.ts';
import { targetCheck } from './target.ts';
import { addressOf, answers502, edits, handsOn, list, whichRequests } from './words.ts';

export const loopbackTarget = targetCheck(
  'loopback-target',
  'error',
  'nginx in a container hands on to itself, where nothing listens',
  (endpoint, { listeners, suggestions, comesBack }, stack) => {
    const nginx = stack.nginx.service?.name ?? 'nginx';
    const meant = suggestions.length === 1 ? suggestions[0] : undefined;
    const own = listeners.length > 0 ? `, and nginx listens there on ${list(listeners)} only` : '';
    const item =
      meant?.ports.find((port) => port.target === endpoint.target.port) ??
      meant?.ports.find((port) => port.published === String(endpoint.target.port));
    const port = item?.target ?? endpoint.target.port;
    const samePort = port === endpoint.target.port;
    return {
      message:
        comesBack === 'redirected'
          ? `${handsOn(endpoint)} ${addressOf(endpoint)}, where this nginx itself answers and sends every client back to https: nobody ever gets past that redirect.`
          : comesBack === 'handed on'
            ? `${handsOn(endpoint)} ${addressOf(endpoint)}, which is this same server: the ${endpoint.route.route.context === 'stream' ? 'connection comes back to it' : 'request comes back to this location'} again and again.`
            : `${handsOn(endpoint)} ${addressOf(endpoint)}, but that is the container of ${nginx} itself${own}.`,
      why: comesBack === 'redirected' ? `${whichRequests(endpoint)} ends in "too many redirects".` : answers502(endpoint),
      fix:
        meant === undefined
          ? { message: 'Name the service that listens there instead of the loopback address.' }
          : { message: `Use ${meant.name}:${port}.`, ...(samePort ? edits(endpoint.target.hostAt, meant.name) : {}) },
      related:
        meant === undefined
          ? ownContainer(stack.nginx.service)
          : [{ location: item?.at ?? meant.at, label: `${meant.name} listens on ${port}` }],
    };
  },
);

/** Where no service comes to mind, the other place is nginx's own: a container of its own is what makes the address wrong. */
function ownContainer(service: Service | null): Related[] {
  return service === null ? [] : [{ location: service.at, label: `nginx runs in a container of its own, ${service.name}` }];
}
