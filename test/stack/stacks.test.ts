/** Which nginx belongs to which project, what of its files is known, and where each target leads back to. */
import { describe, expect, test } from '@jest/globals';
import { findStacks, type StackOptions } from '../../src/stack/find.ts';
import type { Stack } from '../../src/stack/model.ts';
import { judge } from '../../src/stack/verdict.ts';
import { repositoryOf } from './temporary-repository.ts';

const find = (files: Record<string, string>, options: Partial<StackOptions> = {}) =>
  findStacks(repositoryOf(files), { profiles: [], ...options }).stacks;
const compose = (...services: string[]) => ['services:', ...services.map((line) => `  ${line}`), ''].join('\n');
const proxy = (target: string) => `server {\n  listen 80;\n  location / {\n    proxy_pass ${target};\n  }\n}\n`;

/** `host:port@file:line:column` of every endpoint. */
const targets = (stack: Stack | undefined) =>
  stack?.routes.flatMap(({ endpoints }) =>
    endpoints.map(({ target: { host, port, hostAt, at } }) => {
      const { file, start } = hostAt ?? at;
      return `${host}:${port}@${file}:${start.line}:${start.column}`;
    }),
  );

describe('which service is nginx', () => {
  const names = (files: Record<string, string>) =>
    find(files)
      .filter(({ nginx }) => !nginx.assumed)
      .map(({ nginx }) => nginx.service?.name);

  test('by image, command, mounts and Dockerfile; helpers are not', () => {
    expect(
      names({
        'compose.yaml': compose(
          'official: { image: "nginx:1.27" }',
          'mirror: { image: "mirror.example/library/nginx" }',
          'command: { image: "shop/edge", command: ["nginx", "-g", "daemon off;"] }',
          'mounts: { image: "shop/web", volumes: ["./site.conf:/etc/nginx/conf.d/site.conf"] }',
          'built: { build: ./built }',
          'installed: { build: ./installed }',
          'exporter: { image: "nginx/nginx-prometheus-exporter" }',
          'certbot: { image: certbot/certbot, volumes: ["./site.conf:/etc/nginx/conf.d/site.conf"] }',
          'certs-only: { image: shop/renew, volumes: ["./certs:/etc/nginx/certs"] }',
          'reloads: { image: docker, command: "sh -c \\"docker exec web nginx -s reload\\"" }',
          'app: { image: "node:20" }',
        ),
        'site.conf': proxy('http://app:3000'),
        'certs/readme.txt': 'none here',
        'built/Dockerfile': 'FROM node AS build\nFROM nginx:alpine\nCOPY --from=build /dist /usr/share/nginx/html\n',
        'installed/Dockerfile': 'FROM debian:12\nRUN apt-get update && apt-get install -y nginx supervisor\nCMD ["supervisord"]\n',
      }),
    ).toEqual(['official', 'mirror', 'command', 'mounts', 'built', 'installed']);
  });

  test('an option decides', () => {
    const files = { 'compose.yaml': compose('a: { image: nginx }', 'b: { image: shop/b }') };
    expect(find(files, { nginxService: 'b' }).map(({ nginx }) => nginx.service?.name)).toEqual(['b']);
    expect(() => find(files, { nginxService: 'c' })).toThrow('No compose file has a service named c.');
    expect(() => find(files, { composeFiles: ['none.yaml'] })).toThrow('There is no file none.yaml.');
  });
});

describe('places lead back to the repository', () => {
  test('through a template, a here-document and inline content', () => {
    const [stack] = find({
      'compose.yaml': compose(
        'web:',
        '  image: nginx',
        '  environment: { HOST: api, PORT: "3000" }',
        '  volumes: ["./t:/etc/nginx/templates"]',
        '  configs: [{ source: inline, target: /etc/nginx/conf.d/inline.conf }]',
        'built: { build: . }',
      ).concat('configs:\n  inline:\n    content: |\n      server {\n        location / { proxy_pass http://inline:1; }\n      }\n'),
      't/a.conf.template':
        'server {\n  location /a { proxy_pass http://${HOST}:${PORT}/; }\n  location /b { proxy_pass http://literal:$PORT; }\n}\n',
      Dockerfile: 'FROM nginx\nCOPY <<EOF /etc/nginx/conf.d/h.conf\nserver {\n  location / { proxy_pass http://heredoc:2; }\n}\nEOF\n',
    });
    expect(targets(stack)).toEqual([
      'api:3000@t/a.conf.template:2:28',
      'literal:3000@t/a.conf.template:3:35',
      'inline:1@compose.yaml:12:33',
    ]);
  });

  test('through a Dockerfile', () => {
    const [stack] = find({
      'compose.yaml': compose('web: { build: . }'),
      Dockerfile:
        'FROM nginx\nCOPY <<EOF /etc/nginx/conf.d/h.conf\nserver {\n  location / { proxy_pass http://heredoc:2; }\n}\nEOF\nRUN echo "upstream u { server made:3; }" > /etc/nginx/conf.d/u.conf\n',
    });
    expect(targets(stack)).toEqual(['heredoc:2@Dockerfile:4:34']);
    expect(stack?.config.upstreams[0]?.peers[0]?.at.start.line).toBe(7);
  });

  test('an untouched line of a file that sed edited keeps its columns', () => {
    const [stack] = find({
      'compose.yaml': compose('web: { build: . }'),
      Dockerfile: "FROM nginx\nCOPY a.conf /etc/nginx/conf.d/\nRUN sed -i 's/listen 80/listen 8080/' /etc/nginx/conf.d/a.conf\n",
      'a.conf': proxy('http://app:1'),
    });
    expect(targets(stack)).toEqual(['app:1@a.conf:4:16']);
    expect(stack?.config.servers.flatMap(({ listens }) => listens.map(({ port }) => port))).toContain(8080);
  });
});

