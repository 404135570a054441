import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { Report } from '../../src/core/report.ts';
import { version } from '../../src/version.ts';
import { folderWith, nginxGate, top } from '../support/bundle.ts';

const stack = {
  'compose.yaml':
    'services:\n  proxy:\n    image: nginx:1.27\n    volumes: ["./nginx.conf:/etc/nginx/conf.d/default.conf:ro"]\n  api:\n    image: example/api\n    command: gunicorn -b 0.0.0.0:8000 app\n',
  'nginx.conf': 'server {\n    listen 80;\n    location / {\n        proxy_pass http://api:8080;\n    }\n}\n',
};

function withFiles<T>(files: Record<string, string | Buffer>, use: (folder: string) => T): T {
  const { folder, remove } = folderWith(files);
  try {
    return use(folder);
  } finally {
    remove();
  }
}

/** A repository with everything of the folder in its first commit. */
function commit(folder: string): void {
  const git = (...args: string[]) =>
    expect(spawnSync('git', ['-C', folder, '-c', 'user.name=t', '-c', 'user.email=t@example.com', ...args]).status).toBe(0);
  git('init', '-q');
  git('add', '-A');
  git('commit', '-qm', 'first');
}

describe('examples', () => {
  test('examples/shop is clean, and the report says what was looked at', () => {
    const { status, stdout } = nginxGate(['check', 'examples/shop', '--engine', 'none']);
    expect(stdout).toMatch(/2 routes/);
    expect(status).toBe(0);
  });

  test('examples/shop-broken has three findings at the right lines, each with another place or listeners, and a fix', () => {
    const { status, stdout } = nginxGate(['check', 'examples/shop-broken', '--engine', 'none', '--format', 'json']);
    const { findings } = JSON.parse(stdout) as Report;
    const template = 'examples/shop-broken/nginx/templates/default.conf.template';
    expect(findings.map((f) => [f.check, f.location.file, f.location.start.line])).toEqual([
      ['port-mismatch', template, 2],
      ['published-port', template, 18],
      ['loopback-target', template, 23],
    ]);
    expect(findings.filter((f) => f.fix === undefined || f.related.length === 0).map((f) => f.check)).toEqual([]);
    expect(status).toBe(1);
  });
});

