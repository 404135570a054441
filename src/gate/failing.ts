import { type FailOn, type Finding, fails } from '../core/finding.ts';

/** The findings that make the gate fail: at or above `failOn`, and none of those whose fingerprint says that the change under review did not cause it. */
export function failing(findings: readonly Finding[], failOn: FailOn, notCaused: ReadonlySet<string>): Finding[] {
  return findings.filter((finding) => fails(finding.severity, failOn) && !notCaused.has(finding.fingerprint));
}
