import type { FirstError, NginxJudge } from './nginx-t.ts';

/** Messages about the machine and not about the configuration, and what takes the fault out of a copy of the text. */
const remedies: { pattern: RegExp; mend: (text: string, match: RegExpExecArray, judge: NginxJudge) => string }[] = [
  {
    pattern: /^host not found in (?:upstream|resolver|syslog server|set_real_ip_from) "(?:[^"/]*\/\/)?([^":/]+)/,
    mend: (text, [, host = '']) => word(text, host, '127.0.0.1'),
  },
  { pattern: /^host not found in "([^":]+)[^"]*" of the "listen"/, mend: (text, [, host = '']) => word(text, host, '127.0.0.1') },
  { pattern: /^cannot load certificate "([^"]+)"/, mend: (text, [, path = ''], { prefix }) => text.replaceAll(path, `${prefix}/cert.pem`) },
  {
    pattern: /^cannot load certificate key "([^"]+)"/,
    mend: (text, [, path = ''], { prefix }) => text.replaceAll(path, `${prefix}/key.pem`),
  },
  {
    pattern: /^(?:SSL_CTX_load_verify_locations|X509_LOOKUP_load_file)\("([^"]+)"/,
    mend: (text, [, path = ''], { prefix }) => text.replaceAll(path, `${prefix}/cert.pem`),
  },
  {
    pattern: /^BIO_new_file\("([^"]+)"/,
    mend: (text, [, path = '']) => text.replace(new RegExp(`^[^\\n]*${literally(path)}[^\\n]*;`, 'm'), ''),
  },
  { pattern: /^open\(\) "([^"]+)" failed/, mend: mendOpen },
  { pattern: /^mkdir\(\) "([^"]+)" failed/, mend: (text, [, path = ''], { prefix }) => text.replaceAll(path, `${prefix}/folder`) },
  { pattern: /^getpwnam\("([^"]+)"\) failed/, mend: (text) => text.replace(/^(\s*user\s+)[^;]+;/m, '$1root;') },
  { pattern: /^getgrnam\("([^"]+)"\) failed/, mend: (text) => text.replace(/^(\s*user\s+)[^;]+;/m, '$1root;') },
  { pattern: /^bind\(\) to ([\d.]+):/, mend: (text, [, host = '']) => word(text, host, '127.0.0.1') },
  { pattern: /^bind\(\) to unix:(\S+) /, mend: (text, [, path = ''], { prefix }) => text.replaceAll(path, `${prefix}/socket`) },
];

function mendOpen(text: string, [, path = '']: RegExpExecArray, { prefix }: NginxJudge): string {
  const name = path.startsWith(`${prefix}/`) ? path.slice(prefix.length + 1) : path;
  const known = /(mime\.types|(?:fastcgi|uwsgi|scgi)_params|fastcgi\.conf)$/.exec(name)?.[1];
  const include = new RegExp(`(\\binclude\\s+["']?)${literally(name)}`, 'g');
  if (include.test(text)) return text.replace(include, `$1${known ?? 'empty.conf'}`);
  return text.replaceAll(path, '/dev/null').replaceAll(new RegExp(`(_log\\s+)${literally(name)}`, 'g'), '$1/dev/null');
}

function word(text: string, host: string, by: string): string {
  return text.replaceAll(new RegExp(`(?<![\\w.-])${literally(host)}(?![\\w-]|\\.\\w)`, 'g'), by);
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

/** Whether a message is about the machine: then nothing is said about the configuration. */
export function isEnvironment({ says }: FirstError): boolean {
  return (
    remedies.some((r) => r.pattern.test(says)) ||
    /^(host not found|bind\(\)|socket\(\)|chown|mmap|PEM_|SSL_|X509_|BIO_|cannot load|setsockopt|could not build|.*failed \(\d+: |"[^"]+_zone" |the size \d+ of shared memory zone)/.test(
      says,
    )
  );
}

/** A copy of a configuration without what the machine lacks, with nginx's word on it; null when it can't be helped. */
export function neutralise(judge: NginxJudge, original: string): { text: string; error: FirstError | null } | null {
  let text = original.replace(/^\s*pid\s[^;]*;/gm, (line) => line.replace(/[^\n]/g, ' ')).replace(/\/etc\/nginx\//g, '');
  for (let round = 0; round < 60; round++) {
    const error = judge.judge(text);
    const remedy = error === null ? undefined : remedies.find((r) => r.pattern.test(error.says));
    if (error === null || remedy === undefined) return error !== null && isEnvironment(error) ? null : { text, error };
    const mended = remedy.mend(text, remedy.pattern.exec(error.says) as RegExpExecArray, judge);
    if (mended === text) return null;
    text = mended;
  }
  return null;
}
