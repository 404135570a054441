import { type Finding, type Severity, severities } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { visible } from './visible.ts';
import { split } from './words.ts';

/** One annotation as workflow commands carry it. Columns are given only for spans within one line: the runner drops them otherwise. */
export interface Annotation {
  severity: Severity;
  file: string;
  startLine: number;
  endLine: number;
  startColumn?: number;
  endColumn?: number;
  title: string;
  message: string;
}

/** How many annotations of each kind one step may still make. The runner records 10 and drops the rest without a word. */
export type Budget = Record<Severity, number>;

/** All that a step has. Source: the runner's `ExecutionContext`, `_maxCountPerIssueType`. */
export const wholeBudget: Budget = { error: 10, warning: 10, notice: 10 };

/** The runner cuts longer messages. Source: the runner's `ExecutionContext`, `_maxIssueMessageLength`. */
const longestMessage = 4096;

export interface Annotations {
  shown: Annotation[];
  /** How many findings found no room, by severity. */
  left: Budget;
}

/** The annotations of a report, most severe first, those on changed lines before others of their kind, within the budget. */
export function annotationsOf(
  report: Report,
  budget: Budget = wholeBudget,
  isChanged?: (finding: Finding) => boolean,
  notCaused?: ReadonlySet<string>,
): Annotations {
  const { caused } = split(report, notCaused);
  const shown: Annotation[] = [];
  const left: Budget = { error: 0, warning: 0, notice: 0 };
  for (const severity of severities) {
    const ofKind = caused.filter((finding) => finding.severity === severity);
    const ordered = isChanged ? [...ofKind.filter(isChanged), ...ofKind.filter((finding) => !isChanged(finding))] : ofKind;
    shown.push(...ordered.slice(0, budget[severity]).map(annotation));
    left[severity] = Math.max(0, ordered.length - budget[severity]);
  }
  return { shown, left };
}

function annotation(finding: Finding): Annotation {
  const { start, end, file } = finding.location;
  const oneLine = start.line === end.line;
  return {
    severity: finding.severity,
    file,
    startLine: start.line,
    endLine: end.line,
    ...(oneLine ? { startColumn: start.column, endColumn: Math.max(start.column, end.column) } : {}),
    title: visible(finding.check),
    message: shortened(messageLines(finding).map(visible).join('\n')),
  };
}

function messageLines(finding: Finding): string[] {
  return [
    finding.message,
    ...finding.related.map(({ location, label }) => `${location.file}:${location.start.line}: ${label}`),
    `why: ${finding.why}`,
    ...(finding.fix ? [`fix: ${finding.fix.message}`] : []),
  ];
}

function shortened(text: string): string {
  if (text.length <= longestMessage) return text;
  return `${text.slice(0, longestMessage - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
