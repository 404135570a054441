/** Texts that would fill the stack of npm `yaml` are told before it composes them: it would end the whole process. */
import { describe, expect, test } from '@jest/globals';
import { isMap, isSeq } from 'yaml';
import { yamlDocuments } from '../../src/core/yaml-documents.ts';

const steps = (count: number, line: string): string =>
  Array.from({ length: count }, (_, index) => `${' '.repeat(index)}${line}`).join('\n');

describe('texts that nest', () => {
  test.each([
    ['lists in brackets', '['.repeat(50_000)],
    ['mappings in braces', `${'{a: '.repeat(5000)}1${'}'.repeat(5000)}`],
    ['dashes', `${'- '.repeat(5000)}a`],
    ['dashes at the end', '- '.repeat(5000)],
    ['question marks', `${'? '.repeat(5000)}a`],
    ['question marks with anchors', '? &a '.repeat(5000)],
    ['question marks and dashes after a key', `a:\n  ${'? - '.repeat(5000)}a`],
    ['colons', ': '.repeat(5000)],
    ['keys on one line', 'a: '.repeat(5000)],
    ['mappings by indentation', steps(1000, 'a:')],
    ['lists by indentation', steps(1000, '-')],
    ['lists by indentation with comments between', steps(1000, '-\n\n# word')],
    ['brackets by indentation', steps(1000, '- [\n')],
  ])('%s', (_, text) => {
    expect(yamlDocuments(text)).toBe('This file is nested more than 100 levels deep.');
  });

  test.each([
    ['nothing', ''],
    ['a long list', '- a\n'.repeat(5000)],
    ['a long list in brackets', `[${'[a], '.repeat(5000)}]`],
    ['long and short lines', '- a:\n      b: 1\n'.repeat(1000)],
    ['text that is far to the right', `a: |\n${' '.repeat(5000)}b\n`],
    ['many documents', '---\n- a\n'.repeat(1000)],
    ['ninety levels', steps(90, 'a:')],
  ])('not %s', (_, text) => {
    expect(yamlDocuments(text)).toBeInstanceOf(Array);
  });

  test('every level of a text that is let through is there', () => {
    const [document] = yamlDocuments(steps(95, '-')) as Exclude<ReturnType<typeof yamlDocuments>, string>;
    let depth = 0;
    for (let node: unknown = document?.contents; isSeq(node) || isMap(node); node = node.items[0]) depth++;
    expect(depth).toBe(95);
  });
});
