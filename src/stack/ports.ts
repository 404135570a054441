/** Port evidence: every statement that a service listens on a port or a socket, with its place. */
import type { Project, Service } from '../compose/model.ts';
import type { Repository } from '../core/repository.ts';
import type { Located, Location } from '../core/source.ts';
import type { Bind } from './evidence/bind.ts';
import type { Lookup } from './evidence/command-line.ts';
import { configuredListens } from './evidence/configured.ts';
import { declaredPorts, healthcheckEvidence, labelEvidence } from './evidence/declared.ts';
import { type EnvironmentEntry, environmentEvidence } from './evidence/environment.ts';
import { type ImagePorts, knownImagePorts } from './evidence/image-ports.ts';
import { nearbyEvidence } from './evidence/nearby.ts';
import { isSilent } from './evidence/programs.ts';
import { ServiceFiles, type ServiceImage } from './evidence/service-files.ts';
import { type Started, startedBy } from './evidence/starts.ts';
import type { EvidenceKind, PortEvidence } from './model.ts';
import { isNamedByVariable } from './service-image.ts';

/** What is known of one service of one project. */
export interface ServiceKnowledge {
  evidence: PortEvidence[];
  several: boolean;
  opaque: boolean;
  interpolated: boolean;
  files: ServiceFiles;
}

export function knowledgeOf(service: Service, project: Project, image: ServiceImage | null, repository: Repository): ServiceKnowledge {
  const files = new ServiceFiles(repository, service, image);
  const facts = image?.facts ?? null;
  const environment = environmentOf(service, image);
  const known = service.missingEnvFiles.length === 0;
  const asked = { unknown: false };
  const lookup: Lookup = (name) => {
    const entry = environment.get(name);
    if (entry !== undefined && !entry.certain) asked.unknown = true;
    return entry?.certain ? (entry.value ?? undefined) : undefined;
  };
  const started = effectiveStart(service, image, lookup, files);
  const doubtful = startIsUncertain(service);
  started.opaque ||= doubtful;
  const evidence: PortEvidence[] = [];
  // A default holds only where none of the variables that the program reads has a value that nobody knows.
  for (const bind of started.binds) {
    const item = fromBind(bind.bind, bind.kind, known && !asked.unknown, bind.at);
    evidence.push(doubtful ? { ...item, certain: false } : item);
  }
  // What is built from files that nobody sees may listen on more than the compose file says.
  const named = new Set([...service.ports.map((port) => port.target), ...service.expose.map((range) => range.from)]);
  const unseen = service.build !== null && (image?.dockerfile ?? null) === null;
  evidence.push(...declaredPorts(service, facts).map((item) => (unseen ? { ...item, certain: false, unseen: named.size === 1 } : item)));
  evidence.push(
    ...environmentEvidence(
      environment.values(),
      service,
      project.services.map((other) => other.name),
    ).map((item) => (known ? item : { ...item, certain: false })),
  );
  evidence.push(...healthcheckEvidence(service, facts, lookup), ...labelEvidence(service));
  const row =
    knownImagePorts(facts?.base ?? service.image?.value ?? null) ??
    (service.build === null ? null : knownImagePorts(service.image?.value ?? null));
  const configured = row === null ? { evidence: [], present: false } : configuredListens(files, service, image, row, lookup);
  evidence.push(...configured.evidence);
  if (row !== null) {
    const present = configured.present || namesOwnFile(row, service);
    evidence.push(...imageEvidence(row, service, started, present, lookup, image));
  }
  evidence.push(...nearbyEvidence(files, lookup));
  const interpolated = isInterpolated(service, project, repository) || ownPortIsUncertain(service, evidence);
  return { evidence, several: started.several, opaque: started.opaque, interpolated, files };
}

/** Whether a variable that nothing sets for certain has a part in what the container starts. */
function startIsUncertain(service: Service): boolean {
  const { command, entrypoint, workingDir, build } = service;
  const ofBuild = [build?.context, build?.dockerfile, build?.dockerfileInline, build?.target];
  return (
    command?.uncertain === true ||
    entrypoint?.uncertain === true ||
    isNamedByVariable(service) ||
    [workingDir, ...ofBuild].some((value) => value?.uncertain)
  );
}

