import { ask, examine } from './ask.ts';
import { type Asked, isSuspect, unanswered } from './asked.ts';
import type { CauseId } from './causes.ts';
import type { PlannedRequest } from './plan.ts';
import type { Site } from './site.ts';
import { urlOf } from './through-nginx.ts';

/** Asks all; while nginx takes no connection at all, asks again until the time is up or nothing can start it. */
export async function waitForNginx(site: Site, requests: readonly PlannedRequest[]): Promise<Asked[]> {
  for (let round = 0; ; round += 1) {
    const asked = site.ground.isStopped() ? requests.map((r) => neverAsked(site, r)) : await ask(site, requests);
    const isDown = asked.length > 0 && asked.every((a) => a.nginx.failure === 'no-connection');
    const state = isDown ? await site.nginxState() : null;
    if (state === null || state.isFinal || !site.hasTimeFor(round)) {
      await examine(site, asked);
      return asked;
    }
    site.say(round === 0 ? `waiting for nginx${state.says === null ? '' : ` (${state.says})`}` : 'still waiting for nginx');
    await site.waitForRound(round);
  }
}

function neverAsked(site: Site, request: PlannedRequest): Asked {
  return unanswered(request, urlOf(request, site.doors.doorOf(request).front));
}

/** Asks again what may still heal: refused or not resolved, by an app that may still be starting. */
export async function healed(site: Site, first: readonly Asked[]): Promise<Asked[]> {
  const current = new Map(first.map((a) => [a.request, a]));
  for (let round = 0; ; round += 1) {
    const open: PlannedRequest[] = [];
    for (const asked of current.values()) if (await mayHeal(site, asked)) open.push(asked.request);
    if (open.length === 0 || !site.hasTimeFor(round)) return [...current.values()];
    site.say(`${open.length} of ${first.length} requests fail in a way that may still heal; asking again`);
    await site.waitForRound(round);
    const again = await ask(site, open);
    await examine(site, again);
    for (const asked of again) {
      // A crash is told by the request that caused it; what follows is only refused.
      const before = current.get(asked.request);
      if (!before?.told.some((t) => t.diagnosis.cause === 'app-crashed')) current.set(asked.request, asked);
    }
  }
}

const healing: ReadonlySet<CauseId> = new Set([
  'app-not-running',
  'name-not-resolved',
  'no-live-upstreams',
  'socket-missing',
  'socket-refused',
]);

async function mayHeal(site: Site, { told, nginx }: Asked): Promise<boolean> {
  if (nginx.failure === 'no-connection' || ![null, 502, 503, 504].includes(nginx.status)) return false;
  for (const { diagnosis, endpoint } of told) {
    if (diagnosis.cause === null || !healing.has(diagnosis.cause)) continue;
    if (endpoint === null || (await site.ground.mayHeal(endpoint))) return true;
  }
  return false;
}

/** So few that no app is overwhelmed. */
const fewRequests = 8;

/**
 * Many requests at once may run into a limit that is meant for something else, or be too much for a small app: what
 * failed in such a way is asked once more, by itself, and counts as healthy when it is.
 */
export async function askAgainAlone(site: Site, all: Asked[]): Promise<void> {
  await askLimitedAgain(site, all);
  const stray = all.filter((a) => a.told.some((t) => t.observation.isStray));
  await replaceIfHealthy(site, all, stray.slice(0, fewRequests));
  if (all.length > fewRequests) await askSlowAgain(site, all);
}

/** As many time-outs as all that is slow may take once more. */
const mostTimeouts = 3;

/**
 * A few at a time, for as long as that mends some: what a small app does not manage at once it manages one after the other.
 * Where the time is up and every one of them was fine alone, it was the crowd for the others as well.
 */
async function askSlowAgain(site: Site, all: Asked[]): Promise<void> {
  const slow = failedBy(all, 'response-timeout', 'connect-timeout', 'nginx-local');
  const until = Date.now() + mostTimeouts * site.options.timeout * 1000;
  const stillSlow = (tried: readonly Asked[]) => tried.filter((asked) => all.includes(asked)).length;
  let at = 0;
  while (at < slow.length && Date.now() < until) {
    const few = slow.slice(at, at + fewRequests);
    await replaceIfHealthy(site, all, few);
    if (stillSlow(few) === few.length) return;
    at += fewRequests;
  }
  if (stillSlow(slow.slice(0, at)) === 0) for (const asked of slow.slice(at)) asked.told = [];
}

/** Milliseconds in which the tightest usual limit, one request a second, lets another one through. */
const limitPause = 1100;

/** One after the other. Where each of so many is let through alone, the limit is only too tight for all of them at once. */
async function askLimitedAgain(site: Site, all: Asked[]): Promise<void> {
  const limited = failedBy(all, 'rate-limited');
  const tried = limited.slice(0, fewRequests);
  for (const asked of tried) {
    await site.pause(limitPause);
    await replaceIfHealthy(site, all, [asked]);
  }
  if (tried.some((asked) => all.includes(asked))) return;
  for (const asked of limited.slice(fewRequests)) asked.told = [];
}

function failedBy(all: readonly Asked[], ...causes: CauseId[]): Asked[] {
  return all.filter((a) => a.told.some(({ diagnosis }) => diagnosis.cause !== null && causes.includes(diagnosis.cause)));
}

async function replaceIfHealthy(site: Site, all: Asked[], failed: readonly Asked[]): Promise<void> {
  if (failed.length === 0) return;
  const requests = failed.map((a) => a.request);
  const fine = (await ask(site, requests, (a) => !isSuspect(a))).filter((a) => !isSuspect(a));
  await examine(site, fine);
  for (const fresh of fine) {
    const index = all.findIndex((a) => a.request === fresh.request);
    if (fresh.told.length === 0 && index !== -1) all[index] = fresh;
  }
}
