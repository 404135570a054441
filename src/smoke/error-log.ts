/** One entry of nginx's error log, taken apart. What the entry does not say is null. */
export interface LogEntry {
  /** The whole entry as it was found, from its head on; several physical lines stay joined by LF. */
  text: string;
  /** `2026/11/22 10:14:14` as nginx wrote it, without a zone. */
  time: string | null;
  level: string | null;
  connection: number | null;
  /** nginx's words, with errno and its text, without `while …` and without the fields. */
  message: string;
  errno: number | null;
  /** What nginx was doing: `connecting to upstream`, `reading response header from upstream` … */
  phase: string | null;
  client: string | null;
  /** The chosen server block's first name; may be empty. In a stream, and before a request is read, the listen address. */
  server: string | null;
  request: string | null;
  subrequest: string | null;
  upstream: string | null;
  host: string | null;
  resolver: string | null;
}

const levels = 'emerg|alert|crit|error|warn|notice|info|debug';
const dated = new RegExp(`(\\d{4}/\\d\\d/\\d\\d \\d\\d:\\d\\d:\\d\\d) \\[(${levels})\\] \\d+#\\d+: (?:\\*(\\d+) )?`);
const undated = new RegExp(`(?:^|[\\s|:])\\[(${levels})\\] (?:\\d+#\\d+: )?(?:\\*(\\d+) )?`);
/** What nginx sets as `while …` (ngx_http_request.c, ngx_http_upstream.c, ngx_stream_proxy_module.c, ngx_resolver.c). */
const phases = [
  'reading response header from upstream',
  'connecting to upstream',
  'SSL handshaking to upstream',
  'sending request to upstream',
  'reading upstream',
  'proxying upgraded connection',
  'sending to client',
  'reading client request line',
  'reading client request headers',
  'reading client pipelined request line',
  'waiting for request',
  'SSL handshaking',
  'reading PROXY protocol',
  'sending response to client',
  'closing request',
  'logging request',
  'keepalive',
  'resolving',
  'proxying and reading from upstream',
  'proxying and sending to upstream',
  'proxying and reading from client',
  'proxying and sending to client',
  'proxying connection',
  'initializing session',
  'prereading client data',
  'requesting certificate status',
  'processing HTTP/2 connection',
  'processing SPDY',
];
/** nginx cuts an entry at 2048 bytes (NGX_MAX_ERROR_STR); a few prefixes of collectors come on top. More is never read. */
const longestEntry = 16_384;
/** In bytes: an entry that is shorter than this was surely not cut. */
const cutAt = 1900;

/** Takes the wrapping of Docker's json-file driver off one line; any other text stays as it is. */
function unwrapped(text: string): string {
  if (!text.startsWith('{')) return text;
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed === 'object' && parsed !== null) {
      for (const key of ['log', 'message', 'MESSAGE']) {
        const value: unknown = Reflect.get(parsed, key);
        if (typeof value === 'string') return value;
      }
    }
  } catch {
    return text.replaceAll('\\"', '"');
  }
  return text;
}

/**
 * The entries of a log's text, in order. A physical line without a head of nginx's belongs to the entry before it
 * (FastCGI's standard error comes with line ends), unless it is an access log's line.
 */
export function logEntries(text: string): LogEntry[] {
  const entries: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const plain = unwrapped(line).trimEnd();
    if (plain === '') continue;
    const last = entries.length - 1;
    const before = entries[last] ?? '';
    const hasHead = dated.test(plain) || undated.test(plain);
    // What looks like a head inside an application's words is the application's, unless nginx may have cut them off.
    if (isContinuation(before) && (!hasHead || Buffer.byteLength(before) < cutAt)) entries[last] = `${before}\n${plain}`;
    else if (hasHead) entries.push(plain);
  }
  return entries.map(parseEntry);
}

/** An entry that is not finished: FastCGI's standard error whose quote is still open. */
function isContinuation(entry: string): boolean {
  const at = entry.indexOf('FastCGI sent in stderr: "');
  return at !== -1 && entry.length < longestEntry && !entry.includes('" while ', at);
}

/** Takes one entry apart, from the left, as everything to the right of the request line is the client's to choose. */
export function parseEntry(given: string): LogEntry {
  const whole = unwrapped(given.slice(0, longestEntry)).trim();
  const head = dated.exec(whole);
  const bare = head ? null : undated.exec(whole);
  const found = head ?? bare;
  const text = found ? whole.slice(found.index).replace(/^[\s|:]+/, '') : whole;
  const rest = found ? whole.slice(found.index + found[0].length) : whole.replace(/^nginx: /, '');
  const connection = head?.[3] ?? bare?.[2];
  return {
    text,
    time: head?.[1] ?? null,
    level: head?.[2] ?? bare?.[1] ?? null,
    connection: connection === undefined ? null : Number(connection),
    ...fieldsOf(rest),
  };
}

type Fields = Omit<LogEntry, 'text' | 'time' | 'level' | 'connection'>;

