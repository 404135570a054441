/**
 * When evidence contradicts a target's port that no evidence supports. The measurements behind the rules are in docs/port-evidence.md.
 */
import { isLoopback } from './evidence/bind.ts';
import type { Endpoint, PortEvidence, Stack } from './model.ts';

/** Ports that a service opens beside the one that it serves on: debuggers, metrics, shells, mail, a browser's live reload. */
const besides = new Set([
  22, 25, 110, 143, 465, 587, 993, 995, 1099, 2222, 2345, 5005, 5678, 5858, 6060, 7199, 8005, 8009, 8787, 9003, 9010, 9102, 9229, 9230,
  9237, 9464, 9999, 24678, 35729, 40000, 5900, 6006, 8778, 9875, 15692,
]);
/** Protocols of their own that a program speaks beside its web side: what nginx serves need not be published, these must be. */
const protocols = new Set([
  21, 53, 389, 514, 554, 636, 1194, 1514, 1883, 1935, 3478, 4222, 5060, 5061, 5222, 5269, 5349, 5432, 5671, 5672, 6379, 6667, 7687, 8554,
  8883, 9092, 9094, 12201, 24224, 27017, 33060, 50000, 61616,
]);
function isBeside(port: number, protocol: string): boolean {
  return besides.has(port) || ((protocol === 'http' || protocol === 'https') && protocols.has(port));
}

const leastFollowing = 2;

/** Two ports of one program: plain and TLS. */
const twins: [number, number][] = [
  [80, 443],
  [8080, 8443],
  [8000, 8443],
  [3000, 3443],
];
/** The customary port of a protocol: on a service of which nothing is known it is a fair guess. */
const customary: Partial<Record<string, number[]>> = { fastcgi: [9000], uwsgi: [3031], grpc: [50051], memcached: [11211] };

/** The statements that contradict the target's port; empty when nothing does. Called only when no statement supports it. */
export function contradiction(endpoint: Endpoint, stack: Stack): PortEvidence[] {
  const { target, evidence, start } = endpoint;
  if (target.port === null || start === null) return [];
  const binds = evidence.filter((item) => item.strength === 'binds' && item.certain && item.port !== null);
  if (
    binds.length > 0 &&
    !start.several &&
    !start.opaque &&
    !start.inCommand &&
    evidence.every((item) => item.strength !== 'binds' || item.port !== null)
  )
    return binds;
  if (start.mentioned) return [];
  const pool = elsewhereThanPhp(endpoint);
  if (pool.length > 0) return pool;
  if (start.several) return [];
  const unanimous = start.interpolated ? [] : told(evidence, port(endpoint));
  if (unanimous.length > 0) return unanimous;
  if (start.interpolated) return agreed(evidence) ? byDeclaration(endpoint, stack) : [];
  // A bind whose port nobody knows may be the target's.
  if (evidence.some((item) => item.strength === 'binds' && item.port === null && item.socket === null)) return [];
  return byDeclaration(endpoint, stack);
}

/**
 * The binds that outweigh the only statements for the target's port: what is declared (EXPOSE, `expose`, `ports`) opens
 * nothing, and an option on the command line of the one program says where it listens.
 */
export function outweighed(matching: readonly PortEvidence[], { evidence, start }: Endpoint): PortEvidence[] {
  if (start === null || start.several || start.opaque || start.interpolated || start.mentioned) return [];
  if (matching.some((item) => item.strength !== 'declares')) return [];
  const binds = evidence.filter((item) => item.strength === 'binds' && item.variant !== true);
  const byCommand = (item: PortEvidence) =>
    item.certain && item.port !== null && commands.has(item.kind) && item.program !== null && !item.byDefault;
  return binds.length > 0 && binds.every(byCommand) ? binds : [];
}

const commands: ReadonlySet<string> = new Set(['command', 'CMD', 'entrypoint', 'ENTRYPOINT']);

const port = ({ target }: Endpoint): number => target.port as number;

/** Who says it: the compose file, the Dockerfile, or a file of the source. */
const voices: Partial<Record<string, 'compose' | 'Dockerfile' | 'source'>> = {
  ports: 'compose',
  expose: 'compose',
  healthcheck: 'compose',
  environment: 'compose',
  command: 'compose',
  entrypoint: 'compose',
  EXPOSE: 'Dockerfile',
  ENV: 'Dockerfile',
  HEALTHCHECK: 'Dockerfile',
  CMD: 'Dockerfile',
  ENTRYPOINT: 'Dockerfile',
  'start-file': 'source',
};

/**
 * Statements of at least three kinds, from two places that are written apart from each other, that all name one port. Each may be
 * doubtful by itself (an env_file is absent, a variant says it): that all are wrong, and in the same way, is not what happens.
 */
export function told(evidence: readonly PortEvidence[], target: number): PortEvidence[] {
  const says = evidence.filter(
    ({ kind, port, address }) => port !== null && kind in voices && !besides.has(port) && !protocols.has(port) && !isLoopback(address),
  );
  const first = says[0]?.port;
  if (first == null || first === target || says.some((item) => item.port !== first) || twinOf(first, target)) return [];
  if (evidence.some((item) => item.strength === 'binds' && item.port === null && item.socket === null)) return [];
  const kinds = new Set(says.map(({ kind }) => kind));
  return kinds.size >= 3 && new Set(says.map(({ kind }) => voices[kind])).size >= 2 ? says : [];
}

