import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { checkIds } from '../checks/index.ts';
import { GateError } from '../core/errors.ts';
import { Repository } from '../core/repository.ts';
import type { GateConfig } from '../gate/config.ts';
import { loadConfig } from '../gate/config.ts';
import { stackOptions } from '../gate/stack-options.ts';
import type { StackOptions } from '../stack/find.ts';
import type { CommandLine } from './options.ts';

/** The repository, its configuration and the choice of stacks that a command line names. */
export interface Job {
  repo: Repository;
  config: GateConfig;
  stacks: StackOptions;
}

/**
 * @param highest the folder above which no repository is looked for
 * @throws GateError for a folder or a file that is not there, or that lies outside the repository
 */
export function jobFrom(line: CommandLine, highest?: string): Job {
  if (line.rest.length > 1) throw new GateError(`One folder is expected, not ${line.rest.length}: ${line.rest.join(' ')}.`);
  const repo = Repository.around(line.rest[0] ?? '.', highest);
  const config = loadConfig(repo, fileOf(repo, line.value('config')), checkIds);
  const stacks = stackOptions(repo, config, {
    composeFiles: line.values('compose').map((file) => inside(repo, file)),
    profiles: line.values('profile'),
    envFiles: line.values('env-file').map((file) => inside(repo, file)),
    nginxService: line.value('nginx-service'),
    nginxConf: fileOf(repo, line.value('nginx-conf')),
  });
  return { repo, config, stacks };
}

function fileOf(repo: Repository, file: string | undefined): string | undefined {
  return file === undefined ? undefined : inside(repo, file);
}

/** A file that the user named, relative to the working directory or to the folder that is checked, as a path of the repository. */
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
