import type { Repository } from '../core/repository.ts';
import type { StackOptions } from '../stack/find.ts';
import { matchesPath } from '../stack/glob.ts';
import type { GateConfig } from './config.ts';

/** What a door names to choose stacks; all paths are repository-relative. */
export interface StackChoice {
  composeFiles: string[];
  profiles: string[];
  envFiles: string[];
  nginxService: string | undefined;
  nginxConf: string | undefined;
}

/** Joins what a door names and what the configuration says; paths that the configuration leaves out are hidden from the repository's list. */
export function stackOptions(repo: Repository, config: GateConfig, choice: StackChoice): StackOptions {
  if (config.exclude.length > 0) repo.leaveOut(excludes(config.exclude));
  return {
    profiles: choice.profiles,
    declaredPorts: config.services,
    ...(choice.composeFiles.length > 0 ? { composeFiles: choice.composeFiles } : {}),
    ...(choice.envFiles.length > 0 ? { envFiles: choice.envFiles } : {}),
    ...(choice.nginxService !== undefined ? { nginxService: choice.nginxService } : {}),
    ...(choice.nginxConf !== undefined ? { nginxConf: choice.nginxConf } : {}),
  };
}

/** Whether one of the globs matches a path. `legacy/` leaves out all below that folder. */
function excludes(globs: readonly string[]): (path: string) => boolean {
  const patterns = globs.map((glob) =>
    glob
      .replace(/^(?:\.?\/)+/, '')
      .replace(/\/$/, '/**')
      .split('/'),
  );
  return (path) => {
    const names = path.split('/');
    return patterns.some((pattern) => matchesPath(pattern, names));
  };
}
