import { GateError } from '../core/errors.ts';
import type { Report, ReportedEndpoint, ReportedRoute, StackReport } from '../core/report.ts';
import { answering } from '../gate/answering.ts';
import { readStacks, reportOf } from '../gate/check.ts';
import { openJob } from '../gate/job.ts';
import { printReport } from './check.ts';
import { jobOptions } from './job-options.ts';
import type { CommandLine } from './options.ts';
import { Timing, writeReport } from './output.ts';

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

/** The route table as text: one stack after the other, one line for each endpoint. */
export function routeTable(report: Report): string {
  return report.stacks.map((stack) => stackTable(stack)).join('\n');
}

function stackTable(stack: StackReport): string {
  const where = stack.directory === '' ? '.' : stack.directory;
  const head = `${stack.name} (${where}${stack.nginx.service ? `, service ${stack.nginx.service}` : ''}, ${stack.nginx.image ?? stack.nginx.main})`;
  const rows = stack.routes.flatMap((route) =>
    route.endpoints.length === 0 ? [row(route, null)] : route.endpoints.map((e) => row(route, e)),
  );
  if (rows.length === 0) return `${head}\n  no location hands requests on\n`;
  const table = [['LISTEN', 'SERVER', 'LOCATION', 'TARGET', 'ENDPOINT', 'SERVICE', 'VERDICT', 'AT'], ...rows];
  const widths = table[0]?.map((_, column) => table.reduce((most, cells) => Math.max(most, (cells[column] ?? '').length), 0)) ?? [];
  return `${head}\n${table.map((cells) => `  ${cells.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join('  ')}`.trimEnd()).join('\n')}\n`;
}

function row(route: ReportedRoute, endpoint: ReportedEndpoint | null): string[] {
  const names = route.serverNames.length === 0 ? '-' : short(route.serverNames);
  const verdict =
    endpoint === null ? '-' : endpoint.reason && endpoint.verdict !== 'ok' ? `${endpoint.verdict} (${endpoint.reason})` : endpoint.verdict;
  const at = endpoint ? `${endpoint.file}:${endpoint.line}` : `${route.file}:${route.line}`;
  return [
    short(route.listen) || '-',
    names,
    route.location ?? '-',
    `${route.directive} ${route.target}`,
    endpointText(endpoint),
    endpoint?.service ?? '-',
    verdict,
    at,
  ].map(plain);
}

function endpointText(endpoint: ReportedEndpoint | null): string {
  if (endpoint === null) return '-';
  if (endpoint.socket !== null) return `unix:${endpoint.socket}`;
  if (endpoint.host === null) return '?';
  const host = endpoint.host.includes(':') ? `[${endpoint.host}]` : endpoint.host;
  return `${host}:${endpoint.port ?? '?'}`;
}

function short(words: readonly string[]): string {
  return words.length > 2 ? `${words.slice(0, 2).join(',')},+${words.length - 2}` : words.join(',');
}

/** Control characters and marks that turn the writing direction could make a table lie. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}

/** A URL of `--url`. @throws GateError when it is none of http or https */
export function parseUrl(text: string): URL {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol)) throw new GateError(`--url ${text} is no http:// or https:// address.`);
  return url;
}