describe('what is known', () => {
  const known = (files: Record<string, string>) => find(files)[0]?.nginx.treeKnown;

  test.each<[string, boolean, Record<string, string>]>([
    ['an official image', true, { 'compose.yaml': compose('web: { image: nginx }') }],
    ['an image that nobody knows', false, { 'compose.yaml': compose('web: { image: shop/nginx }') }],
    [
      'conf.d from outside the repository',
      false,
      { 'compose.yaml': compose('web: { image: nginx, volumes: ["/srv/conf:/etc/nginx/conf.d"] }') },
    ],
    [
      'certificates from outside the repository',
      true,
      { 'compose.yaml': compose('web: { image: nginx, volumes: ["/srv/certs:/etc/nginx/certs"] }') },
    ],
    [
      'conf.d in a volume',
      false,
      { 'compose.yaml': compose('web: { image: nginx, volumes: ["conf:/etc/nginx/conf.d"] }').concat('volumes: { conf: {} }\n') },
    ],
    ['nginx-proxy', false, { 'compose.yaml': compose('web: { image: nginxproxy/nginx-proxy }') }],
    [
      'a script of the image that is here',
      true,
      {
        'compose.yaml': compose('web: { build: . }'),
        Dockerfile: 'FROM nginx\nCOPY s.sh /\nENTRYPOINT ["/s.sh"]\nCMD ["nginx"]\n',
        's.sh': '#!/bin/sh\necho hello\nexec "$@"\n',
      },
    ],
    [
      'a program that writes nginx’s folder',
      false,
      { 'compose.yaml': compose('web: { build: . }'), Dockerfile: 'FROM nginx\nRUN generate --out /etc/nginx/conf.d\n' },
    ],
    ['an entry point that is not here', false, { 'compose.yaml': compose('web: { image: nginx, entrypoint: ["/opt/start.sh"] }') }],
    [
      'a reload loop in the command',
      true,
      {
        'compose.yaml': compose(
          'web:',
          '  image: nginx',
          '  command: \'/bin/sh -c "while :; do sleep 6h; nginx -s reload; done & nginx -g \\"daemon off;\\""\'',
        ),
      },
    ],
  ])('%s: %s', (_, expected, files) => {
    expect(known(files)).toBe(expected);
  });

  test('a template variable without a known value stays as it is written and is told', () => {
    const [stack] = find({
      'compose.yaml': compose(
        'web: { image: nginx, env_file: [gone.env], environment: { KNOWN: api }, volumes: ["./t:/etc/nginx/templates"] }',
      ),
      't/a.conf.template': proxy('http://${BACKEND}:80').concat(proxy('http://$KNOWN')),
    });
    expect(stack?.nginx.tree.read('/etc/nginx/conf.d/a.conf')?.text).toContain('http://${BACKEND}:80');
    expect(stack?.nginx.tree.unsetTemplateVariables).toEqual([
      {
        name: 'BACKEND',
        at: { file: 't/a.conf.template', start: { line: 4, column: 23 }, end: { line: 4, column: 33 } },
        template: 't/a.conf.template',
        uncertain: true,
      },
    ]);
  });

  test('a folder mounted over the start scripts takes the templates away', () => {
    const [stack] = find({
      'compose.yaml': compose('web: { image: nginx, volumes: ["./t:/etc/nginx/templates", "./empty:/docker-entrypoint.d"] }'),
      't/a.conf.template': proxy('http://app'),
      'empty/readme': '',
    });
    expect(stack?.nginx.tree.read('/etc/nginx/conf.d/a.conf')).toBeUndefined();
  });

  test('what was mounted from elsewhere is told as absent by design', () => {
    const [stack] = find({
      'compose.yaml': compose(
        'web: { image: nginx, volumes: ["/etc/letsencrypt:/etc/letsencrypt", "./gone.conf:/etc/nginx/conf.d/gone.conf"] }',
      ),
    });
    expect(stack?.nginx.tree.absent.map(({ target, kind, source }) => [target, kind, source])).toEqual([
      ['/etc/letsencrypt', 'outside', '/etc/letsencrypt'],
      ['/etc/nginx/conf.d/gone.conf', 'missing', 'gone.conf'],
    ]);
    expect(stack?.nginx.tree.isKnown('/etc/letsencrypt/live/x/fullchain.pem')).toBe(false);
  });

  test('another main file, another user, another process', () => {
    const [stack] = find({
      'compose.yaml': compose(
        'web: { image: nginx, user: "101", command: ["nginx", "-c", "/app/n.conf"], volumes: ["./n.conf:/app/n.conf"] }',
      ),
      'n.conf': 'events {}\nhttp { include more.conf; }\n',
    });
    expect(stack?.nginx).toMatchObject({ main: '/app/n.conf', prefix: '/app', unprivileged: true, sharesContainer: false });
    const [shared] = find({
      'compose.yaml': compose('web: { build: . }'),
      Dockerfile:
        'FROM php:8-fpm-alpine\nRUN apk add --no-cache nginx supervisor\nCOPY site.conf /etc/nginx/http.d/default.conf\nCMD ["supervisord"]\n',
      'site.conf': 'server { location ~ \\.php$ { fastcgi_pass 127.0.0.1:9000; } }\n',
    });
    expect(shared?.nginx.sharesContainer).toBe(true);
    expect(targets(shared)).toEqual(['127.0.0.1:9000@site.conf:1:43']);
  });
});

