import { basename } from 'node:path';
import type { Project, Service } from './model.ts';

/** A project's name as Compose makes it fit: lower case, only letters, digits, `_` and `-`, none of these two in front. */
export function normalizeProjectName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9_-]/g, '')
    .replace(/^[_-]+/, '');
}

/** The name that Compose takes from the folder, for the repository's top from the folder that it was checked out to. */
export function folderName(root: string, folder: string): string {
  return normalizeProjectName(basename(folder === '' ? root : folder));
}

/**
 * The names of a service's containers, under which they are reached on their networks: `container_name`, or PROJECT-SERVICE-N
 * for each replica. Of more than a hundred replicas the first hundred are named.
 */
export function containerNames(project: Pick<Project, 'name'>, service: Service): string[] {
  if (service.containerName !== null) return [service.containerName.value];
  const count = Math.min(Math.max(service.replicas?.value ?? 1, 0), 100);
  return Array.from({ length: count }, (_, index) => `${project.name}-${service.name}-${index + 1}`);
}
