import { type Changes, touchesFinding } from '../core/changes.ts';
import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';

/**
 * Fingerprints of the findings that a change did not cause: none of their places stands on a touched line. What was taken
 * out of a file (a service, a network) leaves no line to point at, so a finding is caused, too, when a file on its other side lost
 * lines; and when it names no other side, by any change to its stack's compose files.
 */
export function notCausedBy(changes: Changes, report: Report): Set<string> {
  const isCaused = (finding: Finding) => {
    if (touchesFinding(changes, finding)) return true;
    const others = finding.related.map((other) => other.location.file).filter((file) => file !== finding.location.file);
    return others.length > 0
      ? others.some((file) => changes.get(file)?.lostLines)
      : composeFilesBehind(finding, report).some((file) => changes.has(file));
  };
  return new Set(report.findings.filter((finding) => !isCaused(finding)).map((finding) => finding.fingerprint));
}

/** The compose files of the stacks whose nginx reads the finding's file. */
function composeFilesBehind(finding: Finding, report: Report): string[] {
  return report.stacks.filter((stack) => stack.nginx.files.includes(finding.location.file)).flatMap((stack) => stack.composeFiles);
}
