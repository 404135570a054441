/** Values that a project keeps in its environment, planted where reports could show them; no format may, and messages must still tell. */
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/core/report.ts';
import { check } from '../../src/gate/check.ts';
import { openJob } from '../../src/gate/job.ts';
import { type Format, formats } from '../../src/report/formats.ts';
import { folderWith } from '../support/bundle.ts';

const files = {
  '.env': 'DB_PASS=planted-env\nJWT=plantedjwt\nUP=api\n',
  'app.env': 'SESSION_SECRET=planted-envfile\n',
  'compose.yaml': `services:
  proxy:
    image: nginx:1.27
    ports: ["80:80"]
    env_file: app.env
    environment:
      API_TOKEN: planted-token
      UPSTREAM_URL: http://me:planted-url@lost9:5000
      PASSPHRASE: \${DB_PASS}
      MY_JWT: "\${JWT}"
      HOST_NAME: \${UP}
    volumes: ["./nginx/:/etc/nginx/templates:ro"]
  api:
    image: registry.example/api
    command: node server.js --port 3000 --secret=planted-flag --db postgres://u:planted-dsn@db/x
  db:
    image: postgres:16
    environment: ["POSTGRES_PASSWORD=postgres", "PGPASSWORD=planted-list"]
  worker:
    build: ./worker
`,
  'worker/Dockerfile': `FROM node:20
ARG NPM_TOKEN=planted-arg
ENV API_SECRET=planted-env PORT=8000
CMD ["node", "x.js", "--password", "planted-cmd"]
`,
  'nginx/default.conf.template': `server {
  listen 80;
  location /a/ { proxy_set_header Authorization "Basic planted-basic"; proxy_pass http://api:3001; }
  location /b/ {
    proxy_set_header X-Api-Key planted-key;
    proxy_pass http://worker:9000;
    fastcgi_param DB_PASSWORD planted-param;
  }
  location /c/ {
    proxy_set_header Cookie "id=planted-cookie";
    proxy_pass http://lost:3000/?token=planted-query;
    if ($http_x_secret != "planted-if") { return 403; }
  }
  location /d/ { proxy_pass http://me:planted-userinfo@lost:3000; }
  location /e/ { proxy_pass \${UPSTREAM_URL}; }
  location /f/ { proxy_pass http://\${MY_JWT}:3000; }
  location /g/ { proxy_pass http://\${HOST_NAME}:3001; }
  location /h/ { proxy_pass http://db:5433; }
  \${PASSPHRASE} x;
  \${API_TOKEN}x y;
  \${SESSION_SECRET} z;
}
`,
};

let remove: () => void;
let report: Report;
let lineOf: Parameters<(typeof formats)['text']>[1]['lineOf'];
beforeAll(async () => {
  const made = folderWith(files);
  remove = made.remove;
  const none = { config: undefined, composeFiles: [], profiles: [], envFiles: [], nginxService: undefined, nginxConf: undefined };
  const job = openJob({ folder: made.folder, ...none });
  report = await check({ ...job, engine: 'none', foreign: false, baseline: new Set() });
  lineOf = job.repo.lineOf;
});
afterAll(() => remove());

describe('no planted value is in', () => {
  test.each(Object.keys(formats) as Format[])('%s', (format) => {
    const text = formats[format](report, { lineOf });
    expect(text).not.toMatch(/planted/i);
    expect(text).toContain('api');
  });
});

test('messages still tell what is wrong', () => {
  const messages = report.findings.map((finding) => finding.message).join('\n');
  expect(messages).toContain('api:3001');
  expect(messages).toContain('worker:9000');
  expect(messages).toContain('nginx has no directive "*****x"');
  expect(messages).toContain('hands on to *****:3000');
});

test('a password that is the name of a service stays readable as the service', () => {
  expect(JSON.stringify(report.stacks)).toContain('"service":"db"');
  expect(formats.json(report, { lineOf })).not.toContain('image":"*');
});
