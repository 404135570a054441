import type { Stack } from '../stack/model.ts';
import { NoCurl } from './ask.ts';
import { Doors } from './doors.ts';
import type { Ground } from './ground.ts';
import { askAgainAlone, healed, waitForNginx } from './healing.ts';
import { type PlannedRequest, planRequests, type Skipped } from './plan.ts';
import type { SmokeRun } from './run.ts';
import { reportOf } from './run-report.ts';
import { Site, type StackOptions } from './site.ts';
import type { Place } from './vantage.ts';

/** Smoke for one stack: from where nginx stands, and by its published ports when nothing can be asked from there. */
export async function smokeStack(stack: Stack, ground: Ground, local: Place, options: StackOptions): Promise<SmokeRun> {
  try {
    return await allSteps(stack, ground, local, options);
  } catch (error) {
    if (!(error instanceof NoCurl) || options.vantage !== 'auto' || ground.name !== 'docker') throw error;
    const run = await allSteps(stack, ground, local, { ...options, vantage: 'runner', fromOutsideOnly: true });
    // Nothing that was asked is no clean bill.
    if (run.report.requests.length === 0) throw error;
    return run;
  }
}

/** In their order: plan, wait, ask, let heal, ask once more what a crowd may have broken, report. */
async function allSteps(stack: Stack, ground: Ground, local: Place, options: StackOptions): Promise<SmokeRun> {
  const site = new Site(stack, ground, new Doors(stack, ground, local, options), options);
  const plan = planRequests(stack, {
    routes: options.routes ?? [],
    samples: options.samples ?? new Map(),
    isOnlyStack: options.isOnlyStack,
  });
  const requests = plan.requests.filter((r) => site.doors.leadsTo(r));
  const skipped = [...plan.skipped, ...plan.requests.filter((r) => !site.doors.leadsTo(r)).map(unpublished)];
  site.say(`${stack.name}: ${requests.length} requests from ${site.doors.vantage}`);
  for (const { what, because } of skipped) site.say(`skipped ${what}: ${because}`);
  const asked = await healed(site, await waitForNginx(site, requests));
  await askAgainAlone(site, asked);
  return reportOf(site, asked, skipped);
}

function unpublished({ at, port, route, path }: PlannedRequest): Skipped {
  const what = route ? `${route.route.name} ${route.route.target}` : path;
  return { at, what, because: `port ${port} of nginx is published nowhere, and nothing can be asked from inside` };
}
