/**
 * Measures the Compose side: one compose file of 20,000 lines, and 300 projects in one repository.
 * Needs `npx tsc -p tsconfig.build.json` first (it writes lib/). Prints seconds and the peak of memory; each case has its own process.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const service = (index) =>
  `  s${index}:\n    image: example/app:1\n    ports:\n      - "${(index % 60000) + 1}:80"\n    environment:\n      A: "1"\n      B: "$SET"\n    expose:\n      - "80"\n`;

const cases = {
  '20,000 lines': () => ({ 'compose.yaml': `services:\n${Array.from({ length: 2222 }, (_, i) => service(i)).join('')}` }),
  '300 projects': () =>
    Object.fromEntries(
      Array.from({ length: 300 }, (_, p) => [
        `p${p}/compose.yaml`,
        `services:\n${Array.from({ length: 8 }, (_, i) => service(i)).join('')}`,
      ]),
    ),
};

if (process.argv[2] === 'one') await one(process.argv[3]);
else for (const name of Object.keys(cases)) run(name);

function run(name) {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-bench-'));
  for (const [path, text] of Object.entries({ '.git/HEAD': '', '.env': 'SET=set\n', ...cases[name]() })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), 'one', folder], { encoding: 'utf8' });
  console.log(`compose, ${name}: ${stdout.trim() || stderr.trim()}`);
  rmSync(folder, { recursive: true, force: true });
}

async function one(folder) {
  const { Repository } = await import('../../lib/core/repository.js');
  const { discoverProjects } = await import('../../lib/compose/discover.js');
  const { loadProject } = await import('../../lib/compose/load.js');
  const start = performance.now();
  const repository = Repository.around(folder);
  const projects = discoverProjects(repository).map((files) => loadProject(repository, files, { profiles: [] }));
  const seconds = ((performance.now() - start) / 1000).toFixed(2);
  const services = projects.reduce((sum, { services }) => sum + services.length, 0);
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(`${projects.length} projects, ${services} services, ${seconds} s, ${megabytes} MB at most`);
}
