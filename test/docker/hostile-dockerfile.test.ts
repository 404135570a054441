/** What a stranger's Dockerfile may cost: it is read up to a bound, or said to be too much; reading it never throws. */
import { describe, expect, test } from '@jest/globals';
import { Source } from '../../src/core/source.ts';
import { parseDockerfile } from '../../src/docker/dockerfile.ts';
import { finalStage, imageFactsOf } from '../../src/docker/image-facts.ts';
import { findStacks } from '../../src/stack/find.ts';
import { repositoryOf } from '../stack/temporary-repository.ts';

const read = (text: string) => parseDockerfile(new Source('Dockerfile', text));

describe('a hostile Dockerfile', () => {
  test('longer than half a megabyte: not read, and said', () => {
    const { stages, problems } = read(`FROM nginx\n${'# x\n'.repeat(140_000)}`);
    expect([stages.length, problems.map(({ message }) => message)]).toEqual([0, ['This Dockerfile is too long to be read.']]);
  });

  test('more than 200 stages: those before are kept, and said', () => {
    const { stages, problems } = read(Array.from({ length: 300 }, (_, i) => `FROM ${i === 0 ? 'nginx' : `s${i - 1}`} AS s${i}`).join('\n'));
    expect([stages.length, problems.length]).toEqual([200, 1]);
  });

  test('a stage that builds on itself or on a later one has no earlier stage', () => {
    const file = read('FROM a AS a\nFROM c AS b\nFROM b AS c\n');
    expect(file.stages.map(({ parent }) => parent)).toEqual([null, null, 1]);
    expect(imageFactsOf(file, finalStage(file, null) as number).base).toBe('c');
  });

  test('a range of all ports gives a thousand at most', () => {
    expect(imageFactsOf(read('FROM a\nEXPOSE 1-65535 99999-999999 x-y\n'), 0).expose).toHaveLength(1001);
  });

  test.each([
    ['no text', ''],
    ['zeros', '\0'.repeat(1000)],
    ['an open here-document', 'FROM nginx\nCOPY <<EOF /etc/nginx/conf.d/a.conf\nserver {'],
    ['an open list', 'FROM nginx\nCMD ["nginx", "-g", "daemon'],
    ['a chain of continued lines', `FROM nginx\nRUN a ${'\\\n'.repeat(5000)}b\n`],
    ['a variable in itself', 'FROM nginx\nENV A=${A:-${A:-${A}}}\nENV A=$A$A\nCOPY $A$A$A /$A\n'],
  ])('%s: read to the end', (_, text) => {
    const repo = repositoryOf({ 'compose.yaml': 'services:\n  web: { build: . }\n', Dockerfile: text });
    expect(() => findStacks(repo, { profiles: [] })).not.toThrow();
    expect(read(text).stages.length).toBeLessThanOrEqual(1);
  });

  test('a variable that doubles itself stays bounded', () => {
    const text = `FROM nginx\nENV A=xxxxxxxx\n${'ENV A=$A$A\n'.repeat(40)}`;
    const value = imageFactsOf(read(text), 0).env.get('A')?.value ?? '';
    expect(value.length).toBeLessThan(1024 * 1024);
  });
});
