import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Ajv } from 'ajv';
import { parse } from 'yaml';
import { generated } from '../scripts/docs.js';
import { described } from '../src/checks/index.ts';
import { top } from './support/bundle.ts';

describe('docs', () => {
  test.each(Object.entries(generated))('%s says what the program says (npm run docs writes it anew)', (path, make) => {
    expect(readFileSync(join(top, path), 'utf8')).toBe(make(described));
  });

  test('every check has a page, and every page a check', () => {
    const pages = readdirSync(join(top, 'docs/checks')).filter((name) => name !== 'README.md');
    expect(pages.sort()).toEqual(described.map((check) => `${check.id}.md`).sort());
  });

  test('no link of a page leads nowhere', () => {
    const files = [
      'README.md',
      'CONTRIBUTING.md',
      ...readdirSync(join(top, 'docs'), { recursive: true }).map((name) => join('docs', String(name))),
    ];
    const broken = files
      .filter((file) => file.endsWith('.md'))
      .flatMap((file) =>
        [...readFileSync(join(top, file), 'utf8').matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)/g)]
          .map((match) => normalize(join(dirname(file), match[1] as string)))
          .filter((target) => !existsSync(join(top, target)))
          .map((target) => `${file}: ${target}`),
      );
    expect(broken).toEqual([]);
  });

  test('docs/architecture.md names files and folders that are there', () => {
    const there = ['src', 'scripts', 'test'].flatMap((folder) =>
      readdirSync(join(top, folder), { recursive: true }).map((name) => `/${folder}/${String(name)}`.replaceAll('\\', '/')),
    );
    const text = readFileSync(join(top, 'docs/architecture.md'), 'utf8');
    const named = [...text.matchAll(/`([\w/.-]+(?:\.ts|\.js|[a-z]\/))`/g)].map(([, name = '']) => `/${name.replace(/\/$/, '')}`);
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((name) => name !== '/src' && !there.some((path) => path.endsWith(name)))).toEqual([]);
  });

  test('the example of docs/configuration.md holds against the schema, a wrong key does not', () => {
    const validate = new Ajv({ allowUnionTypes: true }).compile(JSON.parse(readFileSync(join(top, 'schema/config.schema.json'), 'utf8')));
    const example = /```yaml\n([\s\S]+?)```/.exec(readFileSync(join(top, 'docs/configuration.md'), 'utf8'))?.[1] ?? '';
    expect(validate(parse(example))).toBe(true);
    expect(validate({ cheks: {} })).toBe(false);
  });
});
