import type { Endpoint } from '../stack/model.ts';
import { eachBounded } from './bounded.ts';
import { type CurlRequest, curl } from './curl.ts';
import { isAddress } from './ground.ts';
import type { DirectResult, Outcome, Probe } from './observation.ts';
import { directResult } from './outcome.ts';
import type { PlannedRequest } from './plan.ts';
import { type EndpointAddress, straight } from './straight.ts';
import { type Place, SshPlace } from './vantage.ts';

/** One direct request that is wanted: an address of an endpoint, and how to ask. `to` null: whatever the name has. */
export interface Wanted {
  request: PlannedRequest;
  endpoint: Endpoint;
  to: EndpointAddress | null;
  probe: Probe;
  marker: string;
  /** Seconds. */
  timeout: number;
}

const http = new Set(['http', 'https', 'grpc', 'grpcs']);
const byHttp = new Set<Probe>(['plain', 'tls', 'tls-name', 'http', 'http2']);

/** `172.18.0.3:3000`, `[::1]:3000`, `unix:/run/a.sock`; the name where no address is known. */
export function addressText(endpoint: Endpoint, to: EndpointAddress | null): string {
  const { socket, host, port } = endpoint.target;
  if (socket !== null) return `unix:${socket}`;
  const name = to?.host ?? host ?? '?';
  return `${name.includes(':') ? `[${name}]` : name}:${to?.port ?? port ?? '?'}`;
}

/** Sends all direct requests from the place where nginx stands; the results are in their order, undefined for what can't be asked. */
export async function probe(place: Place, wanted: readonly Wanted[], workerUser: string | null): Promise<(DirectResult | undefined)[]> {
  const results = new Map<Wanted, DirectResult>();
  const isCurl = (w: Wanted) => byHttp.has(w.probe) || (w.probe !== 'fastcgi' && http.has(w.endpoint.target.protocol));
  const byCurl = async (items: readonly Wanted[], user: string | null) => {
    const requests = items.map((w): CurlRequest => straight(w.request, w.endpoint, w.to, w.probe, w));
    const answers = (await curl(place, requests, user)) ?? [];
    for (const [index, answer] of answers.entries()) {
      const item = items[index];
      if (item) results.set(item, directResult(answer, addressText(item.endpoint, item.to), item.probe, item.endpoint.target.protocol));
    }
  };
  const raw = wanted.filter((w) => !isCurl(w) && w.endpoint.target.protocol !== 'udp');
  await Promise.all([
    byCurl(
      wanted.filter((w) => isCurl(w) && w.endpoint.target.socket === null),
      null,
    ),
    byCurl(
      wanted.filter((w) => isCurl(w) && w.endpoint.target.socket !== null),
      workerUser,
    ),
    eachBounded(raw, fewCommands, async (w) => {
      results.set(w, await rawResult(place, w, workerUser));
    }),
  ]);
  return wanted.map((w) => results.get(w));
}

/** At once, where each starts a command of its own. */
const fewCommands = 8;

/** A FastCGI GET_VALUES record without names: every FastCGI server must answer it, and no script runs. */
const getValues = Uint8Array.from([1, 9, 0, 0, 0, 0, 0, 0]);
const rawTimeout = 3;

async function rawResult(place: Place, { endpoint, to, probe: kind }: Wanted, user: string | null): Promise<DirectResult> {
  const asksFastcgi = kind === 'fastcgi' || endpoint.target.protocol === 'fastcgi';
  const answer = await connectAndSend(place, endpoint, to, asksFastcgi ? getValues : new Uint8Array(), user);
  const result = (outcome: Outcome, words: string): DirectResult => ({
    address: addressText(endpoint, to),
    probe: kind,
    outcome,
    status: null,
    seconds: answer.seconds,
    result: words,
  });
  if (answer.failure) return result(answer.failure, answer.words);
  if (!asksFastcgi) return result('connected', 'connected');
  if (answer.text.startsWith('\x01\x0a') || answer.text.startsWith('\x01\x0b')) return result('answered', 'speaks FastCGI');
  const other = bannerOf(answer.text);
  if (other !== null) return result('other-protocol', `speaks ${other}`);
  // Some FastCGI servers ignore management records; a connection is all that is proven then.
  return result('connected', answer.closed ? 'connected, and closed without an answer' : 'connected');
}

interface RawAnswer {
  failure: Outcome | null;
  words: string;
  text: string;
  closed: boolean;
  seconds: number;
}

