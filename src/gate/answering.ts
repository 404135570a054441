import { locationFor, serverFor } from '../nginx/match.ts';
import type { Stack } from '../stack/model.ts';

/** The stacks with only the routes that answer a URL: those of the location that nginx would choose, in the server that it would choose. */
export function answering(stacks: readonly Stack[], url: URL): Stack[] {
  const port = url.port === '' ? (url.protocol === 'https:' ? 443 : 80) : Number(url.port);
  const path = decoded(url.pathname);
  return stacks.map((stack) => {
    const server = serverFor(stack.config, { host: url.hostname, port }) ?? serverOnAnyPort(stack, url);
    const location = server ? locationFor(server, path) : null;
    return { ...stack, routes: stack.routes.filter(({ route }) => route.server === server && route.locationDirective === location) };
  });
}

/** A published port differs from the one that nginx listens on: then the port of the URL says nothing. */
function serverOnAnyPort(stack: Stack, url: URL) {
  for (const port of new Set(stack.config.servers.flatMap((server) => server.listens.map((l) => l.port)))) {
    const server = port === null ? null : serverFor(stack.config, { host: url.hostname, port });
    if (server) return server;
  }
  return null;
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
