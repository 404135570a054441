import type { Edit, Finding } from '../core/finding.ts';
import type { LineReader, Report, ReportedEndpoint, ReportedRoute, SmokeRequest, StackReport, Verdict } from '../core/report.ts';
import type { Location, Position } from '../core/source.ts';
import type { ReportContext } from './context.ts';
import { clipped, code, fenced, placeLink, prose } from './markdown-text.ts';
import { mermaid } from './mermaid.ts';
import { starred, withoutSecrets } from './secrets.ts';
import { type ShownLine, shownLine } from './shown-line.ts';
import { columnsOf, visible } from './visible.ts';
import { count, countedFindings, directWords, endpointName, lookedAt, scopeOf, serverName, split } from './words.ts';

export interface MarkdownOptions {
  lineOf: LineReader;
  /** The heading before its colon, where one report is to be told from another. */
  title?: string;
  /** The address of a line at the commit under review. */
  link?: (file: string, line: number) => string | undefined;
  /** UTF-8 bytes of the whole text; what does not fit is counted. */
  limit?: number;
  /** Draw the routes. */
  picture?: boolean;
  notCaused?: ReadonlySet<string>;
  /** Sentences on what could not be delivered, and the like; they come before the route tables. */
  remarks?: readonly string[];
}

const verdictSigns: Record<Verdict, string> = { ok: '🟢 ok', wrong: '🔴 wrong', external: '🔵 external', unverified: '⚪ unverified' };
const severitySigns = { error: '🔴', warning: '🟠', notice: '🔵' } as const;
/** Further findings are folded. */
const inFull = 5;
/** What a comment shows of a line before it scrolls. */
const excerptWidth = 110;
/** Room kept for the sentences that count what was left out. */
const reserve = 600;

/** `--format markdown`: findings, what was looked at, the picture and the route table, for wikis, chat and other forges' comments. */
export function renderMarkdown(report: Report, context: ReportContext): string {
  const { lineOf, notCaused } = context;
  return markdown(report, { lineOf, picture: true, ...(notCaused ? { notCaused } : {}) });
}

/** The report as GitHub-flavoured Markdown, cut to `limit` at the border of a finding or a table row. */
export function markdown(report: Report, options: MarkdownOptions): string {
  const { caused, others } = split(report, options.notCaused);
  const page = new Page(options.limit ?? Number.POSITIVE_INFINITY);
  page.always(heading(report, caused, options.title ?? 'nginx-gate'));
  for (const stack of report.stacks) if (scopeOf(stack) !== '') page.always(`**${prose(scopeOf(stack), 400)}**`);
  for (const remark of options.remarks ?? []) page.always(`> ${prose(remark)}`);
  const undrawn = page.each(caused.map((finding, at) => () => (at < inFull ? findingSection(finding, options) : folded(finding, options))));
  if (undrawn > 0) page.always(`**${count(undrawn, 'more finding')}** found no room here; they stand in the log and the other reports.`);
  if (others.length > 0) othersSection(page, others, options);
  for (const stack of report.stacks) stackSection(page, stack, options);
  return page.toString();
}

/** Text in paragraphs that knows how much room is left. */
class Page {
  readonly #parts: string[] = [];
  #left: number;

  constructor(limit: number) {
    this.#left = limit - reserve;
  }

  /** Short text that must stand. */
  always(text: string): void {
    this.#parts.push(text);
    this.#left -= bytes(text) + 2;
  }

