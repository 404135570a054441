import type { LogEntry, UpstreamAddress } from './error-log.ts';
import { upstreamAddress } from './error-log.ts';
import { type MessageRule, ruleFor } from './messages.ts';
import type { DirectResult, Listener, Observation, Outcome } from './observation.ts';
import { tlsProtocols } from './protocols.ts';
import { isServerError } from './status.ts';

/** The first entry that says why this request failed. What follows it is its consequence. */
export function firstFault(log: readonly LogEntry[]): { entry: LogEntry; rule: MessageRule } | null {
  for (const entry of log) {
    const rule = ruleFor(entry);
    if (rule?.weight === 'fault') return { entry, rule };
  }
  return null;
}

function isLogged(...ids: string[]): Sign {
  return ({ log }) => {
    const fault = firstFault(log);
    return fault && ids.includes(fault.rule.id) ? `the error log says “${shortened(fault.entry)}”` : null;
  };
}

/** What the entry says, without the client's fields. */
export function shortened(entry: LogEntry): string {
  const words = entry.phase === null ? entry.message : `${entry.message} while ${entry.phase}`;
  return words.length > 200 ? `${words.slice(0, 200)}…` : words;
}

function hasDirect(outcomes: readonly Outcome[], probes: readonly DirectResult['probe'][] = ['as-nginx']): Sign {
  return ({ direct }) => {
    const found = direct.find((d) => probes.includes(d.probe) && outcomes.includes(d.outcome));
    return found ? `a direct request to ${found.address} (${probeWords[found.probe]}): ${found.result}` : null;
  };
}

const probeWords: Record<DirectResult['probe'], string> = {
  'as-nginx': 'as nginx sends it',
  plain: 'in plain text',
  tls: 'over TLS',
  'tls-name': 'over TLS with the server’s name',
  http: 'over HTTP',
  http2: 'over HTTP/2',
  fastcgi: 'in FastCGI',
  name: 'by its name',
  upgrade: 'asking for a WebSocket',
};

/** The log when it speaks, else the direct result: a log that is silent (level crit, another file) proves nothing. */
function loggedOrDirect(ids: string[], outcomes: readonly Outcome[]): Sign {
  const logged = isLogged(...ids);
  const direct = hasDirect(outcomes);
  return (o) => logged(o) ?? (firstFault(o.log) || !failed(o) ? null : direct(o));
}

/** nginx's answer is a failure of the kind that an upstream causes. */
function failed(o: Observation): boolean {
  return o.nginx.status === null || isServerError(o.nginx.status) || o.log.length > 0;
}

export function isLoopback(address: string): boolean {
  return /^127\./.test(address) || address === '::1' || address.startsWith('::ffff:127.') || address === 'localhost';
}

const isIpv6 = (address: string) => address.includes(':');

/** The address that nginx really connected to: the log's, else the direct request's. */
function connectedTo(o: Observation): UpstreamAddress | null {
  const fault = firstFault(o.log);
  if (fault?.entry.upstream) {
    const address = upstreamAddress(fault.entry.upstream);
    if (address.port !== null || address.socket !== null) return address;
  }
  const tried = o.direct.find((d) => d.probe === 'as-nginx');
  if (tried === undefined) return o.target.host === null ? null : { scheme: null, ...o.target };
  return upstreamAddress(tried.address);
}

const shown = (l: Listener) =>
  `${isIpv6(l.address) ? `[${l.address}]` : l.address}:${l.port}${l.process === null ? '' : ` (${l.process})`}`;
const listed = (listeners: readonly Listener[]) => listeners.slice(0, 5).map(shown).join(', ');

/** The listeners on the target's port that do not take this address, as far as their address says. */
function samePort(o: Observation): { port: number; address: string; listeners: Listener[] } | null {
  const to = connectedTo(o);
  if (to?.port == null || to.host === null || o.app.listeners === null) return null;
  const port = to.port;
  return { port, address: to.host, listeners: o.app.listeners.filter((l) => l.port === port) };
}

