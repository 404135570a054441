import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { node24 } from '../support/node24.ts';
import { FakeGithub } from './fake-github.ts';
import { runStep, type Step } from './runner.ts';

const deployed = 'd'.repeat(40);
let github: FakeGithub;
let nginx: Server;
beforeAll(() => {
  node24();
}, 300_000);
/** What the deployed site answers. */
let answer = 200;

beforeEach(async () => {
  github = await new FakeGithub().start();
  answer = 200;
  nginx = createServer((_, response) => {
    response.writeHead(answer, { server: 'nginx' });
    response.end('<html>');
  });
  await new Promise<void>((done) => nginx.listen(0, '127.0.0.1', done));
});
afterEach(async () => {
  nginx.closeAllConnections();
  await new Promise((done) => nginx.close(done));
  await github.stop();
});

const conf = 'nginx/default.conf';

function site(): string {
  return `http://127.0.0.1:${(nginx.address() as AddressInfo).port}`;
}

/** Smoke from the runner, which sees nginx only. */
function smoke(more: Partial<Step> = {}) {
  const files = {
    'compose.yaml':
      'services:\n  proxy:\n    image: nginx:1.27\n    ports: ["80:80"]\n    volumes: ["./nginx/default.conf:/etc/nginx/conf.d/default.conf:ro"]\n  api:\n    image: registry.example/api\n    expose: ["3000"]\n',
    [conf]: 'server {\n    listen 80;\n    location /api/ { proxy_pass http://api:3000; }\n}\n',
  };
  const { inputs, ...rest } = more;
  return runStep({
    github,
    files,
    event: 'deployment_status',
    payload: { deployment: { sha: deployed }, deployment_status: { state: 'success', environment_url: site() } },
    inputs: { mode: 'smoke', vantage: 'runner', wait: '0', timeout: '2', ...inputs },
    ...rest,
  });
}

const open = { number: 7, state: 'open', head: { sha: deployed }, merge_commit_sha: null, merged_at: null };

/** Waits for the first request, which never gets an answer. */
function asked(): Promise<void> {
  return new Promise((done) => {
    nginx.removeAllListeners('request').on('request', () => done());
  });
}

test.each(['SIGINT', 'SIGTERM'] as const)('%s in the middle of a request ends the step with a word', async (signal) => {
  const ran = await smoke({ inputs: { wait: '60', timeout: '60' }, started: (child) => void asked().then(() => child.kill(signal)) });
  expect([ran.status, ran.outputs.result]).toEqual([1, 'failed']);
  expect(ran.annotations.map((one) => one.message)).toEqual(['The job was cancelled.']);
});

describe('after a deploy', () => {
  test('a site that answers is clean, at the address of the deployment', async () => {
    const ran = await smoke();
    expect(ran.log).toContain(site());
    expect([ran.status, ran.outputs.result]).toEqual([0, 'clean']);
    expect(github.violations).toEqual([]);
  });

  test("a 502 is told on the pull request that brought the commit, with nginx's answer and the cause", async () => {
    answer = 502;
    github.pullsOfCommit = [{ ...open, number: 3, head: { sha: 'b'.repeat(40) } }, open];
    const ran = await smoke();
    expect([ran.status, ran.outputs.result]).toEqual([1, 'findings']);
    expect(github.writes).toEqual(['POST /repos/o/r/issues/7/comments']);
    expect(github.comments[0]?.body).toMatch(/\| route \| through nginx \| directly \| cause \|[\s\S]*502/);
    expect(github.violations).toEqual([]);
  });

  test('a merged pull request is told when it was merged as this commit', async () => {
    answer = 502;
    github.pullsOfCommit = [
      { ...open, number: 5, state: 'closed', head: { sha: 'b'.repeat(40) }, merged_at: '2026-01-01T00:00:00Z', merge_commit_sha: deployed },
    ];
    await smoke({ event: 'push', payload: {}, inputs: { 'base-url': site() } });
    expect(github.writes).toEqual(['POST /repos/o/r/issues/5/comments']);
  });

  test('the comment says all clear after the next deploy', async () => {
    answer = 502;
    github.pullsOfCommit = [open];
    await smoke();
    answer = 200;
    await smoke();
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('all clear');
  });

  test('without a pull request the verdict and the summary stand alone', async () => {
    answer = 502;
    const ran = await smoke();
    expect(ran.status).toBe(1);
    expect(github.writes).toEqual([]);
    expect(ran.summary).toContain('502');
  });

  test('where GitHub does not tell the pull request, that is said', async () => {
    github.faults = [{ method: 'GET', path: /\/commits\//, status: 403, message: 'Resource not accessible by integration' }];
    const ran = await smoke();
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain(`The pull request of commit ${deployed.slice(0, 12)} is not known`);
  });

  test('commit-status stands at the deployed commit', async () => {
    await smoke({ inputs: { 'commit-status': 'true' } });
    expect(github.statuses).toMatchObject([{ sha: deployed, state: 'success', context: 'nginx-gate/smoke' }]);
  });

  test('evidence is written where the input says', async () => {
    const ran = await smoke({ inputs: { 'evidence-file': 'out/evidence.json' } });
    expect(ran.outputs['evidence-file']).toBe('out/evidence.json');
  });

  test('a workflow_run for a fork sends nothing', async () => {
    const payload = { workflow_run: { head_sha: deployed, head_repository: { full_name: 'fork/r' }, pull_requests: [] } };
    const ran = await smoke({ event: 'workflow_run', payload, inputs: { 'base-url': site() } });
    expect(ran.outputs.result).toBe('failed');
    expect(ran.annotations[0]?.message).toContain('files of a fork');
  });

  test('a workflow_run of the repository itself tells its pull request', async () => {
    answer = 502;
    const payload = {
      workflow_run: {
        head_sha: deployed,
        head_repository: { full_name: 'o/r' },
        pull_requests: [{ number: 7, head: { sha: github.headSha } }],
      },
    };
    await smoke({ event: 'workflow_run', payload, inputs: { 'base-url': site() } });
    expect(github.writes).toEqual(['POST /repos/o/r/issues/7/comments']);
  });
});
