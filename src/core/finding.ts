import { createHash } from 'node:crypto';
import type { Location } from './source.ts';

/** error: this breaks, by evidence in the files. warning: this very likely breaks or hides a fault. notice: advice. */
export type Severity = 'error' | 'warning' | 'notice';

/** Most severe first. */
export const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** The least severity that makes a run fail. */
export type FailOn = Severity | 'never';

/** Whether a finding of this severity fails a run. */
export function fails(severity: Severity, failOn: FailOn = 'error'): boolean {
  return failOn !== 'never' && severities.indexOf(severity) <= severities.indexOf(failOn);
}

/** Replaces the text of `location` by `newText`. */
export interface Edit {
  location: Location;
  newText: string;
}

/** The smallest change that mends a finding; `edits` only where it is certain. */
export interface Fix {
  message: string;
  edits?: Edit[];
}

/** Another place that explains a finding: `label` reads as "compose.yaml:9: LABEL". */
export interface Related {
  location: Location;
  label: string;
}

/** One thing that a check, `nginx -t` or a smoke request found. */
export interface Finding {
  /** The check's id: `port-mismatch`, `nginx-test`, `smoke/connect-timeout`. */
  check: string;
  severity: Severity;
  /** One sentence, concrete: both values, both places. */
  message: string;
  /** One sentence: what the user's users would see. */
  why: string;
  fix?: Fix;
  location: Location;
  related: Related[];
  /** Stays the same when lines move: 64 hexadecimal digits and, for a repeated line, `:2`, `:3` … */
  fingerprint: string;
}

/** A finding before its fingerprint is known: what a check returns. */
export type Draft = Omit<Finding, 'fingerprint'>;

/**
 * Gives every draft its fingerprint: a hash of the check, the file and the text of the line (white space folded),
 * not of its number. Equal hashes are told apart by their order in the file.
 * @param lineOf the text of a line of a repository file; undefined where it can't be read
 */
export function withFingerprints(drafts: readonly Draft[], lineOf: (file: string, line: number) => string | undefined): Finding[] {
  const seen = new Map<string, number>();
  const hashes = new Map<string, string>();
  // Thousands of findings may stand on one line of a megabyte.
  const hashOf = ({ check, location: { file, start } }: Draft): string => {
    const key = `${check}\0${file}\0${start.line}`;
    let hash = hashes.get(key);
    if (hash === undefined) {
      const text = (lineOf(file, start.line) ?? '').split(/\s+/).filter(Boolean).join(' ');
      hash = createHash('sha256').update([check, file, text].join('\0')).digest('hex');
      hashes.set(key, hash);
    }
    return hash;
  };
  return drafts.map((draft) => {
    const hash = hashOf(draft);
    const times = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, times);
    return { ...draft, fingerprint: times === 1 ? hash : `${hash}:${times}` };
  });
}

/** The order in which people read findings: by severity, then file, line, column and check. */
export function compareFindings(a: Draft, b: Draft): number {
  return (
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compareText(a.location.file, b.location.file) ||
    a.location.start.line - b.location.start.line ||
    a.location.start.column - b.location.start.column ||
    compareText(a.check, b.check)
  );
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
