import type { Endpoint } from '../stack/model.ts';
import type { Diagnosis } from './diagnose.ts';
import { type LogEntry, upstreamAddress } from './error-log.ts';
import type { DirectResult, Observation } from './observation.ts';
import { isNamed } from './probe.ts';
import { firstFault } from './signs.ts';
import { isUnreached } from './unreached.ts';

/** The direct results at the addresses of a name: of one family, as a network may carry only one of them. */
function atCopies(direct: readonly DirectResult[]): DirectResult[] {
  return direct.filter((d) => d.probe === 'as-nginx' && /^\d+\.\d+\.\d+\.\d+:/.test(d.address));
}

/** A name has several addresses, and some of them take no connection: nginx asks them in turn, and fails over. */
export function deadCopies(endpoint: Endpoint, direct: readonly DirectResult[]): DirectResult[] {
  if (!isNamed(endpoint) || endpoint.target.host === 'localhost') return [];
  const copies = atCopies(direct);
  const dead = copies.filter((d) => isUnreached([d]));
  return dead.length < copies.length ? dead : [];
}

/** The address of the copy that failed, where a name has several: of the log, else the first that takes no connection. */
export function failingCopy(log: readonly LogEntry[], direct: readonly DirectResult[]): string | null {
  const copies = atCopies(direct);
  if (new Set(copies.map((d) => d.address)).size < 2) return null;
  const said = firstFault(log)?.entry.upstream ?? copies.find((d) => isUnreached([d]))?.address ?? null;
  return said === null ? null : upstreamAddress(said).host;
}

/** Says which of several copies it is about. */
export function noteCopy(diagnosis: Diagnosis, { app, log, direct, target }: Observation): void {
  const at = failingCopy(log, direct);
  if (at === null || app.name === null || diagnosis.cause === null) return;
  diagnosis.rests.push(`${at} is ${app.name}, one of the ${atCopies(direct).length} addresses of ${target.host}`);
}
