import type { CheckResult } from '../checks/check.ts';
import { compareFindings, type Draft, type Finding, type Severity, withFingerprints } from '../core/finding.ts';
import type { LineReader, Report } from '../core/report.ts';
import type { Location, Source } from '../core/source.ts';
import { coveredBy, type Suppression, suppressionFindings, suppressionsIn } from '../core/suppress.ts';
import type { Stack } from '../stack/model.ts';

/** What is left of all findings after the rules that people set, and how many were taken away. */
export interface Judgement {
  findings: Finding[];
  suppressed: number;
}

export interface JudgeOptions {
  /** Severity by check id from the configuration. */
  severities: ReadonlyMap<string, Severity | 'off'>;
  /** Fingerprints that a baseline holds. */
  baseline: ReadonlySet<string>;
  /** The repository files that were read; their comments are looked through. */
  sources: readonly Source[];
  /** Checks that did not run, so that a comment for them is not called unused. */
  notRun: ReadonlySet<string>;
  lineOf: LineReader;
}

/** One place of a file, as a key. */
export function placeOf(at: Location): string {
  return `${at.file}:${at.start.line}:${at.start.column}-${at.end.line}:${at.end.column}`;
}

/**
 * Of the results of one stack, keeps the first for each endpoint: one fault is one finding, and the checks
 * stand in the order in which faults hide each other.
 */
export function onePerEndpoint(results: Iterable<CheckResult>): CheckResult[] {
  const told = new Set<string>();
  return [...results].filter(({ endpoint }) => {
    if (!endpoint) return true;
    const key = placeOf(endpoint.target.at);
    if (told.has(key)) return false;
    told.add(key);
    return true;
  });
}

/**
 * A file that nothing loads, in a repository whose nginx loads others, breaks nothing today: what is found in it is advice.
 * What is told of a target is sure enough by itself. Where the repository has no nginx of its own, the file is for one on some host, and its faults are faults;
 * an example or a template of another tool is advice everywhere.
 */
export function asFarAsLoaded(found: readonly Draft[], stack: Stack, stacks: readonly Stack[]): Draft[] {
  const { assumed, unfinished } = stack.nginx;
  if (!assumed || (!unfinished && stacks.every(({ nginx }) => nginx.assumed))) return [...found];
  const files = new Set(stack.config.files.map(({ origin }) => origin));
  // A fault of the compose file beside it stays what it is.
  return found.map((draft) => (files.has(draft.location.file) ? { ...draft, severity: 'notice' } : draft));
}

/**
 * Drops what only follows from a finding on the same line: where Compose swallows a variable, nginx reads a directive that lacks a
 * word, and a name that is neither an upstream's nor a service's lacks a port as well.
 */
export function withoutSequels(found: readonly Draft[]): Draft[] {
  const lineOf = ({ location: { file, start } }: Draft): string => `${file}:${start.line}`;
  const linesOf = (check: string): Set<string> => new Set(found.filter((f) => f.check === check).map(lineOf));
  const swallowed = linesOf('compose-dollar');
  const nameless = linesOf('unknown-host');
  return found.filter((f) => {
    if (refusals.has(f.check) && swallowed.has(lineOf(f))) return false;
    return !(f.check === 'wrong-arguments' && f.message.endsWith('is no upstream.') && nameless.has(lineOf(f)));
  });
}

/** Checks that tell what nginx refuses to load. */
const refusals = new Set([
  'syntax',
  'unknown-directive',
  'wrong-context',
  'wrong-arguments',
  'duplicate-directive',
  'include-cycle',
  'missing-file',
]);

/**
 * Drops errors of `nginx -t` that a check already explains: on the same line, or behind a line of the same file that
 * nginx refuses too. nginx stops at its first error, and tells an unclosed block at the end of the file.
 */
export function withoutEchoes(found: readonly Draft[], nginxTest: readonly Draft[]): Draft[] {
  const errors = found.filter((f) => f.severity === 'error');
  return nginxTest.filter(({ location: { file, start }, severity }) => {
    const here = errors.filter((f) => f.location.file === file);
    if (here.some((f) => f.location.start.line === start.line)) return false;
    return severity !== 'error' || !here.some((f) => refusals.has(f.check) && f.location.start.line < start.line);
  });
}

/** Merges what several stacks found, applies configuration, suppressions and baseline, and orders the rest. */
export function judge(drafts: readonly Draft[], options: JudgeOptions): Judgement {
  const set = drafts.flatMap((draft) => withSeverity(draft, options.severities));
  const suppressions = options.sources.flatMap((source) => suppressionsIn(source));
  const used = new Set<Suppression>();
  const covering = coveredBy(suppressions);
  const told = once(set);
  const open = told.filter((draft) => {
    const by = covering(draft);
    for (const s of by) used.add(s);
    return by.length === 0;
  });
  const suppressed = told.length - open.length;
  const aboutComments = suppressions.flatMap((s) =>
    suppressionFindings(s, !used.has(s) && !s.checks.some((id) => mayBeSilent(id, options))),
  );
  const all = [...open, ...aboutComments.flatMap((draft) => withSeverity(draft, options.severities))].sort(compareFindings);
  const findings = withFingerprints(all, options.lineOf);
  const fresh = findings.filter((f) => !options.baseline.has(f.fingerprint));
  return { findings: fresh, suppressed: suppressed + findings.length - fresh.length };
}

/** The counts that open every report. */
export function totals({ findings, suppressed }: Judgement): Report['summary'] {
  const count = (severity: Severity) => findings.filter((f) => f.severity === severity).length;
  return { errors: count('error'), warnings: count('warning'), notices: count('notice'), suppressed };
}

function mayBeSilent(id: string, options: JudgeOptions): boolean {
  return options.notRun.has(id) || options.severities.get(id) === 'off' || id.startsWith('smoke/');
}

function withSeverity(draft: Draft, severities: JudgeOptions['severities']): Draft[] {
  const level = severities.get(draft.check);
  if (level === 'off') return [];
  return level === undefined ? [draft] : [{ ...draft, severity: level }];
}

/** The same finding through a shared include or several variants of a project is told once. */
function once(drafts: readonly Draft[]): Draft[] {
  const seen = new Map<string, Draft>();
  for (const draft of drafts) {
    const key = `${draft.check}\0${placeOf(draft.location)}`;
    if (!seen.has(key)) seen.set(key, draft);
  }
  return [...seen.values()];
}
