/** What is asked for when compose files are read into a model, by the project, an `include` or an `extends`. */
import type { Repository } from '../core/repository.ts';
import type { Lookup } from './interpolate.ts';
import type { ComposeProblem, Unset } from './model.ts';
import { repositoryPath } from './repository-path.ts';
import { locate, type Mapping, type Scalar } from './tree.ts';

/** What all models of one project share. */
export interface Loading {
  repository: Repository;
  problems: ComposeProblem[];
  unset: Unset[];
  /** How many files were read so far, for all includes and extends together; more than a thousand is no project. */
  filesRead: number;
  /** Whether committed samples may stand in for absent env files. */
  samples: boolean;
  /** Loads a further model: what `include` and `extends` lead to. */
  loadModel: (request: ModelRequest) => Mapping | undefined;
}

export interface ModelRequest {
  loading: Loading;
  files: readonly string[];
  /** Where relative paths of these files start. */
  folder: string;
  lookup: Lookup;
  /** The files that led here by `include`, outermost first. */
  chain: readonly string[];
  /** Only the services of a file that `extends` names: no includes, nothing checked yet. */
  bare: boolean;
}

/**
 * The repository file that a path value names. Says why there is none; that stays uncertain where the file may well be there
 * at deploy: outside of the repository, on another machine, or in a folder that is not checked out (a submodule).
 */
export function resolveFile(scalar: Scalar, request: ModelRequest): string | undefined {
  const { repository, problems } = request.loading;
  const at = locate(scalar.span);
  const path = /:\/\/|^git@|^oci:/.test(scalar.text) ? null : repositoryPath(scalar.base ?? request.folder, scalar.text);
  if (path === null) {
    problems.push({ message: `${scalar.text} is not in the repository.`, at, uncertain: true });
    return undefined;
  }
  if (repository.kind(path) === 'file') return path;
  const parent = path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : '';
  const maybe = scalar.uncertain || repository.list(parent === '' ? '.' : parent).length === 0 || repository.isForeign(path);
  problems.push({ message: `There is no file ${path}.`, at, ...(maybe && { uncertain: true }) });
  return undefined;
}
