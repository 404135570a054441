/** Every nginx of a repository with its files, its project and where each of its routes leads. */
import type { Repository } from '../core/repository.ts';
import { findStacks as buildStacks, type FoundStacks, type StackOptions } from './build.ts';
import { resolveRoutes } from './resolve.ts';
import { serviceImage } from './service-image.ts';

export type { FoundStacks, StackOptions } from './build.ts';

/** @throws GateError when a named compose file, service or configuration is not there */
export function findStacks(repository: Repository, options: StackOptions): FoundStacks {
  const found = buildStacks(repository, options);
  for (const stack of found.stacks) {
    stack.routes = resolveRoutes({ ...stack, repository, imageOf: (service) => serviceImage(repository, service) });
  }
  return found;
}
