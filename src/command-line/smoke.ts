import { readFileSync } from 'node:fs';
import { GateError, messageOf } from '../core/errors.ts';
import type { FailOn } from '../core/finding.ts';
import { failing } from '../gate/failing.ts';
import { openJob } from '../gate/job.ts';
import { smoke } from '../gate/smoke.ts';
import { jobOptions } from './job-options.ts';
import type { CommandLine, OptionName } from './options.ts';
import { writeFile } from './output.ts';
import { printReport } from './print-report.ts';
import { Progress, Timing } from './progress.ts';

/** `nginx-gate smoke`: prints the report, writes the evidence and answers the exit status. @throws GateError */
export async function smokeCommand(line: CommandLine, signal: AbortSignal): Promise<number> {
  const job = openJob(jobOptions(line));
  const progress = new Progress();
  const timing = new Timing();
  const { report, evidence } = await smoke({
    ...job,
    baseUrl: line.value('base-url'),
    vantage: line.value('vantage') ?? 'auto',
    wait: seconds(line, 'wait', 0),
    timeout: seconds(line, 'timeout', 0.1),
    ca: textOf(line.value('ca')),
    sshKey: textOf(line.value('ssh-key')),
    sshKnownHosts: textOf(line.value('ssh-known-hosts')),
    signal,
    progress: progress.tell,
    mark: timing.mark,
  }).finally(() => progress.clear());
  printReport(report, line, job.repo.lineOf);
  const file = line.value('evidence');
  if (file !== undefined) writeFile(file, `${JSON.stringify(evidence, null, 2)}\n`);
  if (line.has('timing')) process.stderr.write(String(timing));
  return failing(report.findings, line.value('fail-on') as FailOn, new Set()).length > 0 ? 1 : 0;
}

function seconds(line: CommandLine, name: OptionName, least: number): number {
  const text = line.value(name) ?? '';
  const value = Number(text);
  if (text.trim() === '' || !(value >= least && value <= 3600))
    throw new GateError(`--${name} ${text} is no number of seconds from ${least} to 3600.`);
  return value;
}

function textOf(file: string | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new GateError(`${file} can't be read: ${messageOf(error)}`);
  }
}
