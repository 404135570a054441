import { targetCheck } from './target.ts';
import { answers502, handsOn, placesOf } from './words.ts';

export const socketNotShared = targetCheck(
  'socket-not-shared',
  'error',
  'the socket lies where nginx does not see it',
  (endpoint, { because, bound }, stack) => {
    const path = endpoint.target.socket as string;
    const nginx = stack.nginx.service;
    const folder = path.slice(0, path.lastIndexOf('/')) || '/';
    if (bound !== null) {
      const elsewhere = bound.socket !== null ? `binds ${bound.socket}` : `listens on port ${bound.port}`;
      return {
        message: `${handsOn(endpoint)} unix:${path}, but the service that shares its folder ${elsewhere}.`,
        why: answers502(endpoint),
        fix: { message: 'Let both name the same socket.' },
        related: placesOf([bound]),
      };
    }
    return {
      message:
        because === 'no volume'
          ? `${handsOn(endpoint)} unix:${path}, but ${folder} lies on no volume of ${nginx?.name ?? 'nginx'}, and nothing else runs in its container.`
          : `${handsOn(endpoint)} unix:${path}, but ${because}.`,
      why: answers502(endpoint),
      fix: { message: `Mount one volume on the socket's folder in ${nginx?.name ?? 'nginx'} and in the app.` },
      related: nginx === null ? [] : [{ location: nginx.at, label: `nginx runs as the service ${nginx.name} here` }],
    };
  },
);
