import type { Changes } from '../core/changes.ts';
import { GateError } from '../core/errors.ts';
import type { FailOn } from '../core/finding.ts';
import { readBaseline } from '../gate/baseline.ts';
import { notCausedBy } from '../gate/caused.ts';
import { check, type EngineChoice, missingNginxTest } from '../gate/check.ts';
import { failing } from '../gate/failing.ts';
import { openJob } from '../gate/job.ts';
import { changesSince } from '../git.ts';
import { jobOptions } from './job-options.ts';
import type { CommandLine } from './options.ts';
import { printReport } from './print-report.ts';
import { Progress, Timing } from './progress.ts';

const none: ReadonlySet<string> = new Set();

/** `nginx-gate check`: prints the report and answers the exit status. @throws GateError */
export async function checkCommand(line: CommandLine, signal: AbortSignal): Promise<number> {
  const job = openJob(jobOptions(line));
  const progress = new Progress();
  const timing = new Timing();
  const report = await check({
    ...job,
    engine: line.value('engine') as EngineChoice,
    image: line.value('image'),
    foreign: false,
    baseline: line.value('baseline') ? readBaseline(line.value('baseline') as string) : new Set(),
    signal,
    progress: progress.tell,
    mark: timing.mark,
  }).finally(() => progress.clear());
  const notCaused = line.value('filter') === 'changed' ? notCausedBy(await changesIn(job.repo.root), report) : none;
  printReport(report, line, job.repo.lineOf, notCaused);
  if (line.has('timing')) process.stderr.write(String(timing));
  const untested = line.has('require-nginx-test') ? missingNginxTest(report) : null;
  if (untested) throw new GateError(untested);
  const failOn = line.value('fail-on') as FailOn;
  const failed = failing(report.findings, failOn, notCaused);
  const spared = failing(report.findings, failOn, none).length - failed.length;
  if (spared > 0) process.stderr.write(`${spared} of these findings were not caused by this change, and do not fail it.\n`);
  return failed.length > 0 ? 1 : 0;
}

/** What the working tree changes. @throws GateError where git can't tell */
async function changesIn(root: string): Promise<Changes> {
  const changes = await changesSince(root);
  if (changes === null)
    throw new GateError(
      '--filter changed needs git and a checkout with its history (actions/checkout: fetch-depth: 0): git could not say what changed.',
    );
  return changes;
}
