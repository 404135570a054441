// Excerpts show lines that stand beside a fault by chance. What looks like a secret there is starred, sign by sign, so that columns hold.
import type { LineReader } from '../core/report.ts';

/** Words that a secret's name holds. `pass` alone counts only at the end of a word: `DB_PASS`, but not `bypass` or `passHostHeader`. */
const secretWords =
  'pass(?:word|wd|phrase|code)|(?<!by|com|tres|(?:proxy|fastcgi|uwsgi|scgi|grpc|memcached)_)pass(?![a-z])|pwd|secret|token|jwt|credential|' +
  '(?:api|private|access|auth|signing|encryption|session|master|client|hmac)[_-]?key|cookie[_-]?(?:key|value)|sentry_dsn';
const secretName = new RegExp(secretWords, 'i');
/** Names that speak of a secret and hold none: where it lies, how long it lives, who serves it. */
const aboutSecrets =
  /(?:^(?:secrets|tokens|credentials)|file|path|dir|hosts?|hostname|ports?|names?|users?|username|enabled?|ttl|expir(?:y|es?|ation)(?:[_-]?(?:in|at|time|minutes))?|age|length|lifetime|url|uri|endpoint|server|service|header|type|alg(?:orithm)?|issuer|audience|method|required|timeout|days|hours|minutes|seconds|count|limit|size)$/i;

