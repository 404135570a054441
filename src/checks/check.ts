import type { Draft, Severity } from '../core/finding.ts';
import type { Endpoint, Stack } from '../stack/model.ts';

/** What a check answers: a finding, and the endpoint that it is about where it is about one. */
export interface CheckResult extends Draft {
  endpoint?: Endpoint;
}

/** One rule: a pure function of the stack. */
export interface Check {
  id: string;
  /** The severity of its findings unless it says otherwise; the configuration may change it. */
  severity: Severity;
  /** What it finds, in one line, for lists and `explain`. */
  summary: string;
  run(stack: Stack): Iterable<CheckResult>;
}
