import { nestedDirectivesIn } from '../nginx/include.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';

export const mountSourceMissing: Check = {
  id: 'mount-source-missing',
  severity: 'warning',
  summary: 'a file that is mounted into nginx is not in the repository',
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx, config } = stack;
    const service = nginx.service;
    if (service === null || nginx.assumed) return;
    for (const absent of nginx.tree.absent) {
      if (absent.kind !== 'missing' || absent.source === null) continue;
      const mount = service.volumes.find((other) => other.target === absent.target && other.type === 'bind');
      if (mount === undefined || !mount.short || mount.uncertain || !usedAsFile(absent.target, config.directives)) continue;
      if (absent.made) continue;
      const windows = absent.source.includes('\\');
      yield {
        check: 'mount-source-missing',
        severity: 'warning',
        message: windows
          ? `${absent.source} is mounted at ${absent.target}, and only Windows takes its backslashes for folders: elsewhere Docker makes an empty folder of that name.`
          : `${absent.source} is mounted at ${absent.target}, but it is not in the repository: Docker makes an empty folder of that name.`,
        why: 'nginx finds a folder where it wants a file, and does not start; or the container itself does not start.',
        fix: {
          message: windows
            ? `Write ${absent.source.replaceAll('\\', '/').replace(/^(?!\.|\/)/, './')}, which Windows takes as well.`
            : `Commit ${absent.source}, correct its path, or let git ignore it where it comes at deploy time.`,
        },
        location: absent.at,
        related: [],
      };
    }
  },
};

/** A name with an ending of a file that nginx reads, or a path that a directive names. */
function usedAsFile(target: string, directives: readonly ConfigNode[]): boolean {
  if (/\.(?:conf|template|pem|crt|cer|key|htpasswd|types|js|lua|inc|html)$/i.test(target)) return true;
  for (const { name, args } of nestedDirectivesIn(directives)) {
    if (/^(?:ssl_\w*certificate\w*|ssl_dhparam|auth_basic_user_file|include)$/.test(name) && args[0]?.text === target) return true;
  }
  return false;
}