describe('exit status', () => {
  test.each([
    ['no folder', ['check', 'no/such/folder'], 'There is no folder no/such/folder.'],
    ['a file instead of a folder', ['check', 'package.json'], 'package.json is a file, not a folder.'],
    ['an unknown option', ['check', '--engin', 'none'], 'Did you mean --engine?'],
    ['a missing baseline', ['check', 'examples/shop', '--baseline', 'none.json'], 'The baseline none.json'],
    ['a compose file outside', ['check', 'examples/shop', '--compose', '/etc/hostname'], 'lies outside the repository'],
    ['an absent compose file', ['check', 'examples/shop', '--compose', 'none.yml'], 'There is no file none.yml'],
    ['an unknown service', ['check', 'examples/shop', '--nginx-service', 'prxy', '--engine', 'none'], 'prxy'],
    ['an output that cannot be written', ['check', 'examples/shop', '--engine', 'none', '--output', 'no/such/file'], "can't be written"],
    [
      'a demanded nginx -t that did not run',
      ['check', 'examples/shop', '--engine', 'none', '--require-nginx-test'],
      'nginx -t was demanded',
    ],
  ])('%s: 2, and one clear line', (_, args, message) => {
    const { status, stderr } = nginxGate(args);
    expect(stderr).toContain(message);
    expect(stderr.trimEnd().split('\n')).toHaveLength(1);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(2);
  });

  test.each([
    ['a folder with no nginx', { 'README.md': 'nothing' }],
    ['a binary nginx.conf', { 'nginx.conf': Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * 167 + 13) % 256)) }],
    ['an empty folder', {}],
  ])('%s: 2', (_, files) => {
    withFiles(files as Record<string, string>, (folder) => {
      const { status, stderr } = nginxGate(['check', folder, '--engine', 'none']);
      expect(stderr).toMatch(/^nginx-gate: No nginx configuration was found/);
      expect(status).toBe(2);
    });
  });

  test('a compose file that is too broken to show its nginx is a finding', () => {
    withFiles({ 'compose.yaml': 'services:\n  a: [\n' }, (folder) => {
      const { status, stdout } = nginxGate(['check', folder, '--engine', 'none', '--format', 'json']);
      expect((JSON.parse(stdout) as Report).findings.map((f) => f.check)).toEqual(['compose-invalid']);
      expect(status).toBe(1);
      expect(nginxGate(['routes', folder]).stderr).toMatch(
        /No nginx configuration was found in this repository\. compose\.yaml:\d can't be read/,
      );
    });
  });

  test('--fail-on decides what fails', () => {
    withFiles(stack, (folder) => {
      expect(nginxGate(['check', folder, '--engine', 'none']).status).toBe(1);
      expect(nginxGate(['check', folder, '--engine', 'none', '--fail-on', 'never']).status).toBe(0);
    });
  });

  test('a closed pipe is no error', () => {
    const command = `"${process.execPath}" dist/cli/index.js check examples/shop-broken --engine none --format json | head -c 1 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync('bash', ['-c', command], { cwd: top, encoding: 'utf8' });
    expect([stdout.trim(), stderr]).toEqual(['1', '']);
  });
});

describe('what people set', () => {
  test('a comment suppresses, and is counted', () => {
    const files = {
      ...stack,
      'nginx.conf': stack['nginx.conf'].replace(
        '        proxy_pass',
        '        # nginx-gate: ignore port-mismatch - a sidecar\n        proxy_pass',
      ),
    };
    withFiles(files, (folder) => {
      const { status, stdout } = nginxGate(['check', folder, '--engine', 'none', '--format', 'json']);
      const report = JSON.parse(stdout) as Report;
      expect(report.summary).toEqual({ errors: 0, warnings: 0, notices: report.summary.notices, suppressed: 1 });
      expect(report.stacks[0]?.routes[0]?.endpoints[0]?.verdict).toBe('unverified');
      expect(status).toBe(0);
    });
  });

  test('a comment that suppresses nothing, or gives no reason, is told', () => {
    const files = { ...stack, 'nginx.conf': `# nginx-gate: ignore unknown-host\n${stack['nginx.conf']}` };
    withFiles(files, (folder) => {
      const { stdout } = nginxGate(['check', folder, '--engine', 'none', '--format', 'json']);
      const checks = (JSON.parse(stdout) as Report).findings.filter((f) => f.severity === 'warning').map((f) => f.check);
      expect(checks).toEqual(['ignore-unused', 'ignore-without-reason']);
    });
  });

  test('the configuration turns a check down or off, and declares ports', () => {
    for (const [text, severities] of [
      ['checks: {port-mismatch: warning}', ['warning']],
      ['checks: {port-mismatch: off}', []],
      ['services: {api: {ports: [8080]}}', []],
    ] as const) {
      withFiles({ ...stack, '.nginx-gate.yml': text }, (folder) => {
        const { stdout } = nginxGate(['check', folder, '--engine', 'none', '--format', 'json']);
        const found = (JSON.parse(stdout) as Report).findings.filter((f) => f.check === 'port-mismatch');
        expect([text, found.map((f) => f.severity)]).toEqual([text, severities]);
      });
    }
  });

  test('a baseline takes known findings away, also when lines move', () => {
    withFiles(stack, (folder) => {
      const baseline = join(folder, 'baseline.json');
      nginxGate(['check', folder, '--engine', 'none', '--format', 'json', '--output', baseline]);
      writeFileSync(join(folder, 'nginx.conf'), `# moved\n\n${stack['nginx.conf']}`);
      expect(nginxGate(['check', folder, '--engine', 'none', '--baseline', baseline]).status).toBe(0);
    });
  });

  test('--filter changed lets untouched findings pass, and counts the compose side', () => {
    withFiles(stack, (folder) => {
      commit(folder);
      const run = () => nginxGate(['check', folder, '--engine', 'none', '--filter', 'changed']);
      expect(run().status).toBe(0);
      expect(run().stderr).toMatch(/do not fail it/);
      writeFileSync(join(folder, 'compose.yaml'), stack['compose.yaml'].replace('8000', '8001'));
      expect(run().status).toBe(1);
    });
  });

  test('--filter changed counts a finding for which the change took a service away', () => {
    const other = '  other:\n    image: example/other\n    command: gunicorn -b 0.0.0.0:8000 app\n';
    const files = {
      'compose.yaml': stack['compose.yaml'] + other,
      'nginx.conf': stack['nginx.conf'].replace('api:8080', 'other:8000'),
    };
    withFiles(files, (folder) => {
      commit(folder);
      writeFileSync(join(folder, 'compose.yaml'), stack['compose.yaml']);
      const { status, stdout } = nginxGate(['check', folder, '--engine', 'none', '--filter', 'changed']);
      expect(stdout).toMatch(/^error unknown-host nginx\.conf:4/);
      expect(status).toBe(1);
    });
  });
});