/** Whether the container side of its ports, or its own port in the environment, is a value of a sample. */
function ownPortIsUncertain(service: Service, evidence: readonly PortEvidence[]): boolean {
  return (
    service.ports.some((port) => port.targetUncertain) ||
    service.expose.some((range) => range.uncertain) ||
    evidence.some((item) => item.kind === 'environment' && !item.certain && item.strength !== 'suggests')
  );
}

/** The container's environment: the image's ENV under compose's. */
function environmentOf(service: Service, image: ServiceImage | null): Map<string, EnvironmentEntry> {
  const entries = new Map<string, EnvironmentEntry>();
  for (const [name, { value, at }] of image?.facts?.env ?? [])
    entries.set(name, { name, value, at, certain: !value.includes('$'), kind: 'ENV' });
  for (const [name, { value, at, uncertain }] of service.environment)
    entries.set(name, { name, value, at, certain: !uncertain && value !== null, kind: 'environment' });
  return entries;
}

interface EffectiveStart extends Omit<Started, 'binds'> {
  binds: { bind: Bind; kind: EvidenceKind; at: Location }[];
  /** True when compose or a Dockerfile names what is started. */
  own: boolean;
}

/** compose's `entrypoint` and `command` over the image's; an `entrypoint` of compose drops the image's CMD. */
function effectiveStart(service: Service, image: ServiceImage | null, lookup: Lookup, files: ServiceFiles): EffectiveStart {
  const facts = image?.facts ?? null;
  const entry = service.entrypoint ?? null;
  const result: EffectiveStart = { binds: [], opaque: false, several: false, own: false };
  const add = (words: Parameters<typeof startedBy>[0], shell: boolean, kind: EvidenceKind): void => {
    const first = words[0];
    if (first === undefined) return;
    result.own = true;
    const started = startedBy(words, shell, lookup, files);
    result.opaque ||= started.opaque;
    result.several ||= started.several;
    for (const bind of started.binds) result.binds.push({ bind, kind, at: bind.at ?? first.at });
  };
  const imageEntry = entry === null && facts?.entrypoint != null && facts.entrypoint.length > 0 ? facts.entrypoint : null;
  const ownEntry = entry?.words ?? imageEntry ?? [];
  const entryKind: EvidenceKind = entry !== null ? 'entrypoint' : 'ENTRYPOINT';
  const command = service.command?.words ?? (entry === null ? (facts?.cmd ?? []) : []);
  const commandKind: EvidenceKind = service.command !== null ? 'command' : 'CMD';
  const commandShell = service.command === null && (facts?.cmdShell ?? false);
  const entryShell = entry === null && (facts?.entrypointShell ?? false);
  if (ownEntry.length === 0) add(commandShell ? command : behindEntryPoint(command, service, facts), commandShell, commandKind);
  else if (entryShell) add(ownEntry, true, entryKind);
  else if (commandShell) {
    add(ownEntry, false, entryKind);
    add(command, true, commandKind);
  } else
    add([...ownEntry, ...command], false, command.length > 0 && ownEntry.length > 0 && service.command !== null ? 'command' : entryKind);
  if (!result.own) result.opaque = true;
  return result;
}

/** A command of nothing but options is for the image's own program, which is mostly called like the image: `--web.listen-address=:9091`. */
function behindEntryPoint(
  command: readonly Located<string>[],
  service: Service,
  facts: ServiceImage['facts'] | null,
): readonly Located<string>[] {
  const [first] = command;
  if (first === undefined || !first.value.startsWith('-')) return command;
  const path = (facts?.base ?? service.image?.value ?? '').replace(/[:@][^/]*$/, '');
  const name = path.slice(path.lastIndexOf('/') + 1) || service.name;
  // traefik/whoami is a server, the whoami of a shell is none.
  return [{ value: isSilent(name) ? `${name}-server` : name, at: first.at }, ...command];
}

function fromBind(bind: Bind, kind: EvidenceKind, environmentKnown: boolean, at: Location): PortEvidence {
  const where = bind.socket ?? (bind.address !== null && bind.port !== null ? `${bind.address}:${bind.port}` : String(bind.port));
  const says =
    bind.by === 'default' ? `${bind.program} listens on ${where} when nothing else is said` : `${bind.program} listens on ${where}`;
  return {
    port: bind.port,
    socket: bind.socket,
    strength: 'binds',
    kind,
    ...(bind.by === 'default' ? { byDefault: true } : {}),
    certain: bind.certain && (environmentKnown || bind.by === 'written'),
    program: bind.program,
    protocol: bind.protocol,
    address: bind.address,
    says,
    at,
  };
}

