import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Format, formats } from '../../src/report/formats.ts';
import { broken, clean, lineOf, smoked } from './sample.ts';

const goldens = join(import.meta.dirname, '..', 'goldens');
const endings: Record<Format, string> = { text: 'txt', json: 'json', sarif: 'sarif', github: 'log', junit: 'xml', markdown: 'md' };
const reports = { broken, clean, smoked };

/** Holds a text against its golden file; `UPDATE_GOLDENS=1` writes the files anew, to be read in the diff. */
function expectGolden(name: string, text: string): void {
  const path = join(goldens, name);
  if (process.env.UPDATE_GOLDENS) writeFileSync(path, text);
  expect(text).toBe(readFileSync(path, 'utf8'));
}

describe.each(Object.keys(formats) as Format[])('%s', (format) => {
  test.each(Object.keys(reports) as (keyof typeof reports)[])('%s', (name) => {
    const text = formats[format](reports[name], { lineOf, version: '1.2.3' });
    expectGolden(`${name}.${endings[format]}`, text);
  });
});

test('colours only where they were asked for', () => {
  expect(formats.text(broken, { lineOf, color: true })).toContain('\x1b[31m');
  expect(formats.text(broken, { lineOf, color: false })).not.toContain('\x1b');
});
