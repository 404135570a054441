import picomatch from 'picomatch';
import type { Repository } from '../core/repository.ts';
import type { StackOptions } from '../stack/build.ts';
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
  if (config.exclude.length > 0) repo.leaveOut(picomatch(config.exclude, { dot: true }));
  return {
    profiles: choice.profiles,
    declaredPorts: config.services,
    ...(choice.composeFiles.length > 0 ? { composeFiles: choice.composeFiles } : {}),
    ...(choice.envFiles.length > 0 ? { envFiles: choice.envFiles } : {}),
    ...(choice.nginxService !== undefined ? { nginxService: choice.nginxService } : {}),
    ...(choice.nginxConf !== undefined ? { nginxConf: choice.nginxConf } : {}),
  };
}
