import { posix } from 'node:path';
import { nestedDirectivesIn } from '../nginx/include.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';
import { argumentPlace } from './directive-place.ts';

/** Directives whose file nginx opens when it starts, and the argument that names it. */
const opened = new Set([
  'ssl_certificate',
  'ssl_certificate_key',
  'ssl_trusted_certificate',
  'ssl_client_certificate',
  'ssl_dhparam',
  'ssl_crl',
  'ssl_password_file',
  'ssl_session_ticket_key',
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
    for (const node of nestedDirectivesIn(config.directives)) {
      const word = node.args[0];
      if (!opened.has(node.name) || word === undefined || /[$]|^data:|^engine:|^store:/.test(word.text)) continue;
      const path = posix.resolve(nginx.prefix, word.text);
      if (isAbsent(path, stack)) yield* told(node, path, node.name);
    }
  },
};

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
