import { expect, test } from '@jest/globals';
import type { NginxTestReport } from '../../src/core/report.ts';
import { nginxTestWords } from '../../src/report/words.ts';

const stoodIn: Omit<NginxTestReport, 'status'> = {
  engine: 'nginx',
  image: null,
  files: 2,
  stubbed: [],
  reason: 'docker cannot pull nginx:1.27 (no route to host).',
};

test.each([
  ['passed', 'nginx -t passed on the nginx of this machine (nginx, 2 files): docker cannot pull nginx:1.27 (no route to host)'],
  ['failed', 'nginx -t failed on the nginx of this machine (nginx): docker cannot pull nginx:1.27 (no route to host)'],
  [
    'vacuous',
    "nginx -t read none of the repository's files on the nginx of this machine: docker cannot pull nginx:1.27 (no route to host)",
  ],
] as const)('an nginx -t that %s in another place says why there', (status, words) => {
  expect(nginxTestWords({ ...stoodIn, status })).toBe(words);
});

test('an nginx -t in the image of the files says no more', () => {
  expect(nginxTestWords({ ...stoodIn, engine: 'docker', image: 'nginx:1.27', reason: null, status: 'passed' })).toBe(
    'nginx -t passed on nginx:1.27 (docker, 2 files)',
  );
});
