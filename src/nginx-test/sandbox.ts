/**
 * What nginx is given besides the repository's files, so that it can be tested where none of its surroundings exist:
 * names that resolve, certificates that come at deploy time, folders for logs. Pure data; `bench.ts` and `reroot.ts` put it into place.
 */
import { isIP } from 'node:net';
import { posix } from 'node:path';
import type { Stack, TreeFile } from '../stack/model.ts';
import type { StandIns } from './certificate.ts';
import { allDirectives } from './locate.ts';
import type { TestMessage } from './messages.ts';
import { certificatePairs, type FileRole, openedFiles, pathOf, roleOf, writtenFolders } from './opened-files.ts';
import { filled, type Placeholders, placeholderHosts, placeholdersIn } from './placeholders.ts';
import { wrapperFor, wrapperPath } from './wrapper.ts';

export interface SandboxFile {
  bytes: Uint8Array;
  mode: number;
}

export interface Sandbox {
  /** The main file, as nginx is told with `-c`. */
  main: string;
  /** By absolute path. */
  files: Map<string, SandboxFile>;
  /** Folders that must exist, absolute. */
  folders: Set<string>;
  /** Names that resolve to the loopback address. */
  hosts: Set<string>;
  /** Users and groups that must exist. */
  users: Set<string>;
  /** Files that are stand-ins. */
  standIns: Set<string>;
  placeholders: Placeholders;
}

const hostName = /^[a-z0-9_](?:[a-z0-9_.-]{0,252}[a-z0-9_.])?$/i;
/** Every --add-host is an argument, and argument lists are finite. */
const mostHosts = 2000;
const mostFiles = 5000;
const mostBytes = 48 * 1024 * 1024;
/** Folders of the kernel, where nothing can be put. */
const kernelFolder = /^\/(?:dev|proc|sys)(?:\/|$)/;

/** The sandbox of a stack before nginx has complained about anything. */
export function sandboxFor(stack: Stack, standIns: StandIns, withImageFiles: boolean): Sandbox {
  const placeholders = placeholdersIn(stack);
  const sandbox: Sandbox = {
    main: stack.nginx.main,
    placeholders,
    files: treeFiles(stack, withImageFiles, placeholders),
    folders: new Set(),
    hosts: new Set(),
    users: new Set(),
    standIns: new Set(),
  };
  for (const host of [...namedHosts(stack), ...placeholderHosts(placeholders)]) addHost(sandbox, host);
  for (const folder of writtenFolders(stack)) addFolder(sandbox, folder);
  for (const { path, role } of openedFiles(stack)) {
    if (isAbsentByDesign(stack, path) || isPlaceholder(stack, path)) standInFor(sandbox, stack, standIns, path, role);
  }
  const wrapper = wrapperFor(stack);
  if (wrapper !== null) {
    sandbox.main = wrapperPath(stack);
    sandbox.files.set(sandbox.main, { bytes: Buffer.from(wrapper), mode: 0o644 });
  }
  return sandbox;
}

/** What the report says was stood in for: names, then files, then values. */
export function stubbedBy(sandbox: Sandbox): string[] {
  const made = new Set(placeholderHosts(sandbox.placeholders));
  const values = [...sandbox.placeholders.values.keys()].map((name) => `\${${name}}`);
  return [...[...sandbox.hosts].filter((host) => !made.has(host)), ...sandbox.standIns, ...values];
}

/** How an environmental message was met. told: the files say that this is a fault all the same, and it must be told. */
export type Remedied = 'remedied' | 'told' | 'fault' | 'helpless';

/** Changes the sandbox so that nginx does not say this again. */
export function remedy(sandbox: Sandbox, stack: Stack, standIns: StandIns, message: TestMessage): Remedied {
  const { host = '', path = '', name = '' } = message.groups;
  switch (message.rule?.remedy) {
    case 'host':
      return addHost(sandbox, host.replace(/:\d+$/, '')) ? 'remedied' : sandbox.hosts.has(host) ? 'helpless' : 'fault';
    case 'folder':
      return addFolder(sandbox, posix.dirname(path)) ? 'remedied' : 'helpless';
    case 'user':
      if (!/^[\w.-]{1,32}$/.test(name)) return 'fault';
      if (sandbox.users.has(name)) return 'helpless';
      sandbox.users.add(name);
      return 'remedied';
    case 'file': {
      if (sandbox.standIns.has(path)) return 'helpless';
      const known = stack.nginx.treeKnown && !isAbsentByDesign(stack, path) && stack.nginx.tree.read(path) === undefined;
      standInFor(sandbox, stack, standIns, path, roleAt(stack, path, message));
      return known ? 'told' : 'remedied';
    }
    default:
      return 'helpless';
  }
}