function twinOf(a: number, b: number): boolean {
  return twins.some(([plain, tls]) => (a === plain && b === tls) || (a === tls && b === plain));
}

/**
 * PHP-FPM of the official images listens on 9000, where nothing of the service's files configures a pool. Nothing else there
 * speaks FastCGI, however many programs are started beside it.
 */
function elsewhereThanPhp({ target, evidence, start }: Endpoint): PortEvidence[] {
  if (target.protocol !== 'fastcgi' || start?.interpolated) return [];
  const image = evidence.filter((item) => item.kind === 'image' && item.protocol === 'fastcgi');
  const others = evidence.filter(
    (item) => item.kind !== 'image' && (item.socket !== null || item.port === null || item.kind === 'start-file'),
  );
  return image.length > 0 && others.length === 0 && image.every((item) => item.port === 9000) ? image : [];
}

/** The compose file and the Dockerfile, written apart from each other, name one and the same port and no other. */
function agreed(evidence: readonly PortEvidence[]): boolean {
  const ports = (kinds: readonly string[]): Set<number | null> =>
    new Set(evidence.filter((item) => item.certain && kinds.includes(item.kind)).map((item) => item.port));
  const compose = ports(['ports', 'expose']);
  const image = ports(['EXPOSE']);
  return compose.size === 1 && image.size === 1 && [...compose][0] === [...image][0];
}

function byDeclaration(endpoint: Endpoint, stack: Stack): PortEvidence[] {
  const { target, evidence, route } = endpoint;
  const port = target.port as number;
  const says = evidence.filter(
    (item) =>
      (item.certain || (item.unseen && followsDeclarations(endpoint, stack))) &&
      item.port !== null &&
      item.kind !== 'label' &&
      !isLoopback(item.address) &&
      !isBeside(item.port, target.protocol),
  );
  // A health check alone may ask a port of its own (management, metrics).
  if (says.every((item) => item.kind === 'healthcheck' || item.kind === 'HEALTHCHECK')) return [];
  if (
    twins.some(
      ([plain, tls]) =>
        (port === plain && says.some((item) => item.port === tls)) || (port === tls && says.some((item) => item.port === plain)),
    )
  )
    return [];
  const usual = customary[target.protocol];
  if (usual?.includes(port)) return [];
  // A second listener of the same program is as likely as a fault where the service's declared port is used beside this one.
  const listed = new Set(says.filter(({ kind }) => kind === 'EXPOSE').map((item) => item.port)).size > 1;
  // Where the image names all its listeners, a second one would be among them.
  if (!listed && usedElsewhere(endpoint, says, stack)) {
    const web = target.protocol === 'http' || target.protocol === 'https';
    if (!web || isSecondChannel(route.route.location)) return [];
  }
  // What the process reads for its port says more than what an image once declared.
  const bound = says.filter((item) => item.strength === 'binds');
  return bound.length > 0 ? bound : says;
}

/** Whether the configuration uses at least two other services at a port that compose declares for them: then it does so on principle. */
function followsDeclarations({ reach }: Endpoint, stack: Stack): boolean {
  const { following } = useOf(stack);
  return following.size - (following.has(serviceIn(reach)) ? 1 : 0) >= leastFollowing;
}

function serviceIn(reach: Endpoint['reach']): string | null {
  return 'service' in reach ? reach.service.name : null;
}

/** What the routes of a stack use, counted once: there may be many thousand. */
interface Use {
  /** Services that some endpoint uses at a port that compose declares for them. */
  following: Set<string | null>;
  /** By service and port: how many endpoints use it. */
  ports: Map<string, number>;
}

const useByRoutes = new WeakMap<Stack['routes'], Use>();

function useOf({ routes }: Stack): Use {
  const known = useByRoutes.get(routes);
  if (known !== undefined) return known;
  const use: Use = { following: new Set(), ports: new Map() };
  for (const { target, reach, evidence } of routes.flatMap((route) => route.endpoints)) {
    const service = serviceIn(reach);
    if (service === null) continue;
    const key = `${service} ${target.port}`;
    use.ports.set(key, (use.ports.get(key) ?? 0) + 1);
    if (!use.following.has(service) && evidence.some(({ port, kind }) => port === target.port && (kind === 'ports' || kind === 'expose')))
      use.following.add(service);
  }
  useByRoutes.set(routes, use);
  return use;
}

/** Whether another endpoint of the stack uses the same service at a port that it declares. */
function usedElsewhere(endpoint: Endpoint, says: readonly PortEvidence[], stack: Stack): boolean {
  const { ports } = useOf(stack);
  const service = serviceIn(endpoint.reach);
  return says.some(({ port }) => (ports.get(`${service} ${port}`) ?? 0) > (port === endpoint.target.port ? 1 : 0));
}

/** Locations that are often served by a second listener of the same program: web sockets, live reload, metrics, consoles. */
function isSecondChannel(location: string | null): boolean {
  return (
    location !== null &&
    /(?:^|[/_.-])(?:ws|wss|websockets?|sockets?|sockjs(?:-node)?|socket\.io|hmr|_hmr|cable|live|livereload|metrics|debug|pprof|console|admin|grpc|rpc|mqtt|stream|events?|sse|echo|reverb|mercure|hub|signalr|management|actuator|health)(?:$|[/_.)-])/i.test(
      location,
    )
  );
}
