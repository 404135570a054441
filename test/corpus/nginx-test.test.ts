import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { Repository } from '../../src/core/repository.ts';
import { runNginxTests } from '../../src/nginx-test/run.ts';
import { findStacks } from '../../src/stack/find.ts';
import { describeWith } from '../support/engines.ts';

const corpus = join(import.meta.dirname, '../../../shared/corpus/stacks');

/** What nginx refuses on the corpus, or never reads, and why that is true. */
const refused = [
  // A list of ciphers was cut by an editor at 140 columns, with a $ in place of the rest and of the semicolon.
  'bytedeck__bytedeck: failed at nginx/bytedeck.conf:78',
  // openresty reads /usr/local/openresty/nginx/conf/nginx.conf, and the Dockerfile copies to /etc/nginx/nginx.conf.
  'vpuhoff__Docker-compose-Nginx-Consul: vacuous at Dockerfile:3',
];

if (!existsSync(corpus)) process.stderr.write('skipped: nginx -t on the corpus (no ../shared/corpus)\n');
else {
  describeWith('nginx', 'nginx -t on every stack of the corpus', () => {
    test('refuses nothing but what is listed with its reason', async () => {
      const told: string[] = [];
      let passed = 0;
      for (const name of readdirSync(corpus).sort()) {
        const { stacks } = findStacks(Repository.around(join(corpus, name)), { profiles: [] });
        for (const { report, findings } of await runNginxTests(stacks, { engine: 'nginx', foreign: false })) {
          if (report.status === 'passed') passed += 1;
          const errors = findings.filter((finding) => finding.severity === 'error');
          told.push(...errors.map(({ location }) => `${name}: ${report.status} at ${location.file}:${location.start.line}`));
        }
      }
      expect(told).toEqual(refused);
      expect(passed).toBeGreaterThan(150);
    }, 180_000);
  });
}
