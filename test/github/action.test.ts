import { createServer } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { describeWith, nginxImage } from '../support/engines.ts';
import { node24 } from '../support/node24.ts';
import { FakeGithub } from './fake-github.ts';
import { pullRequestPayload, runStep, type Step } from './runner.ts';
import { conf, confPatch, lostLocations, shop } from './shop.ts';

let github: FakeGithub;
beforeAll(() => {
  node24();
}, 300_000);
beforeEach(async () => {
  github = await new FakeGithub().start();
});
afterEach(async () => {
  await github.stop();
});

/** Runs the action on the shop with the wrong port unless told otherwise. */
function step(more: Partial<Step> = {}) {
  return runStep({ github, files: shop(3001), ...more });
}

const commentPath = /\/issues\/7\/comments$/;

describe('the verdict and its outputs', () => {
  test('findings fail the step, are annotated, counted and summed up', async () => {
    const ran = await step();
    expect(ran.status).toBe(1);
    expect(ran.outputs).toMatchObject({ result: 'findings', errors: '1', warnings: '0', notices: '0', 'nginx-test': 'skipped' });
    const [first, last] = ran.annotations;
    expect(first).toMatchObject({ kind: 'error', properties: { file: conf, line: '3', title: 'port-mismatch' } });
    expect(first?.message).toContain('compose.yaml:9: ');
    expect(last?.message).toMatch(/^nginx-gate: 1 error\. First: nginx\/default\.conf:3: /);
    expect(ran.summary).toContain('```mermaid');
    expect(ran.log).toContain('proxy_pass http://api:3001');
    expect(github.violations).toEqual([]);
  });

  test('a stack that is right passes and says what was looked at', async () => {
    const ran = await step({ files: shop() });
    expect(ran.status).toBe(0);
    expect(ran.outputs).toMatchObject({ result: 'clean', errors: '0' });
    expect(ran.log).toContain('1 ok; nginx -t did not run');
    expect(ran.summary).toContain('all clear');
    expect(github.writes).toEqual([]);
  });

  test('fail-on never passes with findings', async () => {
    const ran = await step({ inputs: { 'fail-on': 'never' } });
    expect(ran.status).toBe(0);
    expect(ran.outputs).toMatchObject({ result: 'clean', errors: '1' });
  });

  test('nothing checked out is one clear error', async () => {
    const ran = await step({ files: {} });
    expect(ran.status).toBe(1);
    expect(ran.annotations.map((one) => one.message)).toEqual([expect.stringContaining('actions/checkout')]);
    expect(ran.outputs.result).toBe('failed');
  });

  test('a folder that is not there is named', async () => {
    const ran = await step({ inputs: { 'working-directory': 'deploy' } });
    expect(ran.annotations[0]?.message).toContain('There is no folder deploy');
  });

  test('no nginx configuration is one clear error', async () => {
    const ran = await step({ files: { 'README.md': 'nothing' } });
    expect(ran.status).toBe(1);
    expect(ran.annotations).toHaveLength(1);
    expect(ran.outputs.result).toBe('failed');
  });

  test.each([
    ['engine', 'magic'],
    ['fail-on', 'often'],
    ['comment', 'perhaps'],
    ['suggestions', 'yes please'],
    ['wait', 'long'],
  ])('the input %s with a value that it may not have is named', async (name, value) => {
    const ran = await step({ inputs: { [name]: value } });
    expect(ran.status).toBe(1);
    expect(ran.annotations[0]?.message).toContain(`The input ${name} is "${value}"`);
  });

  test('a demanded nginx -t that did not run is a failure of the job', async () => {
    const ran = await step({ files: shop(), inputs: { 'require-nginx-test': 'true' } });
    expect(ran.status).toBe(1);
    expect(ran.outputs.result).toBe('failed');
  });

  test('report and SARIF are written where the inputs say', async () => {
    const ran = await step({ inputs: { 'report-file': 'out/report.json', 'sarif-file': 'out/gate.sarif' } });
    expect(ran.outputs).toMatchObject({ 'report-file': 'out/report.json', 'sarif-file': 'out/gate.sarif' });
  });
});

