/** Brings the live lab up with the real Docker and Compose, breaks what must be broken, and takes it down again. */
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export function run(program: string, ...words: string[]): string {
  const ran = spawnSync(program, words, { encoding: 'utf8', timeout: 120_000 });
  if (ran.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${ran.stderr || ran.error?.message}`);
  return ran.stdout;
}

/** Where Debian puts nginx's stream module; another place can be named. Null where there is none. */
const modulePath = process.env.NGINX_GATE_STREAM_MODULE ?? '/usr/lib/nginx/modules/ngx_stream_module.so';
export const streamModule: string | null = existsSync(modulePath) ? modulePath : null;

export class Lab {
  /** A copy, so that files may change under a running nginx. */
  readonly folder = mkdtempSync(join(tmpdir(), 'nginx-gate-lab-'));
  readonly project = `ng-lab-${process.pid}`;

  constructor() {
    cpSync(join(import.meta.dirname, 'lab'), this.folder, { recursive: true });
    this.#addStream();
    const at = join(this.folder, 'certificates');
    mkdirSync(at, { recursive: true });
    const subject = ['-subj', '/CN=app.test', '-addext', 'subjectAltName=DNS:app.test'];
    run(
      'openssl',
      'req',
      '-x509',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-days',
      '2',
      ...subject,
      '-keyout',
      join(at, 'app.key'),
      '-out',
      join(at, 'app.crt'),
    );
    run('chmod', '-R', 'a+rX', this.folder);
  }

  #addStream(): void {
    const modules = join(this.folder, 'modules');
    mkdirSync(modules);
    if (streamModule === null) return;
    cpSync(streamModule, join(modules, 'ngx_stream_module.so'));
    const main = join(this.folder, 'nginx.conf');
    const [load = '', ...stream] = readFileSync(join(this.folder, 'stream.txt'), 'utf8').trim().split('\n');
    writeFileSync(main, [load, readFileSync(main, 'utf8'), ...stream].join('\n'));
  }

  compose(...words: string[]): string {
    return run('docker', 'compose', '-p', this.project, '-f', join(this.folder, 'compose.yaml'), ...words);
  }

  container(service: string): string {
    return this.compose('ps', '-a', '-q', service).trim().split('\n')[0] ?? '';
  }

  up(): void {
    this.compose('up', '-d', '--quiet-pull');
    const proxy = this.container('proxy');
    for (let round = 0; round < 100; round += 1) {
      const ran = spawnSync(
        'docker',
        ['exec', proxy, 'curl', '-s', '-o', '/dev/null', '-w', '%{http_code}', 'http://127.0.0.1/ok/', '-H', 'Host: lab.test'],
        { encoding: 'utf8' },
      );
      if (ran.stdout === '200') return;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
    }
    throw new Error(this.compose('logs', '--tail', '30'));
  }

  /** Changes that happen behind a running nginx's back. */
  break(): void {
    run('docker', 'exec', this.container('many'), 'node', '-e', 'require("node:fs").writeFileSync("/run/lab/deaf", "")');
    this.#recreateElsewhere('reassigned', 'node', '/lab/apps.mjs', 'plain');
    this.#recreateElsewhere('moved', 'sleep', '600');
    for (const [service, verdict] of [
      ['dropped', ['DROP']],
      ['rejected', ['REJECT', '--reject-with', 'icmp-host-prohibited']],
    ] as const) {
      const pid = run('docker', 'inspect', '-f', '{{.State.Pid}}', this.container(service)).trim();
      run('nsenter', '-t', pid, '-n', 'iptables', '-A', 'INPUT', '-p', 'tcp', '--dport', '3000', '-j', ...verdict);
    }
    run('docker', 'stop', '-t', '0', this.container('stopped'));
    run('docker', 'network', 'disconnect', `${this.project}_default`, this.container('apart'));
    run('docker', 'pause', this.container('paused'));
    this.#loop('looping');
    spawnSync('docker', ['exec', this.container('many'), 'node', '/lab/apps.mjs', 'dead-socket']);
    this.#edit('many:3999', 'many:3000');
    const proxy = this.container('proxy');
    const ask = (...words: string[]) => run('docker', 'exec', proxy, 'curl', '-s', '-o', '/dev/null', '-H', 'Host: lab.test', ...words);
    ask('http://127.0.0.1/limited/');
  }

  /** Last of all: a container that loops takes any free address. */
  #loop(service: string): void {
    run('docker', 'exec', this.container('many'), 'node', '-e', 'require("node:fs").writeFileSync("/run/lab/loop", "")');
    const restarts = () => Number(run('docker', 'inspect', '-f', '{{.RestartCount}}', this.container(service)));
    for (let round = 0; round < 100 && restarts() < 2; round += 1) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }

  /** A container comes back with another address while another one has taken its old one. */
  #recreateElsewhere(service: string, ...command: string[]): void {
    const address = () =>
      run('docker', 'inspect', '-f', '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}', this.container(service)).trim();
    const before = address();
    this.compose('rm', '-sf', service);
    const mount = ['-v', `${join(this.folder, 'apps.mjs')}:/lab/apps.mjs:ro`];
    const words = ['--rm', '--name', this.#filler(service), '--network', `${this.project}_default`, ...mount];
    run('docker', 'run', '-d', ...words, 'nginx-gate/app:local', ...command);
    this.compose('up', '-d', '--no-deps', service);
    if (address() === before) throw new Error(`${service} has kept its address`);
  }

  #filler(service: string): string {
    return `${this.project}-instead-of-${service}`;
  }

  #edit(from: string, to: string): void {
    const file = join(this.folder, 'nginx/default.conf');
    writeFileSync(file, readFileSync(file, 'utf8').replace(from, to));
  }

  /** Everything of the lab that a smoke run must leave as it was. */
  state(): string {
    const format = '{{.Names}} {{.Image}} {{.State}}';
    const containers = run('docker', 'ps', '-a', '--filter', `name=${this.project}`, '--format', format);
    const started = this.compose('ps', '-a', '-q')
      .trim()
      .split('\n')
      .map((id) => run('docker', 'inspect', '-f', '{{.Name}} {{.State.StartedAt}} {{.State.Status}}', id));
    return [containers, ...started]
      .join('')
      .split('\n')
      .sort()
      .filter((line) => !/killed|looping/.test(line))
      .join('\n');
  }

  accessLog(): string {
    return run('docker', 'logs', this.container('proxy'));
  }

  down(): void {
    spawnSync('docker', ['rm', '-f', this.#filler('moved'), this.#filler('reassigned')]);
    this.compose('down', '-v', '-t', '0');
    rmSync(this.folder, { recursive: true, force: true });
  }
}