/** Each field, with what ends it: the fields that may follow. The order is nginx's own. */
const order = [
  { name: 'request', opens: ', request: "' },
  { name: 'subrequest', opens: ', subrequest: "' },
  { name: 'upstream', opens: ', upstream: "' },
  { name: 'host', opens: ', host: "' },
  { name: 'referrer', opens: ', referrer: "' },
] as const;

function fieldsOf(rest: string): Fields {
  const clientAt = startOfFields(rest);
  const words = rest.slice(0, clientAt);
  const { message, phase, resolver } = spokenPart(words);
  const fields: Fields = {
    message,
    errno: errnoOf(message),
    phase,
    client: null,
    server: null,
    request: null,
    subrequest: null,
    upstream: null,
    host: null,
    resolver,
  };
  let left = rest.slice(clientAt);
  const client = /^, (?:udp )?client: ([^\s,]*)/.exec(left);
  if (client) {
    fields.client = client[1] ?? null;
    left = left.slice(client[0].length);
  }
  const server = /^, server: ([^,\n]*)/.exec(left);
  if (server) {
    fields.server = server[1] ?? '';
    left = left.slice(server[0].length);
  }
  for (const [index, { name, opens }] of order.entries()) {
    if (!left.startsWith(opens)) continue;
    const value = left.slice(opens.length);
    const end = name === 'referrer' ? value.length : endOfField(value, name, index);
    if (name !== 'referrer') fields[name] = value.slice(0, end).replace(/"$/, '');
    left = value.slice(end).replace(/^"/, '');
  }
  return fields;
}

/** Where `, client: ` begins; behind the closing quote of what an application wrote itself. */
function startOfFields(rest: string): number {
  const quoted = rest.startsWith('FastCGI sent in stderr: "') ? rest.indexOf('" while ') : 0;
  const from = Math.max(0, quoted);
  const places = [', client: ', ', udp client: '].map((f) => rest.indexOf(f, from)).filter((at) => at !== -1);
  return places.length === 0 ? rest.length : Math.min(...places);
}

function spokenPart(words: string): { message: string; phase: string | null; resolver: string | null } {
  const resolverAt = words.lastIndexOf(', resolver: ');
  const resolver = resolverAt === -1 ? null : words.slice(resolverAt + 12).trim();
  const spoken = resolverAt === -1 ? words : words.slice(0, resolverAt);
  const at = spoken.lastIndexOf(' while ');
  const doing = at === -1 ? '' : spoken.slice(at + 7);
  const phase = phases.find((p) => doing === p || doing.startsWith(`${p},`)) ?? null;
  // A cut entry may end in the middle of the phase; three words are enough to know it.
  const cut = phase === null && doing.length >= 12 ? (phases.find((p) => p.startsWith(doing)) ?? null) : null;
  const said = phase ?? cut;
  return { message: said === null ? spoken : spoken.slice(0, at), phase: said, resolver };
}

/** The request line ends at its protocol; a quote inside the path is the client's. */
function endOfField(value: string, name: string, index: number): number {
  const enders = order.slice(index + 1).map((f) => `"${f.opens}`);
  if (name === 'upstream') enders.push('", bytes from/to client:');
  const ends = enders.flatMap((ender) => placesOf(value, ender));
  if (value.endsWith('"')) ends.push(value.length - 1);
  ends.sort((a, b) => a - b);
  const finished = name === 'request' ? ends.find((at) => / HTTP\/\d(?:\.\d)?$/.test(value.slice(Math.max(0, at - 9), at))) : undefined;
  return finished ?? ends[0] ?? value.length;
}

function placesOf(text: string, part: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(part); at !== -1 && places.length < 100; at = text.indexOf(part, at + 1)) places.push(at);
  return places;
}

/** The number alone counts: its text is the C library's and the locale's. */
function errnoOf(message: string): number | null {
  const application = message.indexOf('FastCGI sent in stderr: "');
  if (application === 0) return null;
  const found = / \((\d{1,3}): /.exec(message);
  return found ? Number(found[1]) : null;
}

/** Where an upstream field points: a host and port, or a socket. A group's name has no port and no socket. */
export interface UpstreamAddress {
  scheme: string | null;
  host: string | null;
  port: number | null;
  socket: string | null;
}

/** Reads the `upstream:` field: `http://172.18.0.3:3000/x`, `fastcgi://unix:/run/php.sock:`, `http://[::1]:80/`, `backend`. */
export function upstreamAddress(upstream: string): UpstreamAddress {
  const scheme = /^([a-z]+):\/\//.exec(upstream)?.[1] ?? null;
  const rest = scheme === null ? upstream : upstream.slice(scheme.length + 3);
  if (rest.startsWith('unix:')) {
    const socket = rest.slice(5).split(':', 1)[0] ?? '';
    return { scheme, host: null, port: null, socket };
  }
  const found = /^(?:\[([^\]]*)\]|([^:/]*))(?::(\d{1,5}))?/.exec(rest);
  return {
    scheme,
    host: found?.[1] ?? found?.[2] ?? null,
    port: found?.[3] === undefined ? null : Number(found[3]),
    socket: null,
  };
}
