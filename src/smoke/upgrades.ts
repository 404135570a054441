import type { Endpoint, StackRoute } from '../stack/model.ts';
import type { Asked } from './asked.ts';
import { curl } from './curl.ts';
import { addressText } from './probe.ts';
import { firstFault } from './signs.ts';
import type { Site } from './site.ts';
import { isServerError } from './status.ts';
import { type EndpointAddress, inherited, straight } from './straight.ts';
import { throughNginx } from './through-nginx.ts';
import type { Place } from './vantage.ts';

/** An accepted WebSocket stays open: so long is it listened to, in seconds. */
const patience = 2;
/** Of one stack, at most. */
const mostUpgrades = 50;

/** One upgrade to try: through nginx, and at an address of the route's app. */
interface Trial {
  asked: Asked;
  route: StackRoute;
  endpoint: Endpoint;
  to: EndpointAddress | null;
}

/**
 * Asks for a WebSocket through nginx and straight at the app, where the configuration hands upgrades on and plain
 * requests are answered. An app that takes no upgrade there is healthy: only one that nginx alone loses is noted.
 */
export async function askUpgrades(site: Site, asked: readonly Asked[]): Promise<void> {
  const { place } = site;
  if (!place) return;
  const trials: Trial[] = [];
  for (const one of asked.filter(mayUpgrade).slice(0, mostUpgrades)) {
    const { route } = one.request;
    const endpoint = route?.endpoints.find((e) => !e.target.down);
    if (!route || !endpoint) continue;
    const [to] = await site.addressesOf(endpoint);
    if (to !== undefined) trials.push({ asked: one, route, endpoint, to });
  }
  if (trials.length === 0) return;
  const [through, direct] = await Promise.all([askThroughNginx(site, trials), askStraight(site, place, trials)]);
  for (const [index, { asked: one, route, endpoint, to }] of trials.entries()) {
    const [status, own] = [through[index] ?? null, direct[index] ?? null];
    if (own === 101 && isLost(status)) one.upgrade = { through: status, address: addressText(endpoint, to), missing: missingLines(route) };
  }
}

function mayUpgrade({ request, nginx, log, upgrade }: Asked): boolean {
  if (upgrade !== null || request.route === null || request.scheme === 'tcp' || !handsUpgradesOn(request.route)) return false;
  // An HTTP/2 port without TLS takes nothing that asks in HTTP/1.1.
  if (request.listen?.http2 && request.scheme === 'http') return false;
  return nginx.status !== null && !isServerError(nginx.status) && nginx.failure === null && firstFault(log) === null;
}

/** Statuses by which nginx turns a client away before any upgrade, and its own way of saying that it is busy. */
const turnedAway: ReadonlySet<number> = new Set([301, 302, 303, 307, 308, 401, 403, 407, 429, 503]);

function isLost(status: number | null): boolean {
  return status !== null && status !== 101 && !turnedAway.has(status);
}

const setHeader = (route: StackRoute, name: string) =>
  inherited(route, 'proxy_set_header').find((d) => d.args[0]?.text.toLowerCase() === name && (d.args[1]?.text ?? '') !== '');

/** The configuration means to hand on an upgrade: it sets one of the two headers for it. */
function handsUpgradesOn(route: StackRoute): boolean {
  if (route.route.name !== 'proxy_pass') return false;
  return setHeader(route, 'upgrade') !== undefined || /upgrade/i.test(setHeader(route, 'connection')?.args[1]?.text ?? '');
}

/** What a WebSocket needs and these blocks do not say. */
function missingLines(route: StackRoute): string[] {
  const missing: string[] = [];
  if (inherited(route, 'proxy_http_version')[0]?.args[0]?.text !== '1.1') missing.push('proxy_http_version 1.1;');
  if (setHeader(route, 'upgrade') === undefined) missing.push('proxy_set_header Upgrade $http_upgrade;');
  if (!/upgrade/i.test(setHeader(route, 'connection')?.args[1]?.text ?? '')) missing.push('proxy_set_header Connection "upgrade";');
  return missing;
}

async function askThroughNginx(site: Site, trials: readonly Trial[]): Promise<(number | null)[]> {
  const statuses: (number | null)[] = trials.map(() => null);
  for (const door of new Set(trials.map((t) => site.doors.doorOf(t.asked.request)))) {
    const own = [...trials.entries()].filter(([, t]) => site.doors.doorOf(t.asked.request) === door);
    const requests = own.map(([, { asked }]) => throughNginx(asked.request, { ...door.front, timeout: patience }, asked.marker, true));
    const answers = await curl(door.place, requests);
    for (const [at, [index]] of own.entries()) statuses[index] = answers?.[at]?.status ?? null;
  }
  return statuses;
}

async function askStraight(site: Site, place: Place, trials: readonly Trial[]): Promise<(number | null)[]> {
  const requests = trials.map(({ asked, endpoint, to }) =>
    straight(asked.request, endpoint, to, 'upgrade', { timeout: patience, marker: asked.marker }),
  );
  const isSocket = trials.some((t) => t.endpoint.target.socket !== null);
  const answers = await curl(place, requests, isSocket ? site.ground.workerUser : null);
  return trials.map((_, index) => answers?.[index]?.status ?? null);
}
