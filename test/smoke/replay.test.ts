import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { diagnose } from '../../src/smoke/diagnose.ts';
import { explainLine } from '../../src/smoke/explain.ts';
import type { DirectResult, Observation, Outcome } from '../../src/smoke/observation.ts';
import { observed } from './observed.ts';
import { type Sample, samples } from './samples.ts';

function causeOf(o: Observation): string | null {
  const found = diagnose(o);
  return found === null ? null : (found.cause ?? 'unknown');
}

function observationOf(sample: Sample, log = sample.log): Observation {
  const app = {
    ...(sample.listeners && { listeners: sample.listeners.map(([address, port]) => ({ address, port, process: null })) }),
    ...(sample.addressesNow && { addressesNow: sample.addressesNow }),
  };
  return observed({ status: sample.status, log, direct: sample.direct ?? [], protocol: sample.protocol ?? 'http', app });
}

/** Counts of (expected, found), printed as a table of what went wrong; empty when nothing did. */
function confusion(pairs: [string, string][]): string {
  const wrong = pairs.filter(([expected, found]) => expected !== found).map(([expected, found]) => `${expected} taken for ${found}`);
  const right = pairs.length - wrong.length;
  return [`${right}/${pairs.length} causes right`, ...new Set(wrong)].join('\n');
}

test.each(samples)('$cause is seen from its status, direct result and log', (sample) => {
  expect(causeOf(observationOf(sample))).toBe(sample.cause);
});

/** Numbers from a seed: the same variants in every run. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state % below;
  };
}

const errnoTexts: Record<string, string[]> = {
  '111': ['Connection refused', 'Connexion refusée', 'Verbindungsaufbau abgelehnt', 'В соединении отказано', '接続を拒否されました'],
  '110': ['Connection timed out', 'Operation timed out', 'Die Wartezeit für die Verbindung ist abgelaufen'],
  '113': ['No route to host', 'Host is unreachable', 'Kein Weg zum Zielrechner'],
  '104': ['Connection reset by peer', 'Die Verbindung wurde vom Kommunikationspartner zurückgesetzt'],
  '13': ['Permission denied', 'Keine Berechtigung'],
  '2': ['No such file or directory', 'Datei oder Verzeichnis nicht gefunden'],
};
const prefixes = [
  '',
  'proxy-1  | ',
  '2026-01-02T03:04:05.123456789Z stderr F ',
  'Jan 02 03:04:05 web nginx[812]: ',
  '<187>Jan  2 03:04:05 web nginx: ',
  '<155>Jan  2 03:04:05 nginx: ',
];

/** The same message as another machine would have written it. */
function variant(line: string, pick: (below: number) => number): string {
  const one = <T>(of: readonly T[]): T => of[pick(of.length)]!;
  let text = line
    .replace('[error]', `[${one(['error', 'crit', 'alert', 'warn', 'info'])}]`)
    .replace('7#7: *9', `${1 + pick(90_000)}#${1 + pick(90_000)}: *${pick(1_000_000)}`)
    .replace('client: 10.0.0.9', `client: ${one(['::1', '203.0.113.7', 'unix:', '2001:db8::9'])}`)
    .replace('server: shop.test', `server: ${one(['', '_', 'a.example', '*.example'])}`)
    .replace(/ \((\d+): ([^)]*)\)/, (all, errno: string) => (errnoTexts[errno] ? ` (${errno}: ${one(errnoTexts[errno]!)})` : all));
  if (pick(3) === 0) text += `, referrer: "https://x.test/a"b, upstream: "http://evil/", connect() failed (13: no)"`;
  if (pick(4) === 0) text = text.replace('GET /a', `GET /${'a'.repeat(1500)}`).slice(0, 2048);
  const prefix = one(prefixes);
  if (prefix === '' && pick(3) === 0) return text.replace(/^\S+ \S+ /, '');
  return pick(5) === 0 ? JSON.stringify({ log: `${text}\n`, stream: 'stderr' }) : prefix + text;
}

