/** How loudly faults are told by whether anything loads the file that they stand in. */
import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/core/report.ts';
import { check } from '../../src/gate/check.ts';
import { emptyConfig } from '../../src/gate/config.ts';
import { repositoryOf } from '../stack/temporary-repository.ts';

const broken = 'server {\n  listen 80\n  location /api { proxy_pass http://app:1/; }\n}\n';
const nginx = 'services:\n  web: { image: nginx }\n';

const told = async (files: Record<string, string>) => {
  const job = {
    repo: repositoryOf(files),
    stacks: { profiles: [] },
    config: emptyConfig(),
    engine: 'none' as const,
    foreign: false,
    baseline: new Set<string>(),
  };
  const report: Report = await check(job);
  return report.findings.map((f) => `${f.severity} ${f.check}`);
};

describe('a configuration that no service loads', () => {
  test('beside a service that is the nginx: advice', async () => {
    expect(await told({ 'compose.yaml': nginx, 'old/site.conf': broken })).toEqual(['notice syntax', 'notice double-slash']);
  });

  test('where no service is nginx: what the repository is there for', async () => {
    expect(await told({ 'compose.yaml': 'services:\n  app: { image: node }\n', 'site.conf': broken })).toEqual([
      'error syntax',
      'warning double-slash',
    ]);
    expect(await told({ 'nginx.conf': 'events {}\nhttp { server { listen 80 } }\n' })).toEqual(['error syntax']);
  });

  test('an example is advice at most', async () => {
    expect(await told({ 'site.conf.example': broken.replace('80', '80;') })).toEqual(['notice double-slash']);
  });

  test('a fault of the compose file beside it stays an error', async () => {
    const compose = `${nginx}  app: { image: node, depends_on: [gone] }\n`;
    expect(await told({ 'compose.yaml': compose, 'old/site.conf': broken })).toContain('error compose-invalid');
  });
});
