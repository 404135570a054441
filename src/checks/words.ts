/** How the checks speak about targets: the same few turns of phrase everywhere. */
import type { Edit, Related } from '../core/finding.ts';
import type { Location } from '../core/source.ts';
import type { Endpoint, PortEvidence } from '../stack/model.ts';

/** `api:3001`, `[::1]:80`, `unix:/run/app.sock`. */
export function addressOf({ target }: Endpoint): string {
  if (target.socket !== null) return `unix:${target.socket}`;
  const host = target.host ?? target.written;
  return target.port === null ? host : `${host.includes(':') ? `[${host}]` : host}:${target.port}`;
}

/** Who hands on: `proxy_pass`, or the upstream that the peer stands in. */
export function handsOn(endpoint: Endpoint): string {
  const { target, route } = endpoint;
  return target.upstream === null ? `${route.route.name} hands on to` : `upstream ${target.upstream} hands on to`;
}

/** Which requests: `Every request under /api/`, `Every connection to port 5432`. */
export function whichRequests(endpoint: Endpoint): string {
  const { route } = endpoint.route;
  if (route.context === 'stream') {
    const port = route.server?.listens[0]?.port;
    return port == null ? 'Every connection' : `Every connection to port ${port}`;
  }
  const location = route.location;
  if (location === null) return 'Every request';
  if (location.startsWith('@')) return `Every request that ends at ${location}`;
  const plain = /^(?:\^~\s*)?(\/.*)$/.exec(location);
  if (plain) return plain[1] === '/' ? 'Every request' : `Every request under ${plain[1]}`;
  const exact = /^=\s*(.+)$/.exec(location);
  return exact ? `Every request for ${exact[1]}` : `Every request that matches ${location.replace(/^~\*?\s*/, '')}`;
}

/** What people see: 502, or with other peers in the upstream only part of it. */
export function answers502(endpoint: Endpoint): string {
  const { route, target } = endpoint;
  const requests = whichRequests(endpoint);
  const stream = route.route.context === 'stream';
  if (target.upstream !== null && target.backup) return `${requests} ${stream ? 'is closed' : 'answers 502'} once the other peers fail.`;
  if (target.upstream !== null && hasOtherPeers(endpoint))
    return `${requests.replace(/^Every/, 'A share of every')} ${stream ? 'is tried in vain first' : 'is tried in vain at this peer first, and answers 502 when the others fail too'}.`;
  return `${requests} ${stream ? 'is closed at once' : 'answers 502'}.`;
}

/** Whether the upstream has another peer than this one, written otherwise. */
function hasOtherPeers(endpoint: Endpoint): boolean {
  const own = addressOf(endpoint);
  return endpoint.route.endpoints.some((other) => other.target.upstream === endpoint.target.upstream && addressOf(other) !== own);
}

/** What an unknown name does: nginx does not start, or with a name that is resolved per request 502. */
export function namelessWhy(endpoint: Endpoint): string {
  return endpoint.target.resolved === 'start'
    ? `nginx does not start: "host not found in upstream", and everything that it serves is down.`
    : `${whichRequests(endpoint)} answers 502.`;
}

/** The places of statements, once each. */
export function placesOf(items: readonly PortEvidence[], most = 3): Related[] {
  const seen = new Set<string>();
  const related: Related[] = [];
  for (const { at, says } of items) {
    if (at === null) continue;
    const key = `${at.file}:${at.start.line}`;
    if (seen.has(key) || related.length >= most) continue;
    seen.add(key);
    related.push({ location: at, label: says });
  }
  return related;
}

/** An edit at a place that is known exactly; none where it is not. */
export function edits(location: Location | null, newText: string): { edits?: Edit[] } {
  return location === null ? {} : { edits: [{ location, newText }] };
}

/** `a`, `a and b`, `a, b and c`. */
export function list(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
