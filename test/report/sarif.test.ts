import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result } from 'sarif';
import { withFingerprints } from '../../src/core/finding.ts';
import type { Report } from '../../src/core/report.ts';
import { renderSarif } from '../../src/report/sarif.ts';
import { broken, clean, findings, lineOf, smoked } from './sample.ts';

const schema = JSON.parse(readFileSync(join(import.meta.dirname, 'sarif', 'sarif-schema-2.1.0.json'), 'utf8'));
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
(addFormats as unknown as (to: Ajv) => void)(ajv);
const { id: $id, ...official } = schema;
// It is written in draft 4, of which it uses nothing that draft 7 reads otherwise but the name of its id.
const validate = ajv.compile({ ...official, $id, $schema: 'http://json-schema.org/draft-07/schema#' });

function sarif(report: Report): Log {
  return JSON.parse(
    renderSarif(report, { lineOf, version: '1.2.3', rules: [{ id: 'unknown-host', summary: 'A name that nobody has.', help: '# Page' }] }),
  );
}

function results(report: Report): Result[] {
  return sarif(report).runs[0]?.results ?? [];
}

const hostile: Report = {
  ...broken,
  findings: findings.map((finding) => ({
    ...finding,
    message: '\u202e<b>%%{x}\u0000',
    fix: { message: '' },
    location: { ...finding.location, file: 'a b/ü#?%.conf' },
  })),
};

describe.each([
  ['broken', broken],
  ['clean', clean],
  ['smoked', smoked],
  ['hostile', hostile],
])('%s', (_, report) => {
  test('validates against the official schema', () => {
    validate(sarif(report));
    expect(validate.errors ?? []).toEqual([]);
  });

  test("keeps GitHub's rules", () => {
    const run = sarif(report).runs[0];
    for (const rule of run?.tool.driver.rules ?? []) {
      for (const text of [rule.shortDescription?.text, rule.fullDescription?.text, rule.help?.text]) {
        expect(text).not.toBe('');
        expect(text).toBeDefined();
      }
      expect((rule.fullDescription?.text ?? '').length).toBeLessThanOrEqual(1024);
      expect((rule.properties?.tags ?? []).length).toBeLessThanOrEqual(10);
    }
    for (const result of run?.results ?? []) {
      const place = result.locations?.[0]?.physicalLocation;
      expect(result.message.text).not.toBe('');
      expect(result.partialFingerprints?.primaryLocationLineHash).toBeTruthy();
      expect(place?.artifactLocation?.uri).toMatch(/^(?!\/|\.)[\x21-\x7e]+$/);
      expect(place?.region?.startLine).toBeGreaterThan(0);
      expect(run?.tool.driver.rules?.[result.ruleIndex ?? -1]?.id).toBe(result.ruleId);
    }
  });
});

test('columns are exclusive at their end, as GitHub reads them', () => {
  expect(results(broken)[0]?.locations?.[0]?.physicalLocation?.region).toEqual({
    startLine: 7,
    startColumn: 33,
    endLine: 7,
    endColumn: 49,
  });
});

test('a finding whose line moves keeps its fingerprint, and one whose line changes does not', () => {
  const [first] = findings;
  if (!first) throw new Error('the sample has findings');
  const { fingerprint, ...draft } = first;
  const line = lineOf(draft.location.file, draft.location.start.line) ?? '';
  const at = (number: number) => ({
    ...draft,
    location: { ...draft.location, start: { line: number, column: 5 }, end: { line: number, column: 9 } },
  });
  const moved = withFingerprints([at(99)], () => `  ${line}`);
  const changed = withFingerprints([at(99)], () => line.replace('3001', '3002'));
  expect(moved[0]?.fingerprint).toBe(fingerprint);
  expect(changed[0]?.fingerprint).not.toBe(fingerprint);
});

test('a rule carries the page of its check', () => {
  const rule = sarif(broken).runs[0]?.tool.driver.rules?.find((one) => one.id === 'unknown-host');
  expect(rule?.help?.markdown).toBe('# Page');
});

test('at most 25,000 results', () => {
  const many = Array.from({ length: 25_010 }, () => findings[0] as (typeof findings)[number]);
  expect(results({ ...broken, findings: many })).toHaveLength(25_000);
});
