import { posix } from 'node:path';
import type { Mount, Project, Service } from '../compose/model.ts';
import type { Repository } from '../core/repository.ts';
import { nginxImage } from '../docker/known-images.ts';
import { looksLikeNginx } from './config-text.ts';
import { type LayoutOf, serviceImageTree } from './container.ts';
import { nginxFolders } from './image-tree.ts';
import { serviceImage } from './service-image.ts';

/** Helpers that mount nginx's folders beside it and never serve a request. */
const helper =
  /certbot|acme|letsencrypt|docker-gen|dockergen|exporter|companion|logrotate|fail2ban|goaccess|filebeat|promtail|watchtower|backup/i;
const starts = /(?:^|[\s;&|"'/])(?:nginx|openresty|angie)(?=$|[\s;&|"'])/;

/** Whether a service is nginx: by its image, its Dockerfile, its command, or by what is mounted on nginx's paths. */
export function isNginx(repo: Repository, project: Project, service: Service, layoutOf: LayoutOf = nginxImage): boolean {
  const image = serviceImage(repo, service);
  const named = service.image?.value ?? '';
  const base = image.facts.base ?? '';
  if (layoutOf(base)) return !helper.test(lastName(base));
  if (helper.test(lastName(named)) || helper.test(lastName(base))) return false;
  if (image.dockerfile === null && service.build && layoutOf(named)) return true;
  if (image.dockerfile && builtNginx(repo, service, layoutOf)) return true;
  if (startsNginx(service)) return true;
  return mountsConfiguration(repo, project, service);
}

function lastName(reference: string): string {
  return reference.slice(reference.lastIndexOf('/') + 1);
}

/** The Dockerfile installs nginx, or puts a configuration on nginx's paths. */
function builtNginx(repo: Repository, service: Service, layoutOf: LayoutOf): boolean {
  const { layout, placed, files } = serviceImageTree(repo, service, layoutOf);
  if (layout) return true;
  return placed.some(
    ({ target }) => inNginxFolder(target) && hasConfiguration([...files.walk(target, 200)].map(([, entry]) => entry.content.text())),
  );
}

function startsNginx(service: Service): boolean {
  const words = [...(service.entrypoint?.words ?? []), ...(service.command?.words ?? [])].map(({ value }) => value);
  if (words.length === 0) return false;
  const text = words.join(' ');
  return starts.test(text) && !/\b(?:reload|-t)\b/.test(text.replace(/daemon off/, ''));
}

function mountsConfiguration(repo: Repository, project: Project, service: Service): boolean {
  if (service.volumes.some((mount) => mountsNginx(repo, mount))) return true;
  return service.configs.some(({ source, target }) => {
    const object = project.configs.get(source);
    const text = object?.content?.value ?? (object?.file ? repo.source(object.file.value)?.text : undefined);
    return inNginxFolder(target) && text !== undefined && looksLikeNginx(text);
  });
}

function mountsNginx(repo: Repository, { type, source, target }: Mount): boolean {
  if (type !== 'bind' || source === null || !inNginxFolder(target)) return false;
  return hasConfiguration(textsBelow(repo, source));
}

function* textsBelow(repo: Repository, path: string): Generator<string> {
  const kind = repo.kind(path || '.');
  if (kind === 'file') yield repo.source(path)?.text ?? '';
  if (kind !== 'directory') return;
  for (const name of repo.list(path || '.').slice(0, 200)) {
    const child = posix.join(path, name);
    if (repo.kind(child) === 'file') yield repo.source(child)?.text ?? '';
  }
}

function hasConfiguration(texts: Iterable<string>): boolean {
  for (const text of texts) if (looksLikeNginx(text)) return true;
  return false;
}

function inNginxFolder(target: string): boolean {
  const path = posix.resolve('/', target);
  return nginxFolders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
