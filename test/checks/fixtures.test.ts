/**
 * Every folder of test/fixtures/CHECK/CASE is a small repository. `# expect: CHECK "text"` on a line, or alone on the line above,
 * names a finding there whose message holds the text. Every finding must be expected and every expectation met; `ok-*` expects none.
 */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
// @ts-expect-error a script of the repository, plain JavaScript
import { withOutput } from '../../scripts/check-pages.js';
import { checks } from '../../src/checks/index.ts';
import { Repository } from '../../src/core/repository.ts';
import { onePerEndpoint } from '../../src/gate/judge.ts';
import { findStacks } from '../../src/stack/find.ts';

const top = join(import.meta.dirname, '../..');
const fixtures = join(top, 'test/fixtures');

interface Expectation {
  file: string;
  lines: number[];
  check: string;
  text: string;
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile());
}

/** A comment alone on its line speaks of the next line that is no such comment, else of its own. */
function expectations(folder: string): Expectation[] {
  return filesOf(folder).flatMap((file) => {
    const lines = readFileSync(join(folder, file), 'utf8').split('\n');
    return lines.flatMap((line, at) => {
      const match = /#\s*expect:\s*([\w-]+)\s+"(.+)"/.exec(line);
      if (match === null) return [];
      let next = at + 1;
      while (/^\s*#\s*expect:/.test(lines[next] ?? '')) next++;
      return [
        {
          file,
          lines: /^\s*#/.test(line) ? [next + 1] : [at + 1],
          check: match[1] as string,
          text: (match[2] as string).replaceAll('\\"', '"'),
        },
      ];
    });
  });
}

interface Told {
  file: string;
  line: number;
  check: string;
  message: string;
}

/** Notices of other checks are advice that stands in nearly every small stack; they are left out. */
function findings(folder: string, id: string): Told[] {
  const { stacks } = findStacks(Repository.around(folder), { profiles: [] });
  const prefix = `${folder.slice(top.length + 1)}/`;
  const told = stacks.flatMap((stack) => onePerEndpoint(checks.flatMap((check) => [...check.run(stack)])));
  const seen = new Map<string, Told>();
  for (const { check, message, location, severity } of told) {
    if (severity === 'notice' && check !== id) continue;
    const file = location.file.startsWith(prefix) ? location.file.slice(prefix.length) : location.file;
    seen.set(`${check} ${file}:${location.start.line}:${location.start.column}`, { file, line: location.start.line, check, message });
  }
  return [...seen.values()];
}

const cases = checks.flatMap(({ id }) => {
  const folder = join(fixtures, id);
  return existsSync(folder) ? readdirSync(folder).map((name) => ({ id, name, folder: join(folder, name) })) : [];
});

describe('fixtures', () => {
  test.each(cases)('$id/$name', ({ id, name, folder }) => {
    const wanted = expectations(folder);
    const told = findings(folder, id);
    const met = (one: Told, other: Expectation): boolean =>
      one.check === other.check && one.file === other.file && other.lines.includes(one.line) && one.message.includes(other.text);
    expect(
      told.filter((one) => !wanted.some((other) => met(one, other))).map((one) => `${one.check} ${one.file}:${one.line} ${one.message}`),
    ).toEqual([]);
    expect(
      wanted
        .filter((other) => !told.some((one) => met(one, other)))
        .map((other) => `${other.check} ${other.file}:${other.lines} "${other.text}"`),
    ).toEqual([]);
    expect(name.startsWith('ok-') ? wanted.length : wanted.some((other) => other.check === id)).toEqual(name.startsWith('ok-') ? 0 : true);
  });
});

describe('every check', () => {
  test.each(checks.map(({ id }) => id))('%s has two hits, three near misses and a page', (id) => {
    const names = cases.filter((one) => one.id === id).map((one) => one.name);
    expect(names.filter((name) => !name.startsWith('ok-')).length).toBeGreaterThanOrEqual(2);
    expect(names.filter((name) => name.startsWith('ok-')).length).toBeGreaterThanOrEqual(3);
    expect(existsSync(join(top, 'docs/checks', `${id}.md`))).toBe(true);
  });
});

describe('every page', () => {
  const pages = readdirSync(join(top, 'docs/checks')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  test.each(pages)('%s shows what the program prints', (name) => {
    const text = readFileSync(join(top, 'docs/checks', name), 'utf8');
    expect(withOutput(text)).toBe(text);
  });
});
