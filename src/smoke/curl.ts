import { randomBytes } from 'node:crypto';
import { eachBounded } from './bounded.ts';
import type { Place, Ran } from './vantage.ts';

/** One request for curl. Only GET and HEAD exist here. */
export interface CurlRequest {
  url: string;
  head?: boolean;
  headers?: readonly (readonly [name: string, value: string])[];
  /** Connect to this address, whatever the URL's host is. */
  connectTo?: { host: string; port: number };
  socket?: string;
  /** Verify the certificate; by default it is not, as nginx by default does not. */
  verify?: boolean;
  /** PEM text is no argument: a path at the place. */
  ca?: string;
  http2?: boolean;
  /** Send a PROXY protocol line first. */
  proxyProtocol?: boolean;
  /** Bring the answer's headers too. */
  wantsHeaders?: boolean;
  /** Ask the system’s word for a failed connection too. */
  verbose?: boolean;
  /** Seconds. */
  timeout: number;
  /** Seconds. */
  connectTimeout: number;
}

export interface CurlResult {
  /** curl's own exit code for this request; null when it told none. */
  exit: number | null;
  status: number | null;
  seconds: number;
  /** 0 when no connection was made. */
  connectSeconds: number;
  /** `1.1`, `2`. */
  httpVersion: string;
  /** The address that answered. */
  remote: string;
  /** curl's words, and what the system said about the connection. */
  error: string;
  /** Lower-case names. */
  headers: Record<string, string[]>;
  /** Of the status line and all headers together. */
  headerBytes?: number;
}

/** At once. What such a crowd alone makes fail is asked again by itself (`healing.ts`). */
const parallel = 100;
const fields = ['exitcode', 'http_code', 'time_total', 'time_connect', 'http_version', 'remote_ip', 'size_header', 'errormsg'];

/** curl's configuration syntax: in double quotes, where a backslash keeps the next character. */
function quoted(text: string): string {
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll('"', '\\"')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
  return `"${escaped.replaceAll('\0', '')}"`;
}

function bracketed(host: string): string {
  return host.includes(':') ? `[${host}]` : host;
}

function section(request: CurlRequest, mark: string, index: number): string {
  const lines = [`url = ${quoted(request.url)}`, 'globoff', 'no-progress-meter', 'path-as-is', 'output = "/dev/null"'];
  lines.push(`max-time = ${request.timeout}`, `connect-timeout = ${request.connectTimeout}`, 'noproxy = "*"');
  lines.push(
    `write-out = ${quoted(`${mark} ${index} ${fields.map((f) => `%{${f}}`).join('|')}\n${request.wantsHeaders ? '%{header_json}' : ''}${mark}\n`)}`,
  );
  if (request.verbose) lines.push('verbose');
  if (request.head) lines.push('head');
  for (const [name, value] of request.headers ?? []) lines.push(`header = ${quoted(value === '' ? `${name};` : `${name}: ${value}`)}`);
  if (request.connectTo) lines.push(`connect-to = ${quoted(`::${bracketed(request.connectTo.host)}:${request.connectTo.port}`)}`);
  if (request.socket !== undefined) lines.push(`unix-socket = ${quoted(request.socket)}`);
  if (!request.verify) lines.push('insecure');
  if (request.ca !== undefined) lines.push(`cacert = ${quoted(request.ca)}`);
  lines.push(request.http2 ? (request.url.startsWith('https:') ? 'http2' : 'http2-prior-knowledge') : 'http1.1');
  if (request.proxyProtocol) lines.push('haproxy-protocol');
  return lines.join('\n');
}

/** How often requests are asked again that curl gave up because of another one. */
const mostRounds = 3;
/** curl ends all unfinished transfers when one needs too much memory, such as for a header of a megabyte. */
const gaveUp = /^Transfer aborted/;

/**
 * Sends all requests at the place, a bounded number at a time. The answers are in the order of the requests.
 * Undefined when there is no curl at the place.
 */
export async function curl(place: Place, requests: readonly CurlRequest[], user?: string | null): Promise<CurlResult[] | undefined> {
  const results = oldCurls.has(place) ? await curlEach(place, requests, user) : await curlTogether(place, requests, user);
  for (let round = 0; results && round < mostRounds; round++) {
    const left = results.flatMap((result, index) => (gaveUp.test(result.error) ? [index] : []));
    if (left.length === 0) break;
    const again = await curlTogether(
      place,
      left.map((index) => requests[index] as CurlRequest),
      user,
    );
    for (const [at, index] of left.entries()) results[index] = again?.[at] ?? (results[index] as CurlResult);
  }
  return results;
}

/** Places whose curl cannot tell how each of many requests ended (before 7.75), or which headers came (before 7.83). */
const oldCurls = new WeakSet<Place>();
const isOld = /unknown --write-out variable: '(?:exitcode|header_json)'/;
/** At once, where each is a process of its own. */
const fewProcesses = 8;

/** All requests by one curl. */
async function curlTogether(place: Place, requests: readonly CurlRequest[], user?: string | null): Promise<CurlResult[] | undefined> {
  if (requests.length === 0) return [];
  const { ran, results } = await runCurl(place, requests, user, ['parallel', `parallel-max = ${parallel}`, 'parallel-immediate']);
  if (isOld.test(ran.stderr)) {
    oldCurls.add(place);
    return curlEach(place, requests, user);
  }
  if (!results.some((r) => r !== undefined) && isMissing(ran)) return undefined;
  return results.map((r) => r ?? resultOf(ran));
}