describe('annotations', () => {
  test('never more than ten of a kind; the rest is counted in the summary', async () => {
    const ran = await step({ files: shop(3001, lostLocations(40)) });
    expect(ran.annotations.filter((one) => one.kind === 'error')).toHaveLength(10);
    expect(ran.annotations.filter((one) => one.kind === 'error').at(-1)?.message).toContain('nginx-gate: 41 errors');
    expect(ran.summary).toContain('32 errors found no room among the annotations');
  });

  test('those on changed lines come first', async () => {
    github.files = [
      { filename: conf, status: 'modified', patch: '@@ -40,1 +40,1 @@\n-x\n+    location /lost35/ { proxy_pass http://lost35:5000; }' },
    ];
    const ran = await step({ files: shop(3001, lostLocations(40)) });
    expect(ran.annotations[0]?.properties.line).toBe('40');
  });

  test('a report that cannot be written fails the job, but not before the findings are told', async () => {
    const ran = await step({ inputs: { 'report-file': 'nginx', 'sarif-file': 'gate.sarif' } });
    expect(ran.outputs).toMatchObject({ result: 'failed', errors: '1', 'sarif-file': 'gate.sarif' });
    expect(ran.annotations[0]?.properties.file).toBe(conf);
    expect(ran.annotations.at(-1)?.message).toContain("nginx can't be written");
    expect(github.comments).toHaveLength(1);
  });

  test('annotations: false makes none but the message that fails the step', async () => {
    const ran = await step({ inputs: { annotations: 'false' } });
    expect(ran.annotations).toHaveLength(1);
  });

  test("paths are the repository's own with a checkout below the workspace", async () => {
    const ran = await step({ path: 'source' });
    expect(ran.annotations[0]?.properties.file).toBe(conf);
  });

  test("paths are the repository's own with a checkout further below", async () => {
    const ran = await step({ path: 'code/shop' });
    expect(ran.annotations[0]?.properties.file).toBe(conf);
  });

  test('a working directory outside of the workspace is refused', async () => {
    const ran = await step({ inputs: { 'working-directory': '../elsewhere' } });
    expect(ran.annotations.map((one) => one.message)).toEqual([expect.stringContaining('outside of the workspace')]);
  });

  test("paths are the repository's own with a working directory", async () => {
    const files = Object.fromEntries(Object.entries(shop(3001)).map(([name, text]) => [`deploy/${name}`, text]));
    const ran = await step({ files, inputs: { 'working-directory': 'deploy' } });
    expect(ran.annotations[0]?.properties.file).toBe(`deploy/${conf}`);
  });

  test("paths are the repository's own in a checkout without git", async () => {
    const files = Object.fromEntries(Object.entries(shop(3001)).map(([name, text]) => [`deploy/${name}`, text]));
    const ran = await step({ files, archive: true, inputs: { 'working-directory': 'deploy' } });
    expect(ran.annotations[0]?.properties.file).toBe(`deploy/${conf}`);
  });
});

