import { targetCheck } from './target.ts';
import { addressOf, answers502, edits, handsOn, list } from './words.ts';

export const loopbackTarget = targetCheck(
  'loopback-target',
  'error',
  'nginx in a container hands on to itself, where nothing listens',
  (endpoint, { listeners, suggestions }, stack) => {
    const nginx = stack.nginx.service?.name ?? 'nginx';
    const meant = suggestions.length === 1 ? suggestions[0] : undefined;
    const own = listeners.length > 0 ? `, and nginx listens there on ${list(listeners)} only` : '';
    const item =
      meant?.ports.find((port) => port.target === endpoint.target.port) ??
      meant?.ports.find((port) => port.published === String(endpoint.target.port));
    const port = item?.target ?? endpoint.target.port;
    const samePort = port === endpoint.target.port;
    return {
      message: `${handsOn(endpoint)} ${addressOf(endpoint)}, but that is the container of ${nginx} itself${own}.`,
      why: answers502(endpoint),
      fix:
        meant === undefined
          ? { message: 'Name the service that listens there instead of the loopback address.' }
          : { message: `Use ${meant.name}:${port}.`, ...(samePort ? edits(endpoint.target.hostAt, meant.name) : {}) },
      related: meant === undefined ? [] : [{ location: item?.at ?? meant.at, label: `${meant.name} listens on ${port}` }],
    };
  },
);