/** A pair of which only one half is a stand-in does not match by our own doing: replaces the other half too. */
export function mendPair(sandbox: Sandbox, stack: Stack, standIns: StandIns): boolean {
  const before = sandbox.standIns.size;
  if (before === 0) return false;
  for (const { path, role } of openedFiles(stack)) {
    if (role === 'certificate' || role === 'key') standInFor(sandbox, stack, standIns, path, role);
  }
  return sandbox.standIns.size > before;
}

/** Puts a stand-in at a path, and at every path that must go together with it. */
function standInFor(sandbox: Sandbox, stack: Stack, standIns: StandIns, path: string, role: FileRole): void {
  const together = new Map([[path, role]]);
  if (role === 'certificate' || role === 'key') {
    const pairs = certificatePairs(stack);
    for (let grown = true; grown; ) {
      const size = together.size;
      for (const [certificate, key] of pairs) {
        if (!together.has(certificate) && !together.has(key)) continue;
        together.set(certificate, 'certificate').set(key, 'key');
      }
      grown = together.size > size;
    }
  }
  for (const [at, kind] of together) {
    if (kernelFolder.test(at) || sandbox.standIns.has(at)) continue;
    sandbox.files.set(at, { bytes: Buffer.from(contentFor(kind, standIns)), mode: 0o600 });
    sandbox.standIns.add(at);
  }
}

function contentFor(role: FileRole, standIns: StandIns): string | Uint8Array {
  switch (role) {
    case 'certificate':
      return standIns.certificate;
    case 'key':
      return standIns.key;
    case 'revocation-list':
      return standIns.revocationList;
    case 'dh-parameters':
      return standIns.dhParameters;
    case 'ticket-key':
      return standIns.ticketKey;
    case 'password':
      return 'none\n';
    case 'script':
      return 'export default {};\n';
    case 'text':
      return '';
  }
}

/** The role of a file that nginx misses: by the directive that names it, else by the message. */
function roleAt(stack: Stack, path: string, message: TestMessage): FileRole {
  for (const { word, args } of allDirectives(stack.config.directives)) {
    const role = roleOf(word.text);
    if (role !== undefined && args[0] !== undefined && pathOf(stack, args[0].text) === path) return role;
  }
  const byMessage: Record<string, FileRole> = {
    'cert-missing': 'certificate',
    'key-missing': 'key',
    'key-encrypted': 'key',
    'ca-file-missing': 'certificate',
    'crl-missing': 'revocation-list',
    'dhparam-missing': 'dh-parameters',
  };
  return byMessage[message.rule?.id ?? ''] ?? 'text';
}

/** Whether a file comes from where the repository does not reach: a mount of something else, a script, an image that nobody knows. */
function isAbsentByDesign(stack: Stack, path: string): boolean {
  const { tree } = stack.nginx;
  if (tree.read(path) !== undefined) return false;
  return (
    !tree.isKnown(path) ||
    [...tree.absent, ...mountsOfVariants(stack)].some(({ target }) => path === target || path.startsWith(`${target}/`))
  );
}

/** What another variant of the project mounts into the same service: an override file that reads as complete may be meant for the top of it. */
function mountsOfVariants({ variants, nginx }: Stack): { target: string }[] {
  const same = variants.flatMap((project) => project.services.filter((service) => service.name === nginx.service?.name));
  return same.flatMap((service) => [...service.volumes, ...service.configs, ...service.secrets]);
}

/** An empty file, or one whose content a tool fills in later: git-crypt, Ansible's vault, git's large files. */
function isPlaceholder(stack: Stack, path: string): boolean {
  const file = stack.nginx.tree.read(path);
  return file !== undefined && (file.text.trim() === '' || /^\0GITCRYPT|^\$ANSIBLE_VAULT|^version https:\/\/git-lfs/.test(file.text));
}

