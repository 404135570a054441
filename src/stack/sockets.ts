/** Unix sockets: which containers see the folder that a socket lies in. */
import { posix } from 'node:path';
import type { Project, Service } from '../compose/model.ts';
import type { Reach } from './model.ts';
import type { ReachInput } from './reach.ts';

/** A path of one container as the other sees it: the shared volume and the rest of the path in it. */
export interface SharedPath {
  /** What tells a mount's source: `volume:KEY`, `bind:PATH`. */
  source: string;
  rest: string;
}

/** The volume or folder that covers a path of a service, and the path's rest in it; null when none does. */
export function sharedPath(service: Service, path: string): SharedPath | null {
  const full = posix.normalize(path);
  let best: (SharedPath & { target: string }) | null = null;
  for (const mount of service.volumes) {
    const target = posix.normalize(mount.target).replace(/\/$/, '');
    if (full !== target && !full.startsWith(`${target}/`)) continue;
    if (best !== null && best.target.length >= target.length) continue;
    const source = mount.type === 'volume' ? mount.source : (mount.source ?? mount.outside);
    best =
      source === null || mount.type === 'tmpfs' ? null : { target, source: `${mount.type}:${source}`, rest: full.slice(target.length) };
  }
  return best;
}

const hangsOnVariable: Reach = { kind: 'unverifiable', because: 'a mount hangs on a variable that no file sets' };

export function socketReach(path: string, input: ReachInput): Reach {
  const { nginx, project } = input;
  if (/[$%{}]/.test(path)) return { kind: 'unverifiable', because: 'the path holds a variable' };
  if (nginx.kind === 'host' || project === null || nginx.service === null)
    return { kind: 'unverifiable', because: 'the socket lies on the host' };
  const service = nginx.service;
  if (service.volumesFrom.length > 0) return { kind: 'unverifiable', because: 'volumes_from may bring the folder' };
  const own = sharedPath(service, path);
  if (own === null) {
    if (nginx.sharesContainer) return { kind: 'service', service, self: true, via: 'namespace' };
    const base = nginx.imageFacts?.base ?? nginx.image;
    const plain = base !== null && /(?:^|\/)(?:nginx|nginx-unprivileged|openresty|angie)(?:[:@]|$)/i.test(base);
    if (service.volumes.some((mount) => mount.targetUncertain)) return hangsOnVariable;
    return plain && nginx.image !== null
      ? { kind: 'socket-not-shared', because: 'no volume' }
      : { kind: 'unverifiable', because: 'another process of nginx’s container may make it' };
  }
  const other = sharing(own, service, project);
  const unsure = project.services.some((one) => one.volumes.some((mount) => mount.uncertain));
  if (other !== undefined) return { kind: 'service', service: other, self: false, via: 'volume', ...(unsure && { uncertain: true }) };
  if (nginx.sharesContainer) return { kind: 'service', service, self: true, via: 'namespace' };
  if (unsure) return hangsOnVariable;
  const [kind] = own.source.split(':', 1);
  const external =
    kind === 'volume' && (project.volumes.get(own.source.slice(7))?.external || project.volumes.get(own.source.slice(7))?.name !== null);
  // A folder of the host may hold a socket of the host's own; an external volume one of another project.
  return kind === 'volume' && !external
    ? { kind: 'socket-not-shared', because: `no other service mounts the volume ${own.source.slice(7)}` }
    : { kind: 'unverifiable', because: 'the folder comes from outside the project' };
}

function sharing(own: SharedPath, nginx: Service, project: Project): Service | undefined {
  return project.services.find(
    (service) =>
      service !== nginx &&
      service.volumes.some(
        (mount) => `${mount.type}:${mount.type === 'volume' ? mount.source : (mount.source ?? mount.outside)}` === own.source,
      ),
  );
}

/** The same file as another service sees it; null when it does not mount the folder. */
export function pathIn(service: Service, own: SharedPath): string | null {
  for (const mount of service.volumes) {
    const source = mount.type === 'volume' ? mount.source : (mount.source ?? mount.outside);
    if (`${mount.type}:${source}` === own.source) return posix.normalize(mount.target).replace(/\/$/, '') + own.rest;
  }
  return null;
}
