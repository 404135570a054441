import { describe, expect, test } from '@jest/globals';
import { Source } from '../../src/core/source.ts';
import { parseDockerfile } from '../../src/docker/dockerfile.ts';
import { expandWord } from '../../src/docker/expand.ts';
import { finalStage, imageFactsOf } from '../../src/docker/image-facts.ts';
import { parseImage } from '../../src/docker/image-reference.ts';
import { nginxImage, rendersTemplates } from '../../src/docker/known-images.ts';
import type { Dockerfile, Instruction } from '../../src/docker/model.ts';

const read = (text: string, args: Record<string, string | null> = {}) =>
  parseDockerfile(new Source('Dockerfile', text), new Map(Object.entries(args)));

const instruction = (file: Dockerfile, keyword: string, stage = 0): Instruction => {
  const found = file.stages[stage]?.instructions.find((candidate) => candidate.keyword === keyword);
  if (!found) throw new Error(`no ${keyword}`);
  return found;
};

const values = ({ words }: Instruction) => words.map(({ value }) => value);

describe('stages', () => {
  const file = read(
    'ARG BASE=nginx\nARG TAG\nFROM node:20 AS build\nRUN npm run build\nFROM ${BASE}:${TAG:-1.27} as Final\nCOPY --from=build /app/dist /srv\nFROM final\n',
    { BASE: 'openresty/openresty', TAG: null },
  );

  test('bases know their arguments and earlier stages', () => {
    expect(file.stages.map(({ name, base, parent }) => [name, base.value, parent])).toEqual([
      ['build', 'node:20', null],
      ['Final', 'openresty/openresty:1.27', null],
      [null, 'final', 1],
    ]);
  });

  test('the final stage is the target by name or number, else the last', () => {
    expect([null, 'build', 'FINAL', '1', 'nothing', '7'].map((target) => finalStage(file, target))).toEqual([
      2,
      0,
      1,
      1,
      undefined,
      undefined,
    ]);
  });

  test('facts come through the stages', () => {
    expect(imageFactsOf(file, 2).base).toBe('openresty/openresty:1.27');
  });
});

describe('words', () => {
  test('build arguments, ENV and their order', () => {
    const file = read(
      'ARG OUTER=o\nFROM nginx\nARG OUTER\nARG INNER=i\nENV A=1 B="two words" C=$A\nENV A=2 D=$A\nENV OLD the old form\nCOPY a$OUTER$INNER ${B}/${NONE:-x}${NONE}/\\$A\n',
    );
    expect(values(instruction(file, 'COPY'))).toEqual(['aoi', 'two words/x/$A']);
    expect([...imageFactsOf(file, 0).env].map(([name, { value }]) => [name, value])).toEqual([
      ['A', '2'],
      ['B', 'two words'],
      ['C', ''],
      ['D', '1'],
      ['OLD', 'the old form'],
    ]);
  });

  test('lines are joined, comments between them left out, and words keep their place', () => {
    const file = read('FROM nginx\nCOPY a \\\n  # between\n\n  b \\\n  /etc/nginx/\n');
    const copy = instruction(file, 'COPY');
    expect(values(copy)).toEqual(['a', 'b', '/etc/nginx/']);
    expect(copy.words[1]?.at).toEqual({ file: 'Dockerfile', start: { line: 5, column: 3 }, end: { line: 5, column: 4 } });
  });

  test('JSON form keeps blanks, and what is no JSON is shell form', () => {
    const file = read('FROM nginx\nCMD ["nginx", "-g", "daemon off;"]\nENTRYPOINT [\'/start.sh\']\n');
    expect(values(instruction(file, 'CMD'))).toEqual(['nginx', '-g', 'daemon off;']);
    expect(instruction(file, 'ENTRYPOINT').exec).toBe(false);
    expect(imageFactsOf(file, 0)).toMatchObject({ entrypointShell: true, cmdShell: false });
  });

  test('here-documents: their bodies, places, and substitution only without quotes', () => {
    const file = read(
      'FROM nginx\nENV PORT=81\nCOPY <<a.conf <<"b.conf" /etc/nginx/\nlisten $PORT;\na.conf\nlisten $PORT;\nb.conf\nRUN <<EOF\necho $PORT\nEOF\nUSER app\n',
    );
    expect(instruction(file, 'COPY').heredocs.map(({ name, text, at }) => [name, text, at.start.line])).toEqual([
      ['a.conf', 'listen 81;\n', 4],
      ['b.conf', 'listen $PORT;\n', 6],
    ]);
    expect(instruction(file, 'RUN').heredocs[0]?.text).toBe('echo $PORT\n');
    expect(imageFactsOf(file, 0).user).toBe('app');
  });

  test('another escape character, a byte order mark, CRLF', () => {
    expect(values(instruction(read('# escape=`\nFROM nginx\nCOPY a `\n b\n'), 'COPY'))).toEqual(['a', 'b']);
    expect(read('\uFEFFFROM nginx:1\n').stages[0]?.base.value).toBe('nginx:1');
    expect(values(instruction(read('FROM nginx\r\nCOPY a \\\r\n  b\r\n'), 'COPY'))).toEqual(['a', 'b']);
  });

  test('flags', () => {
    const copy = instruction(read('FROM nginx\nARG FROM=other\nCOPY --from=$FROM --chmod=755 a b\n'), 'COPY');
    expect([...copy.flags].map(([name, { value }]) => [name, value])).toEqual([
      ['from', 'other'],
      ['chmod', '755'],
    ]);
  });
});