/** @returns whether the name is new and one that an engine takes */
function addHost(sandbox: Sandbox, written: string): boolean {
  const host = written.toLowerCase().replace(/\.$/, '');
  if (!hostName.test(host) || isIP(host) !== 0 || host === 'localhost' || /^\d+$/.test(host)) return false;
  if (sandbox.hosts.has(host) || sandbox.hosts.size >= mostHosts) return false;
  sandbox.hosts.add(host);
  return true;
}

function addFolder(sandbox: Sandbox, folder: string): boolean {
  if (folder === '/' || kernelFolder.test(folder) || sandbox.folders.has(folder)) return false;
  sandbox.folders.add(folder);
  return true;
}

/** Every host that nginx resolves when it starts. What this misses, nginx names in a message. */
function* namedHosts(stack: Stack): Generator<string> {
  const upstreams = new Set(stack.config.upstreams.map((upstream) => upstream.name.toLowerCase()));
  const peers = stack.config.upstreams.flatMap((upstream) => upstream.peers);
  const direct = stack.routes.flatMap((route) => route.endpoints.map((endpoint) => endpoint.target));
  const targets = stack.config.routes.flatMap((route) => route.endpoints);
  for (const { host } of [...peers, ...direct, ...targets]) if (host !== null && !upstreams.has(host)) yield host;
  for (const { word, args } of allDirectives(stack.config.directives)) {
    if (word.text === 'resolver') yield* args.filter((arg) => !arg.text.includes('=')).map((arg) => withoutPort(arg.text));
    else if (word.text === 'set_real_ip_from' || word.text === 'listen') yield withoutPort(args[0]?.text ?? '');
    else if (word.text === 'access_log' || word.text === 'error_log') yield* syslogServers(args.map((arg) => arg.text));
  }
}

function* syslogServers(args: readonly string[]): Generator<string> {
  for (const arg of args) {
    const server = /^syslog:(?:.*,)?server=([^,]+)/.exec(arg)?.[1];
    if (server !== undefined) yield withoutPort(server);
  }
}

function withoutPort(address: string): string {
  return address.startsWith('[') ? '' : address.replace(/:\d+$/, '');
}

/** The tree's files, those that nginx reads first, within bounds: a site's pages need not travel. */
function treeFiles(stack: Stack, withImageFiles: boolean, placeholders: Placeholders): Map<string, SandboxFile> {
  const chosen = new Map<string, SandboxFile>();
  let bytes = 0;
  for (const file of inOrderOfNeed(stack)) {
    const path = posix.normalize(file.path);
    if ((file.kind === 'image' && !withImageFiles) || chosen.has(path) || kernelFolder.test(path) || !posix.isAbsolute(path)) continue;
    const content = file.bytes ?? Buffer.from(filled(placeholders, file.path, file.text), 'utf8');
    bytes += content.length;
    if (chosen.size >= mostFiles || bytes > mostBytes) break;
    chosen.set(path, { bytes: content, mode: file.mode & 0o777 });
  }
  return chosen;
}

function* inOrderOfNeed(stack: Stack): Generator<TreeFile> {
  const read = new Set(stack.config.files.map((file) => file.path));
  const named = namedPaths(stack);
  const files = [...stack.nginx.tree.files()];
  yield* files.filter((file) => read.has(file.path));
  yield* files.filter((file) => file.path.startsWith('/etc/') || isWithin(file.path, stack.nginx.prefix) || isNamed(named, file.path));
}

/** Every path that a directive names, but for the folders of pages. */
function namedPaths(stack: Stack): Set<string> {
  const named = new Set<string>();
  for (const { word, args } of allDirectives(stack.config.directives)) {
    if (['root', 'alias', 'try_files', 'location', 'index'].includes(word.text)) continue;
    for (const arg of args) if (arg.text.startsWith('/')) named.add(posix.normalize(arg.text));
  }
  return named;
}

function isNamed(named: Set<string>, path: string): boolean {
  for (let at = path; at !== '/' && at !== '.'; at = posix.dirname(at)) if (named.has(at)) return true;
  return false;
}

function isWithin(path: string, folder: string): boolean {
  return folder !== '/' && path.startsWith(`${folder.replace(/\/$/, '')}/`);
}
