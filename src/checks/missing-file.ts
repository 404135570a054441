import { posix } from 'node:path';
import { directivesIn, nestedDirectivesIn } from '../nginx/include.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import { setting } from '../nginx/routes.ts';
import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';
import { argumentPlace } from './directive-place.ts';

/** Of these nginx opens the file of a server that has a certificate; without one it reads none of them, `listen … ssl` or not. */
const ofServer = new Set([
  'ssl_certificate',
  'ssl_certificate_key',
  'ssl_trusted_certificate',
  'ssl_client_certificate',
  'ssl_dhparam',
  'ssl_crl',
  'ssl_session_ticket_key',
]);
/** Of these it opens the file where a route in their reach is handed on by TLS. */
const ofRoute = new Set([
  'proxy_ssl_certificate',
  'proxy_ssl_certificate_key',
  'proxy_ssl_trusted_certificate',
  'grpc_ssl_trusted_certificate',
  'uwsgi_ssl_trusted_certificate',
]);

export const missingFile: Check = {
  id: 'missing-file',
  severity: 'error',
  summary: 'a file that nginx opens when it starts is not in the container',
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx, config } = stack;
    if (nginx.service === null || nginx.assumed || !nginx.treeKnown) return;
    for (const { directive, path, glob } of config.missingIncludes) {
      if (glob || !isAbsent(path, stack)) continue;
      yield* told(directive, path, 'include');
    }
    const read = openedFiles(stack);
    for (const node of nestedDirectivesIn(config.directives)) {
      const word = node.args[0];
      if (!(node.name === 'ssl_password_file' || read.has(node)) || word === undefined || /[$]|^data:|^engine:|^store:/.test(word.text))
        continue;
      const path = posix.resolve(nginx.prefix, word.text);
      if (isAbsent(path, stack)) yield* told(node, path, node.name);
    }
  },
};

/** The directives of TLS whose file nginx opens at its start. */
function openedFiles({ config, routes }: Stack): Set<ConfigNode> {
  const found = new Set<ConfigNode>();
  const add = (node: ConfigNode | undefined): void => {
    if (node !== undefined) found.add(node);
  };
  const blocks = [...directivesIn(config.directives)].filter(({ name }) => /^(?:http|stream|mail)$/.test(name));
  for (const block of blocks) {
    for (const server of [...directivesIn(block.block)].filter(({ name }) => name === 'server')) {
      const of = (name: string): ConfigNode | undefined => setting([block, server], name);
      const on = (name: string): boolean => !/^(?:off)?$/.test(of(name)?.args[0]?.text ?? '');
      if (of('ssl_certificate') === undefined && !on('ssl_reject_handshake')) continue;
      for (const name of ofServer) if (name !== 'ssl_client_certificate' || on('ssl_verify_client')) add(of(name));
      const several = [server, block].find(({ block: inside }) => [...directivesIn(inside)].some(({ name }) => name === 'ssl_certificate'));
      for (const node of directivesIn(several?.block ?? null)) if (/^ssl_certificate(?:_key)?$/.test(node.name)) add(node);
    }
  }
  for (const { route } of routes) {
    const tls = /^(?:https|grpcs|suwsgi):/.test(route.target) || setting(route.scope, 'proxy_ssl')?.args[0]?.text === 'on';
    if (!tls) continue;
    const protocol = route.name.replace(/_pass$/, '');
    for (const name of ofRoute) {
      if (!name.startsWith(`${protocol}_`)) continue;
      if (name.endsWith('trusted_certificate') && setting(route.scope, `${protocol}_ssl_verify`)?.args[0]?.text !== 'on') continue;
      add(setting(route.scope, name));
    }
  }
  return found;
}

function isAbsent(path: string, { nginx, project, variants }: Stack): boolean {
  // A file that is only started together with others (an override) leaves to them what they mount.
  const elsewhere = variants.some(
    (other) =>
      other !== project &&
      other.services.some(
        (service) =>
          service.name === nginx.service?.name &&
          service.volumes.some((mount) => path === mount.target || path.startsWith(`${mount.target}/`)),
      ),
  );
  return !elsewhere && nginx.tree.isKnown(path) && nginx.tree.read(path) === undefined && !covered(path, nginx.tree.absent);
}

function covered(path: string, absent: readonly { target: string }[]): boolean {
  return absent.some(({ target }) => path === target || path.startsWith(`${target.replace(/\/$/, '')}/`));
}

function* told(node: ConfigNode, path: string, what: string): Iterable<CheckResult> {
  const location = argumentPlace(node, 0);
  if (location === null) return;
  yield {
    check: 'missing-file',
    severity: 'error',
    message: `${what} names ${path}, but no image layer, COPY or mount puts a file there.`,
    why: 'nginx does not start: it cannot open the file.',
    fix: { message: `Mount or copy the file to ${path}.` },
    location,
    related: [],
  };
}
