import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { renderJson } from '../../src/report/json.ts';
import { broken, clean, smoked } from './sample.ts';

const top = join(import.meta.dirname, '..', '..');
const ajv = new Ajv({ allErrors: true, strictTypes: false });
const validate = ajv.compile(JSON.parse(readFileSync(join(top, 'schema', 'report.schema.json'), 'utf8')));

function expectValid(json: string): void {
  const valid = validate(JSON.parse(json));
  expect(validate.errors ?? []).toEqual([]);
  expect(valid).toBe(true);
}

test.each([
  ['broken', broken],
  ['clean', clean],
  ['smoked', smoked],
])('%s is what the schema says', (_, report) => {
  expectValid(renderJson(report));
});

test('the schema refuses a path that is not relative', () => {
  const [first] = broken.findings;
  const wrong = { ...broken, findings: [{ ...first, location: { ...first?.location, file: '/etc/passwd' } }] };
  expect(validate(wrong)).toBe(false);
});

describe('what the bundle prints', () => {
  const examples = readdirSync(join(top, 'examples')).filter((name) => !name.includes('.'));
  const fixtures = ['port-mismatch', 'unknown-host', 'socket-not-shared'].flatMap((check) => {
    const folder = join(top, 'test', 'fixtures', check);
    return existsSync(folder)
      ? readdirSync(folder)
          .slice(0, 2)
          .map((name) => join('test', 'fixtures', check, name))
      : [];
  });

  test.each([...examples.map((name) => join('examples', name)), ...fixtures])('for %s is what the schema says', (folder) => {
    const ran = spawnSync(
      process.execPath,
      [join(top, 'dist', 'cli', 'index.js'), 'check', '--engine', 'none', '--format', 'json', join(top, folder)],
      { encoding: 'utf8' },
    );
    expect([0, 1]).toContain(ran.status);
    expectValid(ran.stdout);
  });
});
