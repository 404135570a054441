import type { Endpoint } from '../stack/model.ts';
import { type Asked, isSuspect } from './asked.ts';
import { endpointsOf } from './attribution.ts';
import type { CauseId } from './causes.ts';
import { addressText, otherProbes, probe, type Wanted } from './probe.ts';
import { firstFault } from './signs.ts';
import type { Site } from './site.ts';
import type { Place } from './vantage.ts';

/** Direct requests that are wanted, and which requests through nginx each of them is evidence for. */
class Errands {
  readonly wanted: Wanted[] = [];
  readonly owners: Asked[][] = [];
  readonly #shared = new Map<string, number>();

  add(owner: Asked, one: Wanted): void {
    this.wanted.push(one);
    this.owners.push([owner]);
  }

  /** One request for all routes that end at the same address. */
  share(key: string, owner: Asked, one: Wanted): void {
    const known = this.#shared.get(key);
    if (known !== undefined) this.owners[known]?.push(owner);
    else {
      this.#shared.set(key, this.wanted.length);
      this.add(owner, one);
    }
  }

  async run(site: Site, place: Place): Promise<void> {
    if (this.wanted.length === 0) return;
    const results = await probe(place, this.wanted, site.ground.workerUser);
    for (const [index, result] of results.entries()) {
      if (result !== undefined) for (const a of this.owners[index] ?? []) a.direct.push(result);
    }
  }
}

/** Asks every address of every endpoint that has not been asked yet, as nginx would. */
export async function askDirectly(site: Site, asked: readonly Asked[]): Promise<void> {
  const { place } = site;
  if (!place || asked.every((a) => a.nginx.failure === 'no-connection')) return;
  const errands = new Errands();
  for (const a of asked) for (const endpoint of endpointsOf(a, site.stack)) await wantDirect(site, errands, a, endpoint);
  await errands.run(site, place);
}

async function wantDirect(site: Site, errands: Errands, asked: Asked, endpoint: Endpoint): Promise<void> {
  const addresses = await site.addressesOf(endpoint);
  if (addresses.length === 0) noteNameless(asked, endpoint);
  for (const to of addresses) {
    const address = addressText(endpoint, to);
    if (asked.direct.some((d) => d.address === address)) continue;
    const timeout = patienceFor(asked, site.options.timeout);
    const one: Wanted = { request: asked.request, endpoint, to, probe: 'as-nginx', marker: asked.marker, timeout };
    if (isSuspect(asked)) errands.add(asked, one);
    else errands.share(`${endpoint.target.protocol} ${address}`, asked, one);
  }
}

/** Seconds within which an app answers that has answered nginx well, and does not just go on answering. */
const quick = 3;
/** Seconds after which another protocol is given up. */
const otherTimeout = 4;

/** Where nginx had its answer, the direct request is given twice that time: it is no news when it takes all there is. */
function patienceFor(asked: Asked, timeout: number): number {
  if (isSuspect(asked)) return timeout;
  const goesOn = asked.seconds >= timeout;
  return Math.min(timeout, goesOn ? quick : Math.max(quick, 2 * asked.seconds));
}

/** A name without any address is a result too: nothing can be asked. */
function noteNameless(asked: Asked, endpoint: Endpoint): void {
  const address = addressText(endpoint, null);
  if (endpoint.target.host === null || asked.direct.some((d) => d.address === address)) return;
  const result = 'the name has no address now';
  asked.direct.push({ address, probe: 'as-nginx', outcome: 'not-resolved', status: null, seconds: 0, result });
}

/** Causes that the log names beyond doubt: nothing more has to be asked. */
const obvious: ReadonlySet<CauseId> = new Set([
  'no-resolver',
  'name-not-resolved',
  'rate-limited',
  'body-too-large',
  'script-not-found',
  'header-too-big',
  'socket-missing',
  'socket-permission',
  'socket-refused',
  'nginx-local',
]);

/** What else do the ports speak that did not answer as nginx asks? */
export async function askOtherwise(site: Site, asked: readonly Asked[]): Promise<void> {
  const { place } = site;
  if (!place) return;
  const errands = new Errands();
  for (const a of asked.filter((one) => isSuspect(one) && one.nginx.failure !== 'no-connection')) {
    const fault = firstFault(a.log)?.rule.causes[0];
    if (fault !== undefined && obvious.has(fault)) continue;
    for (const endpoint of endpointsOf(a, site.stack)) await wantOtherwise(site, errands, a, endpoint, fault !== undefined);
  }
  await errands.run(site, place);
}

async function wantOtherwise(site: Site, errands: Errands, asked: Asked, endpoint: Endpoint, isLogged: boolean): Promise<void> {
  const [to] = await site.addressesOf(endpoint);
  if (to === undefined) return;
  const first = asked.direct.find((d) => d.probe === 'as-nginx' && d.address === addressText(endpoint, to));
  if (first?.outcome === 'answered' && first.status !== 400 && !isLogged) return;
  // What a port speaks is not the path's affair.
  const key = [endpoint.target.protocol, endpoint.target.host, endpoint.target.upstream, addressText(endpoint, to)].join(' ');
  const timeout = Math.min(site.options.timeout, otherTimeout);
  for (const kind of otherProbes(endpoint, first)) {
    errands.share(`${kind} ${key}`, asked, { request: asked.request, endpoint, to, probe: kind, marker: asked.marker, timeout });
  }
}
