/** What is said of an endpoint: right, wrong and by which check, outside the stack, or unverified. */
import { posix } from 'node:path';
import type { Service } from '../compose/model.ts';
import type { Verdict } from '../core/report.ts';
import type { Location } from '../core/source.ts';
import { isLoopback } from './evidence/bind.ts';
import type { Endpoint, PortEvidence, Stack } from './model.ts';
import { contradiction, outweighed, told } from './port-contradiction.ts';
import { protocolFault } from './protocol.ts';
import { pathIn, sharedPath } from './sockets.ts';

/** Why an endpoint is wrong, with what its check needs for the message. */
export type Fault =
  | { check: 'unknown-host'; nearest: string | null }
  | { check: 'service-not-started'; service: Service; because: 'profile' | 'replicas'; at: Location }
  | { check: 'no-shared-network'; service: Service; nginxNetworks: string[]; serviceNetworks: string[] }
  | { check: 'loopback-target'; listeners: string[]; suggestions: Service[]; comesBack: 'handed on' | 'redirected' | null }
  | { check: 'not-published'; service: Service; published: string[]; at: Location | null }
  | { check: 'socket-not-shared'; because: string; bound: PortEvidence | null }
  | { check: 'published-port'; service: Service; container: number; at: Location }
  | { check: 'port-mismatch'; service: Service; says: PortEvidence[] }
  | { check: 'app-binds-loopback'; service: Service; bind: PortEvidence }
  | { check: 'protocol-mismatch'; service: Service; speaks: string; evidence: PortEvidence; expected: string };

export interface Judgement {
  verdict: Verdict;
  /** The check behind `wrong`, else what the verdict rests on in a few words, else null. */
  reason: string | null;
  fault: Fault | null;
}

const judged = new WeakMap<Endpoint, Judgement>();

/** The verdict on one endpoint of a stack; the same answer for every caller. */
export function judge(endpoint: Endpoint, stack: Stack): Judgement {
  let judgement = judged.get(endpoint);
  if (judgement === undefined) {
    judgement = decide(endpoint, stack);
    if (stack.nginx.assumed && judgement.fault !== null && !isSureOfAssumed(judgement.fault, endpoint, stack))
      judgement = unverified('nothing in the repository loads this configuration');
    if (judgement.fault !== null && hangsOnVariable(endpoint, stack) && !isSureByItself(judgement.fault, endpoint))
      judgement = unverified('it hangs on a variable that nothing in the repository sets');
    if (judgement.verdict === 'ok' && isRefused(endpoint, stack)) judgement = unverified('nginx refuses the block that it stands in');
    judged.set(endpoint, judgement);
  }
  return judgement;
}

/**
 * A configuration that nothing loads for sure is listed, and verified where the project answers. It is called wrong for a slip of
 * one letter, for the loopback address beside names of the project, and where it was evidently written for one of its services.
 */
function isSureOfAssumed(fault: Fault, { reach, target }: Endpoint, { nginx }: Stack): boolean {
  if (reach.kind === 'unknown' && reach.misspelt === true) return true;
  if (reach.kind === 'loopback' && reach.meant !== undefined) return true;
  if (reach.kind === 'loopback' && reach.comesBack === 'redirected') return true;
  // What a server of the same file listens on is nginx's own wherever the file is loaded.
  if (fault.check === 'protocol-mismatch' && fault.evidence.kind === 'listen' && fault.evidence.at?.file === target.at.file) return true;
  if (fault.check === 'unknown-host' || fault.check === 'loopback-target') return nginx.writtenFor === 'strong';
  return nginx.writtenFor !== null && (fault.check === 'port-mismatch' || fault.check === 'published-port');
}

/**
 * What is wrong wherever this file is loaded: a slip of one letter, and the loopback address in nginx's container where a service
 * of the project declares exactly that port.
 */
function isSureByItself(fault: Fault, { reach }: Endpoint): boolean {
  if (reach.kind === 'unknown') return reach.misspelt === true;
  return fault.check === 'loopback-target' && fault.suggestions.length > 0;
}

/** Whether the name of the service, or the file that the target stands in, is chosen by a variable that nothing sets for certain. */
function hangsOnVariable({ reach, target }: Endpoint, { nginx }: Stack): boolean {
  if (reach.kind === 'service' && reach.uncertain) return true;
  const places = nginx.tree.placed.filter(
    ({ source, by }) => by !== 'template' && (source === target.at.file || source === '' || target.at.file.startsWith(`${source}/`)),
  );
  return places.some((place) => place.uncertain) && places.every((place) => place.uncertain);
}