/** Sends bytes to an address, and answers with what came back within a few seconds. */
export async function connectAndSend(
  place: Place,
  endpoint: Endpoint,
  to: EndpointAddress | null,
  bytes: Uint8Array,
  user: string | null,
): Promise<RawAnswer> {
  const started = Date.now();
  const { socket } = endpoint.target;
  const address = addressText(endpoint, to);
  const base = { text: '', closed: false };
  if (place instanceof SshPlace) {
    if (socket !== null) return { ...base, failure: 'unknown', words: 'a socket cannot be asked from here', seconds: 0 };
    const ran = await place.forward(address, bytes, rawTimeout);
    const seconds = (Date.now() - started) / 1000;
    if (/open failed/.test(ran.stderr)) return { ...base, failure: openFailure(ran.stderr), words: ran.stderr.trim(), seconds };
    return { failure: null, words: '', text: ran.stdout, closed: ran.code !== null, seconds };
  }
  const args = socket !== null ? ['--unix-socket', socket, 'telnet://localhost:1'] : [`telnet://${address}`];
  const words = ['curl', '-q', '-s', '-S', '-v', '--noproxy', '*', '--max-time', String(rawTimeout), '--output', '-'];
  const ran = await place.run(words, { args, input: bytes, timeout: rawTimeout + 5, user: socket === null ? null : user });
  const seconds = (Date.now() - started) / 1000;
  if (/\* Connected to /.test(ran.stderr)) return { failure: null, words: '', text: ran.stdout, closed: ran.code === 0, seconds };
  const said = /(?:failed|fail for [^:]*): (.*)/.exec(ran.stderr)?.[1] ?? ran.stderr.trim().split('\n').at(-1) ?? '';
  return {
    ...base,
    failure: ran.code === 28 ? 'connect-timeout' : ran.code === 6 ? 'not-resolved' : openFailure(said),
    words: said,
    seconds,
  };
}

function openFailure(words: string): Outcome {
  if (/refused/i.test(words)) return 'refused';
  if (/unreachable|no route/i.test(words)) return 'unreachable';
  if (/denied|not permitted|prohibited/i.test(words)) return 'denied';
  if (/no such file/i.test(words)) return 'socket-missing';
  if (/timed out/i.test(words)) return 'connect-timeout';
  if (/resolve|not known/i.test(words)) return 'not-resolved';
  return 'unknown';
}

/** The protocol that the first bytes of an answer give away; null when they say nothing. */
export function bannerOf(text: string): string | null {
  if (/^HTTP\/\d/.test(text)) return 'HTTP';
  if (/^SSH-/.test(text)) return 'SSH';
  if (/^220[ -]/.test(text)) return 'SMTP or FTP';
  if (/^\+OK|^-ERR|^-NOAUTH|^-DENIED/.test(text)) return 'Redis or POP3';
  if (/^\* OK/.test(text)) return 'IMAP';
  const bytes = Buffer.from(text.slice(0, 16), 'latin1');
  if ((bytes[0] === 0x15 || bytes[0] === 0x16) && bytes[1] === 3) return 'TLS';
  if (bytes[0] === 1 && [3, 6, 10].includes(bytes[1] ?? 0)) return 'FastCGI';
  if (bytes.length >= 9 && bytes[0] === 0 && bytes[1] === 0 && bytes[3] === 4) return 'HTTP/2';
  if (bytes[3] === 0 && bytes[4] === 10) return 'MySQL';
  return null;
}

/** What else the port may speak, once nginx's own way has failed. */
export function otherProbes(endpoint: Endpoint, first: DirectResult | undefined): Probe[] {
  const { protocol } = endpoint.target;
  const refused =
    first && ['refused', 'unreachable', 'connect-timeout', 'not-resolved', 'socket-missing', 'denied'].includes(first.outcome);
  if (refused) return [];
  if (protocol === 'http') return ['tls', 'tls-name', 'http2', 'fastcgi'];
  if (protocol === 'https') return ['plain', 'tls-name'];
  if (protocol === 'grpc') return ['tls', 'http'];
  if (protocol === 'grpcs') return ['plain'];
  if (['fastcgi', 'uwsgi', 'suwsgi', 'scgi'].includes(protocol)) return ['http'];
  return [];
}

/** Whether a name, and not an address, is what the endpoint is called by. */
export function isNamed(endpoint: Endpoint): boolean {
  const { host } = endpoint.target;
  return host !== null && !isAddress(host);
}
