/** Which directives name what nginx opens when it starts: files that must be there, and folders that it writes to. */
import { posix } from 'node:path';
import type { ConfigNode } from '../nginx/parser.ts';
import type { Stack } from '../stack/model.ts';
import { allDirectives } from './locate.ts';

/** What a file must hold for nginx to start. */
export type FileRole = 'certificate' | 'key' | 'revocation-list' | 'dh-parameters' | 'ticket-key' | 'password' | 'script' | 'text';

const roles: [pattern: RegExp, role: FileRole][] = [
  [/^(?:\w+_)?ssl_certificate_key$/, 'key'],
  [/^(?:\w+_)?ssl_(?:certificate|trusted_certificate|client_certificate)$/, 'certificate'],
  [/^(?:\w+_)?ssl_crl$/, 'revocation-list'],
  [/^ssl_dhparam$/, 'dh-parameters'],
  [/^ssl_session_ticket_key$/, 'ticket-key'],
  [/^(?:\w+_)?ssl_password_file$/, 'password'],
  [/^js_(?:import|include)$/, 'script'],
  [/^include$/, 'text'],
];

const written = /^(?:error_log|access_log|pid|lock_file|\w+_temp_path|(?:proxy|fastcgi|uwsgi|scgi)_cache_path|state)$/;

const alsoRead = /^(?:quic_host_key|ssl_stapling_file|geoip2?(?:_country|_city|_org)?|auth_basic_user_file|working_directory)$/;

/** Not files: variables are resolved per request, the others name engines and inline data. */
const notFiles = /\$|^(?:data|engine|store|syslog|memory|unix):|^(?:stderr|off|on)$/;

/** The absolute path that nginx makes of an argument. Relative names start from its prefix. */
export function pathOf(stack: Stack, argument: string): string {
  return posix.resolve('/', stack.nginx.prefix, argument);
}

/** The role of the file that a directive names, or undefined when it names none. */
export function roleOf(directive: string): FileRole | undefined {
  return roles.find(([pattern]) => pattern.test(directive))?.[1];
}

/** Whether the first argument of a directive is a file or folder that nginx opens, makes or writes when it starts. */
export function opensFile(directive: string): boolean {
  return roleOf(directive) !== undefined || written.test(directive) || alsoRead.test(directive);
}

/** Whether an argument is the name of a file that is the same for all requests. */
export function isFileName(argument: string): boolean {
  return argument !== '' && !notFiles.test(argument);
}

/** Every literal file that nginx opens at start, with its role; includes left out. */
export function* openedFiles(stack: Stack): Generator<{ path: string; role: FileRole; directive: ConfigNode }> {
  for (const directive of allDirectives(stack.config.directives)) {
    const role = roleOf(directive.word.text);
    const argument = directive.args[0]?.text;
    if (role === undefined || role === 'text' || argument === undefined || !isFileName(argument)) continue;
    if (role !== 'script') yield { path: pathOf(stack, argument), role, directive };
  }
}

/** Every folder that must be there for logs, process id, temporary files, caches and sockets. */
export function* writtenFolders(stack: Stack): Generator<string> {
  for (const { word, args } of allDirectives(stack.config.directives)) {
    const argument = args[0]?.text ?? '';
    if (written.test(word.text) && isFileName(argument)) yield posix.dirname(pathOf(stack, argument));
    else if (word.text === 'listen' && argument.startsWith('unix:/')) yield posix.dirname(argument.slice('unix:'.length));
  }
}

/**
 * Certificate and key files that go together: those of one block, first with first, and the outer block's where one half is inherited.
 * Replacing one of them alone would make nginx refuse the pair.
 */
export function certificatePairs(stack: Stack): [certificate: string, key: string][] {
  const pairs: [string, string][] = [];
  const visit = (block: readonly ConfigNode[], outer: Map<string, string[]>, depth: number) => {
    const named = new Map(outer);
    const nodes = withIncluded(block, 0);
    for (const name of new Set(nodes.map((node) => node.word.text))) {
      if (/^(?:\w+_)?ssl_certificate(?:_key)?$/.test(name))
        named.set(name, nodes.filter((node) => node.word.text === name).map(argumentPath));
    }
    for (const [name, certificates] of named) {
      if (name.endsWith('_key')) continue;
      const keys = named.get(`${name}_key`) ?? [];
      certificates.forEach((certificate, at) => {
        const key = keys[at] ?? keys[0];
        if (key !== undefined) pairs.push([certificate, key]);
      });
    }
    if (depth < 20) for (const node of nodes) if (node.block !== null) visit(node.block, named, depth + 1);
  };
  const argumentPath = (node: ConfigNode) => pathOf(stack, node.args[0]?.text ?? '');
  visit(stack.config.directives, new Map(), 0);
  return pairs;
}

/** The directives of a block with those of its includes in their place. */
function withIncluded(block: readonly ConfigNode[], depth: number): ConfigNode[] {
  if (depth > 20) return [];
  return block.flatMap((node) => (node.word.text === 'include' ? withIncluded(node.block ?? [], depth + 1) : [node]));
}
