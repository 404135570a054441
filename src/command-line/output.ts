import { writeFileSync } from 'node:fs';
import { GateError, messageOf } from '../core/errors.ts';

/**
 * Writes a report to standard output, or to the file of `--output`. A pipe that its reader closed is no error.
 * @throws GateError when the file can't be written
 */
export function writeReport(text: string, file: string | undefined): void {
  if (file === undefined) process.stdout.write(text);
  else writeFile(file, text);
}

/** Writes a file that the user named. @throws GateError when it can't be written */
export function writeFile(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new GateError(`${file} can't be written: ${messageOf(error)}`);
  }
}

/**
 * Lets `… | head` end quietly: the exit status stays what the findings ask for. A report that can't be written for another reason,
 * as on a full disk, is a job not done.
 */
export function endQuietlyOnClosedPipe(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return;
    process.stderr.write(`nginx-gate: the report can't be written: ${messageOf(error)}\n`);
    process.exit(2);
  });
  // Where nobody can read it, there is nobody to tell.
  process.stderr.on('error', () => {});
}
