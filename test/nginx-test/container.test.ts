import { spawnSync } from 'node:child_process';
import { expect, test } from '@jest/globals';
import { type NginxTestOptions, runNginxTests } from '../../src/nginx-test/run.ts';
import type { Stack } from '../../src/stack/model.ts';
import { describeWith, nginxImage } from '../support/engines.ts';
import { stackOf } from '../support/stack.ts';

async function testOne(stack: Stack, options: Partial<NginxTestOptions> = {}) {
  const [result] = await runNginxTests([stack], { engine: 'docker', foreign: true, ...options });
  if (result === undefined) throw new Error('no result');
  return result;
}

function containers(): string[] {
  const ran = spawnSync('docker', ['ps', '--all', '--format', '{{.Names}}', '--filter', `label=nginx-gate.sandbox=${process.pid}`], {
    encoding: 'utf8',
  });
  return ran.stdout.split('\n').filter((name) => name !== '');
}

const site = '/etc/nginx/conf.d/site.conf';

describeWith('docker', 'nginx -t in a container', () => {
  test('passes a sound configuration whose hosts, certificates and folders exist only where it is deployed', async () => {
    const stack = stackOf(
      {
        [site]: `upstream backend { server api:3000; server other.example:81 down; }
server {
  listen 80; listen 10.20.30.40:81; listen [2001:db8::1]:82; listen 443 ssl;
  ssl_certificate /etc/letsencrypt/live/shop/fullchain.pem;
  ssl_certificate_key /etc/letsencrypt/live/shop/privkey.pem;
  ssl_trusted_certificate /etc/letsencrypt/live/shop/chain.pem;
  ssl_dhparam /etc/letsencrypt/dh.pem;
  ssl_crl /etc/letsencrypt/crl.pem;
  ssl_session_ticket_key /etc/letsencrypt/ticket.key;
  access_log /srv/logs/shop/access.log;
  error_log syslog:server=loghost:514,tag=x;
  location / { proxy_pass http://backend; }
  location /auth { proxy_pass https://login.example; }
  location ~ \\.php$ { fastcgi_pass php:9000; }
}
`,
      },
      { known: (path) => !path.startsWith('/etc/letsencrypt/'), treeKnown: true },
    );
    const { report, findings } = await testOne(stack);
    expect(findings).toEqual([]);
    expect(report).toEqual({
      status: 'passed',
      engine: 'docker',
      image: nginxImage,
      files: 1,
      reason: null,
      stubbed: expect.arrayContaining([
        'api',
        'other.example',
        'login.example',
        'php',
        'loghost',
        '/etc/letsencrypt/live/shop/privkey.pem',
      ]),
    });
  });

  test('tells a fault at the directive, though nginx counts the line of its end', async () => {
    const { report, findings } = await testOne(stackOf({ [site]: 'server {\n  rewrite\n    ^/(a\n    /b;\n}\n' }));
    expect(report.status).toBe('failed');
    expect(findings).toEqual([
      expect.objectContaining({
        check: 'nginx-test',
        severity: 'error',
        location: { file: 'etc/nginx/conf.d/site.conf', start: { line: 2, column: 3 }, end: { line: 2, column: 10 } },
        message: expect.stringContaining('The regular expression is not valid: missing closing parenthesis'),
      }),
    ]);
  });

  test('the tree hides what the image has in a mounted folder', async () => {
    const at = { file: 'compose.yaml', start: { line: 1, column: 1 }, end: { line: 1, column: 2 } };
    const placed = [{ source: 'nginx', target: '/etc/nginx/conf.d', at, by: 'mount' as const }];
    const named = 'server { listen 80; server_name localhost; }';
    expect((await testOne(stackOf({ [site]: named }, { placed }))).findings).toEqual([]);
    const known = (path: string) => path !== '/etc/nginx/conf.d/default.conf';
    const shadowed = await testOne(stackOf({ [site]: named }, { known, treeKnown: true }));
    expect(shadowed.findings).toEqual([
      expect.objectContaining({ severity: 'warning', message: expect.stringContaining('conflicting server name') }),
    ]);
  });

  test('of two servers with one name, the one that nginx ignores is told, with the other beside it', async () => {
    const server = (port: number) => `server { listen ${port}; server_name shop.example; }\n`;
    const { findings } = await testOne(stackOf({ [site]: `${server(8080)}${server(80)}${server(80)}` }));
    expect(findings).toEqual([
      expect.objectContaining({
        severity: 'warning',
        location: expect.objectContaining({ start: { line: 3, column: 21 } }),
        related: [expect.objectContaining({ location: expect.objectContaining({ start: { line: 2, column: 21 } }) })],
      }),
    ]);
  });

  test('a test that read nothing of the repository is no pass', async () => {
    const at = { file: 'compose.yaml', start: { line: 7, column: 9 }, end: { line: 7, column: 30 } };
    const placed = [{ source: 'site.conf', target: '/etc/nginx/sites/site.conf', at, by: 'mount' as const }];
    const texts = { '/etc/nginx/sites/site.conf': 'server { }' };
    const { report, findings } = await testOne(stackOf(texts, { placed }));
    expect(report).toMatchObject({ status: 'vacuous', files: 0 });
    expect(findings).toEqual([expect.objectContaining({ check: 'nginx-test', severity: 'error', location: at })]);
    const unknown = await testOne(stackOf(texts, { placed, known: false }));
    expect(unknown).toMatchObject({ findings: [], report: { status: 'skipped', files: 0, reason: expect.any(String) } });
  });

  test('an nginx for which the repository has no configuration is no finding, nor one whose configuration is mounted from elsewhere', async () => {
    const at = { file: 'compose.yaml', start: { line: 7, column: 9 }, end: { line: 7, column: 30 } };
    const pages = [{ source: 'html', target: '/usr/share/nginx/html', at, by: 'mount' as const }];
    const texts = { '/usr/share/nginx/html/index.html': '<p>' };
    expect(await testOne(stackOf(texts, { placed: pages }))).toMatchObject({ report: { status: 'vacuous' }, findings: [] });
    const absent = [{ target: '/etc/nginx/conf.d', at, source: '../conf', kind: 'outside' as const }];
    const elsewhere = await testOne(stackOf(texts, { placed: pages, absent }));
    expect(elsewhere).toMatchObject({ report: { status: 'skipped', reason: expect.stringContaining('/etc/nginx/conf.d') }, findings: [] });
  });

  test('a value that is known only where it is deployed is stood in for, and a line that rests on it is no verdict', async () => {
    const text = `server {\n  listen \${PORT};\n  server_name \${DOMAIN};\n  location / { proxy_pass http://\${API_HOST}:\${API_PORT}; }\n}\n`;
    const passed = await testOne(stackOf({ [site]: text }, { known: false }));
    expect(passed).toMatchObject({
      findings: [],
      report: { status: 'passed', stubbed: [`\${PORT}`, `\${DOMAIN}`, `\${API_HOST}`, `\${API_PORT}`] },
    });
    const odd = await testOne(stackOf({ [site]: `server {\n  listen 80;\n  sendfile \${SENDFILE};\n}\n` }, { known: false }));
    expect(odd).toMatchObject({ findings: [], report: { status: 'skipped' } });
    const plain = await testOne(stackOf({ [site]: text }));
    expect(plain.findings).toMatchObject([{ severity: 'error', location: { start: { line: 2, column: 3 } } }]);
  });

  test('what another file may define is told only where all files are known', async () => {
    const text = 'server { listen 80; location ~ \\.php$ {\n fastcgi_pass php-upstream; } access_log /dev/stdout fancy; }\n';
    expect(await testOne(stackOf({ [site]: text }))).toMatchObject({ findings: [{ severity: 'error' }] });
    expect(await testOne(stackOf({ [site]: text }, { known: false }))).toMatchObject({ findings: [], report: { status: 'skipped' } });
  });

  test('a missing file is told where the tree is known, and does not hide the fault behind it', async () => {
    const text = 'server {\n  include /etc/nginx/gone.conf;\n  listen 80;\n  proxy_read_timeout soon;\n}\n';
    const known = await testOne(stackOf({ [site]: text }));
    expect(known.findings.map((finding) => finding.location.start.line)).toEqual([2, 4]);
    const unknown = await testOne(stackOf({ [site]: text }, { known: false }));
    expect(unknown.findings.map((finding) => finding.location.start.line)).toEqual([4]);
    expect(unknown.report.stubbed).toEqual(['/etc/nginx/gone.conf']);
  });

  test('what a stand-in image may lack is skipped, what the image itself lacks is told', async () => {
    const text = 'server {\n  listen 80;\n  brotli on;\n}\n';
    expect(await testOne(stackOf({ [site]: text }))).toMatchObject({
      report: { status: 'failed' },
      findings: [{ location: { start: { line: 3 } } }],
    });
    const other = await testOne(stackOf({ [site]: text }, { image: 'nginx:1.27' }), { image: nginxImage });
    expect(other).toMatchObject({ report: { status: 'skipped', image: nginxImage }, findings: [] });
    expect(other.report.reason).toContain('unknown directive "brotli"');
    expect(other.report.reason).toContain('nginx:1.27');
  });

  test('users that a stand-in lacks are added, and later faults are found behind them', async () => {
    const main = 'user deploy staff;\nevents { }\nhttp { sendfile maybe; }\n';
    const base = await testOne(stackOf({ '/etc/nginx/nginx.conf': main }, { image: 'nginx:1.27' }), { image: nginxImage });
    expect(base.findings.map((finding) => finding.location.start.line)).toEqual([3]);
    const exact = await testOne(stackOf({ '/etc/nginx/nginx.conf': main }));
    expect(exact.findings.map((finding) => finding.location.start.line)).toEqual([1, 1, 3]);
  });

  test('half a pair in the repository is replaced together with the half that is not', async () => {
    const pem = '-----BEGIN CERTIFICATE-----\nnot really\n-----END CERTIFICATE-----\n';
    const text = 'server { listen 443 ssl; ssl_certificate tls/a.pem; ssl_certificate_key /run/secrets/a.key; }';
    const known = (path: string) => !path.startsWith('/run/secrets/');
    const { report, findings } = await testOne(stackOf({ [site]: text, '/etc/nginx/tls/a.pem': pem }, { known, treeKnown: true }));
    expect(findings).toEqual([]);
    expect(report.stubbed).toEqual(['/run/secrets/a.key', '/etc/nginx/tls/a.pem']);
  });

  test('an image that cannot be had is said, and nothing takes its place in silence', async () => {
    const { report, findings } = await testOne(stackOf({ [site]: 'server { listen 80; }' }, { image: 'localhost:1/absent/nginx:9' }));
    expect(findings).toEqual([]);
    expect(report).toMatchObject({ status: 'skipped', engine: null, image: null });
    expect(report.reason).toContain('localhost:1/absent/nginx:9');
  });

  test('an image that reads as an option is refused', async () => {
    const { report } = await testOne(stackOf({ [site]: 'server { listen 80; }' }, { image: '--privileged' }));
    expect(report.reason).toBe('"--privileged" is no image reference');
  });

  test('file names with line breaks, blanks and dashes are carried over and read', async () => {
    const odd = '/etc/nginx/conf.d/-a b\nc.conf';
    const { report, findings } = await testOne(stackOf({ [odd]: 'server { listen 80; }', [site]: 'server { listen 81; }' }));
    expect({ findings, status: report.status }).toEqual({ findings: [], status: 'passed' });
  });

  test('nothing of ours is left', () => {
    expect(containers()).toEqual([]);
  });
});
