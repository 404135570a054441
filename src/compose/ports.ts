/** `ports` and `expose` of a service. */
import { isIP } from 'node:net';
import type { Location } from '../core/source.ts';
import { hidden, hideVariables } from './hide-variables.ts';
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
    return scalar.uncertain ? portOfVariables(scalar) : [];
  }
  const parts = splitPort(scalar.text);
  const targetAt = locatePart(scalar, parts.containerAt, parts.containerAt + parts.container.length);
  const publishedAt = parts.host === '' ? null : locatePart(scalar, parts.hostAt, parts.hostAt + parts.host.length);
  return ports.map((port) => published(port, scalar, targetAt, publishedAt));
}

/** A port whose host side came out broken for want of a variable's value: the container side may be known all the same. */
function portOfVariables(scalar: Scalar): PublishedPort[] {
  const { text, written = text } = scalar;
  const { container, protocol } = splitPort(hideVariables(written));
  const ports = parsePort(`${container}/${protocol}`);
  const at = locate(scalar.span);
  return 'error' in ports
    ? []
    : ports.map((port) => ({ ...port, at, targetAt: at, publishedAt: at, uncertain: true, publishedUncertain: true }));
}

function published(port: ShortPort, item: Tree, targetAt: Location, publishedAt: Location | null): PublishedPort {
  return { ...port, at: locate(item.span), targetAt, publishedAt, ...(item.kind === 'scalar' && item.uncertain && doubtfulSides(item)) };
}

/** Which side of `HOST:CONTAINER` the variables stand on. */
function doubtfulSides({ text, written = text }: Scalar): Pick<PublishedPort, 'uncertain' | 'targetUncertain' | 'publishedUncertain'> {
  const { host, container } = splitPort(hideVariables(written));
  const [target, published] = [container, host].map((side) => side.includes(hidden));
  const whole = !target && !published;
  return {
    uncertain: true,
    ...((target || whole) && { targetUncertain: true }),
    ...((published || whole) && { publishedUncertain: true }),
  };
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
  const doubtful = { target: target.uncertain, published: host?.uncertain === true };
  return [
    {
      target: number,
      published: host === undefined || host.text === '' ? null : host.text,
      hostIp: hostIp === '' ? null : hostIp,
      protocol: (getScalar(item, 'protocol')?.text ?? 'tcp').toLowerCase(),
      at: locate(item.span),
      targetAt: locate(target.span),
      publishedAt: host === undefined ? null : locate(host.span),
      ...((doubtful.target || doubtful.published) && { uncertain: true }),
      ...(doubtful.target && { targetUncertain: true }),
      ...(doubtful.published && { publishedUncertain: true }),
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