/** `NAME=value`, `NAME: value`, `"NAME": "value"`. */
const assignment = /^(\s*(?:-\s+)?["']?(?:export\s+)?)([\w.-]{1,100})(["']?\s*[:=]\s*)(\S.*)$/;
/** `user:password@`, up to the last `@`, as nobody encodes one in a password; `:8080/…@…` is a port. */
const inAddress = /(:\/\/[^/\s:@]{0,200}:)(?!\d{1,5}\/)([^\s"';,]{1,300})(?=@)/g;
/** The same without a scheme. `nginx:1.27@sha256:…` is an image. */
const inBareAddress = /((?:^|[\s"'=])[\w.%+-]{1,100}:)(?![\d.]{1,20}@sha)([^\s"';,/@]{1,300})(?=@(?!sha\d+:)[\w[])/g;
/** `https://token@host`: long enough to be no name of a user. */
const tokenInAddress = /(:\/\/)([^/\s:@"']{14,300})(?=@)/g;
const header = /(\bauthorization["']?[:\s]+["']?(?:basic|bearer|token)\s+)([^\s"';]+)/gi;
/** Headers whose whole value is one, where a value is set: `proxy_set_header Cookie "session=…"`. */
const setHeader =
  /((?:_set_header|add_header|-H)\s+["']?(?:proxy-)?(?:authorization|cookie)["']?[:\s]+["']?)(?!(?:basic|bearer|token)\s)([^\s"'$;][^"'$;]*)/gi;
/** Within a line: `?access_token=value`, `{ PASSWORD: value }`. What begins with `$` is a variable, a number may be a port. */
const named = new RegExp(
  `([\\w.-]{0,60}(?:${secretWords.replace('(?![a-z])', '(?=[_-]|["\']?\\s*[=:])')})[\\w.-]{0,40})(["']?\\s*[=:]\\s*["']?)(?![/$?+-]|\\d{1,5}\\b)([^\\s"'&;,}\\])]+)`,
  'gi',
);
/** The same behind a blank, where only options, headers and parameters have values: `--db-password value`, `X-Api-Key value`. */
const spaced = new RegExp(
  `((?:^|[\\s"'])(?:--?|x-|requirepass|masterauth|secure_link_secret|(?:fastcgi_param|uwsgi_param|scgi_param|env|set)\\s+\\$?)[\\w.-]{0,60}?(?:(?<=requirepass|masterauth|link_secret)|(?:${secretWords})[\\w.-]{0,40})["']?[\\s,]+["']{0,2})([^\\s"'$;,}\\])][^\\s"';,}\\]]*)`,
  'gi',
);
/** `if ($http_x_secret != "value")`. */
const compared = new RegExp(`(\\$\\w{0,60}(?:${secretWords})\\w{0,40}\\s*!?(?:=|~\\*?)\\s*["']?)([^\\s"')$][^"')]*)`, 'gi');
/** What is hashed into links: all of it that is no variable. */
const hashed = /(\bsecure_link_(?:md5|hmac_message)\s+)([^;]+)/g;
/** `${NAME:-value}`. */
const fallback = new RegExp(`(\\$\\{[\\w.-]*(?:${secretWords}|key)\\w*:?[-+])([^}]+)(?=\\})`, 'gi');
/** Keys that services give out under a prefix of their own. */
const prefixed =
  /\b(?:(?:AKIA|ASIA)[A-Z0-9]{16}|gh[pousr]_\w{20,}|github_pat_\w{20,}|[sr]k_(?:live|test)_\w{10,}|xox[abprs]-[\w-]{10,}|glpat-[\w-]{16,})/g;
/** Words that may be random letters and digits; `isRandom` decides. */
const longWord = /(?<![\w+/.:@-])[A-Za-z0-9+]{15,512}={0,2}(?![\w-])/g;

/** Long lines are read again and again: by each finding on them, in each format. */
const knownLines = new WeakMap<LineReader, Map<string, string>>();

/** A reader of lines in which secrets are starred: values of names that speak of one, passwords in addresses, and in env files every value but plain ones. */
export function withoutSecrets(lineOf: LineReader): LineReader {
  const known = knownLines.get(lineOf) ?? new Map<string, string>();
  knownLines.set(lineOf, known);
  return (file, line) => {
    const text = lineOf(file, line);
    if (text === undefined || text.length < 500) return text === undefined ? undefined : starred(file, text);
    const key = `${line}:${file}`;
    const shown = known.get(key) ?? starred(file, text);
    known.set(key, shown);
    return shown;
  };
}

/** One line of a file with its secrets starred, as long as it was. */
export function starred(file: string, text: string): string {
  const shown = unspoken(text);
  const [, indent = '', name = '', sign = '', value = ''] = assignment.exec(shown) ?? [];
  if (value === '' || isPlain(value) || (value.startsWith('[') && !/["']/.test(value) && name === 'secrets')) return shown;
  if (isEnvFile(file)) return isOpen(name, value) ? shown : indent + name + sign + stars(value);
  if (!isSecretName(name)) return shown;
  if (/^["']?\$\{/.test(value))
    return indent + name + sign + value.replace(/(:?[-+])([^}]+)(?=\})/, (_, before: string, secret: string) => before + stars(secret));
  return /^\$\w/.test(value) ? shown : indent + name + sign + stars(value);
}

/** Text of any kind with what is a secret by its surroundings or its looks starred: a message that quotes a file, an address. */
export function unspoken(text: string): string {
  const cover = (whole: string, before: string, secret: string) => (/^\$(?:\w+|\{\w+\})$/.test(secret) ? whole : before + stars(secret));
  return text
    .replace(inAddress, cover)
    .replace(inBareAddress, cover)
    .replace(tokenInAddress, cover)
    .replace(header, cover)
    .replace(setHeader, cover)
    .replace(
      hashed,
      (_, before: string, words: string) => before + words.replace(/\$\{?\w+|[^\s"'$]+/g, (w) => (w.startsWith('$') ? w : stars(w))),
    )
    .replace(fallback, cover)
    .replace(compared, cover)
    .replace(named, (whole, name: string, sign: string, secret: string) => (isSecretName(name) ? name + sign + stars(secret) : whole))
    .replace(spaced, cover)
    .replace(prefixed, stars)
    .replace(longWord, (word) => (isRandom(word) ? stars(word) : word));
}

/** Whether the value of a variable of this name is a secret. */
export function isSecretName(name: string): boolean {
  return secretName.test(name) && !aboutSecrets.test(name);
}

/** Numbers and switches tell nobody anything, and ports are what findings are about. */
function isPlain(value: string): boolean {
  return /^["']?(?:true|false|yes|no|on|off|null|none)["']?,?\s*(?:#.*)?$/i.test(value);
}

/** In an env file: a number, or a host's name, address or port where the name says so. */
function isOpen(name: string, value: string): boolean {
  if (/^["']?(?:\d{1,5}|(?:\$\{\w+\}|[:/]{1,3}|https?:)*)["']?\s*$/.test(value)) return true;
  return (
    /(?:host|hostname|port|url|uri|addr|address|upstream|backend|service|domain|origin)s?$/i.test(name) &&
    /^["']?(?:[a-z]{1,10}:\/\/)?[a-z][\w.-]{0,100}(?::\d{1,5})?(?:\/[\w/-]{0,40})?["']?\s*$/i.test(value)
  );
}

/** Small and capital letters with digits among them again and again: nobody names a thing so. */
function isRandom(word: string): boolean {
  return /[a-z]/.test(word) && /[A-Z]/.test(word) && (word.match(/\d+(?=\D)/g)?.length ?? 0) >= 2;
}

function isEnvFile(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return /^\.env(?:\.|$)|\.env$/.test(name);
}

function stars(text: string): string {
  return '*'.repeat(text.length);
}
