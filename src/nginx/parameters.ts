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

/** The parameters behind the first argument that a directive takes; for directives that refuse all others. */
const options: Record<string, (text: string) => boolean> = {
  listen: (text) => listenFlags.test(text) || listenValues.test(text),
  server: (text) => peerFlags.test(text) || peerValues.test(text),
};

/**
 * The first argument of a directive that nginx refuses whatever stands around it. Only what is sure is told;
 * `listen` and `server` also know the parameters of other builds of nginx.
 */
export function wrongParameter(words: readonly Word[]): WrongParameter | null {
  const name = words[0]?.text ?? '';
  const option = options[name];
  if (option !== undefined) {
    const word = words.slice(2).find((w) => !option(w.text) && !isTemplate(w.text));
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
