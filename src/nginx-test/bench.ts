/** Where a sandbox is put into place and nginx is run on it: a container, or a folder of this machine. */
import { posix } from 'node:path';
import type { ContainerFile } from '../docker/archive.ts';
import type { Container, ContainerEngine, Ran } from '../docker/engine.ts';
import type { Stack } from '../stack/model.ts';
import type { Sandbox } from './sandbox.ts';

export interface Bench {
  /** Runs `nginx -T` on the sandbox. Its standard output names the files that nginx read. */
  run(sandbox: Sandbox, signal?: AbortSignal): Promise<Ran>;
  /** From a path that nginx names to the one in the stack's tree. */
  inTree(text: string): string;
  /** Removes everything again. Never throws. */
  close(): Promise<void>;
}

/** The configuration files of images, read once for each image and folder. */
export type ImageFiles = Map<string, Promise<ContainerFile[]>>;

/** A file that keeps an otherwise empty folder; no mask of nginx's matches a name that begins with a dot. */
const folderKeeper = '.nginx-gate-folder';
/** A folder that can stand in a --mount option and is not one that the image cannot do without. */
const hideable = /^\/[\w@+-][\w.@+-]*(?:\/[\w@+-][\w.@+-]*)+$/;

/** One container for one stack; made anew when names or users are added. */
export class ContainerBench implements Bench {
  readonly #engine: ContainerEngine;
  readonly #image: string;
  readonly #stack: Stack;
  readonly #imageFiles: ImageFiles;
  #container: Container | undefined;
  /** What the container was made with, and what it already holds. */
  #hosts = '';
  #copied = new Set<unknown>();

  constructor(engine: ContainerEngine, image: string, stack: Stack, imageFiles: ImageFiles) {
    this.#engine = engine;
    this.#image = image;
    this.#stack = stack;
    this.#imageFiles = imageFiles;
  }

  inTree(text: string): string {
    return text;
  }

  async run(sandbox: Sandbox, signal?: AbortSignal): Promise<Ran> {
    const container = await this.#containerFor(sandbox, signal);
    const fresh = [...filesOf(sandbox)].filter((file) => !this.#copied.has(file.key));
    const users = [...sandbox.users].filter((user) => !this.#copied.has(`user ${user}`));
    const files: ContainerFile[] = fresh.map((file) => file.file);
    if (users.length > 0) files.push(...(await withUsers(container, users, signal)));
    await container.copyIn(files, signal);
    for (const { key } of fresh) this.#copied.add(key);
    for (const user of users) this.#copied.add(`user ${user}`);
    const ran = await container.start(signal);
    if (!this.#engine.bindsForeignAddresses || !/sysctl|ip_nonlocal_bind/.test(ran.stderr) || ran.status === 0) return ran;
    this.#engine.bindsForeignAddresses = false;
    await this.close();
    return this.run(sandbox, signal);
  }

  async close(): Promise<void> {
    await this.#container?.remove();
    this.#container = undefined;
  }

  async #containerFor(sandbox: Sandbox, signal?: AbortSignal): Promise<Container> {
    const hosts = [...sandbox.hosts].join(' ');
    if (this.#container !== undefined && hosts === this.#hosts) return this.#container;
    await this.close();
    this.#copied = new Set();
    this.#hosts = hosts;
    const own = await this.#ownFiles(signal);
    const unwanted = own.filter((file) => isUnwanted(this.#stack, file.path));
    const hide = this.#engine.canHide ? foldersToEmpty(unwanted) : [];
    const plan = {
      image: this.#image,
      program: programOf(this.#image),
      args: ['-T', '-c', sandbox.main],
      hosts: sandbox.hosts,
      hide,
    };
    this.#container = await this.#engine.create(plan, signal);
    await this.#container.copyIn(restored(own, unwanted, hide), signal);
    return this.#container;
  }

  #ownFiles(signal?: AbortSignal): Promise<ContainerFile[]> {
    const folder = this.#stack.nginx.prefix;
    if (!hideable.test(folder)) return Promise.resolve([]);
    const key = `${this.#image} ${folder}`;
    let files = this.#imageFiles.get(key);
    if (files === undefined) {
      files = readImageFiles(this.#engine, this.#image, folder, signal);
      this.#imageFiles.set(key, files);
    }
    return files;
  }
}

async function readImageFiles(engine: ContainerEngine, image: string, folder: string, signal?: AbortSignal): Promise<ContainerFile[]> {
  const container = await engine.create({ image, program: programOf(image), args: ['-v'], hosts: [], hide: [] }, signal);
  try {
    return await container.copyOut(folder, signal);
  } finally {
    await container.remove();
  }
}

/** nginx's forks name their program after themselves. */
function programOf(image: string): string {
  return /(?:^|[/_-])angie/.test(image) ? 'angie' : 'nginx';
}

/**
 * Whether a file of the image itself is not there in the stack: hidden below a mount, or a configuration that masks would find and the
 * tree says is gone. The tree's silence on anything else proves nothing.
 */
function isUnwanted(stack: Stack, path: string): boolean {
  const { tree } = stack.nginx;
  if (tree.read(path) !== undefined || !tree.isKnown(path)) return false;
  const mounted = [...tree.placed.filter((one) => one.by === 'mount'), ...tree.absent].some((mount) => path.startsWith(`${mount.target}/`));
  return mounted || path.endsWith('.conf') || path.includes('/sites-enabled/');
}

/** The folders of unwanted files, but for those below another one; empty when one cannot be emptied by a mount. */
function foldersToEmpty(unwanted: readonly ContainerFile[]): string[] {
  const folders = [...new Set(unwanted.map((file) => posix.dirname(file.path)))];
  if (!folders.every((folder) => hideable.test(folder))) return [];
  return folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
}

/** The image's files that an emptied folder must have back; where nothing could be emptied, unwanted files without their content. */
function restored(own: readonly ContainerFile[], unwanted: readonly ContainerFile[], hidden: readonly string[]): ContainerFile[] {
  if (hidden.length === 0) return unwanted.map(({ path }) => ({ path, bytes: new Uint8Array(), mode: 0o644 }));
  const gone = new Set(unwanted);
  return own.filter((file) => !gone.has(file) && hidden.some((folder) => file.path.startsWith(`${folder}/`)));
}

function* filesOf(sandbox: Sandbox): Generator<{ key: unknown; file: ContainerFile }> {
  for (const [path, file] of sandbox.files) yield { key: file, file: { path, ...file } };
  for (const folder of sandbox.folders) {
    yield { key: `folder ${folder}`, file: { path: `${folder}/${folderKeeper}`, bytes: new Uint8Array(), mode: 0o644 } };
  }
}

/** The image's lists of users and groups with more names in them. */
async function withUsers(container: Container, users: readonly string[], signal?: AbortSignal): Promise<ContainerFile[]> {
  const lists = [
    ['/etc/passwd', (user: string, id: number) => `${user}:x:${id}:${id}::/nonexistent:/bin/false\n`],
    ['/etc/group', (user: string, id: number) => `${user}:x:${id}:\n`],
  ] as const;
  const files: ContainerFile[] = [];
  for (const [path, line] of lists) {
    const [list] = await container.copyOut(path, signal);
    const before = Buffer.from(list?.bytes ?? []).toString('utf8');
    const added = users.map((user, at) => line(user, 61_000 + at)).join('');
    files.push({ path, bytes: Buffer.from(`${before.replace(/\n?$/, '\n')}${added}`), mode: list?.mode ?? 0o644 });
  }
  return files;
}