test('a message keeps its cause in every level, prefix, locale and length', () => {
  const pick = numbers(20_260_102);
  const pairs: [string, string][] = [];
  for (const sample of samples) {
    for (let round = 0; round < 60 && sample.log.length > 0; round += 1) {
      const lines = sample.log.map((line) => variant(line, pick));
      pairs.push([String(sample.cause), String(causeOf(observationOf(sample, lines)))]);
    }
  }
  expect(confusion(pairs)).toBe(`${pairs.length}/${pairs.length} causes right`);
});

test('explain names the cause first for a line alone, or among the few that leave the same line', () => {
  for (const { log, cause } of samples) {
    for (const line of log) expect(explainLine(line).causes.map((c) => c.id)).toContain(cause);
  }
});

/* The measured faults beside the repository, when they are there. */

interface Provoked {
  id: string;
  situation?: string;
  nginx_status: number | null;
  client_result: string;
  direct_result: string | string[];
  log_lines: string[] | string;
}

/** What each provoked fault is, by the list of causes. Null is no fault of this request's. */
const provokedCauses: [cause: string | null, ids: string][] = [
  [
    'app-not-running',
    'stopped localhost-both-refused error-page-hides-502 stream-no-live-upstreams stream-udp-refused mirror-down error-log-level-crit localhost-of-another-namespace',
  ],
  ['app-not-running', 'format-syslog format-syslog-nohostname format-server-empty format-ipv6-client format-http2 format-unix-client'],
  ['wrong-port', 'wrong-port'],
  ['app-binds-loopback', 'app-bound-to-loopback'],
  ['address-family', 'localhost-v6-refused-v4-ok app-on-v6-only'],
  ['stale-address', 'stale-dns-ip'],
  ['socket-missing', 'fpm-socket-missing'],
  ['socket-permission', 'unix-socket-permission fpm-socket-permission'],
  ['socket-refused', 'unix-socket-stale unix-backlog-full'],
  ['unreachable', 'no-route-113 net-unreachable-101 net-unreachable-101-ipv6 connect-einval-22'],
  ['connect-timeout', 'connect-timeout-drop connect-timeout-backlog stream-connect-timeout all-peers-timeout-then-no-live'],
  ['response-timeout', 'header-timeout never-answers body-stall fpm-timeout-max-children websocket-idle-timeout'],
  [
    'app-crashed',
    'crash-mid-request crash-then-refused closed-without-response-fin body-cut fastcgi-closed-early uwsgi-closed upstream-expects-proxy-protocol tls-body-cut tls-reset-while-sending-body',
  ],
  [
    'connection-reset',
    'closed-without-response-rst keepalive-race fpm-worker-killed fpm-request-terminate-timeout reset-while-streaming-body grpc-rst-stream grpc-goaway websocket-reset closed-while-streaming-body body-reset http-to-https-openssl',
  ],
  ['invalid-response', 'invalid-header-line invalid-header-space invalid-chunked fastcgi-bad-record'],
  ['header-too-big', 'too-big-header fastcgi-too-big-header'],
  ['tls-to-plain', 'https-to-http'],
  ['plain-to-tls', 'http-to-https-nginx grpc-plain-to-tls-nginx grpc-plain-to-tls-node grpc-plain-to-tls-alert'],
  [
    'tls-handshake',
    'tls-sni-missing tls-peer-closed tls-peer-reset tls-client-cert-required tls13-only-upstream-default-config tls13-client-cert-required',
  ],
  ['tls-verify', 'tls-verify-name'],
  ['protocol-mismatch', 'non-http-response uwsgi-to-http scgi-to-http grpc-to-http1 grpc-to-http1-answering fastcgi-to-ssh'],
  ['name-not-resolved', 'dns-nxdomain dns-servfail dns-refused dns-empty-answer dns-timeout dns-no-address-records'],
  ['no-resolver', 'no-resolver'],
  ['no-live-upstreams', 'no-live-all-down-flag'],
  ['rate-limited', 'limit-req-503 limit-conn-503'],
  ['body-too-large', 'request-body-too-large'],
  ['script-not-found', 'fpm-primary-script-unknown fpm-no-script-filename fpm-limit-extensions fpm-script-not-readable'],
  [
    'nginx-local',
    'ephemeral-ports-exhausted-99 proxy-bind-not-local-99 too-many-open-files-24 worker-connections-exhausted variable-proxy-pass-invalid temp-disk-full-28 client-body-disk-full-28 variable-fastcgi-pass-no-port variable-fastcgi-pass-name-no-port proxy-loop',
  ],
  ['app-error', 'next-upstream-http-503'],
  ['unexpected-response', 'return-503'],
  [
    null,
    'fpm-php-message more-data-than-content-length access-forbidden websocket-headers-missing upstream-own-413-then-close not-proxied-404 limit-req-delay',
  ],
];

