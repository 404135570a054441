import { expect, test } from '@jest/globals';
import { loadNginxConfig } from '../../src/nginx/routes.ts';
import { configFiles } from '../support/config-file.ts';

test('50,000 lines are read whole', () => {
  const server = (i: number) => `server {
listen 80;
server_name s${i}.test;
set $to app${i}:3000;
location / {
proxy_pass http://$to;
proxy_set_header Host $host;
}
location /static/ { root /srv; }
}
`;
  const text = `events {}\nhttp {\n${Array.from({ length: 5000 }, (_, i) => server(i)).join('')}}\n`;
  const started = performance.now();
  const config = loadNginxConfig(configFiles({ '/etc/nginx/nginx.conf': text }), '/etc/nginx/nginx.conf', { prefix: '/etc/nginx' });
  process.stderr.write(`${text.split('\n').length} lines: ${(performance.now() - started).toFixed(0)} ms\n`);
  expect([config.problems, config.servers.length, config.routes.length]).toEqual([[], 5000, 5000]);
  expect(config.routes[4999]?.endpoints[0]?.host).toBe('app4999');
});