describe('what is missing leaves the rest in its place', () => {
  const judged = (stack: Stack | undefined) =>
    stack?.routes.flatMap(({ endpoints }) => endpoints.map((e) => `${e.target.host}:${e.target.port} ${judge(e, stack).verdict}`));

  test('a main file that is not in the repository: templates and conf.d belong to their service', () => {
    const stacks = find({
      'compose.yaml': compose(
        'web: { image: nginx, environment: { TARGET: "http://app:3000" }, volumes: ["./gone.conf:/etc/nginx/nginx.conf", "./t:/etc/nginx/templates"] }',
        'built: { build: . }',
        'app: { image: "node:20", command: "npx serve -l 3000", ports: ["3000:3000"] }',
      ),
      't/a.conf.template': proxy('$TARGET').concat('stream {}\n'),
      Dockerfile: 'FROM nginx\nCOPY gone.conf /etc/nginx/nginx.conf\nCOPY site.conf /etc/nginx/conf.d/\n',
      'site.conf': proxy('http://app:3000'),
    });
    expect(stacks.map(({ nginx }) => [nginx.service?.name, nginx.mainStandsIn, nginx.treeKnown])).toEqual([
      ['web', true, false],
      ['built', true, false],
    ]);
    expect(stacks.flatMap(judged)).toEqual(['app:3000 ok', 'app:3000 ok']);
    expect(stacks.flatMap(({ config }) => config.problems)).toEqual([]);
  });

  test('an unreadable compose file: nothing is said of where its nginx stands', () => {
    const [stack] = find({
      'compose.yaml': 'services:\n  a: [\n',
      'nginx.conf': proxy('http://unix:/run/app.sock').concat(proxy('http://127.0.0.1:3000')),
    });
    expect(stack?.routes.flatMap(({ endpoints }) => endpoints.map(({ reach }) => reach))).toEqual(
      Array.from({ length: 2 }, () => ({ kind: 'unverifiable', because: "compose.yaml can't be read" })),
    );
  });

  test('a route in a block that nginx refuses is not called right', () => {
    const [stack] = find({
      'compose.yaml': compose('web: { build: . }', 'db: { image: "postgres:16" }'),
      Dockerfile: 'FROM nginx\nCOPY s.conf /etc/nginx/conf.d/\n',
      's.conf': 'stream {\n  server { listen 5432; proxy_pass db:5432; }\n}\n',
    });
    expect(judged(stack)).toEqual(['db:5432 unverified']);
  });

  test('BuildKit takes a dockerfile in lower case, beside none in the usual', () => {
    const files = {
      'compose.yaml': compose('web: { build: ./web }'),
      'web/dockerfile': 'FROM nginx\nCOPY a.conf /etc/nginx/conf.d/\n',
      'web/a.conf': proxy('http://app:1'),
    };
    expect(targets(find(files)[0])).toEqual(['app:1@web/a.conf:4:23']);
    expect(find({ ...files, 'web/Dockerfile': 'FROM alpine\n' }).every(({ nginx }) => nginx.assumed)).toBe(true);
  });
});

