import { directivesNamed } from './directives.ts';
import type { Word } from './model.ts';

/** An argument that nginx refuses. */
export interface WrongParameter {
  word: Word;
  /** nginx's words for it. */
  says: string;
}

const listenFlags = /^(default_server|default|ssl|http2|http3|spdy|quic|proxy_protocol|bind|deferred|reuseport|udp|multipath|ssl_alpn)$/;
const listenValues = /^(setfib|fastopen|backlog|rcvbuf|sndbuf|accept_filter|ipv6only|so_keepalive)=/;
const peerFlags = /^(backup|down|resolve|drain)$/;
const peerValues = /^(weight|max_conns|max_fails|fail_timeout|slow_start|service|route|id|sid)=/;

const cachePath = /^(levels|use_temp_path|keys_zone|inactive|max_size|min_free|(loader|manager|purger)_(files|sleep|threshold)|purger)=/;

/** What a directive takes behind its first words; for directives that refuse all else. */
const options: Record<string, { from: number; known: RegExp[] }> = {
  listen: { from: 2, known: [listenFlags, listenValues] },
  server: { from: 2, known: [peerFlags, peerValues] },
  access_log: { from: 3, known: [/^(buffer|flush|if)=|^gzip(=|$)/] },
  limit_req: { from: 1, known: [/^(zone|burst|delay)=|^nodelay$/] },
  limit_req_zone: { from: 2, known: [/^(zone|rate)=|^sync$/] },
  limit_conn_zone: { from: 2, known: [/^zone=/] },
  proxy_cache_path: { from: 2, known: [cachePath] },
  fastcgi_cache_path: { from: 2, known: [cachePath] },
  uwsgi_cache_path: { from: 2, known: [cachePath] },
  scgi_cache_path: { from: 2, known: [cachePath] },
};

/**
 * The first argument of a directive that nginx refuses whatever stands around it. Only what is sure is told;
 * `listen` and `server` also know the parameters of other builds of nginx.
 */
export function wrongParameter(words: readonly Word[]): WrongParameter | null {
  const name = words[0]?.text ?? '';
  const option = options[name];
  if (option !== undefined) {
    const word = words.slice(option.from).find((w) => !option.known.some((known) => known.test(w.text)) && !isTemplate(w.text));
    if (word !== undefined) return { word, says: `invalid parameter "${word.text}"` };
  }
  const definitions = directivesNamed(name);
  const [first] = definitions;
  if (first === undefined || definitions.some((d) => d.kind !== 'some-of')) return null;
  const known = new Set(definitions.flatMap((d) => d.values.map((v) => v.toLowerCase())));
  const word = words.slice(1).find((w) => !known.has(w.text.toLowerCase()) && !isTemplate(w.text));
  return word === undefined ? null : { word, says: `invalid value "${word.text}"` };
}

/** A placeholder of a template that nobody has filled in: what will stand there isn't known. */
export function isTemplate(text: string): boolean {
  return /\$\{|\{\{|<%|%\w+%|@\w+@|__\w+__/.test(text);
}
