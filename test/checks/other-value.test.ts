import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { checks } from '../../src/checks/index.ts';
import { Repository } from '../../src/core/repository.ts';
import { findStacks } from '../../src/stack/find.ts';

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

/** The fix of each finding about the target of one template. */
function fixes(target: string, environment: string): (string | undefined)[] {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-test-'));
  folders.push(folder);
  mkdirSync(join(folder, 'templates'));
  writeFileSync(
    join(folder, 'templates/default.conf.template'),
    `server { listen 80; location / { set $unused 1; proxy_pass ${target}; } }\n`,
  );
  writeFileSync(join(folder, 'nginx.env'), 'FROM_FILE_HOST=apj\nFROM_FILE_PORT=8001\n');
  writeFileSync(
    join(folder, 'compose.yaml'),
    `services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    volumes: ["./templates:/etc/nginx/templates:ro"]
    env_file: nginx.env
    environment:
      ${environment}
    depends_on: [api]
  api:
    image: registry.example/own
    ports: ["8001:3000"]
`,
  );
  const { stacks } = findStacks(Repository.around(folder), { profiles: [] });
  const found = stacks.flatMap((stack) => checks.flatMap((check) => [...check.run(stack)]));
  return found.map(({ fix }) => `${fix?.message} ${fix?.edits === undefined ? 'by hand' : 'by edit'}`);
}

test('a fix names the place where the variable of a template is set', () => {
  expect(fixes('http://api:${API_PORT}', 'API_PORT: "8001"')).toEqual(['Set API_PORT to 3000, in compose.yaml:8. by hand']);
  expect(fixes('http://${API_HOST}:3000', 'API_HOST: apii')).toEqual(['Set API_HOST to api, in compose.yaml:8. by hand']);
  expect(fixes('http://api:${FROM_FILE_PORT}', 'OTHER: 1')).toEqual(['Set FROM_FILE_PORT to 3000, in nginx.env:2. by hand']);
});

test('a fix edits the target where host and port are written, and where the variable is only a part', () => {
  expect(fixes('http://api:8001', 'OTHER: 1')).toEqual(['Use port 3000. by edit']);
  expect(fixes('http://apii:3000', 'OTHER: 1')).toEqual(['Use api. by edit']);
  expect(fixes('http://api:80${LAST}', 'LAST: "01"')).toEqual(['Use port 3000. by hand']);
  expect(fixes('http://${WHOLE}', 'WHOLE: api:8001')).toEqual(['Use port 3000. by hand']);
});
