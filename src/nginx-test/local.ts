/** The engine of last resort: the nginx of this machine, on a copy of the configuration that leads nowhere outside one folder. */
import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Ran, runNginx } from '../docker/engine.ts';
import { beforeSuddenExit } from '../docker/last-resort.ts';
import type { Stack } from '../stack/model.ts';
import type { Bench } from './bench.ts';
import { allDirectives } from './locate.ts';
import { type LocalBuild, ownFolders, reroot } from './reroot.ts';
import type { Sandbox } from './sandbox.ts';

/** The user that nobody's files belong to. */
const nobody = 65534;
/** Directives that run code, load libraries, or open what no copy can lead elsewhere. */
const runsCode =
  /^(?:perl(?:_.*)?|.*_by_lua(?:_.*)?|lua_.*|js_.*|passenger.*|ssl_engine|google_perftools_profiles|xslt_stylesheet|xml_entities|ndk_.*|wasm.*|modsecurity.*|opentracing.*|otel_.*)$/;

/** What `nginx -V` says of the build, or null when it cannot be read. */
export function readBuild(text: string): LocalBuild | null {
  const version = /nginx version: \S+?\/(\d+\.\d+\.\d+)/.exec(text)?.[1];
  if (version === undefined) return null;
  const modules = /--modules-path=(\S+)/.exec(text)?.[1] ?? null;
  return { version, modules, without: new Set([...text.matchAll(/--without-(\S+)/g)].map(([, name = '']) => name)) };
}

/** Why a stack is not tested with the local nginx, or null when it can be. */
export function localRefusal(stack: Stack, build: LocalBuild | null): string | null {
  if (build === null) return 'no nginx is on PATH';
  // -e came with 1.19.5; without it nginx opens its own error log before it reads anything.
  const [major = 0, minor = 0, patch = 0] = build.version.split('.').map(Number);
  if (major * 1e6 + minor * 1e3 + patch < 1_019_005) return `nginx ${build.version} would open its own error log`;
  for (const { word, args } of allDirectives(stack.config.directives, true)) {
    if (runsCode.test(word.text)) return `"${word.text}" runs code, which is done in a container alone`;
    if (args.some((arg) => /^(?:engine|store):/.test(arg.text))) return 'a key in an OpenSSL engine is looked for in a container alone';
  }
  return null;
}

/** A folder for one stack; each run writes the copy anew. */
export class LocalBench implements Bench {
  readonly #stack: Stack;
  readonly #build: LocalBuild;
  readonly #root: string;
  readonly #forget: () => void;
  #addresses = new Map<string, string>();

  constructor(stack: Stack, build: LocalBuild) {
    this.#stack = stack;
    this.#build = build;
    this.#root = mkdtempSync(join(tmpdir(), 'nginx-gate-'));
    this.#forget = beforeSuddenExit(() => this.#remove());
  }

  async run(sandbox: Sandbox, signal?: AbortSignal): Promise<Ran> {
    const { main, files, globals, addresses } = reroot(this.#stack, sandbox, this.#root, this.#build);
    this.#addresses = addresses;
    for (const folder of [...sandbox.folders, this.#stack.nginx.prefix, ...Object.values(ownFolders)]) this.#makeFolder(folder);
    const superuser = process.getuid?.() === 0;
    for (const [path, bytes] of files) {
      this.#makeFolder(dirname(path));
      writeFileSync(this.#root + path, bytes);
      if (superuser) chmodSync(this.#root + path, 0o644);
    }
    if (superuser) chownSync(this.#root, nobody, nobody);
    const log = `${this.#root}${ownFolders.logs}/error.log`;
    const args = [
      '-T',
      '-p',
      `${this.#root}${this.#stack.nginx.prefix}/`,
      '-c',
      main,
      '-e',
      log,
      ...(globals === '' ? [] : ['-g', globals]),
    ];
    return runNginx(args, { cwd: this.#root, signal, ...(superuser ? { as: nobody } : {}) });
  }

  inTree(text: string): string {
    let read = text;
    for (const [socket, address] of [...this.#addresses].reverse()) read = read.replaceAll(socket, address);
    return read.replaceAll(this.#root, '');
  }

  async close(): Promise<void> {
    this.#remove();
    this.#forget();
  }

  /** Writable for whoever nginx runs as; the root itself is closed to all others. */
  #makeFolder(folder: string): void {
    for (let at = mkdirSync(this.#root + folder, { recursive: true }) && folder; at && at !== '/'; at = dirname(at))
      chmodSync(this.#root + at, 0o777);
  }

  #remove(): void {
    rmSync(this.#root, { recursive: true, force: true });
  }
}