describe('facts', () => {
  test('an ENTRYPOINT empties the CMD that came before its stage', () => {
    const file = read('FROM nginx AS a\nCMD ["a"]\nFROM a\nENTRYPOINT ["/e"]\n');
    expect(imageFactsOf(file, 1)).toMatchObject({ cmd: [] });
    expect(imageFactsOf(file, 0)).toMatchObject({ entrypoint: null });
  });

  test('EXPOSE, HEALTHCHECK, WORKDIR, USER', () => {
    const facts = imageFactsOf(
      read(
        'FROM x\nEXPOSE 80 8000-8002/udp 99x\nWORKDIR /a\nWORKDIR b\nHEALTHCHECK --interval=5s CMD curl http://localhost:80\nUSER 101:101\n',
      ),
      0,
    );
    expect(facts.expose.map(({ value }) => `${value.port}/${value.protocol}`)).toEqual(['80/tcp', '8000/udp', '8001/udp', '8002/udp']);
    expect([facts.workdir, facts.user, facts.healthcheck?.value]).toEqual(['/a/b', '101:101', 'CMD curl http://localhost:80']);
  });
});

describe('bounds', () => {
  test.each([
    ['a file of nothing but braces', `FROM nginx\nCOPY ${'${a:-'.repeat(5000)} b\n`],
    ['a very long line', `FROM nginx\nRUN ${'echo '.repeat(20_000)}\n`],
    ['a here-document that never ends', 'FROM nginx\nCOPY <<EOF /a\nx\n'],
    ['no FROM', 'COPY a b\n'],
    ['binary', '\0\u0001\uFFFD'.repeat(100)],
  ])('%s', (_, text) => {
    expect(() => read(text)).not.toThrow();
  });

  test('a file that is far too long is not read', () => {
    expect(read(`FROM nginx\n${'# x\n'.repeat(200_000)}`).problems).toHaveLength(1);
  });
});

test.each([
  ['$A', 'a'],
  ['${A}b', 'ab'],
  ['${N:-d}', 'd'],
  ['${N-d}', 'd'],
  ['${E-d}', ''],
  ['${E:-d}', 'd'],
  ['${A:+x}', 'x'],
  ['${N:+x}', ''],
  ['${N:-${A}}', 'a'],
  ["'$A'", '$A'],
  ['"$A b"', 'a b'],
  ['\\$A', '$A'],
  ['$', '$'],
  ['${', '${'],
])('%s becomes %s', (word, expected) => {
  const scope = (name: string) => ({ A: 'a', E: '' })[name];
  expect(expandWord(word, scope).text).toBe(expected);
});

describe('images', () => {
  test.each([
    ['nginx-gate/app:1', undefined],
    ['nginx', 'official'],
    ['nginx:1.27-alpine@sha256:0', 'official'],
    ['docker.io/library/nginx', 'official'],
    ['registry.example:5000/mirror/library/nginx:1', 'official'],
    ['public.ecr.aws/nginx/nginx:1.27', 'official'],
    ['nginxinc/nginx-unprivileged', 'unprivileged'],
    ['ghcr.io/nginx/nginx-unprivileged:1', 'unprivileged'],
    ['openresty/openresty:alpine', 'openresty'],
    ['docker.angie.software/angie:latest', 'angie'],
    ['bitnami/nginx', 'bitnami'],
    ['lscr.io/linuxserver/nginx', 'linuxserver'],
    ['linuxserver/swag', 'swag'],
    ['jwilder/nginx-proxy:alpine', 'nginx-proxy'],
    ['jc21/nginx-proxy-manager', 'nginx-proxy-manager'],
    ['ghcr.io/team/shop-nginx', 'assumed'],
    ['nginx/nginx-prometheus-exporter', undefined],
    ['jrcs/letsencrypt-nginx-proxy-companion', undefined],
    ['node:20', undefined],
    ['${NGINX_IMAGE}', undefined],
    ['', undefined],
  ])('%s is %s', (reference, id) => {
    expect(nginxImage(reference)?.id).toBe(id);
  });

  test('a registry with a port, a tag and a digest', () => {
    expect(parseImage('localhost:5000/a/b:c@sha256:d')).toEqual({
      registry: 'localhost:5000',
      repository: 'a/b',
      tag: 'c',
      digest: 'sha256:d',
    });
  });

  test('templates came with 1.19', () => {
    expect(['nginx:1.18', 'nginx:1.19-alpine', 'nginx', 'nginx:stable', 'nginx:1.9'].map(rendersTemplates)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });
});
