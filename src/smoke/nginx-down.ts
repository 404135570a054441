import { type Asked, ownObservation } from './asked.ts';
import { causes } from './causes.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import type { Told } from './findings.ts';
import type { NginxState } from './ground.ts';
import { tellReloadFromDeploy } from './loaded-files.ts';
import type { Site } from './site.ts';
import { bracketed } from './through-nginx.ts';

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
    : { ...down, ...unansweredBecause(site, asked, state) };
  return [{ request, endpoint: null, url, diagnosis, observation, served: false }];
}

/** nginx listens for other blocks of these files: this block is newer than what it has loaded. */
async function listensElsewhereOnly(site: Site, { request }: Asked): Promise<boolean> {
  if (site.doors.doorOf(request).front.base !== null || site.place === null) return false;
  const listeners = (await site.ground.ownListeners()) ?? [];
  const ports = new Set(site.stack.config.servers.flatMap((s) => s.listens.map((l) => l.port)));
  return listeners.some((l) => ports.has(l.port)) && !listeners.some((l) => l.port === request.port);
}

/** What is known of why nobody took the connection, and what to do where it is not nginx's fault. */
function unansweredBecause(site: Site, asked: Asked, { says, running }: NginxState): Pick<Diagnosis, 'rests'> & Partial<Diagnosis> {
  const { front } = site.doors.doorOf(asked.request);
  const { host, port } = front.address(asked.request);
  if (says !== null) return { rests: [says] };
  if (asked.answer?.exit === notResolved) {
    return {
      rests: [`the name ${host} does not resolve on the machine that asks`],
      why: 'Nothing could be asked: the name that --base-url gives has no address here.',
      fix: 'Give --base-url a name or address that this machine knows, or leave it out and let nginx be asked where it stands.',
    };
  }
  const rests = [`nothing takes a connection at ${bracketed(host)}:${port}, for ${asked.url}`];
  if (front.base !== null && running === true) {
    return {
      rests: [...rests, 'nginx itself runs'],
      why: 'nginx runs, but not at the address that --base-url gives.',
      fix: 'Give --base-url the address and port that nginx is published at, or mend what stands between.',
    };
  }
  return { rests };
}

/** curl's exit code for a name without an address. */
const notResolved = 6;

function staleListen(port: number): Diagnosis {
  const { why, fix } = causes['stale-config'];
  return { cause: 'stale-config', rests: [`nginx runs and listens, but not on ${port}`], why, fix };
}