/** Whether a directive around the target, or the one that hands on, is one that nginx does not take there. */
function isRefused({ route: { route } }: Endpoint, { config }: Stack): boolean {
  const refused = config.problems.filter(({ check }) => check === 'wrong-context' || check === 'unknown-directive');
  return [...route.scope, route.directive].some((node) =>
    refused.some(({ file, start }) => file.path === node.file.path && start === node.word.start),
  );
}

function decide(endpoint: Endpoint, stack: Stack): Judgement {
  const { reach, target } = endpoint;
  switch (reach.kind) {
    case 'external':
      return { verdict: 'external', reason: reach.because, fault: null };
    case 'unverifiable':
      return unverified(reach.because);
    case 'unknown':
      // A bare name may be an upstream of a file that nobody knows.
      if (!stack.nginx.treeKnown && !target.portWritten && target.upstream === null)
        return unverified('an upstream of this name may stand in a file that is not in the repository');
      return wrong({ check: 'unknown-host', nearest: reach.nearest });
    case 'not-started':
      return notStarted(reach, endpoint, stack);
    case 'no-shared-network':
      return wrong({
        check: 'no-shared-network',
        service: reach.service,
        nginxNetworks: reach.nginxNetworks,
        serviceNetworks: reach.serviceNetworks,
      });
    case 'loopback':
      return target.down
        ? unverified('the peer is down')
        : wrong({
            check: 'loopback-target',
            listeners: reach.listeners,
            suggestions: reach.meant === undefined ? listeningOn(target.port, stack) : [reach.meant],
            comesBack: reach.comesBack ?? null,
          });
    case 'not-published':
      return target.down
        ? unverified('the peer is down')
        : wrong({ check: 'not-published', service: reach.service, published: reach.published, at: reach.at });
    case 'socket-not-shared':
      return target.down ? unverified('the peer is down') : wrong({ check: 'socket-not-shared', because: reach.because, bound: null });
    case 'service':
      return target.down ? unverified('the peer is down') : atService(endpoint, reach.service, stack);
  }
}

function wrong(fault: Fault): Judgement {
  return { verdict: 'wrong', reason: fault.check, fault };
}

function unverified(reason: string | null): Judgement {
  return { verdict: 'unverified', reason, fault: null };
}

function notStarted(reach: Extract<Endpoint['reach'], { kind: 'not-started' }>, endpoint: Endpoint, stack: Stack): Judgement {
  // A name that is resolved per request may lead to a service that is started only sometimes: that is what it is written for.
  if (endpoint.target.resolved === 'runtime') return unverified(`${reach.service.name} is not always started`);
  if (reach.because === 'profile') {
    const targets = [...stack.routes, ...stack.unused]
      .flatMap((route) => route.endpoints.map((other) => other.reach))
      .filter((other) => 'service' in other);
    const profiles = new Set(targets.flatMap((other) => ('service' in other ? other.service.profiles.map((entry) => entry.value) : [])));
    // Where no target of nginx starts without a profile, a plain start is not how the project runs.
    const plain = targets.some((other) => other.kind === 'service' && !other.self && other.service.profiles.length === 0);
    if (!plain) return unverified(`everything that nginx hands on to is behind a profile`);
    // Several profiles that stand for each other (dev, prod): the plain start is not meant.
    if (profiles.size > 1 || (stack.nginx.service?.profiles.length ?? 0) > 0)
      return unverified(`${reach.service.name} is behind a profile`);
  }
  return wrong({ check: 'service-not-started', service: reach.service, because: reach.because, at: reach.at });
}

/** Services that declare a port, in this project or in a variant of it, as what was probably meant. */
function listeningOn(port: number | null, { project, variants, nginx }: Stack): Service[] {
  if (port === null) return [];
  const declares = (service: Service): boolean =>
    service.ports.some((item) => item.target === port || item.published === String(port)) ||
    service.expose.some((range) => range.from <= port && port <= range.to);
  const services = (project?.services ?? []).filter((service) => service !== nginx.service);
  const found = services.filter(declares);
  if (found.length > 0) return found;
  return services.filter(({ name }) =>
    variants.some((variant) => variant.services.some((other) => other.name === name && declares(other))),
  );
}

