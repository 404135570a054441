// Excerpts show lines that stand beside a fault by chance. What looks like a secret there is starred, sign by sign, so that columns hold.
import type { LineReader } from '../core/report.ts';

const secretName = /(?:pass(?:word|wd|phrase)?|secret|token|api_?-?key|private_?-?key|access_?-?key|credential)/i;
/** `NAME=value`, `NAME: value`, `"NAME": "value"`, `proxy_set_header Authorization value`. */
const assignment = /^(\s*(?:-\s+)?["']?(?:export\s+)?)([\w.-]{1,100})(["']?\s*[:=]\s*)(\S.*)$/;
const inAddress = /(:\/\/[^/\s:@]*:)([^/\s@]+)(?=@)/g;
/** `--token=value`, `API_KEY=value` in a list or a shell's line, `{ SECRET: value }`; a port behind a name like `token_host:` is none. */
const within =
  /((?:passw|passphrase|secret|token|api_?-?key|private_?-?key|access_?-?key|credential)[\w.-]{0,60}["']?(?:=|:\s)["']?)(?!\d{1,5}\b)([^\s"',;{}[\]$]+)/gi;
const header = /(\bauthorization["']?[:\s]+["']?(?:basic|bearer)\s+)([^\s"';]+)/gi;

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
    .replace(header, (_, before: string, secret: string) => before + stars(secret))
    .replace(within, (_, before: string, secret: string) => before + stars(secret));
  const [, indent = '', name = '', sign = '', value = ''] = assignment.exec(shown) ?? [];
  const isSecret = isEnvFile(file) ? !/^["']?\d{1,5}["']?\s*$/.test(value) : secretName.test(name) && !/^\$\{?\w/.test(value);
  return value !== '' && isSecret ? indent + name + sign + stars(value) : shown;
}

function isEnvFile(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return /^\.env(?:\.|$)|\.env$/.test(name);
}

function stars(text: string): string {
  return '*'.repeat(text.length);
}
