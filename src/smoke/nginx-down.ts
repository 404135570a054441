import { type Asked, ownObservation } from './asked.ts';
import { causes } from './causes.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import type { Told } from './findings.ts';
import { tellReloadFromDeploy } from './loaded-files.ts';
import type { Site } from './site.ts';

/** Nobody took the connection: nginx does not run, or runs without this `listen`. */
export async function diagnoseNginxDown(site: Site, asked: Asked): Promise<Told[]> {
  const { request, url } = asked;
  const observation = ownObservation(asked);
  const down = diagnose(observation);
  if (!down) return [];
  const state = await site.nginxState();
  const isStale = state.running === true && (await listensElsewhereOnly(site, asked));
  const diagnosis = isStale
    ? await tellReloadFromDeploy(site, staleListen(request.port))
    : { ...down, rests: [state.says ?? `nothing takes a connection at ${url}`] };
  return [{ request, endpoint: null, url, diagnosis, observation, served: false }];
}

/** nginx listens for other blocks of these files: this block is newer than what it has loaded. */
async function listensElsewhereOnly(site: Site, { request }: Asked): Promise<boolean> {
  if (site.doors.doorOf(request).front.base !== null || site.place === null) return false;
  const listeners = (await site.ground.ownListeners()) ?? [];
  const ports = new Set(site.stack.config.servers.flatMap((s) => s.listens.map((l) => l.port)));
  return listeners.some((l) => ports.has(l.port)) && !listeners.some((l) => l.port === request.port);
}

function staleListen(port: number): Diagnosis {
  const { why, fix } = causes['stale-config'];
  return { cause: 'stale-config', rests: [`nginx runs and listens, but not on ${port}`], why, fix };
}
