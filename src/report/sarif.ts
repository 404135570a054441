import type { Log, ReportingDescriptor, Result, Location as SarifLocation } from 'sarif';
import type { Finding, Fix, Severity } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import type { Location } from '../core/source.ts';
import type { ReportContext } from './context.ts';
import { visible } from './visible.ts';

/** GitHub keeps the 5,000 most severe of at most 25,000 results. Source: facts on SARIF support in GitHub's documentation. */
const mostResults = 25_000;
const longestRuleText = 1024;
const levels = { error: 'error', warning: 'warning', notice: 'note' } as const;

/** SARIF 2.1.0 for code scanning. Fingerprints are those of the findings, so a finding whose line moves stays the same alert. */
export function renderSarif(report: Report, context: ReportContext): string {
  const findings = report.findings.slice(0, mostResults);
  const rules = rulesOf(findings, context);
  const index = new Map(rules.map((rule, at) => [rule.id, at]));
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'nginx-gate', semanticVersion: context.version ?? '0.0.0', rules } },
        columnKind: 'utf16CodeUnits',
        originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The top of the repository.' } } },
        results: findings.map((finding) => result(finding, index.get(finding.check) ?? 0)),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rulesOf(findings: readonly Finding[], context: ReportContext): ReportingDescriptor[] {
  const known = new Map((context.rules ?? []).map((rule) => [rule.id, rule]));
  const severity = new Map<string, Severity>();
  for (const finding of findings) if (!severity.has(finding.check)) severity.set(finding.check, finding.severity);
  return [...severity.keys()].sort().map((id) => {
    const text = known.get(id);
    const summary = text?.summary ?? `nginx-gate's check ${id}.`;
    const level = text?.severity ?? severity.get(id) ?? 'error';
    return {
      id,
      name: id,
      shortDescription: { text: summary.slice(0, longestRuleText) },
      fullDescription: { text: summary.slice(0, longestRuleText) },
      help: { text: text?.help ?? summary, markdown: text?.help ?? summary },
      defaultConfiguration: { level: levels[level] },
      properties: { tags: ['nginx', 'reliability'], precision: 'high', 'problem.severity': level === 'notice' ? 'recommendation' : level },
    };
  });
}

function result(finding: Finding, ruleIndex: number): Result {
  const fixes = finding.fix?.edits && finding.fix.edits.length > 0 ? [sarifFix(finding.fix)] : undefined;
  const related = finding.related.map((other, at) => ({
    id: at + 1,
    ...place(other.location),
    message: { text: visible(other.label) || 'related' },
  }));
  return {
    ruleId: finding.check,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: messageOf(finding) },
    locations: [place(finding.location)],
    ...(related.length > 0 ? { relatedLocations: related } : {}),
    partialFingerprints: { primaryLocationLineHash: finding.fingerprint },
    ...(fixes ? { fixes } : {}),
  };
}

function messageOf(finding: Finding): string {
  const fix = finding.fix ? ` ${visible(finding.fix.message)}` : '';
  return `${visible(finding.message)} ${visible(finding.why)}${fix}`.trim() || finding.check;
}

function place(at: Location): SarifLocation {
  return { physicalLocation: { artifactLocation: artifact(at.file), region: region(at) } };
}

function artifact(file: string) {
  return { uri: file.split('/').map(encodeURIComponent).join('/'), uriBaseId: '%SRCROOT%' };
}

/** SARIF's end column is exclusive as ours is; an empty span stays one. */
function region({ start, end }: Location) {
  return {
    startLine: start.line,
    startColumn: start.column,
    endLine: end.line,
    endColumn: end.line === start.line ? Math.max(start.column, end.column) : end.column,
  };
}

function sarifFix(fix: Fix) {
  const files = [...new Set((fix.edits ?? []).map((edit) => edit.location.file))];
  return {
    description: { text: visible(fix.message) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifact(file),
      replacements: (fix.edits ?? [])
        .filter((edit) => edit.location.file === file)
        .map((edit) => ({ deletedRegion: region(edit.location), insertedContent: { text: edit.newText } })),
    })),
  };
}