/** Whether the command names a file that the service mounts: where the image reads a configuration at all, it is most likely another one. */
function namesOwnFile({ configuration }: ImagePorts, { command, volumes, configs }: Service): boolean {
  if (configuration === undefined || command === null) return false;
  const targets = [...volumes, ...configs].map(({ target }) => target.replace(/\/$/, ''));
  return command.words.some(({ value }) =>
    [...value.matchAll(/(?<![\w.-])\/[\w./-]{2,200}/g)].some(([path]) =>
      targets.some((target) => path === target || path.startsWith(`${target}/`)),
    ),
  );
}

/** The image's default holds unless a variable, a configuration or another command may have moved it. */
function imageEvidence(
  row: ImagePorts,
  service: Service,
  started: EffectiveStart,
  configured: boolean,
  lookup: Lookup,
  image: ServiceImage | null,
): PortEvidence[] {
  const moved = (row.variables ?? []).some((name) => service.environment.has(name) || lookup(name) !== undefined);
  const own = started.own && (image?.dockerfile != null ? started.opaque || started.binds.length > 0 : started.binds.length > 0);
  const name = image?.facts?.base ?? service.image?.value ?? 'its image';
  // The one port of an image is moved, not doubled, by an option that names another.
  const [only] = row.ports;
  const given = started.binds.filter(({ bind }) => bind.by === 'written' && bind.certain && bind.port !== null);
  if (row.ports.length === 1 && !started.several && given.length > 0 && given.every(({ bind }) => bind.port !== only)) return [];
  return row.ports.map((port) => ({
    port,
    socket: null,
    strength: 'suggests',
    kind: 'image',
    certain:
      !moved &&
      row.namesake !== true &&
      !configured &&
      !own &&
      (image?.dockerfile == null || !started.own) &&
      !(image?.dockerfile == null && isNamedByVariable(service)),
    program: null,
    protocol: row.protocol,
    address: null,
    says: `${name} listens on ${port} unless told otherwise`,
    at: image?.dockerfile == null ? (service.image?.at ?? null) : null,
  }));
}

/** Whether the service's ports, its command or a variable that names a port hang on a variable that is set nowhere. */
function isInterpolated(service: Service, project: Project, repository: Repository): boolean {
  const starts = project.services.filter((other) => other.at.file === service.at.file).map((other) => other.at.start.line);
  const next = Math.min(...starts.filter((line) => line > service.at.start.line), Number.MAX_SAFE_INTEGER);
  return project.unsetVariables.some(
    ({ at }) =>
      at.file === service.at.file && at.start.line >= service.at.start.line && at.start.line < next && speaksOfPorts(at, repository),
  );
}

/** Whether a line of a compose file stands in a section that can say what a service listens on. */
function speaksOfPorts(at: Location, repository: Repository): boolean {
  const line = (number: number): string => repository.lineOf(at.file, number) ?? '';
  const own = line(at.start.line);
  const indent = (text: string): number => text.length - text.trimStart().length;
  let key = /^\s*(?:-\s+)?([\w.-]+)\s*:(?:\s|$)/.exec(own)?.[1] ?? '';
  const depth = indent(own);
  for (let number = at.start.line - 1; number > 0 && at.start.line - number < 300 && depth > 0; number--) {
    const text = line(number);
    const found = /^\s*([\w.-]+)\s*:\s*(?:[|>&*].*)?$/.exec(text);
    if (
      text.trim() === '' ||
      text.trim().startsWith('#') ||
      indent(text) > depth ||
      (indent(text) === depth && (!own.trim().startsWith('-') || !found))
    )
      continue;
    if (found === null && indent(text) >= depth) continue;
    key = found?.[1] ?? key;
    break;
  }
  if (key === 'environment' || key === 'args') return /(?:PORT|ADDR|LISTEN|BIND|URLS?)\w*["']?\s*[=:]/i.test(own);
  if (
    [
      'volumes',
      'depends_on',
      'labels',
      'networks',
      'logging',
      'deploy',
      'build',
      'image',
      'env_file',
      'container_name',
      'healthcheck',
      'extra_hosts',
      'secrets',
      'configs',
    ].includes(key)
  )
    return false;
  return !/^\s*(?:image|container_name|restart|hostname|platform|user)\s*:/.test(own);
}
