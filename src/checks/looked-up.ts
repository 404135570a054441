import type { EndpointTarget } from '../nginx/model.ts';
import type { Stack } from '../stack/model.ts';

/** Targets that nginx asks no resolver for, even behind a variable: the same host and port stand without variables somewhere, and it keeps that address. */
export function lookedUpAtStart({ routes }: Stack): (target: EndpointTarget) => boolean {
  const key = ({ host, port }: EndpointTarget): string => `${host} ${port}`;
  const known = new Set(
    routes.flatMap((route) => route.endpoints.filter(({ target }) => target.resolved === 'start').map(({ target }) => key(target))),
  );
  return (target) => known.has(key(target));
}
