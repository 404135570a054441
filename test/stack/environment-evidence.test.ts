import { describe, expect, test } from '@jest/globals';
import { discoverProjects } from '../../src/compose/discover.ts';
import { loadProject } from '../../src/compose/load.ts';
import type { Project } from '../../src/compose/model.ts';
import { knowledgeOf } from '../../src/stack/ports.ts';
import { serviceImage } from '../../src/stack/service-image.ts';
import { repositoryOf } from './temporary-repository.ts';

/** What the files say of the service `api`: kind, port or socket, strength, with `perhaps` where it can't contradict. */
function evidence(api: string, files: Record<string, string> = {}): string[] {
  const compose = `services:\n  api:\n${api.replace(/^/gm, '    ')}\n  db:\n    image: shop/db\n`;
  const repository = repositoryOf({ 'compose.yaml': compose, ...files });
  const [found] = discoverProjects(repository);
  const project: Project = loadProject(repository, found as NonNullable<typeof found>, { profiles: [] });
  const service = project.services.find(({ name }) => name === 'api') as Project['services'][number];
  return knowledgeOf(service, project, serviceImage(repository, service), repository).evidence.map(
    (item) => `${item.kind} ${item.socket ?? item.port} ${item.strength}${item.certain ? '' : ' perhaps'}`,
  );
}

describe("ports in a service's environment", () => {
  test.each<[string, string[]]>([
    ['PORT: "3000"', ['environment 3000 declares']],
    ['SERVER_PORT: 8080', ['environment 8080 declares']],
    ['LISTEN_ADDR: ":8090"', ['environment 8090 declares']],
    ['API_PORT: "3001"', ['environment 3001 declares']],
    ['ASPNETCORE_URLS: "http://+:5000;https://+:5001"', ['environment 5000 binds', 'environment 5001 binds']],
    ['ASPNETCORE_HTTP_PORTS: "8080"', ['environment 8080 binds']],
    ['SHOP_LISTEN_PORT: "8095"', ['environment 8095 suggests perhaps']],
    // Where something else listens.
    ['DB_PORT: "5432"', []],
    ['REDIS_PORT: "6379"', []],
    ['SMTP_PORT: "587"', []],
    ['LISTEN_ADDR: "10.1.2.3:8090"', []],
    ['PORT: ""', []],
    ['PORT: auto', []],
  ])('%s', (line, wanted) => {
    expect(evidence(`image: shop/api\nenvironment:\n  ${line}`)).toEqual(wanted);
  });

  test('a variable that is called like another service speaks of that one', () => {
    const compose =
      'services:\n  api:\n    image: shop/api\n    environment: {MAILBOX_PORT: "2525"}\n  mailbox:\n    image: shop/mailbox\n';
    const repository = repositoryOf({ 'compose.yaml': compose });
    const [found] = discoverProjects(repository);
    const project = loadProject(repository, found as NonNullable<typeof found>, { profiles: [] });
    const api = project.services[0] as Project['services'][number];
    expect(knowledgeOf(api, project, serviceImage(repository, api), repository).evidence).toEqual([]);
  });

  test("compose's value stands above the image's ENV, and an absent env_file makes both doubtful", () => {
    const files = { 'api/Dockerfile': 'FROM shop/base\nENV PORT=3000\nENTRYPOINT ["/srv/shop"]\n' };
    expect(evidence('build: ./api', files)).toContain('ENV 3000 declares');
    const own = evidence('build: ./api\nenvironment: {PORT: "4000"}', files);
    expect(own).toContain('environment 4000 declares');
    expect(own.filter((item) => item.includes('3000'))).toEqual([]);
    expect(evidence('build: ./api\nenv_file: absent.env', files)).toContain('ENV 3000 declares perhaps');
  });

  test('a default holds only where nothing that the program reads is unknown', () => {
    expect(evidence('image: shop/api\ncommand: gunicorn app')).toEqual(['command 8000 binds']);
    expect(evidence('image: shop/api\ncommand: gunicorn app\nenvironment: {PORT: "9000"}')).toContain('command 9000 binds');
    expect(evidence('image: shop/api\ncommand: gunicorn app\nenv_file: absent.env')).toEqual(['command 8000 binds perhaps']);
  });
});

describe('what the other parts of a service say', () => {
  test.each<[string, string[]]>([
    ['image: shop/api\nexpose: ["3000"]', ['expose 3000 declares']],
    ['image: shop/api\nports: ["8080:3000"]', ['ports 3000 declares']],
    ['image: shop/api\nports: ["8080:3000/udp"]', ['ports 3000 declares perhaps']],
    ['image: shop/api\nlabels: {traefik.http.services.api.loadbalancer.server.port: "3000"}', ['label 3000 suggests']],
    ['image: shop/api\nhealthcheck: {test: "curl -f http://localhost:3000/health"}', ['healthcheck 3000 suggests']],
    ['image: shop/api\nhealthcheck: {test: "curl -f http://localhost/health"}', ['healthcheck 80 suggests']],
    ['image: shop/api\nhealthcheck: {test: "curl -f http://db:3000/health"}', []],
    ['image: ghost:5', ['image 2368 suggests']],
    ['image: ghost:5\nenvironment: {server__port: "3000"}', ['environment 3000 suggests perhaps', 'image 2368 suggests perhaps']],
  ])('%s', (api, wanted) => {
    expect(evidence(api)).toEqual(wanted);
  });

  test('a start script that the command leads to binds, a file that nothing leads to suggests', () => {
    const files = {
      'api/Dockerfile': 'FROM node:22\nWORKDIR /app\nCOPY . .\nCMD ["npm", "start"]\n',
      'api/package.json': '{"scripts": {"start": "node server.js"}}',
      'api/server.js': 'app.listen(3000)',
      'api/admin.js': 'app.listen(3009)',
    };
    const said = evidence('build: ./api', files);
    expect(said).toContain('CMD 3000 binds');
    expect(said).toContain('start-file 3009 suggests perhaps');
    expect(said.filter((item) => item.includes('3009'))).toHaveLength(1);
  });
});

test('a build context that is only there from a folder further up supports, as with --project-directory', () => {
  const compose = 'services:\n  api:\n    build: ./api\n';
  const repository = repositoryOf({ 'envs/prod/compose.yaml': compose, 'api/server.js': 'app.listen(3000)' });
  const [found] = discoverProjects(repository);
  const project = loadProject(repository, found as NonNullable<typeof found>, { profiles: [] });
  const api = project.services[0] as Project['services'][number];
  const { evidence: said } = knowledgeOf(api, project, serviceImage(repository, api), repository);
  expect(said.map(({ port, strength, certain }) => [port, strength, certain])).toEqual([[3000, 'suggests', false]]);
});
