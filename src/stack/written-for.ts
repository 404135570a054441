/**
 * Whom a configuration was written for that nothing puts into a container for sure: its mount names a file that only the deploy
 * makes, the Dockerfile that copies it is not in the repository, or its folder is called like the service.
 */
import { posix } from 'node:path';
import type { Project, Service } from '../compose/model.ts';
import { editDistance } from '../core/nearest.ts';
import type { Repository } from '../core/repository.ts';
import { nginxImage } from '../docker/known-images.ts';
import { nginxFolders } from './image-tree.ts';
import type { NginxInstance, Stack } from './model.ts';
import { serviceImage } from './service-image.ts';

export interface WrittenFor {
  service: Service;
  /** What is known of the service's nginx; undefined when nothing but its name tells that it is one. */
  stack: Stack | undefined;
  /** strong: by a mount or a build context. likely: by a neighbour or by names alone. */
  evidence: 'strong' | 'likely';
}

/** Whether a configuration that nothing loads for sure was written for a service that is known. */
export function pairedWith({ writtenFor }: NginxInstance): boolean {
  return writtenFor === 'strong' || writtenFor === 'likely';
}

/** Suffixes of files that are copied to their real name before the first start. */
const copied = /\.(example|sample|dist|tmpl|tpl|j2|template)$/i;
const front = /nginx|proxy|gateway|ingress|balancer/i;

export function writtenFor(file: string, project: Project, stacks: readonly Stack[], repository: Repository): WrittenFor | null {
  const own = stacks.filter((stack) => stack.project === project && stack.nginx.service !== null);
  const stackOf = (service: Service): Stack | undefined => own.find((stack) => stack.nginx.service === service);
  const strong = (service: Service): WrittenFor => ({ service, stack: stackOf(service), evidence: 'strong' });
  for (const stack of own) {
    const service = stack.nginx.service as Service;
    if (isAwaited(file, service, project, repository)) return strong(service);
    if (isMounted(file, service)) return { service, stack, evidence: stack.nginx.treeKnown ? 'likely' : 'strong' };
  }
  for (const service of project.services) if (isBuiltInto(file, service, repository)) return strong(service);
  const named = calledLike(file, project, repository);
  return named === null ? null : { service: named, stack: stackOf(named), evidence: 'likely' };
}

/** The file lies in a folder that the nginx service mounts. */
function isMounted(file: string, service: Service): boolean {
  return service.volumes.some(({ type, source, target }) => {
    if (type !== 'bind' || source === null) return false;
    return source === '' ? nginxFolders.some((folder) => folder === posix.resolve('/', target)) : file.startsWith(`${source}/`);
  });
}

/** A mount of the nginx service names what is not there, and the file is that but for a suffix or for the folder that a deploy copies it to. */
function isAwaited(file: string, service: Service, project: Project, repository: Repository): boolean {
  const names = [file, file.replace(copied, '')];
  return service.volumes.some(({ type, source, target }) => {
    if (type !== 'bind' || source === null || source === '' || repository.kind(source) !== undefined) return false;
    if (!nginxFolders.some((folder) => target === folder || target.startsWith(`${folder}/`))) return false;
    const written = posix.relative(project.directory || '.', source);
    if (written === '' || written.startsWith('..')) return names.includes(source);
    return names.some(
      (name) => `/${name}`.endsWith(`/${written}`) || `/${name}`.includes(`/${written}/`) || sameFileNearBy(name, source, project),
    );
  });
}

/** The compose file mounts ./nginx/conf/shop.conf, and shop.conf lies beside the compose file. */
function sameFileNearBy(file: string, source: string, project: Project): boolean {
  return (
    posix.basename(file) === posix.basename(source) && /\.(conf|template)$/.test(file) && posix.dirname(file) === (project.directory || '.')
  );
}

/** The file lies in a build context whose Dockerfile is not in the repository. */
function isBuiltInto(file: string, service: Service, repository: Repository): boolean {
  const context = service.build?.context?.value;
  if (context === undefined || context === '' || !file.startsWith(`${context}/`)) return false;
  if (serviceImage(repository, service).dockerfile !== null) return false;
  return front.test(service.name) || front.test(posix.basename(context));
}

/** The one service that calls itself nginx or a proxy, of which no file tells what it reads, and that the file's folder is called like. */
function calledLike(file: string, project: Project, repository: Repository): Service | null {
  const folders = posix.dirname(file).toLowerCase().split('/');
  const unseen = project.services.filter((service) => front.test(service.name) && isUnseen(service, repository));
  const [only] = unseen;
  if (only === undefined || unseen.length > 1) return null;
  const name = only.name.toLowerCase();
  return folders.some((folder) => folder === name || (folder.length >= 5 && editDistance(folder, name) === 1)) ? only : null;
}

/** Neither a Dockerfile nor a well-known image tells what lies in it. */
function isUnseen(service: Service, repository: Repository): boolean {
  const image = serviceImage(repository, service);
  return image.dockerfile === null && (image.facts.base === null || nginxImage(image.facts.base) === undefined);
}
