import type { Outcome } from '../../src/smoke/observation.ts';

/** A fault as it was seen: what nginx answered, what a direct request got, what the log said, and the cause that it has. */
export interface Sample {
  cause: string | null;
  status: number | null;
  log: string[];
  direct?: Outcome[];
  protocol?: 'http' | 'https' | 'fastcgi' | 'uwsgi' | 'grpc' | 'grpcs';
  listeners?: [string, number][];
  addressesNow?: string[];
}

const client = ', client: 10.0.0.9, server: shop.test';
const get = ', request: "GET /a HTTP/1.1"';
const to = (upstream: string) => `${client}${get}, upstream: "${upstream}", host: "shop.test"`;
const app = to('http://172.20.0.5:3000/a');
const tls = to('https://172.20.0.5:3000/a');
const connecting = ' while connecting to upstream';
const heading = ' while reading response header from upstream';
const handshaking = ' while SSL handshaking to upstream';
const head = '2026/01/02 03:04:05 [error] 7#7: *9 ';

/** At least one for every cause that a log line can show; written by hand in nginx's forms. */
export const samples: Sample[] = [
  {
    cause: 'app-not-running',
    status: 502,
    log: [`${head}connect() failed (111: Connection refused)${connecting}${app}`],
    direct: ['refused'],
    listeners: [],
  },
  {
    cause: 'invalid-response',
    status: null,
    log: [`${head}inflate() failed: 0, -3 while sending to client${app}`],
    direct: ['answered'],
  },
  {
    cause: 'wrong-port',
    status: 502,
    log: [`${head}connect() failed (111: Connection refused)${connecting}${app}`],
    direct: ['refused'],
    listeners: [['0.0.0.0', 8080]],
  },
  {
    cause: 'app-binds-loopback',
    status: 502,
    log: [`${head}connect() failed (111: Connection refused)${connecting}${app}`],
    direct: ['refused'],
    listeners: [['127.0.0.1', 3000]],
  },
  {
    cause: 'address-family',
    status: 502,
    log: [`${head}connect() failed (111: Connection refused)${connecting}${to('http://127.0.0.1:3000/a')}`],
    direct: ['refused'],
    listeners: [['::1', 3000]],
  },
  {
    cause: 'stale-address',
    status: 502,
    log: [`${head}connect() failed (113: Host is unreachable)${connecting}${app}`],
    direct: ['answered'],
    listeners: [['0.0.0.0', 3000]],
    addressesNow: ['172.20.0.8'],
  },
  {
    cause: 'socket-missing',
    status: 502,
    log: [`${head}connect() to unix:/run/a.sock failed (2: No such file or directory)${connecting}${to('http://unix:/run/a.sock:/a')}`],
  },
  {
    cause: 'socket-permission',
    status: 502,
    log: [`${head}connect() to unix:/run/a.sock failed (13: Permission denied)${connecting}${to('http://unix:/run/a.sock:/a')}`],
  },
  {
    cause: 'socket-refused',
    status: 502,
    log: [`${head}connect() to unix:/run/a.sock failed (111: Connection refused)${connecting}${to('http://unix:/run/a.sock:/a')}`],
  },
  { cause: 'selinux', status: 502, log: [`${head}connect() to 172.20.0.5:3000 failed (13: Permission denied)${connecting}${app}`] },
  {
    cause: 'unreachable',
    status: 502,
    log: [`${head}connect() failed (113: No route to host)${connecting}${app}`],
    direct: ['unreachable'],
  },
  {
    cause: 'connect-timeout',
    status: 504,
    log: [`${head}upstream timed out (110: Operation timed out)${connecting}${app}`],
    direct: ['connect-timeout'],
  },
  {
    cause: 'response-timeout',
    status: 504,
    log: [`${head}upstream timed out (110: Connection timed out)${heading}${app}`],
    direct: ['response-timeout'],
  },
  { cause: 'app-crashed', status: 502, log: [`${head}upstream prematurely closed connection${heading}${app}`], direct: ['closed'] },
  {
    cause: 'connection-reset',
    status: 502,
    log: [`${head}recv() failed (104: Connection reset by peer)${heading}${app}`],
    direct: ['reset'],
  },
  {
    cause: 'invalid-response',
    status: 502,
    log: [`${head}upstream sent invalid header: "x\\x20..."${heading}${app}`],
    direct: ['answered'],
  },
  { cause: 'header-too-big', status: 502, log: [`${head}upstream sent too big header${heading}${app}`], direct: ['answered'] },
  {
    cause: 'tls-to-plain',
    status: 502,
    protocol: 'https',
    log: [`${head}SSL_do_handshake() failed (SSL: error:0A00010B:SSL routines::wrong version number)${handshaking}${tls}`],
  },
  {
    cause: 'tls-handshake',
    status: 502,
    protocol: 'https',
    log: [
      `${head}SSL_do_handshake() failed (SSL: error:0A000458:SSL routines::tlsv1 unrecognized name:SSL alert number 112)${handshaking}${tls}`,
    ],
  },
  {
    cause: 'tls-verify',
    status: 502,
    protocol: 'https',
    log: [`${head}upstream SSL certificate verify error: (18:self-signed certificate)${handshaking}${tls}`],
  },
  {
    cause: 'protocol-mismatch',
    status: 502,
    protocol: 'fastcgi',
    log: [`${head}upstream sent unsupported FastCGI protocol version: 72${heading}${to('fastcgi://172.20.0.5:3000')}`],
  },
  {
    cause: 'protocol-mismatch',
    status: 502,
    protocol: 'grpc',
    log: [`${head}upstream sent too large http2 frame: 4740180${heading}${to('grpc://172.20.0.5:3000')}`],
  },
  {
    cause: 'name-not-resolved',
    status: 502,
    log: [`${head}api could not be resolved (3: Host not found)${client}${get}, host: "shop.test"`],
  },
  { cause: 'no-resolver', status: 502, log: [`${head}no resolver defined to resolve api${client}${get}, host: "shop.test"`] },
  { cause: 'no-live-upstreams', status: 502, log: [`${head}no live upstreams${connecting}${to('http://backend/a')}`] },
  {
    cause: 'rate-limited',
    status: 503,
    log: [`${head}limiting requests, excess: 1.000 by zone "z"${client}${get}, host: "shop.test"`],
    direct: ['answered'],
  },
  {
    cause: 'body-too-large',
    status: 413,
    log: [`${head}client intended to send too large body: 2000000 bytes${client}${get}, host: "shop.test"`],
  },
  {
    cause: 'script-not-found',
    status: 404,
    protocol: 'fastcgi',
    log: [`${head}FastCGI sent in stderr: "Primary script unknown"${heading}${to('fastcgi://172.20.0.5:9000')}`],
  },
  { cause: 'nginx-local', status: 500, log: [`${head}5 worker_connections are not enough${connecting}${app}`] },
  { cause: null, status: 200, log: [] },
  { cause: null, status: 404, log: [], direct: ['answered'] },
];