/** Each request by a curl of its own: the process's exit code and its dumped headers say what old ones cannot write out. */
async function curlEach(place: Place, requests: readonly CurlRequest[], user?: string | null): Promise<CurlResult[] | undefined> {
  const results: (CurlResult | undefined)[] = [];
  await eachBounded([...requests.entries()], fewProcesses, async ([index, request]) => {
    const { ran, results: one } = await runCurl(place, [request], user, request.wantsHeaders ? ['dump-header = "-"'] : []);
    if (one[0] === undefined && isMissing(ran)) return;
    const said = /^curl: \(\d+\) (.*)$/m.exec(ran.stderr)?.[1] ?? '';
    const words = one[0]?.error ?? '';
    const error = [said, words].filter((w) => w !== '').join('; ');
    results[index] = { ...(one[0] ?? resultOf(ran)), exit: ran.code, error, headers: dumpedHeaders(ran.stdout) };
  });
  const told = requests.flatMap((_, index) => results[index] ?? []);
  return told.length === requests.length ? told : undefined;
}

async function runCurl(place: Place, requests: readonly CurlRequest[], user: string | null | undefined, head: readonly string[]) {
  const mark = `nginx-gate-${randomBytes(9).toString('hex')}`;
  const input = `${[...head, requests.map((r, i) => section(r, mark, i)).join('\nnext\n')].join('\n')}\n`;
  const longest = Math.max(...requests.map((r) => r.timeout));
  const timeout = longest * Math.ceil(requests.length / parallel) + 10;
  // -q: no .curlrc of the machine's. -S: errors are told although the progress is not.
  const ran = await place.run(['curl', '-q', '-S', '--config', '-'], { input, timeout, user: user ?? null });
  const isDown = containerIsDown.test(ran.stderr);
  return { ran: isDown ? { ...ran, code: couldNotConnect } : ran, results: resultsIn(ran.stdout, mark, requests, ran.stderr) };
}

/** curl's exit code for a connection that nobody takes. */
const couldNotConnect = 7;
const containerIsDown =
  /Error response from daemon: .{0,200}(?:is not running|is paused|paused container|is restarting|No such container)/im;

/** The exit codes from 100 on, and none at all, are not curl's: it could not be started. */
function isMissing({ code }: Ran): boolean {
  return code === null || code >= 100;
}

/** What is known of a request that curl told nothing about. */
function resultOf({ code, stderr }: Ran): CurlResult {
  const error = lastLine(stderr);
  return { exit: code, status: null, seconds: 0, connectSeconds: 0, httpVersion: '', remote: '', error, headers: {} };
}

/** The last block of headers before the answer. */
function dumpedHeaders(stdout: string): CurlResult['headers'] {
  const headers: CurlResult['headers'] = {};
  for (const line of stdout.split(/\r?\n/)) {
    const found = /^([!#$%&'*+.^`|~\w-]{1,200}): ?(.*)$/.exec(line);
    if (!found?.[1]) continue;
    const name = found[1].toLowerCase();
    headers[name] = [...(headers[name] ?? []), found[2] ?? ''];
  }
  return headers;
}

const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? '';

function resultsIn(stdout: string, mark: string, requests: readonly CurlRequest[], stderr: string): (CurlResult | undefined)[] {
  const results = new Array<CurlResult | undefined>(requests.length).fill(undefined);
  const failures = connectFailures(stderr);
  for (const part of stdout.split(`${mark} `).slice(1)) {
    const end = part.indexOf('\n');
    const [index = '', ...rest] = part.slice(0, end).split(' ');
    const request = requests[Number(index)];
    if (request === undefined) continue;
    const [exit, status, seconds, connectSeconds, httpVersion, remote, headerBytes, ...error] = rest.join(' ').split('|');
    const said = failures.get(addressOf(request)) ?? failures.get(request.socket ?? '');
    results[Number(index)] = {
      exit: exit ? Number(exit) : null,
      status: Number(status) || null,
      seconds: Number(seconds) || 0,
      connectSeconds: Number(connectSeconds) || 0,
      httpVersion: httpVersion ?? '',
      remote: remote ?? '',
      headerBytes: Number(headerBytes) || 0,
      error: [error.join('|'), Number(exit) === 7 ? (said ?? '') : ''].filter((e) => e !== '').join('; '),
      headers: headersIn(part.slice(end + 1, part.indexOf(mark, end))),
    };
  }
  return results;
}

function addressOf({ url, connectTo }: CurlRequest): string {
  if (connectTo) return `${connectTo.host}:${connectTo.port}`;
  const { hostname, port, protocol } = new URL(url);
  return `${hostname.replace(/^\[|\]$/g, '')}:${port || (protocol === 'https:' ? 443 : 80)}`;
}

/** `address:port` → the system's word for why it failed: `%{errormsg}` leaves it out. */
function connectFailures(stderr: string): Map<string, string> {
  const failures = new Map<string, string>();
  for (const line of stderr.split('\n')) {
    const tcp = /^\* +connect to (\S{1,100}) port (\d{1,5})(?: from \S+ port \d+)? failed: (.{1,200})$/.exec(line);
    if (tcp) failures.set(`${tcp[1]}:${tcp[2]}`, tcp[3] ?? '');
    const socket = /^\* +Immediate connect fail for (\S{1,300}): (.{1,200})$/.exec(line);
    if (socket) failures.set(socket[1] ?? '', socket[2] ?? '');
  }
  return failures;
}

function headersIn(json: string): Record<string, string[]> {
  try {
    const parsed: unknown = JSON.parse(json);
    if (typeof parsed !== 'object' || parsed === null) return {};
    return Object.fromEntries(Object.entries(parsed).map(([name, values]) => [name.toLowerCase(), [values].flat().map(String)]));
  } catch {
    return {};
  }
}
