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
    const limits = { timeout: site.options.timeout, workerUser: site.ground.workerUser };
    const results = await probe(place, this.wanted, limits);
    for (const [index, result] of results.entries()) for (const a of this.owners[index] ?? []) a.direct.push(result);
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
    const one: Wanted = { request: asked.request, endpoint, to, probe: 'as-nginx', marker: asked.marker };
    if (isSuspect(asked)) errands.add(asked, one);
    else errands.share(`${endpoint.target.protocol} ${address}`, asked, one);
  }
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
  for (const kind of otherProbes(endpoint, first))
    errands.add(asked, { request: asked.request, endpoint, to, probe: kind, marker: asked.marker });
}
