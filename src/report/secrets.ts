// Excerpts show lines that stand beside a fault by chance. What looks like a secret there is starred, sign by sign, so that columns hold.
import type { LineReader } from '../core/report.ts';

const secretName = /(?:pass(?:word|wd|phrase)?|secret|token|api_?-?key|private_?-?key|access_?-?key|credential)/i;
/** `NAME=value`, `NAME: value`, `"NAME": "value"`, `proxy_set_header Authorization value`. */
const assignment = /^(\s*(?:-\s+)?["']?(?:export\s+)?)([\w.-]{1,100})(["']?\s*[:=]\s*)(\S.*)$/;
/** `user:password@`, up to the last `@`, as nobody encodes one in a password; `:8080/…@…` is a port. */
const inAddress = /(:\/\/[^/\s:@]{0,200}:)(?!\d{1,5}\/)([^\s"';,]{1,300})(?=@)/g;
/** `https://token@host`: long enough to be no name of a user. */
const tokenInAddress = /(:\/\/)([^/\s:@"']{16,300})(?=@)/g;
const header = /(\bauthorization["']?[:\s]+["']?(?:basic|bearer|token)\s+)([^\s"';]+)/gi;
/** Within a line: `?access_token=value`, `{ PASSWORD: value }`. What begins with `$` is a variable, a number may be a port. */
const named =
  /([\w.-]{0,60}(?:password|passwd|passphrase|_pass|secret|token|(?:api|private|access|auth)[_-]?key|credential)[\w.-]{0,40}["']?\s*[=:]\s*["']?)(?![/$]|\d{1,5}\b)([^\s"'&;,}\])]+)/gi;
/** The same behind a blank, where only options, headers and parameters have values: `--db-password value`, `X-Api-Key value`. */
const spaced =
  /((?:^|[\s"'])(?:--?|x-|requirepass|masterauth|(?:fastcgi_param|uwsgi_param|scgi_param|env|set)\s+\$?)[\w.-]{0,60}?(?:(?<=requirepass|masterauth)|(?:pass|secret|token|(?:api|private|access|auth)[_-]?key|credential)[\w.-]{0,40})["']?[\s,]+["']{0,2})([^\s"'$;,}\])][^\s"';,}\]]*)/gi;
/** `${NAME:-value}`. */
const fallback = /(\$\{[\w.-]*(?:pass|secret|token|key|credential)\w*:?[-+])([^}]+)(?=\})/gi;

/** A reader of lines in which secrets are starred: values of names that speak of one, passwords in addresses, and in env files every value but a number. */
export function withoutSecrets(lineOf: LineReader): LineReader {
  return (file, line) => {
    const text = lineOf(file, line);
    return text === undefined ? undefined : starred(file, text);
  };
}

/** One line of a file with its secrets starred, as long as it was. */
export function starred(file: string, text: string): string {
  const shown = text
    .replace(inAddress, (_, before: string, secret: string) => before + stars(secret))
    .replace(tokenInAddress, (_, before: string, secret: string) => before + stars(secret))
    .replace(header, (_, before: string, secret: string) => before + stars(secret))
    .replace(fallback, (_, before: string, secret: string) => before + stars(secret))
    .replace(named, (_, before: string, secret: string) => before + stars(secret))
    .replace(spaced, (_, before: string, secret: string) => before + stars(secret));
  const [, indent = '', name = '', sign = '', value = ''] = assignment.exec(shown) ?? [];
  const isSecret = isEnvFile(file) ? !/^["']?\d{1,5}["']?\s*$/.test(value) : secretName.test(name) && !/^\$\{?\w/.test(value);
  if (!isEnvFile(file) && secretName.test(name) && /^["']?\$\{/.test(value))
    return indent + name + sign + value.replace(/(:?[-+])([^}]+)(?=\})/, (_, before: string, secret: string) => before + stars(secret));
  return value !== '' && isSecret ? indent + name + sign + stars(value) : shown;
}

function isEnvFile(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return /^\.env(?:\.|$)|\.env$/.test(name);
}

function stars(text: string): string {
  return '*'.repeat(text.length);
}
