// Prints how long reading large nginx configurations takes, and how much memory. Needs `npx tsc -p tsconfig.build.json` first (it writes lib/).
import { Source } from '../../lib/core/source.js';
import { loadNginxConfig } from '../../lib/nginx/routes.js';

const prefix = '/etc/nginx';

function files(texts) {
  const made = new Map(
    Object.entries(texts).map(([path, text]) => {
      const source = new Source(path.slice(1), text);
      return [path, { path, text, origin: source.file, locate: (start, end) => source.locate(start, end) }];
    }),
  );
  return { read: (path) => made.get(path), list: () => [...made.keys()].map((path) => path.slice(prefix.length + 1)), isKnown: () => true };
}

/** Servers with two locations each: ten lines a server. */
function servers(count) {
  const one = (i) => `  server {
    listen 80;
    server_name s${i}.example;
    set $to http://app${i}:3000;
    location / {
      proxy_pass $to;
      proxy_set_header Host $host;
    }
    location /static/ { root /srv/${i}; }
  }
`;
  return `events {}\nhttp {\n${Array.from({ length: count }, (_, i) => one(i)).join('')}}\n`;
}

function nested(count) {
  const texts = { [`${prefix}/nginx.conf`]: 'events {}\nhttp { include n0; }\n' };
  for (let i = 0; i < count; i++) texts[`${prefix}/n${i}`] = `include n${i + 1};\n`;
  texts[`${prefix}/n${count}`] = 'server { location / { proxy_pass http://deep:1; } }\n';
  return texts;
}

const cases = {
  '50,000 lines': { [`${prefix}/nginx.conf`]: servers(5000) },
  '200,000 lines': { [`${prefix}/nginx.conf`]: servers(20_000) },
  '100 nested includes': nested(100),
  '5,000 nested includes': nested(5000),
};

for (const [name, texts] of Object.entries(cases)) {
  const tree = files(texts);
  globalThis.gc?.();
  const before = process.memoryUsage().heapUsed;
  const started = performance.now();
  const config = loadNginxConfig(tree, `${prefix}/nginx.conf`, { prefix });
  const milliseconds = performance.now() - started;
  const megabytes = (process.memoryUsage().heapUsed - before) / 2 ** 20;
  console.log(
    `${name}: ${milliseconds.toFixed(0)} ms, ${megabytes.toFixed(0)} MB, ${config.routes.length} routes, ${config.problems.length} problems`,
  );
}
