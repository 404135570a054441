/** An nginx, its apps and an sshd as processes of this machine, on loopback ports of their own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { run } from './lab.ts';

/** The ports of one run: `28` stands in the files for the two digits in front, as another run may be using those. */
function freePrefix(): string {
  const inUse = readFileSync('/proc/net/tcp', 'utf8') + readFileSync('/proc/net/tcp6', 'utf8');
  const taken = new Set([...inUse.matchAll(/:([0-9A-F]{4}) [0-9A-F]+:/g)].map((m) => Math.floor(Number.parseInt(m[1] ?? '', 16) / 1000)));
  const free = Array.from({ length: 20 }, (_, i) => 12 + i).filter((n) => !taken.has(n));
  return String(free[process.pid % free.length]);
}

const here = import.meta.dirname;

export class Host {
  /** Whose configuration: `host`, or `units` for an nginx that systemd, played by scripts, has started. */
  readonly #kind: 'host' | 'units';
  readonly folder = mkdtempSync(join(tmpdir(), 'nginx-gate-host-'));
  /** The repository: its nginx.conf is what nginx was started with, until it is edited. */
  readonly repository = join(this.folder, 'repository');
  readonly #prefix = freePrefix();
  #children: ChildProcess[] = [];

  constructor(kind: 'host' | 'units' = 'host') {
    this.#kind = kind;
  }

  async up(): Promise<void> {
    mkdirSync(this.repository);
    chmodSync(this.folder, 0o755);
    const configuration = join(this.repository, 'nginx.conf');
    const from = join(here, this.#kind);
    if (this.#kind === 'units') this.#playSystemd(from);
    writeFileSync(
      configuration,
      readFileSync(join(from, 'nginx.conf'), 'utf8').replaceAll('PREFIX', this.folder).replaceAll(':28', `:${this.#prefix}`),
    );
    const apps = spawn(process.execPath, [join(here, 'host/apps.mjs'), this.folder, this.#prefix], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#children.push(apps);
    await new Promise((ready) => apps.stdout?.once('data', ready));
    spawnSync(process.execPath, [join(here, 'host/apps.mjs'), this.folder, this.#prefix, 'dead']);
    run('nginx', '-p', this.folder, '-c', configuration);
    // What nginx has loaded is older than its file from now on; systemd would take its standard error.
    const edited = readFileSync(configuration, 'utf8')
      .replace('777;', '401;')
      .replace(/error_log .*\/journal;/, 'error_log stderr;');
    writeFileSync(configuration, edited);
  }

  #playSystemd(from: string): void {
    cpSync(join(from, 'bin'), join(this.folder, 'bin'), { recursive: true });
    this.setUnit('active');
  }

  /** The state of nginx's unit, and what its journal ends with. */
  setUnit(state: string, last = ''): void {
    writeFileSync(join(this.folder, 'nginx-state'), `${state}\n`);
    appendFileSync(join(this.folder, 'journal'), last);
  }

  /** Keys of its own, a configuration of its own: nothing of the machine's sshd is touched. */
  async openSshd(): Promise<{ vantage: string; sshKey: string; sshKnownHosts: string }> {
    const at = (name: string) => join(this.folder, name);
    for (const name of ['host_key', 'user_key']) run('ssh-keygen', '-q', '-t', 'ed25519', '-N', '', '-f', at(name));
    const sshPort = Number(`${this.#prefix}422`);
    const lines = [
      `Port ${sshPort}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${at('host_key')}`,
      `AuthorizedKeysFile ${at('user_key.pub')}`,
      'PidFile none',
      'PasswordAuthentication no',
      'UsePAM no',
      'StrictModes no',
      'PermitRootLogin yes',
    ];
    if (this.#kind === 'units') lines.push(`SetEnv PATH=${at('bin')}:/usr/sbin:/usr/bin:/sbin:/bin`);
    writeFileSync(at('sshd_config'), `${lines.join('\n')}\n`);
    mkdirSync('/run/sshd', { recursive: true });
    const sshd = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', at('sshd_config')], { stdio: ['ignore', 'ignore', 'pipe'] });
    this.#children.push(sshd);
    await new Promise((ready) => sshd.stderr?.once('data', ready));
    const user = run('id', '-un').trim();
    return {
      vantage: `ssh://${user}@127.0.0.1:${sshPort}`,
      sshKey: readFileSync(at('user_key'), 'utf8'),
      sshKnownHosts: `[127.0.0.1]:${sshPort} ${readFileSync(at('host_key.pub'), 'utf8').trim()}`,
    };
  }

  stopNginx(): void {
    const pid = Number(readFileSync(join(this.folder, 'nginx.pid'), 'utf8'));
    if (pid > 1) process.kill(pid, 'SIGTERM');
  }

  down(): void {
    if (existsSync(join(this.folder, 'nginx.pid'))) this.stopNginx();
    for (const child of this.#children) child.kill();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