  fits(text: string): boolean {
    if (bytes(text) + 2 > this.#left) return false;
    this.always(text);
    return true;
  }

  /** Adds texts while they fit; how many did not. */
  each(texts: readonly (() => string)[]): number {
    const stop = texts.findIndex((text) => !this.fits(text()));
    return stop === -1 ? 0 : texts.length - stop;
  }

  get left(): number {
    return this.#left;
  }

  toString(): string {
    return `${this.#parts.join('\n\n')}\n`;
  }
}

function bytes(text: string): number {
  return Buffer.byteLength(text);
}

function heading(report: Report, caused: readonly Finding[], title: string): string {
  const name = prose(title, 200);
  const words = countedFindings(caused);
  const sign = caused.some((f) => f.severity === 'error') ? '🔴' : caused.length > 0 ? '🟠' : '🟢';
  const suppressed = report.summary.suppressed > 0 ? `, ${report.summary.suppressed} suppressed` : '';
  const smoke = report.stacks.some((stack) => stack.smoke);
  if (caused.length > 0) return `## ${sign} ${name}: ${words}${suppressed}`;
  if (report.findings.length > 0)
    return `## ${sign} ${name}: nothing new${suppressed}\n\nThis pull request causes none of the findings below.`;
  return `## ${sign} ${name}: all clear${suppressed}\n\n${smoke ? 'Every route answers.' : 'Nothing found that would break a request.'}`;
}

function findingSection(finding: Finding, options: MarkdownOptions): string {
  return `#### ${severitySigns[finding.severity]} ${finding.severity}: ${prose(finding.message)}\n\n${findingBody(finding, options)}`;
}

function folded(finding: Finding, options: MarkdownOptions): string {
  const { message, location, severity } = finding;
  return details(
    `${severity}: ${clipped(message, 300)} ${location.file}:${location.start.line}`,
    findingBody(finding, options),
    severitySigns[severity],
  );
}

/** What breaks and what to do first, then the code that shows it: a reader who knows the place needs no more than the first lines. */
function findingBody(finding: Finding, options: MarkdownOptions): string {
  const { location, related, why, fix, check } = finding;
  const change = shortChange(changedLine(finding, options.lineOf));
  const inPlace = change?.file === location.file && change.first <= location.start.line && location.start.line <= change.last;
  const parts = [
    `${link(location, options)} · ${code(check, 100)}`,
    `**Why:** ${prose(why)}`,
    fix ? `**Fix:** ${prose(fix.message)}` : '',
    change && inPlace ? diffBlock(change, options.lineOf) : excerpt(location, options.lineOf),
    ...related
      .slice(0, 5)
      .flatMap((other) => [`↔ ${link(other.location, options)}: ${prose(other.label, 300)}`, excerpt(other.location, options.lineOf)]),
    change && !inPlace ? `${placeLink(`${change.file}:${change.first}`, options.link?.(change.file, change.first))} becomes` : '',
    change && !inPlace ? diffBlock(change, options.lineOf) : '',
  ];
  return parts.filter((part) => part !== '').join('\n\n');
}

function link(at: Location, options: MarkdownOptions): string {
  return placeLink(`${at.file}:${at.start.line}`, options.link?.(at.file, at.start.line));
}

/** The line before, the line itself with its span underlined, the line after; long ones cut, the middle one around its span. */
function excerpt(at: Location, raw: LineReader): string {
  const lineOf = withoutSecrets(raw);
  const line = lineOf(at.file, at.start.line);
  if (line === undefined) return '';
  const shown = shownLine(line, at, excerptWidth);
  const number = (value: number) => String(value).padStart(String(at.start.line + 1).length);
  const around = (value: number) => {
    const text = value < 1 ? undefined : lineOf(at.file, value);
    return text === undefined || text.trim() === '' ? [] : [`${number(value)}   ${clipped(text.replaceAll('\t', '    '), excerptWidth)}`];
  };
  return fenced(language(at.file), [
    ...around(at.start.line - 1),
    `${number(at.start.line)} > ${shown.text}`,
    ...underline(shown, number(0).length + 3),
    ...around(at.start.line + 1),
  ]);
}

/** A line of `^` below a span; none where the span is all that stands on its line. */
function underline({ text, start, end }: ShownLine, indent: number): string[] {
  if (text.slice(0, start).trim() === '' && text.slice(end).trim() === '') return [];
  return [' '.repeat(indent + columnsOf(text.slice(0, start))) + '^'.repeat(Math.max(1, columnsOf(text.slice(start, end))))];
}

function language(file: string): string {
  if (/\.ya?ml$/.test(file)) return 'yaml';
  return /(^|\/)(Docker|Container)file/.test(file) ? 'dockerfile' : 'nginx';
}

/** A change whose lines can be shown whole; of longer ones only the excerpt shows the place. */
function shortChange(change: ChangedLines | null): ChangedLines | null {
  return change && [...change.before, ...change.after].every((line) => line.length <= 2 * excerptWidth) ? change : null;
}

/** The change with a line of context on either side. */
function diffBlock({ file, first, last, before, after }: ChangedLines, raw: LineReader): string {
  const around = (line: number) => {
    const text = line < 1 ? undefined : withoutSecrets(raw)(file, line);
    return text === undefined || text.trim() === '' ? [] : [`  ${text}`];
  };
  const signed = (sign: string, lines: readonly string[]) => lines.map((line) => `${sign} ${starred(file, line)}`);
  return fenced('diff', [...around(first - 1), ...signed('-', before), ...signed('+', after), ...around(last + 1)], excerptWidth * 2);
}

/** What the edits make of the lines they touch, where they are all on one run of lines of one file; else null. */
export function changedLine(finding: Finding, lineOf: LineReader): ChangedLines | null {
  return changedLines(finding.fix?.edits ?? [], lineOf);
}

/** A run of lines before and after its edits. */
export interface ChangedLines {
  file: string;
  first: number;
  last: number;
  before: string[];
  after: string[];
}

/** The same of the edits of several findings. The same edit twice is made once; null for two that overlap otherwise. */
export function changedLines(wanted: readonly Edit[], lineOf: LineReader): ChangedLines | null {
  const edits = [...new Map(wanted.map((edit) => [JSON.stringify(edit), edit])).values()].sort((a, b) =>
    comparePlaces(a.location.start, b.location.start),
  );
  if (edits.some((edit, at) => at > 0 && comparePlaces(edit.location.start, (edits[at - 1] as Edit).location.end) < 0)) return null;
  const file = edits[0]?.location.file;
  if (file === undefined || edits.some((edit) => edit.location.file !== file)) return null;
  const first = edits[0]?.location.start.line ?? 1;
  const last = Math.max(...edits.map((edit) => edit.location.end.line));
  if (last - first > 20) return null;
  const before: string[] = [];
  for (let line = first; line <= last; line++) {
    const text = lineOf(file, line);
    if (text === undefined) return null;
    before.push(text);
  }
  const offset = (line: number, column: number) =>
    before.slice(0, line - first).reduce((sum, text) => sum + text.length + 1, 0) + column - 1;
  let text = before.join('\n');
  for (const { location, newText } of edits.toReversed()) {
    text =
      text.slice(0, offset(location.start.line, location.start.column)) +
      newText +
      text.slice(offset(location.end.line, location.end.column));
  }
  return { file, first, last, before, after: text.split('\n') };
}

function comparePlaces(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}

function othersSection(page: Page, others: readonly Finding[], options: MarkdownOptions): void {
  const rows = others
    .slice(0, 50)
    .map(
      (finding) =>
        `- ${severitySigns[finding.severity]} ${link(finding.location, options)} ${code(finding.check, 100)}: ${prose(finding.message, 300)}`,
    );
  const rest = others.length > 50 ? [`- and ${others.length - 50} more`] : [];
  page.fits(details(`${countedFindings(others)} that this pull request did not cause; they fail nothing`, [...rows, ...rest].join('\n')));
}

function details(title: string, body: string, sign = ''): string {
  return `<details><summary>${sign === '' ? '' : `${sign} `}${html(title)}</summary>\n\n${body}\n\n</details>`;
}

/** Inside `<summary>` Markdown is not read, so entities do here what escapes do elsewhere. */
function html(text: string): string {
  return [...clipped(visible(text), 500)]
    .map((sign) => (/[\p{L}\p{N} .,;/-]/u.test(sign) ? sign : `&#${sign.codePointAt(0)};`))
    .join('')
    .replace(/&#(?:64|35);|\bGH-(?=\d)/gi, (mention) => `${mention}\u200b`);
}

function stackSection(page: Page, stack: StackReport, options: MarkdownOptions): void {
  if (stack.smoke) smokeSection(page, stack, options);
  const picture = options.picture ? mermaid(stack) : '';
  const title = lookedAt(stack);
  if (stack.routes.length === 0) {
    page.fits(prose(title));
    return;
  }
  const table = tableOf(stack.routes, page.left - bytes(picture) - 2000, options);
  const drawn = picture === '' ? '' : `\`\`\`mermaid\n${picture}\n\`\`\`\n\n`;
  if (!page.fits(drawn === '' ? details(title, table) : `### ${prose(title)}\n\n${drawn}${details('Route table', table)}`))
    page.fits(prose(title));
}

function tableOf(routes: readonly ReportedRoute[], room: number, options: MarkdownOptions): string {
  const head = '| server | location | goes to | service | verdict |\n|---|---|---|---|---|';
  const rows = [
    ...routes.filter((r) => r.endpoints.some((e) => e.verdict === 'wrong')),
    ...routes.filter((r) => !r.endpoints.some((e) => e.verdict === 'wrong')),
  ].flatMap((route) => rowsOf(route, options));
  const kept: string[] = [];
  let left = room - bytes(head);
  for (const row of rows) {
    left -= bytes(row) + 1;
    if (left < 0) break;
    kept.push(row);
  }
  const missing = rows.length - kept.length;
  return [head, ...kept].join('\n') + (missing > 0 ? `\n\nand ${count(missing, 'more row')}` : '');
}

function rowsOf(route: ReportedRoute, options: MarkdownOptions): string[] {
  const server = code(serverName(route), 80);
  const where = route.location ?? route.directive;
  const location = placeLink(clipped(where, 80), options.link?.(route.file, route.line));
  if (route.endpoints.length === 0) return [`| ${server} | ${location} | ${code(route.target, 80)} | | ${verdictSigns.unverified} |`];
  return route.endpoints.map(
    (endpoint) =>
      `| ${server} | ${location} | ${code(endpointName(endpoint), 100)} | ${endpoint.service === null ? '' : code(endpoint.service, 60)} | ${verdict(endpoint)} |`,
  );
}

function verdict(endpoint: ReportedEndpoint): string {
  return endpoint.reason === null ? verdictSigns[endpoint.verdict] : `${verdictSigns[endpoint.verdict]}: ${prose(endpoint.reason, 120)}`;
}

function smokeSection(page: Page, stack: StackReport, options: MarkdownOptions): void {
  const requests = stack.smoke?.requests ?? [];
  const head = `### ${prose(stack.name)}: requests from ${prose(stack.smoke?.vantage ?? '')}\n\n| route | through nginx | directly | cause |\n|---|---|---|---|`;
  const failed = requests.filter((request) => request.cause !== null);
  const ordered = [...failed, ...requests.filter((request) => request.cause === null)];
  const rows: string[] = [];
  let room = page.left - bytes(head) - 500;
  for (const request of ordered) {
    const row = smokeRow(request, options);
    room -= bytes(row) + 1;
    if (room < 0) break;
    rows.push(row);
  }
  const missing = ordered.length - rows.length;
  page.fits([head, ...rows].join('\n') + (missing > 0 ? `\n\nand ${count(missing, 'more request')}` : ''));
  const logs = failed.flatMap((request) => request.log);
  if (logs.length > 0) page.fits(`nginx's error log:\n\n${fenced('text', [...new Set(logs)].slice(0, 10), 600)}`);
}

function smokeRow(request: SmokeRequest, options: MarkdownOptions): string {
  const through = `${request.nginx.status ?? 'no answer'} in ${request.nginx.seconds.toFixed(2)} s`;
  const direct = request.direct.map((one) => `${code(one.address, 80)} ${prose(directWords(one), 80)}`).join('<br>');
  const cause = request.cause === null ? '🟢' : `🔴 ${code(request.cause, 60)}`;
  return `| ${placeLink(clipped(request.url, 120), options.link?.(request.file, request.line))} | ${through} | ${direct} | ${cause} |`;
}
