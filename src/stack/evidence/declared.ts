/** What compose files, Dockerfiles and labels declare about a service's ports. */
import type { Command, Service } from '../../compose/model.ts';
import type { Located, Location } from '../../core/source.ts';
import type { ImageFacts } from '../../docker/model.ts';
import type { PortEvidence } from '../model.ts';
import { portOf } from './bind.ts';
import type { Lookup } from './command-line.ts';

const mostPorts = 400;
const none = { socket: null, address: null, program: null, certain: true } as const;

/** `ports` (their container side), `expose`, and EXPOSE of the image's Dockerfile. TCP alone, unless `udp`. */
export function declaredPorts(service: Service, facts: ImageFacts | null): PortEvidence[] {
  const found: PortEvidence[] = [];
  const wide = service.expose.some(({ from, to }) => to - from >= mostPorts);
  // Of more ports than are written down here, any other may be the target's.
  const all = service.ports.length <= mostPorts && (facts?.expose.length ?? 0) <= mostPorts && !wide;
  for (const item of service.ports.slice(0, mostPorts)) {
    found.push({
      ...none,
      certain: all && !item.targetUncertain && item.protocol === 'tcp',
      port: item.target,
      strength: 'declares',
      kind: 'ports',
      protocol: item.protocol === 'udp' ? 'tcp' : null,
      says: `ports of ${service.name} names ${item.target}`,
      at: item.targetAt,
    });
  }
  for (const range of service.expose) {
    for (let port = range.from; port <= range.to && port - range.from < mostPorts && found.length < 2 * mostPorts; port++) {
      found.push({
        ...none,
        certain: all && !range.uncertain && range.protocol === 'tcp',
        port,
        strength: 'declares',
        kind: 'expose',
        protocol: null,
        says: `expose of ${service.name} names ${port}`,
        at: range.at,
      });
    }
  }
  for (const { value, at } of facts?.expose.slice(0, mostPorts) ?? []) {
    found.push({
      ...none,
      certain: all && value.protocol === 'tcp',
      port: value.port,
      strength: 'declares',
      kind: 'EXPOSE',
      protocol: null,
      says: `the image of ${service.name} exposes ${value.port}`,
      at,
    });
  }
  return found;
}

/** Ports that a health check asks inside the container. */
export function healthcheckEvidence(service: Service, facts: ImageFacts | null, lookup: Lookup): PortEvidence[] {
  if (service.healthcheck?.disabled) return [];
  if (service.healthcheck?.test)
    return healthPorts(textOf(service.healthcheck.test), service, lookup).map((port) => ({
      ...of(port, 'healthcheck', service.healthcheck?.at ?? null, service),
      certain: !service.healthcheck?.test?.uncertain,
    }));
  const own = facts?.healthcheck;
  return own ? healthPorts(own.value, service, lookup).map((port) => of(port, 'HEALTHCHECK', own.at, service)) : [];
}

function of(port: number, kind: 'healthcheck' | 'HEALTHCHECK', at: Location | null, service: Service): PortEvidence {
  return { ...none, port, strength: 'suggests', kind, protocol: null, says: `the health check of ${service.name} asks port ${port}`, at };
}

function textOf(command: Command): string {
  return command.words.map((word: Located<string>) => word.value).join(' ');
}

function healthPorts(raw: string, service: Service, lookup: Lookup): number[] {
  const text = raw
    .slice(0, 4000)
    .replace(/\$\{?([A-Za-z_]\w*)(?::?-([^}]*))?\}?/g, (whole, name: string, fallback?: string) => lookup(name) ?? fallback ?? whole);
  const name = service.name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const host = `(?:localhost|127\\.0\\.0\\.1|0\\.0\\.0\\.0|\\[::1?\\]|\\$\\(hostname\\)|${name})`;
  const ports = new Set<number>();
  const take = (value: string | undefined): void => {
    const port = portOf(value);
    if (port !== null) ports.add(port);
  };
  for (const match of text.matchAll(new RegExp(`(?<![\\w.-])${host}[:/ '",]{1,4}(\\d{2,5})(?!\\d)`, 'gi'))) take(match[1]);
  for (const match of text.matchAll(new RegExp(`(https?)://${host}(?=[/\\s'"]|$)`, 'gi')))
    take(match[1]?.toLowerCase() === 'https' ? '443' : '80');
  return [...ports];
}

/** Labels that a reverse proxy reads for the port: traefik's `loadbalancer.server.port`, caddy's `{{upstreams 8080}}`. */
export function labelEvidence(service: Service): PortEvidence[] {
  const found: PortEvidence[] = [];
  for (const [name, { value, at, uncertain }] of service.labels) {
    const port =
      /(?:^|\.)port$/i.test(name) && !/prometheus|metrics/i.test(name)
        ? portOf(value)
        : portOf(/\{\{\s*upstreams\s+(?:https?\s+)?(\d{2,5})\s*\}\}/.exec(value)?.[1]);
    if (port !== null)
      found.push({
        ...none,
        certain: !uncertain,
        port,
        strength: 'suggests',
        kind: 'label',
        protocol: null,
        says: `the label ${name} says ${port}`,
        at,
      });
  }
  return found;
}
