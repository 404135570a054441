import type { Report } from '../core/report.ts';
import { type Annotation, annotationsOf } from './annotations.ts';
import type { ReportContext } from './context.ts';
import { countedFindings, listed, split } from './words.ts';

/** `--format github`: the findings as workflow commands, for any step that runs the command line, and one line that counts them. */
export function renderGithub(report: Report, context: ReportContext): string {
  const { caused, others } = split(report, context.notCaused);
  const { shown, left } = annotationsOf(report, undefined, undefined, context.notCaused);
  const leftWords = Object.entries(left).flatMap(([severity, number]) => (number === 0 ? [] : [`${number} more of severity ${severity}`]));
  const total = `nginx-gate: ${countedFindings(caused)}`;
  const asides = [
    ...(others.length > 0 ? [`${others.length} not caused by this change`] : []),
    ...(leftWords.length > 0 ? [`${listed(leftWords)} not annotated, as GitHub shows 10 of a kind`] : []),
  ];
  return [...shown.map(command), asides.length === 0 ? total : `${total}; ${asides.join('; ')}`].map((line) => `${line}\n`).join('');
}

/** One annotation as a line for standard output. Escapes as the runner unescapes: `%`, CR, LF, in properties `:` and `,` too. */
export function command(annotation: Annotation): string {
  const properties: [string, string | number | undefined][] = [
    ['file', annotation.file],
    ['line', annotation.startLine],
    ['endLine', annotation.endLine],
    ['col', annotation.startColumn],
    ['endColumn', annotation.endColumn],
    ['title', annotation.title],
  ];
  const written = properties.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${escapeProperty(String(value))}`]));
  return `::${annotation.severity} ${written.join(',')}::${escapeData(annotation.message)}`;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