describe('hostile text', () => {
  const hostile = [
    '::set-output name=x::y',
    '##[error]fake',
    '##[add-mask]port',
    '::stop-commands::x',
    '--> <img src=x onerror=alert(1)> @octo-org/team #1 `code` ```',
    '"]; click n1 call x; %%{init: {}}%% $$x$$ \u202egnp.exe\u202c',
    '[link](javascript:alert(1)) https://evil.example www.evil.example',
  ];

  test('from a file neither commands the runner nor marks up the comment', async () => {
    const lines = hostile.map((text, at) => `    location "/${at} ${text.replaceAll('"', '\\"')}" { proxy_pass http://lost${at}:5000; }`);
    const ran = await step({ files: shop(3001, lines.join('\n')) });
    expect(ran.status).toBe(1);
    expect(ran.obeyed).toEqual([]);
    expect(ran.outputs.x).toBeUndefined();
    expect(ran.log + JSON.stringify(ran.annotations)).not.toContain('\u202e');
    const body = github.comments[0]?.body ?? '';
    expect(body).not.toContain('\u202e');
    const outsideCode = body.replace(/^(`{3,})[^\n]*\n[\s\S]*?\n\1$/gm, '').replace(/(`+)(?!`)[^\n]*?[^`]\1(?!`)/g, '');
    expect(outsideCode).not.toMatch(/@octo|<img|\]\(javascript|(^|[^\\])#1\b|[^\\]:\/\/evil/);
    expect(github.violations).toEqual([]);
  });

  test('in a name of a file', async () => {
    const name = 'nginx/x%0A::error::y,title=z: ##[error].conf';
    const files = shop(3001);
    const text = files[conf] ?? '';
    delete files[conf];
    const ran = await step({
      files: {
        ...files,
        [name]: text,
        'compose.yaml': (files['compose.yaml'] ?? '').replace(/\["\.\/nginx.*\]/, `["./nginx:/etc/nginx/conf.d"]`),
      },
    });
    expect(ran.obeyed).toEqual([]);
    expect(ran.annotations[0]?.properties.file).toBe(name);
    expect(ran.annotations.every((one) => one.message !== 'y')).toBe(true);
  });
});

describe('the comment', () => {
  test('is created, found again, left alone when nothing changed, and updated', async () => {
    const first = await step();
    expect(first.outputs['comment-url']).toBe('https://github.test/o/r/pull/7#issuecomment-1000');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toMatch(/^<!-- nginx-gate:[0-9a-f]{16} -->\n/);
    expect(github.comments[0]?.body).toContain(`https://github.test/o/r/blob/${github.headSha}/${conf}#L3`);
    const second = await step();
    expect(second.outputs['comment-url']).toBe(first.outputs['comment-url']);
    expect(github.writes).toHaveLength(1);
    await step({ files: shop(3002) });
    expect(github.writes.at(-1)).toBe('PATCH /repos/o/r/issues/comments/1000');
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('3002');
    expect(github.violations).toEqual([]);
  });

  test('says all clear when the fault is gone', async () => {
    const broken = await step();
    expect(broken.status).toBe(1);
    github.headSha = 'e'.repeat(40);
    const fixed = await step({ files: shop() });
    expect(fixed.status).toBe(0);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('all clear');
    expect(github.comments[0]?.body).not.toContain('port-mismatch');
  });

  test('is found behind 150 others, page after page', async () => {
    await step();
    const ours = github.comments.splice(0);
    for (let at = 0; at < 150; at++) github.addComment(`talk ${at}`, 'somebody', 'User');
    github.comments.push(...ours);
    await step({ files: shop(3002) });
    expect(github.comments).toHaveLength(151);
    expect(github.comments.at(-1)?.body).toContain('3002');
  });

  test('of somebody who copied the mark is not touched', async () => {
    await step();
    const mark = github.comments[0]?.body.split('\n')[0] ?? '';
    github.comments = [];
    const forged = github.addComment(`${mark}\nmine`, 'mallory', 'User');
    await step();
    expect(forged.body).toBe(`${mark}\nmine`);
    expect(github.comments).toHaveLength(2);
  });

  test('of a personal token is found by its user', async () => {
    github.user = 'release-person';
    await step();
    await step({ files: shop(3002) });
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('3002');
  });

  test('that two jobs made at once is one again', async () => {
    await step();
    const twin = github.addComment(github.comments[0]?.body ?? '');
    await step({ files: shop(3002) });
    expect(github.comments.map((one) => one.id)).not.toContain(twin.id);
    expect(github.comments).toHaveLength(1);
  });

  test('that was deleted between finding and updating is made anew', async () => {
    await step();
    github.faults = [{ method: 'PATCH', path: /comments\/1000$/, status: 404, message: 'Not Found' }];
    const ran = await step({ files: shop(3002) });
    expect(ran.outputs['comment-url']).toMatch(/issuecomment-1001$/);
  });

  test('is one for each configuration of the gate', async () => {
    await step();
    await step({ inputs: { profiles: 'debug' } });
    expect(github.comments).toHaveLength(2);
  });

  test('says in its heading which of two steps it is from, and each has a commit status of its own', async () => {
    const files = Object.fromEntries(
      ['a', 'b'].flatMap((at) => Object.entries(shop(at === 'a' ? 3001 : 3000)).map(([f, text]) => [`${at}/${f}`, text])),
    );
    for (const at of ['a', './b/']) await step({ files, inputs: { 'working-directory': at, 'commit-status': 'true', comment: 'true' } });
    expect(github.comments.map((one) => one.body.split('\n')[1])).toEqual([
      '## 🔴 nginx-gate (a): 1 error',
      '## 🟢 nginx-gate (b): all clear',
    ]);
    expect(github.statuses.map((one) => [one.context, one.state])).toEqual([
      ['nginx-gate/check (a)', 'failure'],
      ['nginx-gate/check (b)', 'success'],
    ]);
    expect(github.violations).toEqual([]);
  });

  test('with 500 findings fits, keeps its mark and counts the rest', async () => {
    const ran = await step({ files: shop(3001, lostLocations(500)) });
    const body = github.comments[0]?.body ?? '';
    expect(Buffer.byteLength(body)).toBeLessThanOrEqual(65_536);
    expect(body).toMatch(/^<!-- nginx-gate:/);
    expect(body).toMatch(/\*\*\d+ more findings\*\* found no room here/);
    expect(Buffer.byteLength(ran.summary)).toBeLessThan(1024 * 1024);
    expect(github.violations).toEqual([]);
  });

  test('with a line of 70,000 characters fits', async () => {
    await step({ files: shop(3001, `    location /${'x'.repeat(70_000)} { proxy_pass http://lost:5000; }`) });
    expect((github.comments[0]?.body ?? '').length).toBeGreaterThan(0);
    expect(github.violations).toEqual([]);
  });

  test('comment: false writes none', async () => {
    await step({ inputs: { comment: 'false' } });
    expect(github.comments).toEqual([]);
  });

  test('comment: true writes one for a stack that is right too', async () => {
    await step({ files: shop(), inputs: { comment: 'true' } });
    expect(github.comments[0]?.body).toContain('all clear');
  });
});

describe('suggestions', () => {
  const files = () => [{ filename: conf, status: 'modified', patch: confPatch() }];

  test('are made where the fix is certain and its line is in the diff, and only once', async () => {
    github.files = files();
    await step({ inputs: { suggestions: 'true' } });
    expect(github.reviews).toHaveLength(1);
    expect(github.reviewComments[0]).toMatchObject({ path: conf, line: 3 });
    expect(github.reviewComments[0]?.body).toContain('```suggestion\n    location /api/ { proxy_pass http://api:3000; }\n```');
    await step({ inputs: { suggestions: 'true' } });
    expect(github.reviewComments).toHaveLength(1);
    expect(github.violations).toEqual([]);
  });

  test('are not made for lines outside of the diff', async () => {
    github.files = [{ filename: conf, status: 'modified', patch: '@@ -1,1 +1,1 @@\n-x\n+server {' }];
    await step({ inputs: { suggestions: 'true' } });
    expect(github.reviewComments).toEqual([]);
    expect(github.comments[0]?.body).toContain('```diff');
  });

  test('are not made where the diff shows another text than the checkout', async () => {
    github.files = [{ filename: conf, status: 'modified', patch: confPatch(4000) }];
    await step({ inputs: { suggestions: 'true' } });
    expect(github.reviewComments).toEqual([]);
  });

  test('are not made for a file without a patch', async () => {
    github.files = [{ filename: conf, status: 'modified' }];
    await step({ inputs: { suggestions: 'true' } });
    expect(github.reviewComments).toEqual([]);
  });

  test('one that GitHub refuses loses only itself', async () => {
    const more = '    location /b/ { proxy_pass http://api:3005; }';
    github.files = [
      { filename: conf, status: 'modified', patch: `${confPatch()}\n`.replace('\n ', `\n+${more}\n `).replace('+1,4', '+1,5') },
    ];
    github.files = [
      {
        filename: conf,
        status: 'added',
        patch: ['@@ -0,0 +1,4 @@', '+server {', '+    listen 80;', '+    location /api/ { proxy_pass http://api:3001; }', `+${more}`].join(
          '\n',
        ),
      },
    ];
    github.faults = [
      { method: 'POST', path: /\/reviews$/, status: 422, message: 'Unprocessable Entity' },
      { method: 'POST', path: /\/pulls\/7\/comments$/, status: 422, message: 'line must be part of the diff', times: 1 },
    ];
    const ran = await step({ files: shop(3001, more), inputs: { suggestions: 'true' } });
    expect(github.reviewComments).toHaveLength(1);
    expect(ran.summary).toContain('did not take 1 of the suggestions');
    expect(ran.outputs.result).toBe('findings');
  });
});

describe('filter: changed', () => {
  const changed = { filter: 'changed' };

  test('a finding on an untouched line is shown and fails nothing', async () => {
    github.files = [{ filename: 'README.md', status: 'modified', patch: '@@ -1 +1 @@\n-a\n+b' }];
    const ran = await step({ inputs: changed });
    expect(ran.status).toBe(0);
    expect(ran.outputs).toMatchObject({ result: 'clean', errors: '1' });
    expect(ran.summary).toContain('did not cause');
    expect(ran.log).toContain('Not caused by this change');
    expect(ran.summary).toContain('nothing new');
    expect(github.comments).toEqual([]);
  });

  test('a touched line of the configuration fails', async () => {
    github.files = [{ filename: conf, status: 'modified', patch: confPatch() }];
    expect((await step({ inputs: changed })).status).toBe(1);
  });

  test('a changed port in the compose file fails an untouched line of nginx', async () => {
    github.files = [
      {
        filename: 'compose.yaml',
        status: 'modified',
        patch: '@@ -9 +9 @@\n-    command: node server.js --port 3001\n+    command: node server.js --port 3000',
      },
    ];
    expect((await step({ inputs: changed })).status).toBe(1);
  });

  test('a service that was taken out of the compose file fails', async () => {
    github.files = [{ filename: 'compose.yaml', status: 'modified', patch: '@@ -11,3 +11,1 @@\n \n-  lost0:\n-    image: x' }];
    expect((await step({ files: shop(3000, lostLocations(1)), inputs: changed })).status).toBe(1);
  });

  test('files on later pages count', async () => {
    github.files = Array.from({ length: 130 }, (_, at) => ({ filename: `docs/${at}.md`, status: 'added', patch: '@@ -0,0 +1 @@\n+x' }));
    github.files.push({ filename: conf, status: 'modified', patch: confPatch() });
    expect((await step({ inputs: changed })).status).toBe(1);
  });

  test('without the list every finding counts, and that is said', async () => {
    github.faults = [{ method: 'GET', path: /\/files$/, status: 403, message: 'Resource not accessible by integration' }];
    const ran = await step({ inputs: changed });
    expect(ran.status).toBe(1);
    expect(ran.summary).toContain('every finding counts');
  });
});

describe('what GitHub does not take changes no verdict', () => {
  test("a fork's token may only read: annotations and summary stand, no warning is made of it", async () => {
    github.token = 'read';
    const ran = await step({ payload: pullRequestPayload(github, 'fork/r') });
    expect(ran.outputs.result).toBe('findings');
    expect(ran.annotations.filter((one) => one.kind === 'warning')).toEqual([]);
    expect(ran.log).toContain('the token may only read (403), as always for a pull request from a fork');
    expect(ran.summary).toContain('The comment was not written');
  });

  test('a deleted fork counts as a fork', async () => {
    github.token = 'read';
    const ran = await step({ payload: pullRequestPayload(github, null) });
    expect(ran.log).toContain('as always for a pull request from a fork');
  });

  test('a missing permission is named', async () => {
    github.token = 'read';
    const ran = await step({ files: shop(3001) });
    expect(ran.log).toContain('"pull-requests: write"');
    expect(ran.outputs.result).toBe('findings');
  });

  test("Dependabot's token may only read", async () => {
    github.token = 'read';
    const ran = await step({
      files: shop(),
      payload: pullRequestPayload(github, 'o/r', 'dependabot[bot]'),
      env: { GITHUB_ACTOR: 'dependabot[bot]' },
      inputs: { comment: 'true' },
    });
    expect(ran.status).toBe(0);
    expect(ran.annotations).toEqual([expect.objectContaining({ kind: 'warning' })]);
  });

  test('no token', async () => {
    const ran = await step({ inputs: { 'github-token': '' } });
    expect(ran.outputs.result).toBe('findings');
    expect(github.requests).toEqual([]);
    expect(ran.summary).toContain('github-token is empty');
  });

  test('a token that GitHub does not know', async () => {
    github.token = 'none';
    const ran = await step({ files: shop(), inputs: { comment: 'true' } });
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain('does not accept the token');
  });

  test.each([
    ['GET', /\/issues\/7\/comments$/],
    ['POST', commentPath],
    ['GET', /\/pulls\/7$/],
    ['GET', /\/pulls\/7\/files$/],
    ['GET', /\/pulls\/7\/comments$/],
    ['POST', /\/pulls\/7\/reviews$/],
    ['POST', /\/statuses\//],
  ])('403 on %s %s', async (method, path) => {
    github.files = [{ filename: conf, status: 'modified', patch: confPatch() }];
    github.faults = [{ method, path, status: 403, message: 'Resource not accessible by integration' }];
    const ran = await step({ inputs: { suggestions: 'true', 'commit-status': 'true' } });
    expect(ran.status).toBe(1);
    expect(ran.outputs.result).toBe('findings');
    expect(ran.summary + ran.log).toContain('(403)');
    expect(ran.annotations[0]?.properties.file).toBe(conf);
  });

  test('403 on updating', async () => {
    await step();
    github.faults = [{ method: 'PATCH', path: /comments/, status: 403, message: 'Resource not accessible by integration' }];
    const ran = await step({ files: shop() });
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain('The comment was not written');
  });

  test('a secondary limit is waited for', async () => {
    github.faults = [
      {
        method: 'POST',
        path: commentPath,
        status: 403,
        headers: { 'retry-after': '1' },
        message: 'You have exceeded a secondary rate limit',
        times: 1,
      },
    ];
    await step();
    expect(github.comments).toHaveLength(1);
  });

  test('429 is waited for', async () => {
    github.faults = [{ method: 'GET', path: commentPath, status: 429, headers: { 'retry-after': '0' }, times: 2 }];
    await step();
    expect(github.comments).toHaveLength(1);
  });

  test('a limit that lasts an hour is not waited for', async () => {
    const reset = String(Math.floor(Date.now() / 1000) + 3600);
    github.faults = [
      { method: 'GET', path: commentPath, status: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset } },
    ];
    const ran = await step();
    expect(ran.outputs.result).toBe('findings');
    expect(ran.summary).toContain('fewer requests');
  });

  test('5xx while reading is tried again', async () => {
    github.faults = [{ method: 'GET', path: commentPath, status: 502, times: 2 }];
    await step();
    expect(github.comments).toHaveLength(1);
  });

  test('a creation that failed after it happened is not made twice', async () => {
    github.faults = [{ method: 'POST', path: commentPath, status: 502, times: 1, done: true }];
    const ran = await step();
    expect(github.comments).toHaveLength(1);
    expect(ran.outputs['comment-url']).toMatch(/issuecomment-1000$/);
  });

  test('a connection that breaks after the creation', async () => {
    github.faults = [{ method: 'POST', path: commentPath, status: 0, drop: true, done: true, times: 1 }];
    await step();
    expect(github.comments).toHaveLength(1);
  });

  test('an API that is down', async () => {
    const { url } = github;
    await github.stop();
    const ran = await step({ files: shop(), inputs: { comment: 'true' }, env: { GITHUB_API_URL: url } });
    github = await new FakeGithub().start();
    expect(ran.status).toBe(0);
    expect(ran.summary).toContain('did not answer');
  });

  test('an API that answers nonsense', async () => {
    github.faults = [{ method: 'GET', path: /./, status: 200 }];
    const ran = await step();
    expect(ran.outputs.result).toBe('findings');
  });

  test('a body that GitHub refuses', async () => {
    github.faults = [{ method: 'POST', path: commentPath, status: 422, message: 'Body is too long' }];
    const ran = await step();
    expect(ran.outputs.result).toBe('findings');
    expect(ran.summary).toContain('GitHub refused it');
  });

  test('a pull request that has moved on is left to its newer run', async () => {
    const payload = pullRequestPayload(github);
    github.headSha = 'e'.repeat(40);
    const ran = await step({ payload });
    expect(github.comments).toEqual([]);
    expect(ran.summary).toContain('moved on');
    expect(ran.outputs.result).toBe('findings');
  });

  test('a summary that cannot be written', async () => {
    const ran = await step({ files: shop(), env: { GITHUB_STEP_SUMMARY: '/nowhere/summary.md' } });
    expect(ran.status).toBe(0);
    expect(ran.annotations[0]?.message).toContain('summary could not be written');
  });

  test('a payload that is no JSON', async () => {
    const ran = await step({ env: { GITHUB_EVENT_PATH: '/nowhere/event.json' } });
    expect(ran.outputs.result).toBe('findings');
    expect(github.writes).toEqual([]);
  });
});

describe('where it runs', () => {
  test('an Enterprise Server has its API under a path', async () => {
    github.prefix = '/api/v3';
    await step({ env: { GITHUB_API_URL: github.url, GITHUB_SERVER_URL: 'https://ghes.example' } });
    expect(github.comments[0]?.body).toContain(`https://ghes.example/o/r/blob/${github.headSha}/`);
    expect(github.violations).toEqual([]);
  });

  test('behind a proxy', async () => {
    const asked: string[] = [];
    const proxy = createServer().on('connect', (request, socket) => {
      asked.push(request.url ?? '');
      const there = connect(Number(new URL(github.url).port), '127.0.0.1', () => {
        socket.write('HTTP/1.1 200 OK\r\n\r\n');
        there.pipe(socket).pipe(there);
      });
      socket.on('error', () => there.destroy());
      there.on('error', () => socket.destroy());
    });
    await new Promise<void>((done) => proxy.listen(0, '127.0.0.1', done));
    const { port } = proxy.address() as AddressInfo;
    await step({ env: { GITHUB_API_URL: 'http://api.ghes.test', http_proxy: `http://127.0.0.1:${port}` } });
    proxy.close();
    expect(asked).toContain('api.ghes.test:80');
    expect(github.comments).toHaveLength(1);
  });

  test('outside of GitHub it checks all the same', async () => {
    const ran = await step({ env: { GITHUB_REPOSITORY: '' } });
    expect(ran.outputs.result).toBe('findings');
    expect(github.requests).toEqual([]);
  });

  test('on a push it asks GitHub nothing', async () => {
    const ran = await step({ event: 'push', payload: {} });
    expect(ran.outputs.result).toBe('findings');
    expect(github.requests).toEqual([]);
  });

  test('commit-status sets one at the head', async () => {
    await step({ inputs: { 'commit-status': 'true' } });
    expect(github.statuses).toMatchObject([{ sha: github.headSha, state: 'failure', context: 'nginx-gate/check', description: '1 error' }]);
    expect(github.violations).toEqual([]);
  });

  test.each(['pull_request_target', 'issue_comment', 'workflow_run'])("%s with a fork's files starts no engine", async (event) => {
    const payload =
      event === 'workflow_run'
        ? { workflow_run: { head_sha: 'd'.repeat(40), head_repository: { full_name: 'fork/r' }, pull_requests: [] } }
        : pullRequestPayload(github, 'fork/r');
    const ran = await step({ event, payload, files: shop(), inputs: { engine: 'auto' } });
    expect(ran.outputs).toMatchObject({ result: 'clean', 'nginx-test': 'skipped' });
    expect(ran.log).toMatch(new RegExp(`\\ban? ${event} run never starts an engine on files of a fork`));
  });

  test('pull_request_target with files of the repository itself may', async () => {
    const ran = await step({ event: 'pull_request_target', files: shop(), inputs: { engine: 'none' } });
    expect(ran.log).not.toContain('files of a fork');
  });
});

test('from start to end: the check annotates and comments, fixes are pushed, the comment says all clear', async () => {
  github.files = [{ filename: conf, status: 'modified', patch: confPatch() }];
  const opened = await step({ inputs: { suggestions: 'true' } });
  expect([opened.status, github.comments.length, github.reviewComments.length]).toEqual([1, 1, 1]);
  const suggested = /```suggestion\n(.*)\n```/.exec(github.reviewComments[0]?.body ?? '')?.[1] ?? '';
  const files = shop(3001);
  const fixed = (files[conf] ?? '')
    .split('\n')
    .with((github.reviewComments[0]?.line ?? 0) - 1, suggested)
    .join('\n');
  github.headSha = 'f'.repeat(40);
  github.files = [{ filename: conf, status: 'modified', patch: confPatch(3000) }];
  const pushed = await step({ files: { ...files, [conf]: fixed }, inputs: { suggestions: 'true' } });
  expect(pushed.status).toBe(0);
  expect(pushed.annotations).toEqual([]);
  expect(github.comments).toHaveLength(1);
  expect(github.comments[0]?.body).toContain('all clear');
  expect(github.reviewComments).toHaveLength(1);
  expect(github.violations).toEqual([]);
});

describeWith('docker', 'with the real nginx -t', () => {
  const files = (more = '') =>
    Object.fromEntries(Object.entries(shop(3000, more)).map(([name, text]) => [name, text.replace('nginx:1.27', nginxImage)]));

  test('a stack that is right has passed it', async () => {
    const ran = await step({ files: files(), inputs: { engine: 'docker', 'require-nginx-test': 'true' } });
    expect(ran.outputs).toMatchObject({ result: 'clean', 'nginx-test': 'passed' });
    expect(ran.summary).toContain('nginx -t passed on');
  });

  test("a fork's files too, in the sealed container", async () => {
    const ran = await step({ files: files(), payload: pullRequestPayload(github, 'fork/r'), inputs: { engine: 'auto' } });
    expect(ran.outputs).toMatchObject({ result: 'clean', 'nginx-test': 'passed' });
  });
});
