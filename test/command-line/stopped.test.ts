import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { folderWith, top } from '../support/bundle.ts';

test('Ctrl-C in the middle of a request is told as that, not as a fault', async () => {
  const silent = createServer();
  await new Promise<void>((done) => silent.listen(0, '127.0.0.1', done));
  const { folder, remove } = folderWith({
    'nginx.conf': 'events {}\nhttp { server { listen 80; location / { proxy_pass http://127.0.0.1:9; } } }\n',
  });
  const site = `http://127.0.0.1:${(silent.address() as AddressInfo).port}`;
  const args = ['smoke', folder, '--vantage', 'runner', '--base-url', site, '--wait', '60', '--timeout', '60'];
  const child = spawn(process.execPath, [join(top, 'dist/cli/index.js'), ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part) => {
      said += part;
    });
  await once(silent, 'request');
  child.kill('SIGINT');
  const [status] = await once(child, 'close');
  silent.closeAllConnections();
  silent.close();
  remove();
  expect([status, said]).toEqual([130, 'nginx-gate: Stopped.\n']);
});
