import { causedBy } from '../core/changes.ts';
import type { Finding } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { type ChangedFile, changesOf } from './pull-request.ts';

/**
 * Fingerprints of the findings that a pull request did not cause: none of their places stands on a touched line. A finding that
 * names no place in another file is caused, too, by any change to its stack's compose files: what was taken out of them
 * (a service, a network) leaves no line to point at.
 */
export function notCausedBy(report: Report, files: readonly ChangedFile[]): Set<string> {
  const changes = changesOf(files);
  const changed = new Set(files.map((file) => file.path));
  const isCaused = (finding: Finding) =>
    causedBy(changes, finding) || (standsAlone(finding) && otherSide(finding, report).some((file) => changed.has(file)));
  return new Set(report.findings.filter((finding) => !isCaused(finding)).map((finding) => finding.fingerprint));
}

function standsAlone(finding: Finding): boolean {
  return finding.related.every((other) => other.location.file === finding.location.file);
}

/** The compose files of the stacks whose nginx reads the finding's file. */
function otherSide(finding: Finding, report: Report): string[] {
  return report.stacks.filter((stack) => stack.nginx.files.includes(finding.location.file)).flatMap((stack) => stack.composeFiles);
}
