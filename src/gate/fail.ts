import { type Changes, causedBy } from '../core/changes.ts';
import { type Finding, type Severity, severities } from '../core/finding.ts';

export type FailOn = Severity | 'never';

/** The findings that make the gate fail: at or above `failOn`, and, where only a change counts, caused by it. */
export function failing(findings: readonly Finding[], failOn: FailOn, changes: Changes | null): Finding[] {
  if (failOn === 'never') return [];
  const least = severities.indexOf(failOn);
  return findings.filter((f) => severities.indexOf(f.severity) <= least && (changes === null || causedBy(changes, f)));
}
