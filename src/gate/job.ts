import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { checkIds } from '../checks/index.ts';
import { GateError } from '../core/errors.ts';
import { Repository } from '../core/repository.ts';
import type { StackOptions } from '../stack/find.ts';
import { type GateConfig, loadConfig } from './config.ts';
import { stackOptions } from './stack-options.ts';

/** What a door names: a folder, and the choice of stacks in it. Files as the user wrote them, relative to the working directory or to the folder. */
export interface JobOptions {
  folder: string;
  /** The folder above which no repository is looked for. */
  highest?: string;
  config: string | undefined;
  composeFiles: readonly string[];
  profiles: readonly string[];
  envFiles: readonly string[];
  nginxService: string | undefined;
  nginxConf: string | undefined;
}

/** What every job begins with: the repository, its configuration and the choice of stacks. */
export interface Job {
  repo: Repository;
  config: GateConfig;
  stacks: StackOptions;
}

/** @throws GateError for a folder or a file that is not there, or that lies outside the repository */
export function openJob(options: JobOptions): Job {
  const repo = Repository.around(options.folder, options.highest);
  const file = (name: string | undefined) => (name === undefined ? undefined : inside(repo, name));
  const files = (names: readonly string[]) => names.map((name) => inside(repo, name));
  const config = loadConfig(repo, file(options.config), checkIds);
  const stacks = stackOptions(repo, config, {
    composeFiles: files(options.composeFiles),
    profiles: [...options.profiles],
    envFiles: files(options.envFiles),
    nginxService: options.nginxService,
    nginxConf: file(options.nginxConf),
  });
  return { repo, config, stacks };
}

/** A file that the user named, as a path of the repository. */
function inside(repo: Repository, file: string): string {
  for (const folder of [process.cwd(), join(repo.root, repo.scope)]) {
    const path = pathIn(repo, resolve(folder, file));
    if (path !== null && repo.kind(path) === 'file') return path;
  }
  const outside = pathIn(repo, resolve(file)) === null && existsSync(file);
  throw new GateError(outside ? `${file} lies outside the repository.` : `There is no file ${file}.`);
}

/** The working directory may be reached through a link, the repository's top never is. */
function pathIn(repo: Repository, absolute: string): string | null {
  let real = absolute;
  try {
    real = join(realpathSync(dirname(absolute)), absolute.slice(dirname(absolute).length + 1));
  } catch {
    // An absent folder stays as written; the caller says that the file is absent.
  }
  const path = relative(repo.root, real).split(sep).join('/');
  return path === '..' || path.startsWith('../') ? null : path;
}
