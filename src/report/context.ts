import type { FailOn, Severity } from '../core/finding.ts';
import type { LineReader } from '../core/report.ts';

/** What is known of one check beyond its findings, for formats that carry a list of rules. */
export interface RuleText {
  /** The check's id. */
  id: string;
  /** What it finds, in one line. */
  summary: string;
  /** The check's page as Markdown; without it the summary has to do. */
  help?: string;
  severity?: Severity;
}

/** What a report needs besides its data. */
export interface ReportContext {
  lineOf: LineReader;
  /** ANSI colours; for the terminal alone. */
  color?: boolean;
  /** Columns of the terminal; longer code lines are cut around the marked span. */
  width?: number;
  /** From which severity on a finding fails the run; the default is `error`. */
  failOn?: FailOn;
  /** nginx-gate's own version, for formats that name their maker. */
  version?: string;
  rules?: readonly RuleText[];
  /** Fingerprints of findings that the change under review did not cause: shown, but they fail nothing. */
  notCaused?: ReadonlySet<string>;
  /** The report alone, without what only comforts. */
  quiet?: boolean;
}
