import type { FailOn } from '../core/finding.ts';
import type { LineReader, Report } from '../core/report.ts';
import { rules } from '../gate/rules.ts';
import { type Format, formats } from '../report/formats.ts';
import { version } from '../version.ts';
import type { CommandLine } from './options.ts';
import { writeReport } from './output.ts';

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
