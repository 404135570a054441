import { causedBy } from '../core/changes.ts';
import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { type ChangedFile, changesOf } from './pull-request.ts';

/**
 * Fingerprints of the findings that a pull request did not cause: none of their places stands on a touched line. What was taken
 * out of a file (a service, a network) leaves no line to point at, so a finding is caused, too, when a file on its other side lost
 * lines; and when it names no other side, by any change to its stack's compose files.
 */
export function notCausedBy(report: Report, files: readonly ChangedFile[]): Set<string> {
  const changes = changesOf(files);
  const changed = new Set(files.map((file) => file.path));
  const lost = new Set(files.filter((file) => file.lostLines).map((file) => file.path));
  const isCaused = (finding: Finding) => {
    if (causedBy(changes, finding)) return true;
    const others = finding.related.map((other) => other.location.file).filter((file) => file !== finding.location.file);
    return others.length > 0
      ? others.some((file) => lost.has(file))
      : composeFilesBehind(finding, report).some((file) => changed.has(file));
  };
  return new Set(report.findings.filter((finding) => !isCaused(finding)).map((finding) => finding.fingerprint));
}

/** The compose files of the stacks whose nginx reads the finding's file. */
function composeFilesBehind(finding: Finding, report: Report): string[] {
  return report.stacks.filter((stack) => stack.nginx.files.includes(finding.location.file)).flatMap((stack) => stack.composeFiles);
}