describe('other commands', () => {
  test('routes prints the table, and one address on demand', () => {
    const all = nginxGate(['routes', 'examples/shop']).stdout;
    expect(all).toMatch(/\/api\/ .* api:3000 .* api .* ok .*default\.conf\.template:18/);
    const one = nginxGate(['routes', 'examples/shop', '--url', 'http://shop.example/api/x']).stdout;
    expect(one).toContain('/api/');
    expect(one).not.toContain('web:8000');
  });

  test('--timing names the steps on standard error, and leaves the report alone', () => {
    const plain = nginxGate(['routes', 'examples/shop']);
    const timed = nginxGate(['routes', 'examples/shop', '--timing']);
    expect(timed.stdout).toBe(plain.stdout);
    expect(timed.stderr).toMatch(/^read: \d+ ms\nroutes: \d+ ms\n$/);
    expect(nginxGate(['check', 'examples/shop', '--engine', 'none', '--timing']).stderr).toMatch(
      /^read: \d+ ms\nchecks: \d+ ms\nnginx -t: \d+ ms\n$/,
    );
  });

  test("routes shows a stranger's words as they stand, and keeps its columns", () => {
    const hostile = 'server {\n  listen 80;\n  server_name "a\u202eb";\n  location /x { proxy_pass http://api:8000; }\n}\n';
    withFiles({ ...stack, 'nginx.conf': hostile }, (folder) => {
      const { stdout } = nginxGate(['routes', folder]);
      expect(stdout).toContain('a\\u{202e}b');
      expect(stdout).not.toContain('\u202e');
    });
  });

  test('version', () => {
    const { version: released } = JSON.parse(readFileSync(join(top, 'package.json'), 'utf8')) as { version: string };
    expect(version).toBe(released);
    expect(nginxGate(['--version']).stdout).toBe(`nginx-gate ${released}\n`);
  });
});

describe('what a stranger wrote', () => {
  test('control characters of a file do not reach the terminal through an error', () => {
    const { status, stderr } = withFiles({ ...stack, '.nginx-gate.yml': '"\\e[31mfoo\\n::error::x": 1\n' }, (folder) =>
      nginxGate(['check', folder, '--engine', 'none']),
    );
    expect(stderr).toMatch(/^nginx-gate: \.nginx-gate\.yml:1: .*\\u\{1b\}\[31mfoo ::error::x/);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(status).toBe(2);
  });

  test('values that double from line to line are a finding, not a full memory', () => {
    const lines = Array.from({ length: 40 }, (_, i) => `V${i + 1}=\${V${i}}\${V${i}}`);
    const files = { ...stack, '.env': `V0=aaaaaaaaaa\n${lines.join('\n')}\n` };
    const { status, stdout } = withFiles(files, (folder) => nginxGate(['check', folder, '--engine', 'none']));
    expect(stdout).toContain('longer than 4 Mi characters');
    expect(status).toBe(1);
  });
});

test('a report that the disk has no room for is a job not done', () => {
  if (!existsSync('/dev/full')) return;
  const { status, stderr } = spawnSync(
    '/bin/sh',
    ['-c', '"$0" "$@" > /dev/full', process.execPath, join(top, 'dist/cli/index.js'), 'explain', 'syntax'],
    {
      encoding: 'utf8',
    },
  );
  expect(stderr).toMatch(/^nginx-gate: the report can't be written: ENOSPC/);
  expect(status).toBe(2);
});