const schemes = ['https', 'fastcgi', 'uwsgi', 'scgi', 'grpcs', 'grpc', 'http'] as const;

/** What curl's exit said, as this project names it. */
function outcomeOf(words: string): Outcome | null {
  const exit = /curl exit (\d+)|\b000 (\d+) curl/.exec(words);
  const code = Number(exit?.[1] ?? exit?.[2] ?? Number.NaN);
  const table: Record<number, Outcome> = {
    0: 'answered',
    1: 'other-protocol',
    6: 'not-resolved',
    7: 'refused',
    8: 'answered',
    16: 'other-protocol',
    18: 'cut',
    35: 'tls-failed',
    52: 'closed',
    55: 'reset',
    56: 'reset',
    60: 'tls-untrusted',
  };
  if (code === 28) return words.includes('Connection timed out') ? 'connect-timeout' : 'response-timeout';
  if (code === 55 && words.startsWith('tls')) return 'tls-failed';
  if (code === 35 && words.includes('wrong version number')) return 'tls-plain';
  return table[code] ?? (/HTTP \d/.test(words) ? 'answered' : null);
}

function provokedObservation(fault: Provoked): Observation {
  const log = [fault.log_lines].flat();
  const upstream = /upstream: "(?:([a-z]+):\/\/)?(?:\[([^\]]*)\]|([\d.]+))?:?(\d+)?/.exec(log.find((l) => l.includes('upstream: "')) ?? '');
  const said = schemes.find((s) => s === upstream?.[1]) ?? schemes.find((s) => fault.id.startsWith(`${s}-to`)) ?? 'http';
  const host = upstream?.[2] ?? upstream?.[3] ?? '127.0.0.1';
  const port = Number(upstream?.[4] ?? 19_001);
  const direct: DirectResult[] = [];
  const listeners: Observation['app']['listeners'] = [];
  const addressesNow: string[] = [];
  for (const words of [fault.direct_result].flat()) {
    const outcome = outcomeOf(words);
    if (outcome === null) continue;
    const label = /^([^:]*?): /.exec(words)?.[1] ?? '';
    const status = outcome === 'answered' ? Number(/HTTP (\d+)/.exec(words)?.[1] ?? 0) : null;
    const result = (probe: DirectResult['probe'], at = host): DirectResult => ({
      address: at.includes(':') ? `[${at}]:${port}` : `${at}:${port}`,
      probe,
      outcome,
      status,
      seconds: 0,
      result: words,
    });
    const other = /^(?:127\.0\.0\.1|v4|v6|real port (\d+))$/.exec(label);
    if (other && outcome === 'answered')
      listeners.push({ address: label === 'v6' ? '::1' : '127.0.0.1', port: Number(other[1] ?? port), process: null });
    else if (label === 'by name') addressesNow.push('127.0.0.6');
    else if (label === 'as root' || label === 'where the app runs') continue;
    else if (label.startsWith('tls with')) direct.push(result('tls-name'));
    else if (label.startsWith('tls')) direct.push(result(said.endsWith('s') ? 'as-nginx' : 'tls'));
    else if (label === 'plain') direct.push(result(said.endsWith('s') ? 'plain' : 'as-nginx'));
    else if (said === 'http' || said === 'https') direct.push(result('as-nginx'));
    else if (outcome === 'answered') direct.push(result('http'));
  }
  const known = { ...(listeners.length > 0 && { listeners }), ...(addressesNow.length > 0 && { addressesNow }) };
  const status = /HTTP (\d+)/.exec(fault.client_result) ? fault.nginx_status : null;
  const failure = fault.client_result.includes('exit 18') ? ('cut' as const) : status === null ? ('closed' as const) : null;
  return observed({
    status,
    log,
    direct,
    protocol: said,
    host,
    port,
    app: known,
    nginx: { failure },
    down: fault.situation?.includes('"down" flag') ?? false,
  });
}

