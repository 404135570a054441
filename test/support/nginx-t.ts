/** The machine's nginx as a judge of configurations, in a folder of its own: it never touches the machine's nginx. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ConfigFiles } from '../../src/core/files.ts';
import { makeStandIns } from '../../src/nginx-test/certificate.ts';
import { configFile } from './config-file.ts';

/** What nginx says first about a configuration; null when it accepts it. `line` is null where nginx names none. */
export interface FirstError {
  says: string;
  line: number | null;
}

const parameters = 'fastcgi_param QUERY_STRING $query_string;\nfastcgi_param REQUEST_METHOD $request_method;\n';

/** A folder with one main file that is judged again and again. */
export class NginxJudge {
  readonly prefix = mkdtempSync(join(tmpdir(), 'nginx-gate-judge-'));
  readonly main = join(this.prefix, 'nginx.conf');
  readonly #standIns = makeStandIns();
  readonly #others: Record<string, string> = {
    'mime.types': 'types { text/html html htm; text/css css; application/javascript js; }\n',
    fastcgi_params: parameters,
    'fastcgi.conf': `fastcgi_param SCRIPT_FILENAME $document_root$fastcgi_script_name;\n${parameters}`,
    uwsgi_params: parameters.replaceAll('fastcgi', 'uwsgi'),
    scgi_params: parameters.replaceAll('fastcgi', 'scgi'),
    'empty.conf': '',
  };

  constructor() {
    mkdirSync(join(this.prefix, 'logs'));
    for (const [name, text] of Object.entries(this.#others)) writeFileSync(join(this.prefix, name), text);
    writeFileSync(join(this.prefix, 'cert.pem'), this.#standIns.certificate);
    writeFileSync(join(this.prefix, 'key.pem'), this.#standIns.key);
  }

  /** The same files for the reader under test. */
  files(text: string): ConfigFiles {
    const main = configFile(text, this.main);
    return {
      read: (path) => {
        if (path === this.main) return main;
        const other = path.startsWith(`${this.prefix}/`) ? this.#others[path.slice(this.prefix.length + 1)] : undefined;
        return other === undefined ? undefined : configFile(other, path);
      },
      list: (folder) => (folder === this.prefix ? [...Object.keys(this.#others), 'nginx.conf', 'cert.pem', 'key.pem', 'logs'].sort() : []),
      isKnown: () => true,
    };
  }

  /** What the real nginx says first. Without `line` the message stands for the whole configuration. */
  judge(text: string): FirstError | null {
    writeFileSync(this.main, text);
    const ran = spawnSync('nginx', ['-t', '-p', this.prefix, '-c', this.main, '-e', 'stderr', '-g', `pid ${this.prefix}/pid;`], {
      encoding: 'utf8',
      timeout: 10_000,
    });
    if (ran.status === 0) return null;
    const message = /^.*\[(?:emerg|crit|alert)\] (?:\d+#\d+: )?(.*)$/m.exec(ran.stderr)?.[1] ?? `status ${ran.status} ${ran.signal ?? ''}`;
    const place = / in (\S+):(\d+)$/.exec(message);
    if (place === null) return { says: message, line: null };
    return { says: message.slice(0, place.index), line: place[1] === this.main ? Number(place[2]) : null };
  }

  remove(): void {
    rmSync(this.prefix, { recursive: true, force: true });
  }
}
