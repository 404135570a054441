import { type Changes, causedBy, changesFrom } from '../core/changes.ts';
import { GateError } from '../core/errors.ts';
import type { LineReader, Report } from '../core/report.ts';
import { readBaseline } from '../gate/baseline.ts';
import { check, type EngineChoice, missingNginxTest } from '../gate/check.ts';
import { type FailOn, failing } from '../gate/fail.ts';
import { changedLines } from '../git.ts';
import { type Format, formats } from '../report/formats.ts';
import { version } from '../version.ts';
import { jobFrom } from './job.ts';
import type { CommandLine } from './options.ts';
import { Progress, Timing, writeReport } from './output.ts';
import { rules } from './rules.ts';

/** `nginx-gate check`: prints the report and answers the exit status. @throws GateError */
export async function checkCommand(line: CommandLine, signal: AbortSignal): Promise<number> {
  const job = jobFrom(line);
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
  });
  progress.clear();
  const changes = line.value('filter') === 'changed' ? await changesIn(job.repo.root) : null;
  const failOn = line.value('fail-on') as FailOn;
  const failed = failing(report.findings, failOn, changes);
  printReport(report, line, job.repo.lineOf, notCausedBy(changes, report));
  if (line.has('timing')) process.stderr.write(String(timing));
  const untested = line.has('require-nginx-test') ? missingNginxTest(report) : null;
  if (untested) throw new GateError(untested);
  const spared = failing(report.findings, failOn, null).length - failed.length;
  if (spared > 0) process.stderr.write(`${spared} of these findings stand on lines that this change did not touch, and do not fail it.\n`);
  return failed.length > 0 ? 1 : 0;
}

/** Writes the report in the format that was asked for. */
export function printReport(report: Report, line: CommandLine, lineOf: LineReader, notCaused: ReadonlySet<string> = new Set()): void {
  const color =
    !line.has('no-color') && line.value('output') === undefined && process.stdout.hasColors?.() === true && !process.env.NO_COLOR;
  const failOn = line.value('fail-on') as FailOn;
  const width = line.value('output') === undefined ? (process.stdout.columns ?? 100) : 100;
  writeReport(
    formats[line.value('format') as Format](report, { lineOf, color, width, failOn, version, rules, notCaused, quiet: line.has('quiet') }),
    line.value('output'),
  );
}

function notCausedBy(changes: Changes | null, { findings }: Report): Set<string> {
  return new Set(changes ? findings.filter((f) => !causedBy(changes, f)).map((f) => f.fingerprint) : []);
}

async function changesIn(root: string) {
  const lines = await changedLines(root);
  if (lines === null)
    throw new GateError(
      '--filter changed needs git and a checkout with its history (actions/checkout: fetch-depth: 0): git could not say what changed.',
    );
  return changesFrom(lines);
}
