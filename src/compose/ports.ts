/** `ports` and `expose` of a service. */
import { isIP } from 'node:net';
import type { Location } from '../core/source.ts';
import type { ComposeProblem, PortRange, PublishedPort } from './model.ts';
import { parsePort, parseRange, type ShortPort, splitPort } from './port-syntax.ts';
import { getScalar, itemsOf, locate, locatePart, type Mapping, type Scalar, type Tree } from './tree.ts';
import { lastByKey } from './unicity.ts';
import { scalarsOf } from './values.ts';

/** How many mappings all services of a project may still unfold to: a range of all ports is one short line. */
export interface PortBudget {
  ports: number;
}

/** Every mapping once, as Compose unfolds them; what it would refuse goes into `problems`. */
export function readPorts(tree: Tree | undefined, problems: ComposeProblem[], budget: PortBudget): PublishedPort[] {
  const ports: PublishedPort[] = [];
  for (const item of itemsOf(tree)) {
    if (budget.ports < 0) break;
    const read = item.kind === 'mapping' ? readLong(item, problems) : item.kind === 'scalar' ? readShort(item, problems) : [];
    budget.ports -= read.length;
    if (budget.ports < 0)
      problems.push({ message: 'This project publishes more ports than are worth reading.', at: locate(item.span), uncertain: true });
    else for (const port of read) ports.push(port);
  }
  return lastByKey(ports, (port) => `${port.hostIp ?? '0.0.0.0'}:${port.published ?? ''}:${port.target}/${port.protocol}`);
}

function readShort(scalar: Scalar, problems: ComposeProblem[]): PublishedPort[] {
  const ports = parsePort(scalar.text);
  if ('error' in ports) {
    problems.push({ message: ports.error, at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) });
    return [];
  }
  const parts = splitPort(scalar.text);
  const targetAt = locatePart(scalar, parts.containerAt, parts.containerAt + parts.container.length);
  const publishedAt = parts.host === '' ? null : locatePart(scalar, parts.hostAt, parts.hostAt + parts.host.length);
  return ports.map((port) => published(port, scalar, targetAt, publishedAt));
}

function published(port: ShortPort, item: Tree, targetAt: Location, publishedAt: Location | null): PublishedPort {
  const uncertain = item.kind === 'scalar' && item.uncertain;
  return { ...port, at: locate(item.span), targetAt, publishedAt, ...(uncertain && { uncertain: true }) };
}

function readLong(item: Mapping, problems: ComposeProblem[]): PublishedPort[] {
  const target = getScalar(item, 'target');
  if (target === undefined) {
    problems.push({ message: 'This port has no target.', at: locate(item.span) });
    return [];
  }
  const number = Number(target.text);
  if (!Number.isInteger(number) || number < 0 || number > 65535) return [];
  const host = getScalar(item, 'published');
  const hostIp = getScalar(item, 'host_ip')?.text ?? '';
  if (hostIp !== '' && isIP(hostIp) === 0) problems.push({ message: `"${hostIp}" is no IP address.`, at: locate(item.span) });
  const uncertain = target.uncertain || host?.uncertain === true;
  return [
    {
      target: number,
      published: host === undefined || host.text === '' ? null : host.text,
      hostIp: hostIp === '' ? null : hostIp,
      protocol: (getScalar(item, 'protocol')?.text ?? 'tcp').toLowerCase(),
      at: locate(item.span),
      targetAt: locate(target.span),
      publishedAt: host === undefined ? null : locate(host.span),
      ...(uncertain && { uncertain }),
    },
  ];
}

/** `expose`; an item that is no port is left out, as Compose reads it only at run time. */
export function readExpose(tree: Tree | undefined): PortRange[] {
  return scalarsOf(tree).flatMap((scalar) => {
    const [ports = '', protocol = 'tcp'] = scalar.text.split('/');
    const range = parseRange(ports);
    if (range === undefined) return [];
    return [{ ...range, protocol: protocol.toLowerCase(), at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) }];
  });
}
