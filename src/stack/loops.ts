/** Whether a request that nginx hands on to itself comes back to the same location, for ever. */
import { directivesIn } from '../nginx/include.ts';
import { locationArgument, locationFor, serverFor } from '../nginx/match.ts';
import type { EndpointTarget, NginxConfig, Route, ServerBlock } from '../nginx/model.ts';
import type { ConfigNode } from '../nginx/parser.ts';

/** True only where server and location (for a connection: the listening port) are known and are the ones that the request came from. */
export function comesBack(route: Route, target: EndpointTarget, config: NginxConfig): boolean {
  const { server, locationDirective } = route;
  if (route.name !== 'proxy_pass' || server === null || target.port === null) return false;
  // A connection has nothing but the port to tell servers apart, and whatever chose this target the first time chooses it again.
  if (route.context === 'stream') return listensOn(server, target.port);
  if (locationDirective === null || target.protocol !== 'http' || changesCourse(route) || !listensOn(server, target.port)) return false;
  if (serverOf(route, target, server, config) !== server) return false;
  if (keepsPath(route)) return true;
  const path = samplePath(route);
  return path !== null && locationFor(server, path) === locationDirective;
}

/**
 * True where nothing answers on the target's port but servers of this nginx that send every client to https, whence the request came:
 * the client goes round in a circle, and no application is ever asked.
 */
export function isSentBack(route: Route, target: EndpointTarget, config: NginxConfig): boolean {
  const { server } = route;
  const port = target.port;
  if (route.name !== 'proxy_pass' || route.context !== 'http' || target.protocol !== 'http' || server === null || port === null)
    return false;
  if (!server.listens.some((listen) => listen.ssl) || listensOn(server, port)) return false;
  // With another name the redirect leads to another server.
  const host = hostHeader(route);
  if (host !== null && !/^\$(?:host|http_host|server_name)$/.test(host) && !server.names.includes(host)) return false;
  const there = config.servers.filter((other) => other.context === 'http' && listensOn(other, port));
  const path = pathThere(route);
  return there.length > 0 && there.every((other) => sendsToHttps(other, server, path));
}

/** A path of the route as it arrives at the target; null where that is not plain to see. */
function pathThere(route: Route): string | null {
  const path = samplePath(route);
  if (path !== null || route.locationDirective === null || !keepsPath(route)) return path;
  const { modifier, argument } = locationArgument(route.locationDirective);
  return /^(?:|\^~|=)$/.test(modifier) && argument.startsWith('/') ? argument : null;
}

/** Whether a server, or its location for a path, does nothing but redirect to the https of the same name. */
function sendsToHttps(server: ServerBlock, from: ServerBlock, path: string | null): boolean {
  const location = path === null ? null : locationFor(server, path);
  const own = (node: ConfigNode): boolean => {
    const [status, url] = node.args.map((word) => word.text);
    const host = /^https:\/\/([^/:]+)/.exec(url ?? '')?.[1];
    if (node.name !== 'return' || !/^30[1278]$/.test(status ?? '') || host === undefined) return false;
    const port = Number(/^https:\/\/[^/:]+:(\d+)/.exec(url ?? '')?.[1] ?? 443);
    if (!from.listens.some((listen) => listen.ssl && (listen.port === port || port === 443))) return false;
    return /^\$(?:host|http_host|server_name)(?:\$|$)/.test(host) || from.names.includes(host.replace(/\$.*$/, ''));
  };
  return [server.directive, location].some((block) => block !== null && [...directivesIn(block.block)].some(own));
}

/** Whether a server answers on a port of the loopback address: a `listen` on another address leaves that free for others. */
function listensOn(server: ServerBlock, port: number): boolean {
  if (server.listens.length === 0) return server.context === 'http';
  return server.listens.some(
    ({ udp, port: first, lastPort, address }) =>
      !udp &&
      first !== null &&
      first <= port &&
      port <= (lastPort ?? first) &&
      (address === null || /^(?:0\.0\.0\.0|127\.\S+|localhost|::1?)$/.test(address)),
  );
}

/** Rewrites and conditions may lead elsewhere the second time; a condition that only refuses leads nowhere. */
function changesCourse(route: Route): boolean {
  const blocks = route.scope.slice(route.scope.findIndex((node) => node.name === 'server'));
  return blocks.some((block) => block.name === 'if' || said(block).steers);
}

/** What a block itself says to its requests. */
interface Said {
  steers: boolean;
  /** Its Host header: undefined where headers are inherited, null where others are set. */
  host: string | null | undefined;
}

const saidByBlock = new WeakMap<ConfigNode, Said>();

/** Read once for each block: a server may have many thousand routes. */
function said(block: ConfigNode): Said {
  let found = saidByBlock.get(block);
  if (found === undefined) {
    const inside = [...directivesIn(block.block)];
    const headers = inside.filter((node) => node.name === 'proxy_set_header');
    const host = headers.find((node) => node.args[0]?.text.toLowerCase() === 'host')?.args[1]?.text ?? null;
    found = { steers: inside.some((node) => !refuses(node) && steers(node)), host: headers.length > 0 ? host : undefined };
    saidByBlock.set(block, found);
  }
  return found;
}

function steers(node: ConfigNode): boolean {
  return /^(?:if|rewrite|return|try_files|error_page|internal|auth_request|limit_except)$/.test(node.name);
}

function refuses(node: ConfigNode): boolean {
  const inside = [...directivesIn(node.block)];
  return (
    node.name === 'if' &&
    inside.length > 0 &&
    inside.every((inner) => inner.name === 'return' && /^[45]\d\d$/.test(inner.args[0]?.text ?? ''))
  );
}

function serverOf(route: Route, target: EndpointTarget, server: ServerBlock, config: NginxConfig): ServerBlock | null {
  const port = target.port as number;
  const host = hostHeader(route);
  if (host === null) return serverFor(config, { host: target.upstream ?? target.host ?? '', port });
  if (!server.listens.some((listen) => listen.port === port && !listen.ssl) || !/^\$(?:host|http_host|server_name)$/.test(host))
    return null;
  // The name that chose this server chooses it on the other port too, unless another server answers to it there.
  const names = server.names.filter((name) => /^[\w.-]+$/.test(name));
  const other = config.servers.some((one) => one !== server && one.context === 'http' && listensOn(one, port));
  if (!other || server.listens.every((listen) => listen.port === port)) return server;
  return names.length > 0 &&
    names.length === server.names.length &&
    names.every((name) => serverFor(config, { host: name, port }) === server)
    ? server
    : null;
}

/** The Host header that is sent on; null for nginx's own choice, the target's host. */
function hostHeader(route: Route): string | null {
  for (const block of [...route.scope].reverse()) {
    const { host } = said(block);
    if (host !== undefined) return host;
  }
  return null;
}

/** Without a path of its own the target gets the request's, which the same location takes again, whatever its pattern. */
function keepsPath(route: Route): boolean {
  const { argument } = locationArgument(route.locationDirective as ConfigNode);
  return !argument.startsWith('@') && /^http:\/\/\$?[\w.-]+(?::\d+)?$/.test(route.target);
}

/** A path that the location takes, as it comes back: the target's own, which replaces the location's. */
function samplePath(route: Route): string | null {
  const { modifier, argument } = locationArgument(route.locationDirective as ConfigNode);
  if ((modifier !== '' && modifier !== '^~' && modifier !== '=') || !argument.startsWith('/')) return null;
  return /^http:\/\/[^/]+(\/[^$]*)$/.exec(route.target)?.[1] ?? null;
}
