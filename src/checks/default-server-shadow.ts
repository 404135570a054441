import type { ServerBlock } from '../nginx/model.ts';
import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';

export const defaultServerShadow: Check = {
  id: 'default-server-shadow',
  severity: 'warning',
  summary: "the image's own default.conf answers instead of the repository's server",
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx, config } = stack;
    if (nginx.service === null || nginx.assumed || !nginx.treeKnown) return;
    const servers = config.servers.filter((server) => server.context === 'http');
    const shadow = servers.findIndex((server) => server.directive.file.origin === null);
    const image = servers[shadow];
    if (image === undefined) return;
    for (const server of servers.slice(shadow + 1)) {
      const location = server.directive.at;
      if (location === null || !isForAnyName(server) || !server.listens.some((listen) => meets(image, listen.port, listen.address)))
        continue;
      const port = server.listens.find((listen) => meets(image, listen.port, listen.address))?.port;
      if (servers.some((other) => other.listens.some((listen) => listen.port === port && listen.defaultServer))) continue;
      if (servers.slice(0, shadow).some((other) => other.listens.some((listen) => listen.port === port))) continue;
      yield {
        check: 'default-server-shadow',
        severity: 'warning',
        message: `This server has no name of its own, and ${image.directive.file.path} of the image, read before it, answers on port ${port} first.`,
        why: 'People see "Welcome to nginx!" or a 404 instead of this server.',
        fix: { message: `Put the file at ${image.directive.file.path}, or write listen ${port} default_server; here.` },
        location,
        related: [],
      };
    }
  },
};

function isForAnyName(server: ServerBlock): boolean {
  return server.names.every((name) => name === '' || name === '_' || name === 'localhost');
}

function meets(image: ServerBlock, port: number | null, address: string | null): boolean {
  return port !== null && address === null && image.listens.some((listen) => listen.port === port && listen.address === null);
}
