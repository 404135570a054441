import { GateError } from '../core/errors.ts';
import { answering } from '../gate/answering.ts';
import { readStacks, reportOf } from '../gate/check.ts';
import { openJob } from '../gate/job.ts';
import { routeTable } from '../report/route-table.ts';
import { jobOptions } from './job-options.ts';
import type { CommandLine } from './options.ts';
import { writeReport } from './output.ts';
import { printReport } from './print-report.ts';
import { Timing } from './progress.ts';

/** `nginx-gate routes`: prints the table; findings are not its business, the verdicts are. @throws GateError */
export async function routesCommand(line: CommandLine): Promise<number> {
  const job = openJob(jobOptions(line));
  const timing = new Timing();
  const stacks = await readStacks(job);
  timing.mark('read');
  const url = line.value('url');
  const shown = url === undefined ? stacks : answering(stacks, parseUrl(url));
  const report = reportOf(shown, job);
  if (line.value('format') !== 'text') printReport(report, line, job.repo.lineOf);
  else writeReport(routeTable(report), line.value('output'));
  timing.mark('routes');
  if (line.has('timing')) process.stderr.write(String(timing));
  return 0;
}

/** A URL of `--url`. @throws GateError when it is none of http or https */
function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new GateError(`--url ${text} is no http:// or https:// address.`);
  return url;
}
