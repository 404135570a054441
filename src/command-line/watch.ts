import { watch as watchFiles } from 'node:fs';
import { relative, resolve } from 'node:path';
import { GateError, messageOf } from '../core/errors.ts';
import { Repository } from '../core/repository.ts';
import { visible } from '../report/visible.ts';
import { checkCommand } from './check.ts';
import type { CommandLine } from './options.ts';

/** Editors write a file in several steps; wait until they are through. */
const quietMilliseconds = 200;

/** Checks again after every change until the signal; answers the last exit status. @throws GateError when the folder can't be watched */
export async function watch(line: CommandLine, signal: AbortSignal): Promise<number> {
  const { root } = Repository.around(line.rest[0] ?? '.');
  let wake: () => void = () => {};
  let timer: NodeJS.Timeout | undefined;
  // What the check itself writes must not start the next one.
  const output = line.value('output');
  const report = output === undefined ? null : relative(root, resolve(output));
  const watcher = watchFiles(root, { recursive: true }, (_, file) => {
    if (file !== null && (file === report || /(^|[/\\])(\.git|node_modules)([/\\]|$)/.test(file))) return;
    clearTimeout(timer);
    timer = setTimeout(() => wake(), quietMilliseconds);
  });
  const stopped = new Promise<void>((end, fail) => {
    signal.addEventListener('abort', () => end(), { once: true });
    watcher.once('error', (error) => fail(new GateError(`${root} can't be watched any more: ${messageOf(error)}`)));
  });
  let status = 0;
  try {
    while (!signal.aborted) {
      const changed = new Promise<void>((resolve) => {
        wake = resolve;
      });
      status = await checkOnce(line, signal);
      if (!signal.aborted) process.stderr.write('Watching for changes; Ctrl-C ends.\n');
      await Promise.race([changed, stopped]);
    }
  } finally {
    clearTimeout(timer);
    watcher.close();
  }
  return status;
}

/** A file that is broken for the moment must not end the watch. */
async function checkOnce(line: CommandLine, signal: AbortSignal): Promise<number> {
  try {
    return await checkCommand(line, signal);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    if (!signal.aborted) process.stderr.write(`nginx-gate: ${visible(messageOf(error))}\n`);
    return 2;
  }
}