const facts = join(import.meta.dirname, '../../../shared/facts');
const there = existsSync(join(facts, 'provoked.json'));
if (!there) console.log('skipped: no ../shared/facts beside the repository, so the provoked faults are not replayed');

(there ? describe : describe.skip)('measured faults', () => {
  const read = (name: string) => JSON.parse(readFileSync(join(facts, name), 'utf8'));
  const expected = new Map(provokedCauses.flatMap(([cause, ids]) => ids.split(' ').map((id) => [id, cause] as const)));

  test('every provoked fault gives its cause', () => {
    const provoked: Provoked[] = read('provoked.json');
    const pairs = provoked.map((fault): [string, string] => [
      `${expected.get(fault.id)} (${fault.id})`,
      `${causeOf(provokedObservation(fault))} (${fault.id})`,
    ]);
    const table = confusion(pairs);
    console.log(`provoked faults: ${table}`);
    expect(table).toBe(`${provoked.length}/${provoked.length} causes right`);
  });

  test('every variant of a provoked fault gives a cause of that fault', () => {
    const variants: Record<string, { lines: string[]; client_result: string }[]> = read('variants.json');
    const also: Record<string, string[]> = {
      'http-to-fastcgi': ['connection-reset'],
      'grpc-plain-to-tls-openssl': ['connection-reset'],
      'http1-to-h2c': ['protocol-mismatch'],
      'grpcs-to-plain': ['tls-to-plain'],
      'tls-unexpected-eof': ['app-crashed'],
      'reset-while-sending-body': ['connection-reset'],
      'tls13-client-cert-required': ['tls-handshake', 'connection-reset'],
    };
    for (const [id, ways] of Object.entries(variants)) {
      const allowed = also[id] ?? [expected.get(id) ?? null];
      for (const way of ways) {
        const fault = {
          id,
          nginx_status: Number(/HTTP (\d+)/.exec(way.client_result)?.[1] ?? 0),
          client_result: way.client_result,
          direct_result: '-',
          log_lines: way.lines,
        };
        expect(allowed).toContain(causeOf(provokedObservation(fault)));
      }
    }
  });

  test('every message that nginx can write about an upstream has a rule', () => {
    const messages: { id: string; template: string; phase: string[] }[] = read('upstream-errors.json');
    const lost = messages.filter(({ template, phase }) => {
      const words = (template.split(' / ')[0] ?? '')
        .replace(/\(\)(?:\/\w+\(\))+|\(\)(?:\|\w+\(\))+/, '()')
        .replace(/ …(?= failed)| while .*|^\(|\)(?= client)|\(, so.*\)$/g, '')
        .replace(/\[to ADDR\]|\[|\]/g, '')
        .replace(/(\d+)(?:\|\d+)+/, '$1')
        .replace(/port\|host/, 'port in upstream "')
        .replace(/%ui|%uz|%i|%d|%z|%O|\bN\b|\bM\b/g, '5')
        .replace(/%V|%s|%04Xi/g, 'x')
        .replace(/ {2,}/g, ' ');
      return explainLine(`2026/01/02 03:04:05 [error] 7#7: *9 ${words}${phase[0] ? ` ${phase[0]}` : ''}${client}`).causes.length === 0;
    });
    expect(lost.map((m) => m.template)).toEqual([]);
  });
});

const client = ', client: 10.0.0.9, server: shop.test, request: "GET / HTTP/1.1", upstream: "http://172.20.0.5:3000/", host: "shop.test"';
