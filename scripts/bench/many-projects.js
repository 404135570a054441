/**
 * How long and how much memory it takes to find the stacks of a repository of many projects.
 * `node scripts/bench/many-projects.js [PROJECTS]` (300): each has a built nginx with a template, a mounted folder with many
 * files that nginx never reads, three apps and a production variant. Prints one line of figures.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const projects = Number(process.argv[2] ?? 300);
const built = spawnSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json'], { stdio: 'inherit' });
if (built.status !== 0) process.exit(2);
const { Repository } = await import('../../lib/core/repository.js');
const { findStacks } = await import('../../lib/stack/find.js');

const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-bench-'));
try {
  let files = 0;
  const write = (path, text) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    files++;
  };
  mkdirSync(join(folder, '.git'));
  for (let index = 0; index < projects; index++) writeProject(`apps/p${index}`, write);

  const started = performance.now();
  const before = process.memoryUsage().rss;
  const { stacks, projects: found } = findStacks(Repository.around(folder), { profiles: [] });
  const endpoints = stacks.flatMap(({ routes }) => routes.flatMap((route) => route.endpoints)).length;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const peak = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(
    `${projects} projects, ${files} files: ${found.length} projects with variants, ${stacks.length} stacks, ${endpoints} endpoints in ${seconds} s; peak memory ${peak} MiB (${Math.round(before / 1048576)} MiB before)`,
  );
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function writeProject(at, write) {
  const app = (name) => `  ${name}:\n    build: ./${name}\n    expose: ["3000"]\n    environment: { PORT: "3000" }\n`;
  write(
    `${at}/compose.yaml`,
    `services:\n  proxy:\n    build: ./proxy\n    ports: ["80:80"]\n    environment: { API: api }\n    volumes: ["./site:/usr/share/nginx/html:ro"]\n${['api', 'web', 'admin'].map(app).join('')}`,
  );
  write(`${at}/docker-compose.prod.yml`, 'services:\n  proxy:\n    environment: { API: web }\n');
  write(
    `${at}/proxy/Dockerfile`,
    'FROM nginx:1.27\nCOPY templates /etc/nginx/templates\nCOPY snippets /etc/nginx/snippets\nRUN rm /etc/nginx/conf.d/default.conf\n',
  );
  const locations = Array.from(
    { length: 20 },
    (_, index) =>
      `  location /r${index}/ {\n    include snippets/proxy.conf;\n    proxy_pass http://${index % 2 ? 'web' : '${API}'}:3000;\n  }\n`,
  );
  write(`${at}/proxy/templates/default.conf.template`, `server {\n  listen 80;\n${locations.join('')}}\n`);
  write(`${at}/proxy/snippets/proxy.conf`, 'proxy_set_header Host $host;\nproxy_http_version 1.1;\n');
  for (const name of ['api', 'web', 'admin'])
    write(`${at}/${name}/Dockerfile`, 'FROM node:22\nENV PORT=3000\nEXPOSE 3000\nCMD ["node", "server.js"]\n');
  for (let index = 0; index < 20; index++) write(`${at}/site/page${index}.html`, '<p>a page</p>\n');
}
