import type { CauseId } from './causes.ts';
import type { LogEntry } from './error-log.ts';

/** One kind of message of nginx's error log. The first rule that fits an entry is the entry's. */
export interface MessageRule {
  id: string;
  /** Fits the message: nginx's words and the errno's number, never the errno's text, which is the C library's. */
  says: RegExp;
  /** The phases (`while …`) in which this rule holds; all of them when absent. A cut entry without a phase fits none. */
  phases?: readonly string[];
  /** Only an entry that is about no client and no phase. */
  isAlone?: true;
  /** Most likely first. */
  causes: readonly [CauseId, ...CauseId[]];
  /**
   * fault: the request failed for this reason. consequence: it failed because of something before.
   * harmless: nothing failed; named only when somebody asks about the line.
   */
  weight: 'fault' | 'consequence' | 'harmless';
  /** What this very message means, where the cause's own sentence is too general. */
  means?: string;
}

const connecting = ['connecting to upstream'];
const handshaking = ['SSL handshaking to upstream'];
const heading = ['reading response header from upstream'];
const bodying = ['reading upstream', 'proxying and reading from upstream'];
const upgraded = ['proxying upgraded connection'];
const later = [...handshaking, 'sending request to upstream', ...heading, ...bodying, ...upgraded, 'proxying and sending to upstream'];

function fault(id: string, says: RegExp, causes: MessageRule['causes'], more: Partial<MessageRule> = {}): MessageRule {
  return { id, says, causes, weight: 'fault', ...more };
}

