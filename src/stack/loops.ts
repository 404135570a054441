/** Whether a request that nginx hands on to itself comes back to the same location, for ever. */
import { directivesIn } from '../nginx/include.ts';
import { locationArgument, locationFor, serverFor } from '../nginx/match.ts';
import type { EndpointTarget, NginxConfig, Route, ServerBlock } from '../nginx/model.ts';

/** True only where Host, server and location are known and are the ones that the request came from. */
export function comesBack(route: Route, target: EndpointTarget, config: NginxConfig): boolean {
  const { server, locationDirective } = route;
  if (route.name !== 'proxy_pass' || route.context !== 'http' || server === null || locationDirective === null || target.port === null)
    return false;
  if (target.protocol !== 'http' || changesCourse(route)) return false;
  if (serverOf(route, target, server, config) !== server) return false;
  const path = samplePath(route);
  return path !== null && locationFor(server, path) === locationDirective;
}

/** Rewrites and conditions may lead elsewhere the second time. */
function changesCourse(route: Route): boolean {
  const blocks = route.scope.slice(route.scope.findIndex((node) => node.name === 'server'));
  return blocks.some(
    (block) =>
      block.name === 'if' ||
      [...directivesIn(block.block)].some((node) =>
        /^(?:if|rewrite|return|try_files|error_page|internal|auth_request|limit_except)$/.test(node.name),
      ),
  );
}

function serverOf(route: Route, target: EndpointTarget, server: ServerBlock, config: NginxConfig): ServerBlock | null {
  const host = hostHeader(route);
  const listens = server.listens.some((listen) => listen.port === target.port && !listen.ssl);
  if (host === null) return serverFor(config, { host: target.host ?? '', port: target.port as number });
  return listens && /^\$(?:host|http_host|server_name)$/.test(host) ? server : null;
}

/** The Host header that is sent on; null for nginx's own choice, the target's host. */
function hostHeader(route: Route): string | null {
  for (const block of [...route.scope].reverse()) {
    const headers = [...directivesIn(block.block)].filter((node) => node.name === 'proxy_set_header');
    if (headers.length > 0) return headers.find((node) => node.args[0]?.text.toLowerCase() === 'host')?.args[1]?.text ?? null;
  }
  return null;
}

/** A path that the location takes, as it comes back: with the target's own path put in front where there is one. */
function samplePath(route: Route): string | null {
  const { modifier, argument } = locationArgument(route.locationDirective as NonNullable<Route['locationDirective']>);
  if ((modifier !== '' && modifier !== '^~' && modifier !== '=') || !argument.startsWith('/')) return null;
  const uri = /^http:\/\/[^/]+(\/[^$]*)?$/.exec(route.target);
  if (uri === null) return null;
  return uri[1] === undefined ? argument : uri[1];
}
