import type { Draft, Fix } from '../core/finding.ts';
import type { Location } from '../core/source.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { type CauseId, causes } from './causes.ts';
import type { Diagnosis } from './diagnose.ts';
import type { Observation, Upgrade } from './observation.ts';
import type { PlannedRequest } from './plan.ts';

/** One diagnosis of one endpoint of one request. */
export interface Told {
  request: PlannedRequest;
  endpoint: Endpoint | null;
  url: string;
  diagnosis: Diagnosis;
  observation: Observation;
  /** Another peer answered in its place: the client noticed nothing but the delay. */
  served: boolean;
}

/** Where a finding stands: at the target, `no-resolver` at the directive, `nginx-down` at the nginx service. */
function placeOf({ request, endpoint, diagnosis }: Told, stack: Stack): Location {
  if (diagnosis.cause === 'nginx-down') return stack.nginx.service?.at ?? request.server.directive.at ?? request.at;
  if (diagnosis.cause === 'no-resolver') return (endpoint?.route ?? request.route)?.route.directive.at ?? request.at;
  return endpoint?.target.at ?? request.at;
}

/** One finding for each cause at each place; requests that share it are counted. */
export function findingsOf(told: readonly Told[], stack: Stack): Draft[] {
  const groups = new Map<string, Told[]>();
  for (const one of told) {
    const { file, start } = placeOf(one, stack);
    const key = [one.diagnosis.cause ?? 'unknown', file, start.line, one.diagnosis.cause === 'nginx-down' ? 0 : start.column].join('\0');
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].map((group) => draftOf(group, stack));
}

function draftOf(group: readonly Told[], stack: Stack): Draft {
  const first = (group.find((t) => !t.served) ?? group[0]) as Told;
  const { diagnosis, observation, endpoint } = first;
  const served = group.every((t) => t.served);
  const more = group.length > 1 ? ` (and ${group.length - 1} more)` : '';
  const what = observation.isStray
    ? 'is answered by what has the old address now'
    : served
      ? 'was served by another peer'
      : answered(observation);
  const about = endpoint ? `${endpoint.target.written}: ` : '';
  const words = diagnosis.cause === null ? 'nobody can say why' : causes[diagnosis.cause].short;
  const rests = diagnosis.rests.filter((r) => r !== '').join('; ');
  const location = placeOf(first, stack);
  return {
    check: `smoke/${diagnosis.cause ?? 'unknown'}`,
    severity: served || diagnosis.cause === 'body-too-large' ? 'warning' : 'error',
    message: `${about}${words}${rests === '' ? '' : `: ${rests}`}.`,
    why: `${first.url}${more} ${what}. ${diagnosis.why}`,
    fix: fixOf(first, stack.nginx.kind === 'service'),
    location,
    related: relatedOf(first, stack),
  };
}

function answered({ nginx, upgrade }: Observation): string {
  if (upgrade) return `answers a WebSocket upgrade with ${upgrade.through ?? 'nothing'}`;
  if (nginx.unmet !== null) return nginx.unmet;
  if (nginx.status !== null) return `answers ${nginx.status}${nginx.failure === 'cut' ? ', cut in the middle' : ''}`;
  return nginx.failure === 'timeout' ? 'does not answer in time' : 'gives no answer';
}

/** The cause's fix, with the value itself where the evidence leaves one choice. */
function fixOf({ diagnosis, observation, endpoint }: Told, inContainer: boolean): Fix {
  if (diagnosis.cause === 'wrong-port') {
    const ports = [...new Set((observation.app.listeners ?? []).filter((l) => !isLoopbackOnly(l.address)).map((l) => l.port))];
    const at = endpoint?.target.portAt;
    if (ports.length === 1 && ports[0] !== undefined) {
      const newText = String(ports[0]);
      return { message: `Use port ${newText}.`, ...(at && { edits: [{ location: at, newText }] }) };
    }
  }
  const host = endpoint?.target.host ?? '';
  const isEmpty = observation.app.listeners?.length === 0;
  if (diagnosis.cause === 'app-not-running' && inContainer && isEmpty && (isLoopbackOnly(host) || host === 'localhost')) {
    return {
      message: `${host} is nginx’s own container, and nothing else listens there: name the app’s service and its container port instead.`,
    };
  }
  if (observation.upgrade && diagnosis.cause === 'unexpected-response') return { message: upgradeFix(observation.upgrade) };
  return { message: diagnosis.fix };
}

function upgradeFix({ missing }: Upgrade): string {
  if (missing.length > 0) return `Add ${missing.map((line) => `\`${line}\``).join(' and ')} to this location.`;
  return 'Compare the headers that nginx sends with those of the direct request: the lines that a WebSocket needs are there.';
}

function isLoopbackOnly(address: string): boolean {
  return address.startsWith('127.') || address === '::1';
}

const pointsAtService = new Set<CauseId>(['app-not-running', 'wrong-port', 'app-binds-loopback', 'app-crashed', 'unreachable']);

function relatedOf({ endpoint, diagnosis, observation }: Told, stack: Stack): Draft['related'] {
  if (!endpoint || diagnosis.cause === null || !pointsAtService.has(diagnosis.cause)) return [];
  const copy = stack.project?.services.find((s) => s.name === observation.app.service);
  if (copy) return [{ location: copy.at, label: `${copy.name} is the service behind it` }];
  if ('service' in endpoint.reach)
    return [{ location: endpoint.reach.service.at, label: `${endpoint.reach.service.name} is the service behind it` }];
  const { port } = endpoint.target;
  const other = stack.project?.services.find(
    (s) => s !== stack.nginx.service && s.expose.some((e) => port !== null && e.from <= port && port <= e.to),
  );
  return other ? [{ location: other.at, label: `${other.name} listens on ${port} in its own container` }] : [];
}