describe('configurations that no service loads', () => {
  test('beside a project: on a host, and judged with doubt', () => {
    const stacks = find({
      'compose.yaml': compose('app: { image: "node:20", ports: ["3000:3000"] }'),
      'deploy/nginx/sites-available/shop': proxy('http://127.0.0.1:3000'),
      'deploy/nginx/snippets/proxy.conf': 'proxy_set_header Host $host;\n',
    });
    expect(stacks.map(({ nginx, project }) => [nginx.kind, nginx.assumed, project?.files])).toEqual([['host', true, ['compose.yaml']]]);
    expect(targets(stacks[0])).toEqual(['127.0.0.1:3000@deploy/nginx/sites-available/shop:4:23']);
  });

  test('a whole nginx.conf with what it includes is one stack; snippets are none', () => {
    const stacks = find({
      'nginx/nginx.conf': 'events {}\nhttp { include /etc/nginx/conf.d/*.conf; }\n',
      'nginx/conf.d/a.conf': `upstream u { server a:1; }\n${proxy('http://u').replace('proxy_pass', 'include snippets/p.conf;\n    proxy_pass')}`,
      'nginx/snippets/p.conf': 'proxy_http_version 1.1;\n',
    });
    expect(stacks).toHaveLength(1);
    expect(targets(stacks[0])).toEqual(['a:1@nginx/conf.d/a.conf:1:21']);
  });

  test('a configuration on one line', () => {
    const stacks = find({ 'nginx.conf': 'events {} http { server { listen 80; location / { proxy_pass http://a:1; } } }\n' });
    expect(stacks.flatMap(targets)).toEqual(['a:1@nginx.conf:1:69']);
    expect(find({ 'a.conf': 'server { listen 80; location / { proxy_pass http://a:1; } }' }).flatMap(targets)).toHaveLength(1);
  });

  test('a site of plain files is a stack without routes where no project is; a text of another program is none', () => {
    const site = 'user nginx;\nevents {}\nhttp {\n  server { root /srv; }\n}\n';
    expect(find({ 'nginx.conf': site }).map((stack) => [stack.nginx.assumed, stack.routes])).toEqual([[true, []]]);
    expect(find({ 'compose.yaml': compose('app: { image: node }'), 'nginx.conf': site })).toEqual([]);
    expect(
      find({ 'nginx.conf.example': site, 'app.conf': 'http {\n  port = 1\n}\n', 'b.conf': 'events { on: click } http { x }' }),
    ).toEqual([]);
  });

  test('other template languages keep their lines and give no problems', () => {
    const stacks = find({
      'roles/nginx/templates/site.conf.j2':
        '{% if tls %}\nserver {\n  location / { proxy_pass http://{{ host }}:80; }\n  location /x { proxy_pass http://app:81; }\n}\n{% endif %}\n',
    });
    expect(stacks.flatMap((stack) => stack.config.problems)).toEqual([]);
    expect(targets(stacks[0])).toContain('app:81@roles/nginx/templates/site.conf.j2:4:28');
  });

  test('a named main file is the nginx of the host', () => {
    const [stack] = find(
      { 'edge.txt': 'events {}\nhttp { server { location / { proxy_pass http://127.0.0.1:1; } } }\n' },
      { nginxConf: 'edge.txt' },
    );
    expect(stack?.nginx).toMatchObject({ kind: 'host', assumed: false });
    expect(targets(stack)).toEqual(['127.0.0.1:1@edge.txt:2:48']);
    expect(() => find({}, { nginxConf: 'gone.conf' })).toThrow('There is no file gone.conf.');
  });
});

describe('nothing outside the repository is read', () => {
  test('links, mounts and COPY that lead out', () => {
    const [stack] = find({
      'compose.yaml': compose(
        'web: { build: ., volumes: ["./out.conf:/etc/nginx/conf.d/out.conf", "../../../../etc:/etc/nginx/outside"] }',
      ),
      Dockerfile: 'FROM nginx\nCOPY ../../../../etc/hostname /etc/nginx/conf.d/h.conf\n',
      'out.conf': '-> /etc/passwd',
    });
    for (const path of ['/etc/nginx/conf.d/out.conf', '/etc/nginx/outside/passwd', '/etc/nginx/conf.d/h.conf']) {
      expect(stack?.nginx.tree.read(path)).toBeUndefined();
    }
  });
});
