import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, posix } from 'node:path';
import { extract } from 'tar-stream';
import { nginxImage } from '../support/engines.ts';
import type { Arrangement } from './arrangements.ts';

/** Programs that the local image lacks and the arrangements' RUN lines use; taken from this machine. */
const programs = ['cp', 'mv', 'ln', 'touch', 'tee', 'dirname', 'basename'];

export interface ContainerFile {
  bytes: Buffer;
  link: string | null;
}

/** A repository of arrangements and the containers that real Compose makes of them. */
export class ContainerLab {
  readonly folder = mkdtempSync(join(tmpdir(), 'nginx-gate-lab-'));
  readonly name = `nginxgatelab${process.pid}${Date.now().toString(36)}`;
  readonly base = `nginx-gate/${this.name}:base`;

  /** An image with the official entry point (in words of our own) and the programs that RUN lines need. */
  buildBase(): void {
    const root = join(this.folder, 'base');
    mkdirSync(root, { recursive: true });
    cpSync(new URL('official-entry-point', import.meta.url), join(root, 'root'), { recursive: true });
    for (const program of programs) {
      const path = run('bash', ['-c', `readlink -f "$(type -P ${program})"`]).trim();
      const libraries = run('bash', ['-c', `ldd ${path} | grep -oE '/[^ )]+'`])
        .trim()
        .split('\n');
      for (const file of libraries) copyInto(file, join(root, 'root', file));
      copyInto(path, join(root, 'root', 'usr/bin', program));
    }
    const dockerfile = `FROM ${nginxImage}\nCOPY root/ /\nENTRYPOINT ["/docker-entrypoint.sh"]\nCMD ["nginx", "-v"]\n`;
    writeFileSync(join(root, 'Dockerfile'), dockerfile);
    run('docker', ['build', '-q', '-t', this.base, root]);
    rmSync(root, { recursive: true });
  }

  write(arrangements: Arrangement[]): void {
    mkdirSync(join(this.folder, '.git'), { recursive: true });
    const services: string[] = [];
    const top = new Map<string, string[]>();
    for (const arrangement of arrangements) {
      this.#files(arrangement);
      services.push(...this.#service(arrangement));
      const lines = (arrangement.top ?? []).map((line) => line.replaceAll('@', `./${arrangement.name}`));
      const [heading, ...rest] = lines;
      if (heading) top.set(heading, [...(top.get(heading) ?? []), ...rest]);
    }
    const compose = ['services:', ...services, ...[...top].flatMap(([heading, lines]) => [heading, ...lines]), ''];
    writeFileSync(join(this.folder, 'compose.yaml'), compose.join('\n'));
  }

  #files({ name, files = {}, dockerfile }: Arrangement): void {
    const all = dockerfile === undefined ? files : { ...files, Dockerfile: this.#dockerfile(dockerfile) };
    for (const [path, text] of Object.entries(all)) {
      const at = join(this.folder, name, path);
      mkdirSync(dirname(at), { recursive: true });
      if (text.startsWith('-> ')) symlinkSync(text.slice(3), at);
      else writeFileSync(at, text);
      if (text.startsWith('#!')) chmodSync(at, 0o755);
    }
  }

  #dockerfile(text: string): string {
    return `FROM ${this.base}${text.startsWith('AS ') ? ' ' : '\n'}${text.replaceAll('@BASE@', this.base)}`;
  }

  #service({ name, service = [], dockerfile }: Arrangement): string[] {
    const lines = service.map((line) => line.replaceAll('@', `./${name}`));
    const has = (key: string) => lines.some((line) => line.startsWith(`${key}:`));
    if (!has('build')) lines.unshift(dockerfile === undefined ? `image: ${this.base}` : `build: ./${name}`);
    if (!has('command')) lines.push('command: ["nginx", "-v"]');
    return [`  ${name}:`, '    network_mode: none', ...lines.map((line) => `    ${line}`)];
  }

  /** Runs every container to its end. */
  up(): void {
    run('docker', ['compose', '-p', this.name, 'build', '-q'], this.folder);
    run('docker', ['compose', '-p', this.name, 'up', '--no-build', '--quiet-pull'], this.folder);
  }

  /** The files below /etc/nginx of a service's container after it ran. */
  async filesOf(service: string): Promise<Map<string, ContainerFile>> {
    return filesOfContainer(`${this.name}-${service}-1`);
  }

  /** The files below /etc/nginx of the base image. */
  async filesOfBase(): Promise<Map<string, ContainerFile>> {
    const container = run('docker', ['create', this.base]).trim();
    const files = await filesOfContainer(container);
    run('docker', ['rm', container]);
    return files;
  }

  remove(): void {
    spawnSync('docker', ['compose', '-p', this.name, 'down', '-v', '--rmi', 'local', '-t', '0'], { cwd: this.folder });
    spawnSync('docker', ['image', 'rm', '-f', this.base]);
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function copyInto(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  copyFileSync(realpathSync(from), to);
}

function run(program: string, words: string[], cwd?: string): string {
  const ran = spawnSync(program, words, { encoding: 'utf8', timeout: 110_000, ...(cwd === undefined ? {} : { cwd }) });
  if (ran.status !== 0) throw new Error(`${program} ${words.join(' ')}: ${ran.stderr || ran.stdout}`);
  return ran.stdout;
}

async function filesOfContainer(container: string): Promise<Map<string, ContainerFile>> {
  const ran = spawnSync('docker', ['cp', `${container}:/etc/nginx`, '-'], { maxBuffer: 64 * 1024 * 1024 });
  const files = new Map<string, ContainerFile>();
  if (ran.status !== 0) return files;
  const tar = extract();
  tar.end(ran.stdout);
  for await (const entry of tar) {
    const chunks: Buffer[] = [];
    for await (const chunk of entry) chunks.push(chunk as Buffer);
    const path = posix.join('/etc', entry.header.name);
    const { type, linkname } = entry.header;
    if (type === 'file') files.set(path, { bytes: Buffer.concat(chunks), link: null });
    if (type === 'symlink') files.set(path, { bytes: Buffer.alloc(0), link: linkname ?? '' });
  }
  return files;
}
