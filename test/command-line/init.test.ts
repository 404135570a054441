/** `nginx-gate init`, as somebody uses it who has never seen it. */
import { existsSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { folderWith, nginxGate } from '../support/bundle.ts';

const check = '.github/workflows/nginx-gate.yml';
const smoke = '.github/workflows/nginx-gate-smoke.yml';
const stack = {
  'deploy/compose.yaml':
    'services:\n  proxy:\n    image: nginx\n    volumes: ["./site.conf:/etc/nginx/conf.d/default.conf"]\n  api:\n    image: example/api\n',
  'deploy/site.conf': 'server {\n  listen 80;\n  location / { proxy_pass http://api:3000; }\n}\n',
};

/** Runs init in a repository with these files; answers what it printed, and a reader of its files. */
function init(files: Record<string, string>, args: string[] = [], prepare: (folder: string) => void = () => {}) {
  const { folder, remove } = folderWith({ '.git/HEAD': '', ...files });
  try {
    prepare(folder);
    const { status, stdout, stderr } = nginxGate(['init', ...args], { cwd: folder });
    const names = [check, smoke, '.nginx-gate.yml', '.nginx-gate.yaml', 'deploy/.nginx-gate.yml'];
    const left = Object.fromEntries(
      names.flatMap((name) => (existsSync(join(folder, name)) ? [[name, readFileSync(join(folder, name), 'utf8')]] : [])),
    );
    return { status, stdout, stderr, left };
  } finally {
    remove();
  }
}

describe('init', () => {
  test('writes three files into an empty repository, and says that there is no nginx yet', () => {
    const { status, stdout, left } = init({});
    expect(stdout).toMatch(/^written {2}\.github\/workflows\/nginx-gate\.yml\nwritten {2}.+smoke\.yml\nwritten {2}\.nginx-gate\.yml\n\n/);
    expect(stdout).toContain('No nginx configuration was found in this repository.');
    expect(stdout).toContain('in place of OWNER');
    expect(Object.keys(left)).toEqual([check, smoke, '.nginx-gate.yml']);
    expect(status).toBe(0);
  });

  test('says which stacks it found, and writes the folder into the workflows', () => {
    const { stdout, left } = init(stack, ['deploy']);
    expect(stdout).toContain('Found: deploy (1 route).');
    const [checkSteps, smokeSteps] = [parse(left[check] ?? '').jobs.check.steps, parse(left[smoke] ?? '').jobs.smoke.steps];
    expect(checkSteps[1].with).toEqual({ 'working-directory': 'deploy' });
    expect(smokeSteps[1].with).toEqual({ mode: 'smoke', 'working-directory': 'deploy' });
    expect(left['deploy/.nginx-gate.yml']).toMatch(/^# nginx-gate reads this file/);
  });

  test('keeps what exists, the configuration under its other name too; --force overwrites it', () => {
    const files = { ...stack, [check]: 'name: mine\n', '.nginx-gate.yaml': 'checks: {startup-order: off}\n' };
    const first = init(files);
    expect(first.stdout).toContain(`kept     ${check} (it exists; --force overwrites it)\nwritten  ${smoke}\nkept     .nginx-gate.yaml`);
    expect(first.left).toMatchObject({ [check]: 'name: mine\n', '.nginx-gate.yaml': files['.nginx-gate.yaml'] });
    expect(first.left['.nginx-gate.yml']).toBeUndefined();
    const second = init(files, ['--force']);
    expect(second.left[check]).toContain('OWNER/nginx-gate@v1');
    expect(second.left['.nginx-gate.yaml']).toMatch(/^# nginx-gate reads/);
  });

  test('writes no second workflow beside one of another name that runs nginx-gate', () => {
    const ci = 'on: push\njobs: {a: {steps: [{run: a}]}}\n# uses: me/nginx-gate@v1\n';
    expect(init({ ...stack, '.github/workflows/ci.yml': ci }).stdout).toContain(`written  ${check}`);
    const used = 'on: push\njobs:\n  a:\n    steps:\n      - uses: me/nginx-gate@v1\n';
    const { stdout, left } = init({ ...stack, '.github/workflows/ci.yaml': used });
    expect(stdout).toContain(`skipped  ${check} (.github/workflows/ci.yaml uses nginx-gate already; --force writes it)`);
    expect(Object.keys(left)).toEqual(['.nginx-gate.yml']);
  });

  test('follows no link out of the repository, and takes one folder', () => {
    const outside = folderWith({ x: '' });
    const { status, stderr } = init({}, [], (folder) => symlinkSync(outside.folder, join(folder, '.github')));
    expect([status, stderr]).toEqual([2, expect.stringContaining('is a link that leads out of the repository')]);
    expect(existsSync(join(outside.folder, 'workflows'))).toBe(false);
    outside.remove();
    expect(init(stack, ['a', 'b']).stderr).toContain('One folder is expected, not 2: a b.');
    expect(init(stack, ['nosuch']).stderr).toContain('There is no folder nosuch.');
  });
});
