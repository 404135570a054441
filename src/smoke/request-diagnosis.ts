import type { Endpoint } from '../stack/model.ts';
import { type Asked, isSuspect, ownObservation } from './asked.ts';
import { attribute, endpointsOf, foreignUpstream } from './attribution.ts';
import { deadCopies, failingCopy, noteCopy } from './copies.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import type { LogEntry } from './error-log.ts';
import type { Told } from './findings.ts';
import { unknownApp } from './ground.ts';
import { tellReloadFromDeploy } from './loaded-files.ts';
import { ruleFor } from './messages.ts';
import { diagnoseNginxDown } from './nginx-down.ts';
import type { Observation } from './observation.ts';
import { closesOnPurpose, ownReturn } from './own-return.ts';
import type { PlannedRequest } from './plan.ts';
import { addressText, isNamed } from './probe.ts';
import { firstFault } from './signs.ts';
import type { Site } from './site.ts';
import { isServerError } from './status.ts';
import { isStray } from './stray-answer.ts';
import { isUnreached } from './unreached.ts';

/** What is wrong with one request: a diagnosis for each endpoint that failed; empty when it is healthy. */
export async function diagnoseRequest(site: Site, asked: Asked): Promise<Told[]> {
  if (asked.nginx.failure === 'no-connection') return diagnoseNginxDown(site, asked);
  if (closesOnPurpose(asked)) return [];
  const endpoints = endpointsOf(asked, site.stack);
  return endpoints.length === 0 ? diagnoseAlone(asked) : keepOwnCauses(await diagnoseEndpoints(site, asked, endpoints));
}

async function diagnoseEndpoints(site: Site, asked: Asked, endpoints: readonly Endpoint[]): Promise<Told[]> {
  const { log } = asked;
  const { owned, loose } = await attribute(site, log, endpoints);
  const faulty = new Set([...owned].filter(([, entries]) => firstFault(entries) !== null).map(([endpoint]) => endpoint));
  const told: Told[] = [];
  for (const [endpoint, entries] of owned) {
    const hasFault = faulty.has(endpoint);
    if (!hasFault && faulty.size > 0 && !log.some((e) => ruleFor(e)?.id === 'no-live-upstreams')) continue;
    const foreign = hasFault ? null : foreignUpstream(loose, endpoints);
    const observation = await observe(site, asked, endpoint, hasFault ? entries : [...entries, ...loose], foreign);
    const isSuspectPeer = endpoints.length > 1 && isServed(asked) && !hasFault && !endpoint.target.down && isUnreached(observation.direct);
    const dead = isServed(asked) && !hasFault ? deadCopies(endpoint, observation.direct) : [];
    const alone = dead.length > 0 ? asIfAlone({ ...observation, direct: dead }) : isSuspectPeer ? asIfAlone(observation) : observation;
    const found = diagnose(alone);
    if (!found) continue;
    const diagnosis = await tellReloadFromDeploy(site, found);
    noteCopy(diagnosis, observation);
    const served =
      observation.isStray ||
      dead.length > 0 ||
      (isServed(asked) && (hasFault || isSuspectPeer) && servedByAnother(asked, endpoint, diagnosis));
    told.push({ request: asked.request, endpoint, url: asked.url, diagnosis, observation, served });
    if (loose.length > 0 && !hasFault) break;
  }
  return told;
}

/** What nginx answers itself: only the log, or an expectation that is not met, makes it a fault. */
function diagnoseAlone(asked: Asked): Told[] {
  const { request, nginx, log } = asked;
  const isControl = request.kind === 'control';
  if (isControl && nginx.unmet === null && firstFault(log) === null) return [];
  const observation = ownObservation(asked);
  const diagnosis = diagnose(observation);
  if (!diagnosis || (isControl && diagnosis.cause === 'unexpected-response')) return [];
  return [{ request, endpoint: null, url: asked.url, diagnosis, observation, served: false }];
}

/** Everything that is known about a request and one of its endpoints. */
async function observe(site: Site, asked: Asked, endpoint: Endpoint, log: LogEntry[], foreign: string | null): Promise<Observation> {
  const { host, port, socket, written, protocol, down } = endpoint.target;
  const addresses = new Set([null, ...(await site.addressesOf(endpoint))].map((to) => addressText(endpoint, to)));
  const direct = asked.direct.filter((d) => addresses.has(d.address));
  const isInteresting = isSuspect(asked) || firstFault(log) !== null || direct.some((d) => d.outcome !== 'answered');
  const app = isInteresting && site.place !== null ? await site.appOf(endpoint, failingCopy(log, direct)) : unknownApp;
  return {
    protocol,
    target: { host, port, socket, written, down },
    nginx: asked.nginx,
    log,
    direct,
    app,
    foreignUpstream: foreign,
    upgrade: asked.upgrade,
    ownReturn: ownReturn(asked),
    isStray: log.length === 0 && isStray(site, asked, endpoint, direct),
  };
}

/** The client got an answer. */
function isServed({ nginx }: Asked): boolean {
  return nginx.status !== null && !isServerError(nginx.status) && nginx.unmet === null && nginx.failure === null;
}

/** How it would have looked had nginx chosen this peer. */
function asIfAlone(o: Observation): Observation {
  return { ...o, nginx: { ...o.nginx, status: 502 } };
}

/** Another peer, another address of the name, or the main request in place of its subrequest. */
function servedByAnother({ request, log }: Asked, endpoint: Endpoint, diagnosis: Diagnosis): boolean {
  if (diagnosis.cause === 'script-not-found' || diagnosis.cause === 'protocol-mismatch') return false;
  if (log.some((e) => e.subrequest !== null)) return true;
  if ((request.route?.endpoints ?? []).length > 1 || endpoint.target.host === 'localhost') return true;
  return isNamed(endpoint) && log.length > 0 && log.every((e) => e.upstream !== null) && !hidesStatus(request);
}

/** error_page turns a failure into another status: then nobody else served it. */
function hidesStatus(request: PlannedRequest): boolean {
  return (request.route?.route.scope ?? []).some((block) => (block.block ?? []).some((d) => d.word.text === 'error_page'));
}

/** `no-live-upstreams` and an unknown cause count only where no peer has a cause of its own. */
function keepOwnCauses(told: Told[]): Told[] {
  const own = told.filter((t) => t.diagnosis.cause !== null && t.diagnosis.cause !== 'no-live-upstreams');
  return own.length > 0 ? own : told.slice(0, 1);
}
