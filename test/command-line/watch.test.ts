/** `check --watch`, as people at a terminal use it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { folderWith, top } from '../support/bundle.ts';

const compose = `services:
  proxy:
    image: nginx:1.27
    volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]
  api:
    image: example/api
    command: gunicorn -b 0.0.0.0:8000 app
`;
const nginx = (port: number) => `server {\n    listen 80;\n    location / {\n        proxy_pass http://api:${port};\n    }\n}\n`;
const waiting = 'Watching for changes; Ctrl-C ends.\n';

/** A watch of a folder; what it wrote is kept, and waited for. */
class Watch {
  out = '';
  err = '';
  readonly child: ChildProcess;

  constructor(folder: string, ...args: string[]) {
    const command = [join(top, 'dist/cli/index.js'), 'check', folder, '--engine', 'none', '--watch', ...args];
    this.child = spawn(process.execPath, command, {
      cwd: folder,
      env: { PATH: process.env.PATH ?? '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      this.out += text;
    });
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.err += text;
    });
  }

  /** Until it has reported so many times and waits for the next change. */
  async reported(times: number): Promise<void> {
    while (this.err.split(waiting).length - 1 < times) {
      if (this.child.exitCode !== null) throw new Error(`ended with ${this.child.exitCode}: ${this.err}`);
      await Promise.race([once(this.child.stderr as NodeJS.ReadableStream, 'data'), once(this.child, 'close')]);
    }
  }

  async end(signal: NodeJS.Signals): Promise<[number | null, NodeJS.Signals | null]> {
    const closed = once(this.child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    this.child.kill(signal);
    return closed;
  }
}

describe('check --watch', () => {
  let folder: string;
  let remove: () => void;
  let watch: Watch | undefined;

  beforeEach(() => {
    ({ folder, remove } = folderWith({ 'compose.yaml': compose, 'nginx.conf': nginx(8080) }));
  });

  afterEach(() => {
    watch?.child.kill('SIGKILL');
    remove();
  });

  test('reports again after each change, and outlives a configuration that cannot be read', async () => {
    watch = new Watch(folder);
    await watch.reported(1);
    expect(watch.out).toContain('error port-mismatch nginx.conf:4');
    watch.out = '';
    writeFileSync(join(folder, 'nginx.conf'), nginx(8000));
    await watch.reported(2);
    expect(watch.out).toContain('endpoint: 1 ok');
    writeFileSync(join(folder, '.nginx-gate.yml'), 'chekcs: {}\n');
    await watch.reported(3);
    expect(watch.err).toContain('nginx-gate: .nginx-gate.yml:1: the configuration has no key "chekcs"');
    watch.out = '';
    writeFileSync(join(folder, '.nginx-gate.yml'), '');
    await watch.reported(4);
    expect(watch.out).toContain('endpoint: 1 ok');
  });

  test('its own report does not start it again', async () => {
    watch = new Watch(folder, '--format', 'json', '--output', join(folder, 'report.json'));
    await watch.reported(1);
    // Several times as long as the watch waits for a change to be complete.
    await setTimeout(1000);
    expect(watch.err).toBe(waiting);
    writeFileSync(join(folder, 'nginx.conf'), nginx(8000));
    await watch.reported(2);
    expect(JSON.parse(readFileSync(join(folder, 'report.json'), 'utf8'))).toMatchObject({ summary: { errors: 0 } });
  });

  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends it with %i', async (signal, status) => {
    watch = new Watch(folder);
    await watch.reported(1);
    expect(await watch.end(signal)).toEqual([status, null]);
    expect(watch.err).toBe(waiting);
  });
});
