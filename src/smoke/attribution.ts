import { locationFor } from '../nginx/match.ts';
import type { ServerBlock } from '../nginx/model.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import type { Asked } from './asked.ts';
import { type LogEntry, upstreamAddress } from './error-log.ts';
import { isNamed } from './probe.ts';
import type { Site } from './site.ts';

/** The endpoints that a request may have reached: its route's own, and those of routes that take its subrequests. */
export function endpointsOf({ request, log }: Asked, stack: Stack): Endpoint[] {
  const own = request.route?.endpoints ?? [];
  const others = log.flatMap((e) => subrequestEndpoint(e, request.server, stack) ?? []);
  return [...own, ...others.filter((e) => !own.includes(e))];
}

/** The endpoint of another route that a subrequest's entry is about: of the location that takes the subrequest. */
function subrequestEndpoint({ upstream, subrequest }: LogEntry, server: ServerBlock, stack: Stack): Endpoint | null {
  if (subrequest === null) return null;
  const to = upstreamAddress(upstream ?? '');
  const location = locationFor(server, subrequest.split('?', 1)[0] ?? '/');
  const inside = stack.routes.filter((r) => r.route.server === server && r.route.locationDirective === location);
  const candidates = inside.flatMap((r) => r.endpoints);
  const isMeant = ({ target }: Endpoint) => (to.socket !== null ? target.socket === to.socket : target.port === to.port);
  return candidates.find(isMeant) ?? candidates[0] ?? null;
}

/** Which entries each endpoint owns; `loose` are those of nobody. */
export interface Attribution {
  owned: Map<Endpoint, LogEntry[]>;
  loose: LogEntry[];
}

export async function attribute(site: Site, log: readonly LogEntry[], endpoints: readonly Endpoint[]): Promise<Attribution> {
  const owned = new Map<Endpoint, LogEntry[]>(endpoints.map((e) => [e, []]));
  const loose: LogEntry[] = [];
  for (const entry of log) {
    const owner = await ownerOf(site, entry, endpoints);
    if (owner) owned.get(owner)?.push(entry);
    else loose.push(entry);
  }
  return { owned, loose };
}

/** The endpoint that an entry is about: by address, by socket, else by port alone when the address has changed. */
async function ownerOf(site: Site, entry: LogEntry, endpoints: readonly Endpoint[]): Promise<Endpoint | null> {
  if (entry.upstream === null) return ownerByName(entry, endpoints);
  const to = upstreamAddress(entry.upstream);
  if (to.socket !== null) return endpoints.find((e) => e.target.socket === to.socket) ?? null;
  if (to.port === null) return null;
  const samePort = endpoints.filter((e) => e.target.port === to.port);
  for (const endpoint of samePort) {
    const addresses = await site.addressesOf(endpoint);
    if (endpoint.target.host === to.host || addresses.some((a) => a?.host === to.host)) return endpoint;
  }
  if (belongsElsewhere(site, to.host, endpoints)) return null;
  return samePort.find((e) => isNamed(e) || e.target.host === null) ?? null;
}

function ownerByName({ message }: LogEntry, endpoints: readonly Endpoint[]): Endpoint | null {
  const found = /^(\S{1,255}) could not be resolved|no resolver defined to resolve (\S{1,255})/.exec(message);
  const name = (found?.[1] ?? found?.[2])?.toLowerCase();
  return endpoints.find((e) => e.target.host !== null && e.target.host === name) ?? null;
}

/** An address of the same project that is another app's, while this route's own app has not moved. */
function belongsElsewhere({ ground }: Site, host: string | null, endpoints: readonly Endpoint[]): boolean {
  if (host === null || ground.serviceAt(host) === null) return false;
  return !endpoints.some((e) => ground.mayHaveMoved(e));
}

/** The upstream of entries that no endpoint owns: nginx runs something that is in no file any more. */
export function foreignUpstream(loose: readonly LogEntry[], endpoints: readonly Endpoint[]): string | null {
  if (endpoints.every((e) => e.target.host === null && e.target.socket === null)) return null;
  for (const { upstream } of loose) {
    if (upstream === null) continue;
    const to = upstreamAddress(upstream);
    if (to.port !== null) return `${to.host}:${to.port}`;
    if (to.socket !== null) return `unix:${to.socket}`;
  }
  return null;
}
