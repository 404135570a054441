/**
 * Names that nobody can call unknown, because nginx runs on a host or containers of other projects may answer, but that are one
 * letter away from a service that listens on exactly the target's port: nothing but a slip explains both.
 */
import type { Project, Service } from '../compose/model.ts';
import { editDistance } from '../core/nearest.ts';
import type { Endpoint, PortEvidence } from './model.ts';

/** Shorter names are too often one letter apart by themselves: api and app. */
const shortest = 4;
/** Where containers from outside the project may have names that are near. */
const shortestOutside = 8;
/** Where more than the port tells which service was meant. */
const shortestExpected = 3;

/**
 * The service's name that was meant, or null.
 * @param evidenceOf what is known of a service
 * @param expected whether nginx waits for a service that its configuration never names
 * @param outside whether containers from outside the project may have names that are near
 */
export function misspeltName(
  { target }: Endpoint,
  projects: readonly Project[],
  evidenceOf: (service: Service, project: Project) => readonly PortEvidence[],
  expected: (service: Service) => boolean,
  outside: boolean,
): string | null {
  const { host, port } = target;
  if (host === null || port === null || host.length < shortestExpected || !/^[a-z][\w-]*$/.test(host)) return null;
  for (const project of projects) {
    for (const service of project.services) {
      const isExpected = expected(service);
      for (const name of namesOf(service)) {
        if (Math.min(name.length, host.length) < (isExpected ? shortestExpected : outside ? shortestOutside : shortest)) continue;
        if (isSlip(host, name.toLowerCase()) && evidenceOf(service, project).some((item) => item.port === port)) return name;
      }
    }
  }
  return null;
}

function namesOf(service: Service): string[] {
  const aliases = [...service.networks.values()].flatMap((network) => network.aliases.map((alias) => alias.value));
  return [service.name, ...aliases, ...(service.containerName ? [service.containerName.value] : [])];
}

/** One wrong letter; a digit, a plural or a part of one or two letters (web-a and web-b, db-ro and db-rw) tells two things apart on purpose. */
export function isSlip(written: string, meant: string): boolean {
  if (written === meant || editDistance(written, meant) !== 1) return false;
  if (`${written}s` === meant || `${meant}s` === written) return false;
  const letters = (text: string): string => text.replace(/\d/g, '#');
  if (letters(written) === letters(meant) || written.replace(/\d/g, '') === meant.replace(/\d/g, '')) return false;
  const single = (text: string): string => text.replace(/(?<=^|[-_])[a-z]{1,2}(?=$|[-_])/g, '?');
  return single(written) === written || single(written) !== single(meant);
}
