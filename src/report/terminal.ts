import { type Finding, fails, type Severity } from '../core/finding.ts';
import type { LineReader, Report, SmokeRequest, StackReport } from '../core/report.ts';
import type { Location } from '../core/source.ts';
import type { ReportContext } from './context.ts';
import { withoutSecrets } from './secrets.ts';
import { shownLine } from './shown-line.ts';
import { columnsOf, visible } from './visible.ts';
import { count, countedFindings, directWords, lookedAt, scopeOf, split } from './words.ts';

/** A span of many lines shows its first; the rest of the line is marked. */
const leastWidth = 40;

type Paint = (text: string) => string;
interface Colours {
  error: Paint;
  warning: Paint;
  notice: Paint;
  dim: Paint;
  bold: Paint;
  good: Paint;
}

const plain: Paint = (text) => text;
const ansi =
  (code: number): Paint =>
  (text) =>
    `\x1b[${code}m${text}\x1b[0m`;

function colours(wanted: boolean): Colours {
  return wanted
    ? { error: ansi(31), warning: ansi(33), notice: ansi(36), dim: ansi(2), bold: ansi(1), good: ansi(32) }
    : { error: plain, warning: plain, notice: plain, dim: plain, bold: plain, good: plain };
}

/** The report for people at a terminal: each finding with its code, the other place, why and fix, then what was looked at. */
export function renderTerminal(report: Report, context: ReportContext): string {
  const paint = colours(context.color ?? false);
  const width = Math.max(leastWidth, context.width ?? 100);
  const lineOf = withoutSecrets(context.lineOf);
  const { caused, others } = split(report, context.notCaused);
  const scopes = report.stacks.map(scopeOf).filter((scope) => scope !== '');
  const blocks = scopes.map((scope) => `${paint.bold(visible(scope))}\n`);
  blocks.push(...caused.map((finding) => findingBlock(finding, lineOf, paint, width)));
  if (others.length > 0) {
    blocks.push(`${paint.bold('Not caused by this change:')}\n`);
    blocks.push(...others.map((finding) => findingBlock(finding, lineOf, paint, width)));
  }
  const foot: string[] = [];
  if (!context.quiet) {
    for (const stack of report.stacks) foot.push(...smokeTable(stack, paint), paint.dim(visible(lookedAt(stack, report.stacks))));
  }
  if (!context.quiet || report.findings.length > 0) foot.push(summaryLine(report, context, paint));
  return [...blocks, foot.length === 0 ? '' : `${foot.join('\n')}\n`].join('\n').replace(/^\n+/, '');
}

function summaryLine(report: Report, context: ReportContext, paint: Colours): string {
  const { caused, others } = split(report, context.notCaused);
  const failing = caused.some((finding) => fails(finding.severity, context.failOn));
  const worst: Severity = caused[0] ? worstOf(caused) : 'notice';
  const words = `${capital(countedFindings(caused))} in ${count(report.stacks.length, 'stack')}.`;
  const asides = [
    ...(others.length > 0 ? [`${countedFindings(others)} not caused by this change`] : []),
    ...(report.summary.suppressed > 0 ? [`${report.summary.suppressed} suppressed`] : []),
  ];
  const colour = caused.length === 0 ? paint.good : failing ? paint.error : paint[worst];
  return colour(asides.length === 0 ? words : `${words} ${capital(asides.join(', '))}.`);
}

function worstOf(findings: readonly Finding[]): Severity {
  return findings.some((f) => f.severity === 'error') ? 'error' : findings.some((f) => f.severity === 'warning') ? 'warning' : 'notice';
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function findingBlock(finding: Finding, lineOf: LineReader, paint: Colours, width: number): string {
  const { location, related } = finding;
  const mark = paint[finding.severity];
  const gutter = Math.max(...[location, ...related.map((r) => r.location)].map((at) => String(at.start.line).length));
  const indent = ' '.repeat(gutter + 2);
  const lines = [
    `${mark(paint.bold(finding.severity))} ${paint.bold(visible(finding.check))} ${visible(place(location))}:${location.start.column}`,
    `  ${paint.bold(visible(finding.message))}`,
    ...frame(location, lineOf, gutter, mark, paint, width, '^'),
  ];
  for (const other of related) {
    lines.push(`${indent}${paint.dim('=')} ${visible(place(other.location))}: ${visible(other.label)}`);
    lines.push(...frame(other.location, lineOf, gutter, paint.notice, paint, width, '-'));
  }
  lines.push(`${indent}${paint.dim('why:')} ${visible(finding.why)}`);
  if (finding.fix) lines.push(`${indent}${paint.dim('fix:')} ${visible(finding.fix.message)}`);
  return `${lines.join('\n')}\n`;
}

/** `file:line`. */
function place(at: Location): string {
  return `${at.file}:${at.start.line}`;
}

/** The code line and a line that underlines the span; nothing where the line can't be read. */
function frame(at: Location, lineOf: LineReader, gutter: number, mark: Paint, paint: Colours, width: number, sign: string): string[] {
  const source = lineOf(at.file, at.start.line);
  if (source === undefined) return [];
  const shown = shownLine(source, at, width - gutter - 5);
  const before = columnsOf(shown.text.slice(0, shown.start));
  const underline = sign.repeat(Math.max(1, columnsOf(shown.text.slice(shown.start, shown.end))));
  const number = String(at.start.line).padStart(gutter);
  return [
    `  ${paint.dim(`${number} |`)} ${shown.text.trimEnd()}`,
    `  ${paint.dim(`${' '.repeat(gutter)} |`)} ${' '.repeat(before)}${mark(underline)}`,
  ];
}

function smokeTable(stack: StackReport, paint: Colours): string[] {
  return (stack.smoke?.requests ?? []).flatMap((request) => smokeLines(request, paint));
}

function smokeLines(request: SmokeRequest, paint: Colours): string[] {
  const colour = request.cause === null ? paint.good : paint.error;
  const direct = request.direct.map((d) => `${d.address} ${directWords(d)}`).join(', ');
  const nginx = `nginx ${request.nginx.status ?? 'no answer'} in ${request.nginx.seconds.toFixed(2)} s`;
  const cause = request.cause === null ? '' : `; cause: ${request.cause}`;
  const lines = [
    `${colour(request.cause === null ? 'ok  ' : 'fail')} ${visible(request.url)}  ${nginx}${direct === '' ? '' : `; direct: ${visible(direct)}`}${colour(cause)}`,
  ];
  if (request.cause !== null) lines.push(...request.log.map((line) => `     ${paint.dim('log:')} ${visible(line)}`));
  return lines;
}
