// biome-ignore-all lint/suspicious/noTemplateCurlyInString: Compose's variables look like that.
/** Places, certainty and bounds: what `docker compose config` can't tell. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, test } from '@jest/globals';
import { discoverProjects } from '../../src/compose/discover.ts';
import { loadProject } from '../../src/compose/load.ts';
import type { Project, Service } from '../../src/compose/model.ts';
import { containerNames } from '../../src/compose/project-name.ts';
import { Repository } from '../../src/core/repository.ts';
import type { Location } from '../../src/core/source.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function repositoryOf(files: Record<string, string>): Repository {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'nginx-gate-places-')));
  folders.push(folder);
  for (const [path, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return Repository.around(folder);
}

function projectOf(files: Record<string, string> | string, profiles: string[] = []): Project {
  const repository = repositoryOf(typeof files === 'string' ? { 'compose.yaml': files } : files);
  const [first] = discoverProjects(repository);
  return loadProject(repository, first ?? { directory: '', files: ['compose.yaml'], variant: null }, { profiles });
}

function serviceOf(project: Project, name = 'web'): Service {
  const service = project.services.find((one) => one.name === name);
  if (service === undefined) throw new Error(`no service ${name}`);
  return service;
}

const place = ({ file, start, end }: Location): string =>
  `${file}:${start.line}:${start.column}-${end.line === start.line ? '' : `${end.line}:`}${end.column}`;
const listed = (files: Record<string, string>): string[] =>
  discoverProjects(repositoryOf(files)).map(
    ({ directory, files: list, variant }) => `${directory || '.'}: ${list.join(' + ')}${variant === null ? '' : ` (${variant})`}`,
  );
const certain = (project: Project): string[] => project.problems.filter(({ uncertain }) => !uncertain).map(({ message }) => message);

describe('places', () => {
  test('both sides of a port, words of a command, values', () => {
    const web = serviceOf(
      projectOf('services:\n  web:\n    image: "nginx:1"\n    ports: ["127.0.0.1:8080:80/tcp"]\n    command: run --port 3000\n'),
    );
    expect(place(web.at)).toBe('compose.yaml:2:3-6');
    expect(place(web.image?.at as Location)).toBe('compose.yaml:3:13-20');
    const [port] = web.ports;
    expect([port?.targetAt, port?.publishedAt].map((at) => place(at as Location))).toEqual([
      'compose.yaml:4:29-31',
      'compose.yaml:4:24-28',
    ]);
    expect(web.command?.words.map(({ at }) => place(at))).toEqual(['compose.yaml:5:14-17', 'compose.yaml:5:18-24', 'compose.yaml:5:25-29']);
  });

  test('after a byte order mark and with CRLF', () => {
    const web = serviceOf(projectOf('\uFEFFservices:\r\n  web:\r\n    image: x\r\n    expose: [80]\r\n'));
    expect(place(web.expose[0]?.at as Location)).toBe('compose.yaml:4:14-16');
  });

  test('what comes by an anchor stands at the anchor', () => {
    const web = serviceOf(projectOf('x-c: &c\n  image: x\n  environment: { A: one }\nservices:\n  web:\n    <<: *c\n'));
    expect(place(web.environment.get('A')?.at as Location)).toBe('compose.yaml:3:21-24');
  });

  test('values of env files, extended and included files stand in those', () => {
    const project = projectOf({
      'compose.yaml': 'include: [in/c.yaml]\nservices: { web: { extends: { file: ex/b.yaml, service: base }, env_file: e.env } }\n',
      'e.env': '# c\nPORT=3000\n',
      'ex/b.yaml': 'services: { base: { build: . } }\n',
      'in/c.yaml': 'services: { api: { image: y } }\n',
    });
    expect(place(serviceOf(project).environment.get('PORT')?.at as Location)).toBe('e.env:2:1-10');
    expect(serviceOf(project).build?.context).toMatchObject({ value: 'ex', at: { file: 'ex/b.yaml' } });
    expect(serviceOf(project, 'api').at.file).toBe('in/c.yaml');
  });

  test('lines and variables of inline content', () => {
    const project = projectOf(
      'services: { web: { image: x } }\nconfigs:\n  c:\n    content: |\n      a $host;\n\n        b ${uri} $$x $host;\n',
    );
    expect(project.configs.get('c')?.contentLines?.map(place)).toEqual([
      'compose.yaml:5:7-15',
      'compose.yaml:6:1-1',
      'compose.yaml:7:7-28',
    ]);
    expect(project.unsetVariables.map(({ value, at }) => `${value} ${place(at)}`)).toEqual([
      'host compose.yaml:5:9-14',
      'uri compose.yaml:7:11-17',
      'host compose.yaml:7:22-27',
    ]);
  });

  test('a problem stands at its value, also in another file', () => {
    const project = projectOf({ 'compose.yaml': 'include: [b.yaml]\n', 'b.yaml': 'services:\n  web:\n    image: x\n    prots: []\n' });
    expect(project.problems.map(({ at, fix }) => `${place(at)} ${fix}`)).toEqual(['b.yaml:4:5-10 Did you mean ports?']);
  });
});

test('a file of the first version is one problem', () => {
  const project = projectOf('web: { image: x }\napi: { image: y }\n');
  expect(project.problems.map(({ message, at }) => `${place(at)} ${message.slice(0, 32)}`)).toEqual([
    'compose.yaml:1:1-4 Services stand under "services:"',
  ]);
});

describe('certainty', () => {
  test('the process environment is never looked at', () => {
    process.env.NGINX_GATE_TEST = 'seen';
    const web = serviceOf(projectOf('services: { web: { image: "x:$NGINX_GATE_TEST", environment: [NGINX_GATE_TEST] } }\n'));
    delete process.env.NGINX_GATE_TEST;
    expect(web.image).toMatchObject({ value: 'x:', uncertain: true });
    expect(web.environment.get('NGINX_GATE_TEST')).toMatchObject({ value: null, uncertain: true });
  });

  test('a sample stands in for an absent .env, uncertain', () => {
    const files = {
      'compose.yaml': 'services: { web: { image: x, ports: ["${P}:${Q:-80}"], expose: ["${P}"] } }\n',
      '.env.example': 'P=8080\n',
    };
    const web = serviceOf(projectOf(files));
    expect(web.ports).toMatchObject([{ published: '8080', target: 80, uncertain: true }]);
    expect(web.expose).toMatchObject([{ from: 8080, uncertain: true }]);
    const sure = serviceOf(projectOf({ ...files, '.env': 'P=9090\n' }));
    expect(sure.ports[0]).toMatchObject({ published: '9090' });
    expect(sure.ports[0]?.uncertain).toBeUndefined();
  });

  test('a default is certain', () => {
    expect(serviceOf(projectOf('services: { web: { image: "x:${V:-1}" } }\n')).image?.uncertain).toBeUndefined();
  });

  test('the sample of an absent env_file, too, and the file is told as missing', () => {
    const web = serviceOf(
      projectOf({ 'compose.yaml': 'services: { web: { image: x, env_file: app.env } }\n', 'app.env.example': 'PORT=3000\n' }),
    );
    expect(web.environment.get('PORT')).toMatchObject({ value: '3000', uncertain: true });
    expect(web.missingEnvFiles.map(({ value }) => value)).toEqual(['app.env']);
  });

  test('what only the deploy knows is no certain problem', () => {
    const text =
      'services:\n  web: { image: "$IMAGE", hostname: "${NAME:?needed}", env_file: no.env, depends_on: [off], ports: ["${A}:${B}"] }\n  off: { image: x, profiles: [p] }\n';
    const project = projectOf(text);
    expect(project.problems.length).toBeGreaterThan(3);
    expect(certain(project)).toEqual([]);
  });

  test('services of inactive profiles are there', () => {
    const text = 'services: { web: { image: x }, off: { image: y, profiles: [p] } }\n';
    expect(projectOf(text).services.map(({ name, enabled }) => [name, enabled])).toEqual([
      ['web', true],
      ['off', false],
    ]);
    expect(serviceOf(projectOf(text, ['p']), 'off').enabled).toBe(true);
  });

  test('container names', () => {
    const project = projectOf(
      'name: shop\nservices: { a: { image: x, scale: 2 }, b: { image: x, container_name: own }, c: { image: x, scale: 0 } }\n',
    );
    expect(project.services.map((service) => containerNames(project, service))).toEqual([['shop-a-1', 'shop-a-2'], ['own'], []]);
  });
});

describe('which projects there are', () => {
  const two = 'services: { web: { image: x }, api: { image: y } }\n';

  test('each folder by its default names', () => {
    expect(
      listed({ 'a/compose.yml': two, 'a/docker-compose.yml': two, 'a/docker-compose.override.yml': two, 'compose.yaml': two }),
    ).toEqual(['.: compose.yaml', 'a: a/compose.yml + a/docker-compose.override.yml']);
  });

  test('a variant that is incomplete, or only adds, stands on the base; a copy stands alone', () => {
    expect(
      listed({
        'docker-compose.yml': two,
        'docker-compose.override.yml': 'services: { web: { user: u } }\n',
        'docker-compose.prod.yml': 'services: { web: { restart: always } }\n',
        'docker-compose.copy.yml': two,
        'docker-compose.extra.yml': 'services: { more: { image: z } }\n',
      }),
    ).toEqual([
      '.: docker-compose.yml + docker-compose.override.yml',
      '.: docker-compose.copy.yml (docker-compose.copy.yml)',
      '.: docker-compose.yml + docker-compose.extra.yml (docker-compose.extra.yml)',
      '.: docker-compose.yml + docker-compose.prod.yml (docker-compose.prod.yml)',
    ]);
  });

  test('no file of a default name; a base file; a file in a folder below the base', () => {
    expect(listed({ 'docker-compose.prod.yml': two })).toEqual(['.: docker-compose.prod.yml (docker-compose.prod.yml)']);
    expect(listed({ 'base.yml': two, 'prod.yml': 'services: { web: { user: u } }\n' })).toEqual([
      '.: base.yml (base.yml)',
      '.: base.yml + prod.yml (prod.yml)',
    ]);
    expect(listed({ 'compose.yaml': two, 'deploy/prod.yaml': 'services: { web: { user: u } }\n' })).toEqual([
      '.: compose.yaml',
      '.: compose.yaml + deploy/prod.yaml (deploy/prod.yaml)',
    ]);
  });

  test('a default file that lacks an image is no project when a variant gives it', () => {
    expect(listed({ 'compose.yaml': 'services: { web: { user: u } }\n', 'compose.dev.yaml': 'services: { web: { build: . } }\n' })).toEqual(
      ['.: compose.yaml + compose.dev.yaml (compose.dev.yaml)'],
    );
  });

  test('files that others include or extend from are parts; other YAML with services is none', () => {
    expect(
      listed({
        'compose.yaml': 'include: [parts/db.yaml]\nservices: { web: { extends: { file: common.yaml, service: c } } }\n',
        'parts/db.yaml': 'services: { db: { image: d } }\n',
        'common.yaml': 'services: { c: { image: c } }\n',
        'config/services.yaml': 'services:\n  _defaults: { autowire: true }\n  App\\Foo: { arguments: [] }\n',
        'ci.yml': 'services: [postgres]\n',
        'broken.yaml': 'services: [\n',
      }),
    ).toEqual(['.: compose.yaml']);
  });

  test('upwards from the folder that was asked about', () => {
    const { root } = repositoryOf({ 'compose.yaml': two, 'sub/readme.md': '' });
    expect(discoverProjects(Repository.around(join(root, 'sub'))).map(({ files }) => files)).toEqual([['compose.yaml']]);
  });
});

describe('bounds', () => {
  const nine = (item: string): string => `[${Array(9).fill(item).join(',')}]`;
  const hostile: Record<string, [text: string, said: RegExp]> = {
    'an alias bomb': [
      `x-0: &a0 ${nine('1')}\n${Array.from({ length: 12 }, (_, i) => `x-${i + 1}: &a${i + 1} ${nine(`*a${i}`)}`).join('\n')}\n`,
      /more than 300,000 values/,
    ],
    'an anchor within itself': ['services: &a { web: { image: x, x-a: *a } }\n', /contains itself/],
    'many brackets': [`services: ${'['.repeat(50_000)}`, /nested more than 100/],
    'many dashes': ['- '.repeat(50_000), /nested more than 100/],
    'deep indentation': [Array.from({ length: 1400 }, (_, i) => `${' '.repeat(i)}a:`).join('\n'), /nested/],
    'a huge file': [`services: { web: { image: "${'x'.repeat(3_000_000)}" } }`, /larger than 2 MiB/],
    'all ports, again and again': [
      `services: { web: { image: x, ports: [${Array.from({ length: 5 }, (_, i) => `"1-${65_000 - i}"`).join(',')}] } }`,
      /more ports/,
    ],
    'a long chain of extends': [
      `services:\n${Array.from({ length: 300 }, (_, i) => `  s${i}: { extends: s${i + 1} }\n`).join('')}  s300: { image: x }\n`,
      /too deeply/,
    ],
    'a key again and again': ['a:\n'.repeat(130_000), /already defined/],
    'a binary file': ['\0\0services:\n', /binary/],
  };
  test.each(Object.entries(hostile))('%s ends with a clear problem', (_, [text, said]) => {
    expect(
      projectOf(text)
        .problems.map(({ message }) => message)
        .join(' '),
    ).toMatch(said);
  });

  test('names of objects are only names', () => {
    const project = projectOf('services: { __proto__: { image: x }, constructor: { image: y, environment: { toString: a } } }\n');
    expect(project.services.map(({ name }) => name)).toEqual(['__proto__', 'constructor']);
    expect(project.problems).toEqual([]);
  });

  test('nothing outside of the repository is read', () => {
    const repository = repositoryOf({ 'r/.git/HEAD': '', 'secret.env': 'SECRET=told\n', 'out.yaml': 'services: { out: { image: x } }\n' });
    const inside = join(repository.root, 'r');
    symlinkSync(join(repository.root, 'secret.env'), join(inside, '.env'));
    writeFileSync(
      join(inside, 'compose.yaml'),
      'include: [../out.yaml]\nservices:\n  web: { image: "x:${SECRET}", env_file: [../secret.env, /etc/hostname], volumes: ["../..:/x", "~/a:/a"], build: .. }\n  b: { extends: { file: ../out.yaml, service: out } }\n',
    );
    const [files] = discoverProjects(Repository.around(inside));
    const project = loadProject(Repository.around(inside), files as NonNullable<typeof files>, { profiles: [] });
    const web = serviceOf(project);
    expect(web.image?.value).toBe('x:');
    expect(web.environment.size).toBe(0);
    expect(web.volumes.map(({ source, outside }) => [source, outside])).toEqual([
      [null, '../..'],
      [null, '~/a'],
    ]);
    expect(web.build?.context).toBeNull();
    expect(project.services.map(({ name }) => name)).toEqual(['web', 'b']);
    expect(certain(project)).toEqual(['The service b has neither an image nor a build.']);
  });
});