function atService(endpoint: Endpoint, service: Service, stack: Stack): Judgement {
  const { target, evidence, reach } = endpoint;
  if (target.socket !== null) return atSocket(endpoint, service, stack);
  if (target.port === null) return unverified('its port is not known');
  const via = reach.kind === 'service' ? reach.via : 'name';
  const hostSide = via === 'published';
  if (hostSide) return { verdict: 'ok', reason: `published by ${service.name}`, fault: null };
  const matching = evidence.filter((item) => item.port === target.port);
  const judgesFaults = stack.nginx.kind === 'service' && stack.nginx.service?.networkMode?.value !== 'host';
  if (matching.length === 0) {
    if (stack.nginx.assumed && stack.nginx.writtenFor === 'names' && reach.kind === 'service' && !reach.self) {
      const says = told(evidence, target.port);
      return says.length > 0 && !endpoint.start?.mentioned && !endpoint.start?.interpolated
        ? wrong({ check: 'port-mismatch', service, says })
        : unverified(notNamed(endpoint, service));
    }
    if (!judgesFaults || stack.nginx.service === null) return unverified(notNamed(endpoint, service));
    if (reach.kind === 'service' && reach.self && reach.via === 'namespace')
      return unverified('another process of that container may listen there');
    const published = service.ports.find(
      (item) => item.published === String(target.port) && item.target !== target.port && item.protocol !== 'udp' && !item.uncertain,
    );
    if (published !== undefined && !evidence.some((item) => item.port === null))
      return wrong({ check: 'published-port', service, container: published.target, at: published.at });
    const says = contradiction(endpoint, stack);
    return says.length > 0 ? wrong({ check: 'port-mismatch', service, says }) : unverified(notNamed(endpoint, service));
  }
  if (judgesFaults) {
    const elsewhere = outweighed(matching, endpoint);
    if (elsewhere.length > 0) return wrong({ check: 'port-mismatch', service, says: elsewhere });
    const bind = loopbackBind(endpoint, matching);
    if (bind !== null) return wrong({ check: 'app-binds-loopback', service, bind });
    const fault = protocolFault(endpoint, service, matching);
    if (fault !== null) return wrong(fault);
  }
  const best =
    matching.find((item) => item.strength === 'binds' && item.certain) ??
    matching.find((item) => item.strength === 'declares') ??
    matching[0];
  return { verdict: 'ok', reason: best?.says ?? null, fault: null };
}

/** Why a port that nothing supports is not called wrong: what the files do say of the service. */
function notNamed({ evidence, target }: Endpoint, { name }: Service): string {
  const ports = [...new Set(evidence.flatMap((item) => (item.strength === 'suggests' || item.port === null ? [] : [item.port])))];
  if (ports.length === 0) return `no file says what ${name} listens on`;
  return `no file says that ${name} listens on ${target.port}, only that it has ${ports.slice(0, 3).join(', ')}`;
}

/** The process binds 127.0.0.1 alone on the target's port, for certain, and nothing says otherwise. */
function loopbackBind(endpoint: Endpoint, matching: PortEvidence[]): PortEvidence | null {
  const { reach, start } = endpoint;
  if (reach.kind !== 'service' || reach.self || start === null || start.several || start.opaque) return null;
  const binds = matching.filter((item) => item.strength === 'binds');
  const first = binds.find((item) => item.certain && isLoopback(item.address));
  if (first === undefined) return null;
  return endpoint.evidence.some(
    (item) => item.strength === 'binds' && (item.port === endpoint.target.port || item.port === null) && !isLoopback(item.address),
  )
    ? null
    : first;
}

function atSocket(endpoint: Endpoint, service: Service, stack: Stack): Judgement {
  const { target, evidence, start, reach } = endpoint;
  const nginx = stack.nginx.service;
  const path = target.socket as string;
  if (reach.kind === 'service' && reach.self)
    return evidence.some((item) => item.socket === path)
      ? { verdict: 'ok', reason: 'a process of the same container binds it', fault: null }
      : unverified('no file says which process of that container binds it');
  const shared = nginx === null ? null : sharedPath(nginx, path);
  const there = shared === null ? null : pathIn(service, shared);
  const sharers = stack.project?.services.filter((other) => other !== nginx && shared !== null && pathIn(other, shared) !== null) ?? [];
  if (evidence.some((item) => item.socket !== null && (item.socket === there || item.socket === path)))
    return { verdict: 'ok', reason: `${service.name} binds it`, fault: null };
  // A pool of php-fpm is read by nothing else, so it need not be the command that names it.
  const pool = evidence.find(
    ({ kind, program, socket }) =>
      kind === 'start-file' && program === 'php-fpm' && socket !== null && there !== null && posix.dirname(socket) === posix.dirname(there),
  );
  const bound = pool ?? evidence.find((item) => item.strength === 'binds' && item.certain && (item.socket !== null || item.port !== null));
  if (
    bound !== undefined &&
    sharers.length === 1 &&
    start !== null &&
    !start.several &&
    (!start.opaque || bound === pool) &&
    evidence.every((item) => item.socket === null || item.socket === bound.socket)
  ) {
    return wrong({ check: 'socket-not-shared', because: 'other path', bound });
  }
  return { verdict: 'ok', reason: `${service.name} shares the folder`, fault: null };
}