const connectingRules: MessageRule[] = [
  fault('connect-unix-missing', /^connect\(\) to unix:.{0,200} failed \(2: /, ['socket-missing', 'app-not-running']),
  fault('connect-unix-permission', /^connect\(\) to unix:.{0,200} failed \((?:13|1): /, ['socket-permission', 'selinux']),
  fault('connect-unix-refused', /^connect\(\) to unix:.{0,200} failed \(111: /, ['socket-refused', 'app-not-running'], {
    means: 'The socket file is there, but the process that made it no longer listens.',
  }),
  fault('connect-unix-busy', /^connect\(\) to unix:.{0,200} failed \(11: /, ['socket-refused'], {
    means: 'The accept queue of the socket is full: every worker of the app is busy.',
  }),
  fault('connect-refused', /^connect\(\) (?:to \S{1,100} )?failed \(111: /, [
    'app-not-running',
    'wrong-port',
    'app-binds-loopback',
    'address-family',
    'stale-address',
    'stale-config',
  ]),
  fault('connect-denied', /^connect\(\) (?:to \S{1,100} )?failed \(13: /, ['selinux', 'unreachable']),
  fault('connect-not-permitted', /^connect\(\) (?:to \S{1,100} )?failed \(1: /, ['unreachable', 'selinux'], {
    means: 'A policy on nginx’s own host (nftables, cgroup, eBPF) forbids this connection.',
  }),
  fault('connect-unreachable', /^connect\(\) (?:to \S{1,100} )?failed \((?:113|101|100|22): /, [
    'unreachable',
    'app-not-running',
    'stale-address',
  ]),
  fault('connect-kernel-timeout', /^connect\(\) (?:to \S{1,100} )?failed \(110: /, ['connect-timeout', 'stale-address', 'app-not-running']),
  fault('connect-reset', /^connect\(\) (?:to \S{1,100} )?failed \(104: /, ['connection-reset', 'tls-handshake']),
  fault('connect-no-local-port', /^connect\(\) (?:to \S{1,100} )?failed \(9[89]: /, ['nginx-local'], {
    means: 'No local port is left towards this address, or the address family is switched off on nginx’s host.',
  }),
  fault('connect-no-family', /^connect\(\) (?:to \S{1,100} )?failed \(97: /, ['address-family', 'nginx-local']),
  fault('connect-other', /^connect\(\) (?:to .{1,200} )?failed \(\d+: /, ['unreachable', 'app-not-running']),
  fault('timeout-connecting', /^upstream timed out \(110/, ['connect-timeout', 'stale-address', 'app-not-running'], { phases: connecting }),
  fault('timeout-handshaking', /^upstream timed out \(110/, ['response-timeout', 'tls-to-plain'], { phases: handshaking }),
  fault('timeout-later', /^upstream timed out \(110/, ['response-timeout'], { phases: later }),
  fault('timeout-unknown-phase', /^upstream timed out/, ['response-timeout', 'connect-timeout']),
  {
    id: 'no-live-upstreams',
    says: /^no live upstreams/,
    causes: ['no-live-upstreams'],
    weight: 'consequence',
  },
  {
    id: 'peer-set-aside',
    says: /^upstream server temporarily disabled/,
    causes: ['no-live-upstreams'],
    weight: 'consequence',
    means: 'One peer of the group is set aside for fail_timeout; the line before says what it did.',
  },
];

const tlsRules: MessageRule[] = [
  fault('tls-wrong-version', /^SSL_do_handshake\(\) failed \(SSL: .{0,300}(?:wrong version number|packet length too long|http request)/, [
    'tls-to-plain',
    'tls-handshake',
  ]),
  fault('tls-plain-first', /^upstream prematurely sent response/, ['tls-to-plain', 'protocol-mismatch'], {
    means: 'The peer spoke first, in plain text, before any TLS.',
  }),
  fault('tls-alert-name', /^SSL_\w+\(\) failed \(SSL: .{0,300}(?:alert number 112\b|unrecognized name)/, ['tls-handshake'], {
    means: 'The peer chooses by the server name, and nginx sent none or another one: `proxy_ssl_server_name on`, `proxy_ssl_name`.',
  }),
  fault('tls-alert-handshake', /^SSL_\w+\(\) failed \(SSL: .{0,300}alert number 40\b/, ['tls-handshake'], {
    means: 'The peer refused the handshake: server name missing, no common cipher, or a client certificate wanted.',
  }),
  fault(
    'tls-alert-version',
    /^SSL_\w+\(\) failed \(SSL: .{0,300}(?:alert number 70\b|unsupported protocol|alert protocol version)/,
    ['tls-handshake'],
    {
      means: 'nginx and the peer have no TLS version in common: `proxy_ssl_protocols`.',
    },
  ),
  fault('tls-alert-client', /^SSL_\w+\(\) failed \(SSL: .{0,300}alert number (?:116|4[2-9])\b/, ['tls-handshake'], {
    means: 'The peer wants a client certificate, or does not accept the one it got: `proxy_ssl_certificate`.',
  }),
  fault('tls-alert-alpn', /^SSL_\w+\(\) failed \(SSL: .{0,300}alert number 120\b/, ['tls-handshake', 'protocol-mismatch']),
  fault('tls-handshake-closed', /^peer closed connection in SSL handshake/, ['tls-handshake', 'tls-to-plain', 'connection-reset']),
  fault('tls-verify', /^upstream SSL certificate verify error: /, ['tls-verify']),
  fault('tls-name', /^upstream SSL certificate does not match "/, ['tls-verify']),
  fault('tls-own-certificate', /^cannot load certificate/, ['nginx-local', 'tls-handshake']),
  fault('tls-handshake-other', /^SSL_do_handshake\(\) failed/, ['tls-handshake', 'tls-to-plain']),
  fault('tls-setting-up', /^SSL_set_(?:tlsext_host_name|alpn_protos)\(/, ['nginx-local', 'tls-handshake']),
  {
    id: 'tls-to-client',
    says: /^SSL_(?:write|shutdown)\(\) failed/,
    phases: ['sending to client', 'sending response to client'],
    causes: ['nginx-local'],
    weight: 'harmless',
    means: 'The client went away.',
  },
  fault('tls-alert-other', /^SSL_\w+\(\) failed \(SSL: .{0,300}alert number \d+/, ['tls-handshake']),
  fault('tls-broken', /^SSL_(?:read|write|shutdown|read_early_data)\(\) failed/, ['connection-reset', 'tls-handshake', 'app-crashed']),
];

const closingRules: MessageRule[] = [
  fault(
    'closed-before-header',
    /^upstream prematurely closed connection/,
    ['app-crashed', 'plain-to-tls', 'protocol-mismatch', 'connection-reset'],
    {
      phases: heading,
    },
  ),
  fault('closed-early', /^upstream prematurely closed (?:connection|stream)/, ['app-crashed']),
  fault('fastcgi-closed-early', /^upstream prematurely closed FastCGI (?:stdout|request)/, ['app-crashed', 'script-not-found']),
  fault('dns-unreachable', /^(?:recv|send|connect|sendmsg)\(\) (?:to \S{1,100} )?failed \(\d+: /, ['name-not-resolved'], {
    phases: ['resolving'],
    means: 'The DNS server that `resolver` names does not take questions there.',
  }),
  {
    id: 'client-gone-writing',
    says: /^(?:writev|send|sendfile|recv|readv)\(\) failed/,
    phases: [
      'sending to client',
      'sending response to client',
      'proxying and reading from client',
      'proxying and sending to client',
      'keepalive',
      'waiting for request',
    ],
    causes: ['connection-reset'],
    weight: 'harmless',
    means: 'The client went away.',
  },
  fault('udp-refused', /^recv\(\) failed \(111: /, [
    'app-not-running',
    'wrong-port',
    'app-binds-loopback',
    'address-family',
    'stale-address',
  ]),
  fault(
    'reset-before-header',
    /^(?:recv|readv)\(\) failed \(104: /,
    ['connection-reset', 'app-crashed', 'plain-to-tls', 'protocol-mismatch'],
    {
      phases: heading,
    },
  ),
  fault('reset', /^(?:recv|readv|writev|send|sendfile|sendfile64)\(\) failed \((?:104|32): /, ['connection-reset', 'app-crashed']),
  fault('read-unreachable', /^(?:recv|readv|writev|send)\(\) failed \((?:113|101): /, ['unreachable']),
  fault('read-timeout', /^(?:recv|readv|writev|send)\(\) failed \(110: /, ['response-timeout']),
  fault('temporary-write', /^(?:pwritev?|pwritev2|writev?|lseek|pread)\(\) "/, ['nginx-local'], {
    means: 'nginx could not write or read a temporary file: disk full, quota or I/O error.',
  }),
  {
    id: 'syslog-lost',
    says: /^send\(\) failed \(\d+: [^)]{0,200}\)$/,
    isAlone: true,
    causes: ['nginx-local'],
    weight: 'harmless',
    means: 'nginx could not hand a log line to its syslog server (`error_log syslog:…`); no request failed.',
  },
  fault('read-other', /^(?:recv|readv|writev|send|sendfile)\(\) failed/, ['connection-reset']),
  fault('kevent-closed', /^kevent\(\) reported that upstream closed connection/, ['connection-reset']),
];

const responseRules: MessageRule[] = [
  fault('not-http', /^upstream sent no valid HTTP\/1\.0 header/, ['protocol-mismatch', 'invalid-response', 'plain-to-tls']),
  fault('bad-gzip', /^inflate(?:Init2|End)?\(\) failed: /, ['invalid-response'], {
    means: 'The app calls its answer gzip, and nginx cannot unpack it.',
  }),
  fault('header-too-big', /^upstream sent too big (?:header|trailers|early hints)/, ['header-too-big']),
  fault('http2-header-too-big', /^upstream sent too large http2 header/, ['header-too-big', 'invalid-response']),
  fault('fastcgi-version', /^upstream sent unsupported FastCGI protocol version: /, ['protocol-mismatch'], {
    means: 'The port does not speak FastCGI; the number is the answer’s first byte (72 is the H of HTTP).',
  }),
  fault('fastcgi-record', /^upstream sent (?:invalid FastCGI record type|unexpected FastCGI )/, ['invalid-response', 'protocol-mismatch']),
  fault('http2-to-http1', /^upstream sent too large http2 frame: 4740180\b/, ['protocol-mismatch', 'plain-to-tls'], {
    means: 'The answer begins with HTT: an HTTP/1 server, or a TLS port that complains in HTTP/1.',
  }),
  fault('http2-to-tls', /^upstream sent too large http2 frame: 137[67]\d{3}\b/, ['plain-to-tls', 'protocol-mismatch'], {
    means: 'The answer is a TLS alert.',
  }),
  fault('not-http2', /^upstream sent (?:too large http2 frame: |unexpected http2 frame|too short http2 frame)/, ['protocol-mismatch']),
  fault('stream-refused', /^upstream (?:rejected request with error|sent goaway with error) /, ['connection-reset', 'app-error'], {
    means: 'The HTTP/2 server ended the stream or the connection on purpose; the number is its error code (7 refused, 11 too much).',
  }),
  {
    id: 'header-twice-ignored',
    says: /^upstream sent duplicate header line: .{0,1500}, ignored/,
    causes: ['invalid-response'],
    weight: 'harmless',
    means: 'The app sent a header twice; nginx kept the first.',
  },
  {
    id: 'body-longer',
    says: /^upstream sent (?:more data than specified in "Content-Length"|data after )/,
    causes: ['invalid-response'],
    weight: 'harmless',
    means: 'The app sent more than it had announced; the client got the announced part.',
  },
  fault('script-not-found', /^FastCGI sent in stderr: "[^"]{0,1500}Primary script unknown/, ['script-not-found']),
  fault('script-not-given', /No input file specified/, ['script-not-found']),
  fault('script-not-readable', /^FastCGI sent in stderr: "[^"]{0,1500}Unable to open primary script/, ['script-not-found'], {
    means: 'The script is there, but the pool’s user may not read it.',
  }),
  fault('script-not-allowed', /^FastCGI sent in stderr: "[^"]{0,1500}security\.limit_extensions/, ['script-not-found'], {
    means: 'The path does not end in an extension that the pool runs (security.limit_extensions).',
  }),
  fault('script-fatal', /^FastCGI sent in stderr: "[\s\S]{0,1500}PHP (?:Fatal|Parse) error/, ['app-error']),
  {
    id: 'script-says',
    says: /^FastCGI sent in stderr: "/,
    causes: ['app-error'],
    weight: 'harmless',
    means: 'The application wrote to its standard error; that alone is no fault.',
  },
  fault('upgrade-in-subrequest', /^connection upgrade in subrequest/, ['invalid-response']),
  fault('invalid-response', /^upstream (?:sent|violated) /, ['invalid-response', 'protocol-mismatch']),
];

const resolvingRules: MessageRule[] = [
  fault('no-resolver', /^no resolver defined to resolve /, ['no-resolver']),
  fault('name-not-found', /could not be resolved \(3: /, ['name-not-resolved', 'app-not-running'], {
    means: 'The name does not exist for the server that `resolver` names.',
  }),
  fault('name-timeout', /could not be resolved \(110: /, ['name-not-resolved'], {
    means: 'The DNS server that `resolver` names does not answer.',
  }),
  fault('name-failed', /could not be resolved/, ['name-not-resolved']),
  {
    id: 'dns-odd-answer',
    says: /^(?:DNS error|invalid (?:\S+ )?DNS response|unexpected (?:DNS response|RR )|wrong ident|no (?:A or CNAME|SRV|PTR) type|unknown query |invalid in-addr\.arpa|could not cancel .{0,200} resolving|send\(\) incomplete|buffer overflow|unexpected A record)/,
    causes: ['name-not-resolved'],
    weight: 'consequence',
    means: 'A late or odd answer of the DNS server.',
  },
];

const nginxsOwn = 'nginx made no request to the app: its own configuration or resources stopped it.';
const ownRules: MessageRule[] = [
  fault('body-too-large', /^client intended to send too large (?:chunked )?body/, ['body-too-large']),
  {
    id: 'limit-dry-run',
    says: /^(?:limiting|delaying) (?:requests?|connections), dry run/,
    causes: ['rate-limited'],
    weight: 'harmless',
    means: 'A dry run: nothing was rejected.',
  },
  fault('limited', /^limiting (?:requests|connections)/, ['rate-limited']),
  {
    id: 'delayed',
    says: /^delaying request/,
    causes: ['rate-limited'],
    weight: 'harmless',
    means: 'The request waited in the burst and went on.',
  },
  {
    id: 'subrequest-for-auth',
    says: /^auth request unexpected status: /,
    causes: ['app-error', 'nginx-local'],
    weight: 'consequence',
    means: 'The auth_request’s own target failed; its line stands before this one, with `subrequest:`.',
  },
  {
    id: 'connections-reused',
    says: /^\d+ worker_connections are not enough, reusing/,
    causes: ['nginx-local'],
    weight: 'harmless',
    means: 'Few connections are left.',
  },
  fault('worker-connections', /^\d+ worker_connections are not enough/, ['nginx-local']),
  fault('worker-died', /^worker process \d+ exited on signal/, ['nginx-local']),
  fault('bind', /^bind\(\S{0,200}\) failed/, ['nginx-local'], { means: '`proxy_bind` names an address that nginx’s host does not have.' }),
  fault('socket-family', /^socket\(\) failed \(97: /, ['nginx-local', 'address-family']),
  fault('sockets', /^(?:socket\(\) failed|the new socket has number)/, ['nginx-local']),
  fault(
    'variable-target',
    /^(?:invalid URL prefix in "|(?:invalid|no|too long) .{0,60} in upstream "|zero length URI|invalid local address)/,
    ['nginx-local'],
    {
      means: 'The target’s variables make no valid address.',
    },
  ),
  fault('no-upstream-configuration', /^no upstream configuration/, ['nginx-local'], { means: nginxsOwn }),
  fault('proxy-protocol', /^(?:broken header: "|could not send PROXY protocol header)/, ['protocol-mismatch'], {
    means: 'This listener expects the PROXY protocol, and the one in front does not send it.',
  }),
  fault('temporary-file', /^(?:open|mkdir)\(\) ".{0,1500}" failed/, ['nginx-local'], { phases: bodying }),
  fault('temporary-full', /^(?:open|mkdir)\(\) ".{0,1500}" failed \((?:24|28|30|122): /, ['nginx-local']),
  fault('temporary-body', /^(?:open|mkdir)\(\) ".{0,1500}(?:client_body|_temp\/|tmp_body|\/body\/|\/proxy\/)[^"]{0,200}" failed/, [
    'nginx-local',
  ]),
  fault('file-forbidden', /^open\(\) ".{0,1500}" failed \(13: /, ['unexpected-response', 'nginx-local'], {
    means: 'nginx looked for a file that its worker user may not read; it never asked an app.',
  }),
  fault('file-missing', /^(?:open\(\) |)".{0,1500}" (?:failed|is not found) \((?:2|20): /, ['unexpected-response', 'stale-config'], {
    means: 'nginx looked for a file instead of handing on: the request did not reach the location that you expect.',
  }),
  fault('forbidden', /^(?:access forbidden by rule|directory index of ")/, ['unexpected-response'], {
    means: 'nginx refused by its own rule.',
  }),
  {
    id: 'buffered',
    says: /^an? (?:upstream response|client request body) is buffered to a temporary file/,
    causes: ['nginx-local'],
    weight: 'harmless',
    means: 'Larger than the buffers; it goes through a file on disk.',
  },
  {
    id: 'client-gone',
    says: /^(?:epoll_wait\(\) reported that )?client (?:prematurely closed connection|timed out|closed|[\d.:a-f]+ closed)/,
    causes: ['response-timeout'],
    weight: 'harmless',
    means: 'The client gave up or was too slow; with status 499 its time-out is shorter than the app’s answer.',
  },
  fault(
    'own',
    /^(?:rewrite or internal redirection cycle|could not find named location|cache file "|cache "|\S+_buffer_size \d+ is not enough for cache key|thread pool "|thread operation took too long)/,
    ['nginx-local'],
  ),
  fault(
    'own-protocol',
    /^(?:fastcgi request|uwsgi request|scgi request|suwsgi protocol requires|grpcs protocol requires|too long http2|no buffer space in grpc|no connection data found for keepalive|invalid header after joining|pcre2?_(?:match|exec)\(\) failed)/,
    ['nginx-local'],
    { means: nginxsOwn },
  ),
  fault(
    'own-system',
    /^(?:setsockopt\(|ioctl\(|close\(\) socket|unlink\(\) |could not enable transparent|recycled buffer in pipe|buffered data on next upstream|shutdown\(\) failed)/,
    ['nginx-local'],
    { weight: 'harmless', means: 'A system call of nginx’s own failed.' },
  ),
  {
    id: 'stream-told',
    says: /(?:proxy \S{1,200} connected to |^udp done|^udp timed out|disconnected|^shutdown timeout)/,
    causes: ['nginx-local'],
    weight: 'harmless',
    means: 'What nginx tells about a finished session.',
  },
];

/** In order: the special before the general. Derived from nginx 1.22–1.29's sources and from provoked faults. */
export const messageRules: readonly MessageRule[] = [
  ...connectingRules,
  ...tlsRules,
  ...closingRules,
  ...responseRules,
  ...resolvingRules,
  ...ownRules,
];

/** The rule for an entry, or undefined for a message that nobody knows. */
export function ruleFor(entry: LogEntry): MessageRule | undefined {
  return messageRules.find(
    (rule) =>
      (!rule.isAlone || (entry.phase === null && entry.client === null)) &&
      (rule.phases === undefined || (entry.phase !== null && rule.phases.includes(entry.phase))) &&
      rule.says.test(entry.message),
  );
}
