import { GateError } from '../core/errors.ts';
import type { JobOptions } from '../gate/job.ts';
import type { CommandLine } from './options.ts';

/** The folder and the choice of stacks that a command line names. @throws GateError when it names more than one folder */
export function jobOptions(line: CommandLine): JobOptions {
  if (line.rest.length > 1) throw new GateError(`One folder is expected, not ${line.rest.length}: ${line.rest.join(' ')}.`);
  return {
    folder: line.rest[0] ?? '.',
    config: line.value('config'),
    composeFiles: line.values('compose'),
    profiles: line.values('profile'),
    envFiles: line.values('env-file'),
    nginxService: line.value('nginx-service'),
    nginxConf: line.value('nginx-conf'),
  };
}
