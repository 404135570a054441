import { readFileSync } from 'node:fs';
import { GateError, messageOf } from '../core/errors.ts';

/**
 * The fingerprints of a baseline: a report that `check --format json --output FILE` wrote earlier.
 * @throws GateError when the file can't be read or is no such report
 */
export function readBaseline(file: string): Set<string> {
  let report: unknown;
  try {
    report = JSON.parse(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new GateError(
      `The baseline ${file} can't be read (${messageOf(error)}). Make one with: check --format json --fail-on never --output ${file}`,
    );
  }
  const findings = (report as { findings?: unknown } | null)?.findings;
  if (!Array.isArray(findings)) throw new GateError(`${file} is no baseline: a report of --format json is wanted.`);
  return new Set(findings.map((f: { fingerprint?: unknown } | null) => String(f?.fingerprint)));
}
