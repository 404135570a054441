// How long `smoke` takes for 200 routes, beside `curl --parallel` for the same requests. Needs Docker, Compose and the
// images of scripts/setup-engines. Usage: node scripts/bench/smoke.js [milliseconds that the app takes to answer]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const routes = 200;
const delay = Number(process.argv[2] ?? 100);
const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-bench-'));
const project = `ng-bench-${process.pid}`;
const cli = join(import.meta.dirname, '../../dist/cli/index.js');

function run(program, words, input) {
  const ran = spawnSync(program, words, { encoding: 'utf8', input, maxBuffer: 1e8 });
  if (ran.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${ran.stdout}${ran.stderr}`);
  return ran.stdout;
}
const compose = (...words) => run('docker', ['compose', '-p', project, '-f', join(folder, 'compose.yaml'), ...words]);

function timed(work) {
  const started = performance.now();
  work();
  return performance.now() - started;
}
const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)];

mkdirSync(join(folder, 'nginx'));
const paths = Array.from({ length: routes }, (_, i) => `/r${i}/`);
const locations = paths.map((path) => `    location ${path} { proxy_pass http://api:3000; }`).join('\n');
writeFileSync(join(folder, 'nginx/default.conf'), `server {\n    listen 80;\n    server_name bench.test;\n${locations}\n}\n`);
writeFileSync(
  join(folder, 'compose.yaml'),
  `services:
  proxy:
    image: nginx-gate/nginx:local
    depends_on: [api]
    volumes: ['./nginx:/etc/nginx/conf.d:ro']
  api:
    image: nginx-gate/app:local
    init: true
    command: [node, -e, "require('http').createServer((q, s) => setTimeout(() => s.end('ok'), ${delay})).listen(3000)"]
`,
);
try {
  compose('up', '-d');
  const proxy = compose('ps', '-q', 'proxy').trim();
  const requests = paths.map((path) => `url = "http://127.0.0.1${path}"\nheader = "Host: bench.test"\noutput = "/dev/null"\nsilent`);
  const input = requests.join('\nnext\n');
  const curl = () =>
    run('docker', ['exec', '-i', proxy, 'curl', '--parallel', '--parallel-immediate', '--no-progress-meter', '--config', '-'], input);
  const smoke = () => run(process.execPath, [cli, 'smoke', folder, '--format', 'json', '--wait', '5']);
  curl();
  smoke();
  const times = { curl: [], smoke: [] };
  for (let round = 0; round < 5; round += 1) {
    times.curl.push(timed(curl));
    times.smoke.push(timed(smoke));
  }
  const [a, b] = [median(times.curl), median(times.smoke)];
  console.log(
    `${routes} routes, app answers after ${delay} ms: curl --parallel ${a.toFixed(0)} ms, smoke ${b.toFixed(0)} ms, ratio ${(b / a).toFixed(2)}`,
  );
} finally {
  compose('down', '-v', '-t', '0');
  rmSync(folder, { recursive: true, force: true });
}
