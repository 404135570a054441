import type { PublishedPort } from '../compose/model.ts';
import { directivesIn } from '../nginx/include.ts';
import type { Listen } from '../nginx/model.ts';
import { isLoopback } from '../stack/evidence/bind.ts';
import type { Stack } from '../stack/model.ts';
import { namespaceMembers } from '../stack/networks.ts';
import { listenPorts } from '../stack/resolve.ts';
import type { Check, CheckResult } from './check.ts';
import { lostConfigurations } from './config-not-loaded.ts';
import { list } from './words.ts';

export const listenMismatch: Check = {
  id: 'listen-mismatch',
  severity: 'error',
  summary: 'a published port of the nginx service leads to a port that nginx does not listen on',
  *run(stack: Stack): Iterable<CheckResult> {
    const { nginx, config, project } = stack;
    const service = nginx.service;
    if (service === null || project === null || nginx.assumed || !nginx.treeKnown || nginx.sharesContainer) return;
    if (config.servers.length === 0 && !servesNothing(stack)) return;
    if (service.networkMode !== null || namespaceMembers(service, project).length > 1 || config.problems.length > 0) return;
    const listens = config.servers.flatMap((server) => server.listens);
    // A port that came out of a variable is no number: then nobody knows what is listened on.
    if (listens.some((listen) => listen.port === null && listen.socket === null)) return;
    const open = listenPorts(config, nginx);
    const mail = mailPorts(stack);
    const reached = service.ports.filter((item) => reaches(item, listens, open) || mail.has(item.target));
    const lost = service.ports.filter((item) => !reached.includes(item) && !/[$]/.test(item.published ?? ''));
    if (service.ports.length === 0 || service.ports.some((item) => item.targetUncertain)) return;
    // Without a listen the port hangs on the user that nginx runs as.
    if (service.user?.uncertain && config.servers.some((server) => server.listens.length === 0)) return;
    const severity = reached.length === 0 ? 'error' : 'notice';
    const listening = [...new Set([...open, ...mail])].sort((a, b) => a - b);
    const told = new Set<number>();
    for (const item of lost) {
      if (told.has(item.target)) continue;
      told.add(item.target);
      const only = listening.length === 1 ? listening[0] : undefined;
      const first = listens.find((listen) => listen.directive.at !== null)?.directive.at;
      yield {
        check: 'listen-mismatch',
        severity,
        message: `${service.name} publishes its port ${item.target}, but nginx listens on ${listening.length === 0 ? 'no port: no server block is in the files that it reads' : list(listening.map(String))}.`,
        why:
          severity === 'error'
            ? 'No request from outside reaches nginx: the connection is reset or refused.'
            : `Requests to port ${item.published ?? item.target} of the host are reset; the other published ports work.`,
        fix:
          only !== undefined && severity === 'error'
            ? { message: `Publish port ${only} of the container.`, edits: [{ location: item.targetAt, newText: String(only) }] }
            : { message: 'Publish a port that nginx listens on, or add a listen.' },
        location: item.at,
        related: first == null ? [] : [{ location: first, label: `nginx listens on ${list(listening.map(String))}` }],
      };
    }
  },
};

/** A whole configuration without any server; where a file that brings some is read by nothing, that is the fault. */
function servesNothing(stack: Stack): boolean {
  const { config } = stack;
  const names = new Set(config.directives.map(({ name }) => name));
  if (!(names.has('http') || names.has('stream')) || names.has('mail') || names.has('load_module')) return false;
  return [...lostConfigurations(stack)].length === 0;
}

/** What the servers of `mail` listen on, which hand on no request of a route. */
function mailPorts({ config }: Stack): Set<number> {
  const ports = new Set<number>();
  const open = [...directivesIn(config.directives)].filter(({ name }) => name === 'mail');
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const written = node.name === 'listen' ? /(?:^|:)(\d{1,5})$/.exec(node.args[0]?.text ?? '') : null;
    if (written) ports.add(Number(written[1]));
    if (node.block !== null) open.push(...directivesIn(node.block));
  }
  return ports;
}

function reaches(item: PublishedPort, listens: readonly Listen[], open: ReadonlySet<number>): boolean {
  const wanted = listens.filter((listen) => listen.port === item.target && (item.protocol === 'udp') === listen.udp);
  if (wanted.length === 0)
    return item.protocol !== 'udp' && open.has(item.target) && !listens.some((listen) => listen.port === item.target);
  return wanted.some((listen) => !isLoopback(listen.address));
}