/** Answers with what it saw, in words, or null. */
export type Sign = (o: Observation) => string | null;

/** What `proxy_buffer_size` is where nobody sets it: a page, in bytes. */
const usualBuffer = 4096;

/** Every sign that the table of causes can ask for. */
export const signs = {
  'nginx does not answer': ({ nginx }) => (nginx.failure === 'no-connection' ? 'nginx accepts no connection' : null),
  'nginx’s certificate': ({ nginx }) =>
    nginx.failure === 'untrusted' ? 'nginx’s own certificate is not trusted by the given authority' : null,
  'nginx’s handshake': ({ nginx }) => (nginx.failure === 'tls' ? 'the TLS handshake with nginx itself fails' : null),
  'no answer in time': ({ nginx }) => (nginx.failure === 'timeout' ? 'no answer came through nginx in time' : null),
  'speaks plain': ({ protocol }) => (['http', 'grpc', 'tcp', 'uwsgi'].includes(protocol) ? `nginx speaks ${protocol} in plain text` : null),
  'speaks TLS': ({ protocol }) => (tlsProtocols.has(protocol) ? 'nginx speaks TLS' : null),
  'speaks no HTTP': ({ protocol }) =>
    ['fastcgi', 'uwsgi', 'suwsgi', 'scgi', 'memcached', 'grpc'].includes(protocol) ? `nginx speaks ${protocol}` : null,
  'speaks HTTP': ({ protocol }) => (protocol === 'http' ? 'nginx speaks HTTP' : null),

  'log: refused': isLogged('connect-refused', 'udp-refused'),
  refused: loggedOrDirect(['connect-refused', 'udp-refused'], ['refused']),
  'not reached': loggedOrDirect(
    [
      'connect-refused',
      'udp-refused',
      'connect-unreachable',
      'connect-kernel-timeout',
      'timeout-connecting',
      'connect-other',
      'connect-reset',
    ],
    ['refused', 'unreachable', 'connect-timeout', 'not-resolved'],
  ),
  'log: TLS to plain': isLogged('tls-wrong-version', 'tls-plain-first'),
  'log: TLS refused': isLogged(
    'tls-alert-name',
    'tls-alert-handshake',
    'tls-alert-version',
    'tls-alert-client',
    'tls-alert-alpn',
    'tls-alert-other',
    'tls-handshake-closed',
    'tls-handshake-other',
  ),
  'log: not trusted': isLogged('tls-verify', 'tls-name'),
  'log: another protocol': isLogged('fastcgi-version', 'http2-to-http1', 'not-http2', 'proxy-protocol'),
  'log: TLS answer': isLogged('http2-to-tls'),
  'log: not HTTP': isLogged('not-http'),
  'log: header too big': isLogged('header-too-big', 'http2-header-too-big'),
  'log: invalid response': isLogged('invalid-response', 'fastcgi-record', 'upgrade-in-subrequest'),
  'direct: invalid answer': hasDirect(['invalid']),
  'log: closed early': isLogged('closed-before-header', 'closed-early', 'fastcgi-closed-early'),
  'log: reset': isLogged('reset-before-header', 'reset', 'connect-reset', 'tls-broken', 'read-other', 'kevent-closed', 'stream-refused'),
  'log: reset or closed': isLogged(
    'closed-before-header',
    'closed-early',
    'reset-before-header',
    'reset',
    'connect-reset',
    'http2-to-http1',
    'not-http',
    'fastcgi-closed-early',
  ),
  'log: no resolver': isLogged('no-resolver'),
  'log: not resolved': isLogged('name-not-found', 'name-timeout', 'name-failed', 'dns-unreachable'),
  'log: body too large': isLogged('body-too-large'),
  'log: limited': isLogged('limited'),
  'log: script not found': isLogged('script-not-found', 'script-not-given', 'script-not-readable', 'script-not-allowed'),
  'log: script failed': isLogged('script-fatal'),
  'log: nginx itself': ({ log }) => {
    const fault = firstFault(log);
    return fault?.rule.causes[0] === 'nginx-local' ? `the error log says “${shortened(fault.entry)}”` : null;
  },
  'log: a file was looked for': isLogged('file-missing', 'file-forbidden', 'forbidden'),
  'log: no live upstreams': ({ log }) =>
    log.some((e) => ruleFor(e)?.id === 'no-live-upstreams') ? 'the error log says “no live upstreams”' : null,

  'peer marked down': ({ target }) => (target.down ? `${target.written} is marked down` : null),

  'log: socket missing': isLogged('connect-unix-missing'),
  'log: socket denied': isLogged('connect-unix-permission'),
  'log: socket refused': isLogged('connect-unix-refused', 'connect-unix-busy'),
  'socket missing': ({ target, app, log }) =>
    target.socket !== null && app.socket?.exists === false && !firstFault(log) ? `there is no ${target.socket}` : null,
  'socket dead': ({ target, app, log }) =>
    target.socket !== null && app.socket?.exists && app.socket.listened === false && !firstFault(log)
      ? `nothing listens on ${target.socket}`
      : null,
  denied: loggedOrDirect(['connect-denied'], ['denied']),
  unreachable: loggedOrDirect(['connect-unreachable', 'connect-not-permitted', 'connect-other', 'read-unreachable'], ['unreachable']),
  'connecting timed out': loggedOrDirect(['timeout-connecting', 'connect-kernel-timeout'], ['connect-timeout']),
  'answering timed out': loggedOrDirect(
    ['timeout-handshaking', 'timeout-later', 'timeout-unknown-phase', 'read-timeout'],
    ['response-timeout', 'connect-timeout'],
  ),

  'direct: answers': hasDirect(['answered', 'connected', 'cut']),
  'direct: answer goes on': ({ direct }) => {
    const found = direct.find((d) => d.probe === 'as-nginx' && d.goesOn);
    return found ? `a direct request to ${found.address} gets ${found.result}` : null;
  },
  'direct: closed early': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['closed'])(o)),
  'direct: reset': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['reset'])(o)),
  'direct: plain answers': hasDirect(['answered'], ['plain']),
  'direct: TLS answers': hasDirect(['answered'], ['tls', 'tls-name']),
  'direct: TLS to plain': hasDirect(['tls-plain']),
  'direct: not trusted': (o) => (firstFault(o.log) ? null : hasDirect(['tls-untrusted'])(o)),
  'direct: TLS refused': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['tls-failed'])(o)),
  'direct: TLS fails': hasDirect(['tls-failed']),
  'direct: HTTP answers': hasDirect(['answered'], ['http']),
  'direct: FastCGI answers': hasDirect(['answered'], ['fastcgi']),
  'direct: HTTP/2 answers': hasDirect(['answered'], ['http2']),
  'direct: another protocol': hasDirect(['other-protocol']),
  'direct: header too big': ({ direct, log, nginx }) => {
    const big = direct.find((d) => d.probe === 'as-nginx' && d.outcome === 'answered' && (d.headerBytes ?? 0) > usualBuffer);
    if (!big || firstFault(log) || nginx.status !== 502) return null;
    return `a direct request to ${big.address} is answered with ${big.headerBytes} bytes of headers, and nginx keeps one page (4 or 8 kB) for them unless it is told otherwise`;
  },
  'direct: invalid': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['invalid'])(o)),
  'direct: not resolved': (o) => (firstFault(o.log) || !failed(o) ? null : hasDirect(['not-resolved'])(o)),
  'direct: by its name it answers': hasDirect(['answered', 'connected'], ['name']),
  'direct: same failure': ({ direct, nginx }) => {
    const same = direct.find((d) => d.probe === 'as-nginx' && d.outcome === 'answered' && isServerError(d.status));
    return same && isServerError(nginx.status) ? `a direct request to ${same.address} gets ${same.result} as well` : null;
  },

  'app gone': ({ app }) =>
    app.state === 'gone' || app.state === 'restarting' ? `${app.name ?? 'the app'} ${app.says ?? 'does not run'}` : null,
  'on no shared network': ({ app }) => (app.isApart ? `${app.name ?? 'the app'} runs, but shares no network with nginx now` : null),
  'app ended during this run': ({ app }) =>
    app.endedDuringRun ? `${app.name ?? 'the app'} ended while these requests ran${app.state === 'gone' ? ` and ${app.says}` : ''}` : null,
  'nothing listens': ({ app }) =>
    app.listeners !== null && app.listeners.length === 0
      ? `nothing listens in ${app.name ?? 'that network namespace'}${app.state === null && app.says !== null ? `; ${app.says}` : ''}`
      : null,
  'listens on loopback': (o) => {
    const found = samePort(o);
    if (!found || found.listeners.length === 0 || isLoopback(found.address)) return null;
    return found.listeners.every((l) => isLoopback(l.address)) ? `it listens on ${listed(found.listeners)}` : null;
  },
  'listens on another address': (o) => {
    const found = samePort(o);
    if (!found || found.listeners.length === 0) return null;
    const all = isIpv6(found.address) ? '::' : '0.0.0.0';
    const taken = found.listeners.some((l) => l.address === found.address || l.address === all || l.address === '*');
    return taken ? null : `it listens on ${listed(found.listeners)}, not on ${found.address}`;
  },
  'listens on another port': (o) => {
    const found = samePort(o);
    const others = o.app.listeners ?? [];
    return found && found.listeners.length === 0 && others.length > 0 ? `it listens on ${listed(others)}, not on ${found.port}` : null;
  },
  'address is not the name’s any more': (o) => {
    const to = connectedTo(o);
    const now = o.app.addressesNow;
    if (to?.host == null || now === null || now.length === 0 || now.includes(to.host) || o.foreignUpstream !== null) return null;
    return `nginx connected to ${to.host}, but ${o.target.host} is ${now.slice(0, 4).join(', ')} now`;
  },
  'answered from elsewhere': ({ isStray, nginx, target, direct }) =>
    isStray
      ? `nginx answered ${nginx.status}, but no address of ${target.host} takes a connection now (${direct[0]?.address}: ${direct[0]?.result})`
      : null,
  'upstream of no file': ({ foreignUpstream }) =>
    foreignUpstream === null ? null : `nginx handed on to ${foreignUpstream}, which is in no file any more`,

  'own 5xx': ({ nginx }) => (isServerError(nginx.status) ? `nginx answered ${nginx.status}` : null),
  'a return of its own': ({ ownReturn }) => (ownReturn ? `the configuration has \`${ownReturn}\` for some requests here` : null),
  'nginx alone': ({ nginx, log }) =>
    nginx.status !== null && ![502, 504].includes(nginx.status) && firstFault(log) === null
      ? 'nginx’s log says nothing about an upstream'
      : null,
  'cut answer': ({ nginx }) => (nginx.failure === 'cut' ? 'the answer through nginx was cut' : null),
  'not what was expected': ({ nginx }) => nginx.unmet,
  'WebSocket lost': ({ upgrade }) =>
    upgrade
      ? `${upgrade.address} takes a WebSocket upgrade (101), through nginx it is answered with ${upgrade.through ?? 'nothing'}`
      : null,
  'another server block': ({ nginx }) => (nginx.otherServer === null ? null : `the server block of ${nginx.otherServer} answered`),
  'any fault in the log': ({ log }) => {
    const fault = firstFault(log);
    return fault ? `the error log says “${shortened(fault.entry)}”` : null;
  },
} satisfies Record<string, Sign>;

export type SignId = keyof typeof signs;
