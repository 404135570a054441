import { readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from '@jest/globals';
import { makeStandIns } from '../../src/nginx-test/certificate.ts';
import { localRefusal, readBuild } from '../../src/nginx-test/local.ts';
import { reroot } from '../../src/nginx-test/reroot.ts';
import { runNginxTests } from '../../src/nginx-test/run.ts';
import { sandboxFor } from '../../src/nginx-test/sandbox.ts';
import type { Stack } from '../../src/stack/model.ts';
import { describeWith } from '../support/engines.ts';
import { stackOf } from '../support/stack.ts';

const site = '/etc/nginx/conf.d/site.conf';
const build = { version: '1.22.1', modules: '/usr/lib/nginx/modules', without: new Set<string>() };

async function testOne(stack: Stack) {
  const [result] = await runNginxTests([stack], { engine: 'nginx', foreign: false });
  if (result === undefined) throw new Error('no result');
  return result;
}

function temporaryFolders(): string[] {
  return readdirSync(tmpdir()).filter((name) => /^nginx-gate-\w{6}$/.test(name) && statSync(`${tmpdir()}/${name}`).isDirectory());
}

describeWith('nginx', 'nginx -t with the nginx of this machine', () => {
  test('passes what would open ports, logs, certificates and hosts, and leaves nothing behind', async () => {
    const before = temporaryFolders();
    const main = `user nobody;
pid /var/run/shop.pid;
error_log /var/log/shop/error.log;
events { }
http {
  map $host $x { default 0; include maps/extra.map; }
  proxy_cache_path /var/cache/shop keys_zone=a:1m;
  include
    conf.d/*.conf;
}
`;
    const text = `upstream backend { server api:3000; }
server {
  listen 80 default_server reuseport; listen [::]:80 ipv6only=on; listen 10.1.2.3:8443 ssl;
  ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key;
  location / { proxy_pass http://backend; }
  location /b { proxy_pass http://other.example:81/x; }
  resolver dns valid=10s;
}
server { server_name silent; }
`;
    const known = (path: string) => !path.startsWith('/etc/ssl/');
    const files = { '/etc/nginx/nginx.conf': main, [site]: text, '/etc/nginx/maps/extra.map': 'a 1;' };
    const { report, findings } = await testOne(stackOf(files, { known }));
    expect(findings).toEqual([]);
    expect(report).toMatchObject({ status: 'passed', engine: 'nginx', image: null, files: 3 });
    expect(report.reason).toMatch(/^tested with nginx \d+\.\d+\.\d+ of this machine$/);
    expect(temporaryFolders()).toEqual(before);
  });

  test('tells faults at their lines, and names addresses as they are written', async () => {
    const text =
      'server { listen 80; server_name a; }\nserver {\n  listen 0.0.0.0:80;\n  server_name a;\n  root\n    /x;\n  sendfile perhaps;\n}\n';
    const failed = await testOne(stackOf({ [site]: text }));
    expect(failed.findings).toMatchObject([{ severity: 'error', location: { start: { line: 7 } } }]);
    const warned = await testOne(stackOf({ [site]: text.replace('perhaps', 'on') }));
    expect(warned.findings).toMatchObject([
      { severity: 'warning', message: expect.stringContaining('Two servers have the name "a" on 80'), location: { start: { line: 4 } } },
    ]);
  });

  test('devices are logs, and values of the deploy are addresses', async () => {
    const text = 'access_log /dev/stdout;\nserver { listen $PORT; location / { proxy_pass http://$API_HOST:80; } }\n';
    expect(await testOne(stackOf({ [site]: text }, { known: false }))).toMatchObject({ findings: [], report: { status: 'passed' } });
  });

  test('another version’s words are no verdict', async () => {
    const { report, findings } = await testOne(stackOf({ [site]: 'server { listen 80; http2 on; }' }));
    expect(findings).toEqual([]);
    expect(report.status).toBe('skipped');
    expect(report.reason).toContain('unknown directive "http2"');
  });

  test('an unfinished main file of the host is tested inside one of ours', async () => {
    const files = { '/etc/nginx/nginx.conf': 'server {\n  listen 80;\n  proxy_read_timeout soon;\n}\n' };
    const { findings } = await testOne(stackOf(files, { kind: 'host', image: null }));
    expect(findings).toMatchObject([{ location: { start: { line: 3 } } }]);
    const sound = await testOne(stackOf({ '/etc/nginx/nginx.conf': 'server { listen 80; }' }, { kind: 'host', image: null }));
    expect(sound).toMatchObject({ findings: [], report: { status: 'passed', files: 1 } });
  });
});

describe('the copy for the nginx of this machine', () => {
  test('leads every path, address and host into its folder, and keeps the lines', () => {
    const text = `server {
  listen
    8080 ipv6only=on;
  access_log /var/log/a.log; error_log "/var/log/b
.log"; include /etc/passwd;
  proxy_cache_path /c keys_zone=z:1m;
  ssl_certificate relative.pem;
  location / { proxy_pass http://API.:80/x; fastcgi_pass php; access_log syslog:server=logs:514,tag=t; }
}
`;
    const stack = stackOf({ [site]: text });
    const sandbox = sandboxFor(stack, makeStandIns(), true);
    for (const host of ['api', 'php', 'logs']) sandbox.hosts.add(host);
    const { files, main, globals } = reroot(stack, sandbox, '/R', build);
    expect(main).toBe('/R/etc/nginx/nginx.conf');
    expect(globals).toBe('pid "/R/l/nginx.pid"; lock_file "/R/l/nginx.lock";');
    expect(Buffer.from(files.get(site) ?? []).toString()).toBe(`server {
  listen
    "unix:/R/s/0" ;
  access_log "/R/var/log/a.log"; error_log "/R/var/log/b
.log"
; include "/R/etc/passwd";
  proxy_cache_path "/R/c" keys_zone=z:1m;
  ssl_certificate "/R/etc/nginx/relative.pem";
  location / { proxy_pass "http://127.0.0.1:80/x"; fastcgi_pass "127.0.0.1"; access_log "syslog:server=127.0.0.1:514,tag=t"; }
}
`);
    expect(Buffer.from(files.get('/etc/nginx/nginx.conf') ?? []).toString()).toContain(
      'http { client_body_temp_path "/R/t/client_body"; proxy_temp_path "/R/t/proxy";',
    );
  });

  test('code of the repository is not run on this machine', () => {
    const stack = stackOf({ [site]: 'server { listen 80; location / { content_by_lua_block { os.exit() } } }' });
    expect(localRefusal(stack, build)).toContain('content_by_lua_block');
    expect(localRefusal(stackOf({ [site]: 'server { ssl_certificate_key engine:x:y; }' }), build)).not.toBeNull();
    expect(localRefusal(stackOf({ [site]: 'server { listen 80; }' }), build)).toBeNull();
    expect(localRefusal(stackOf({}), { ...build, version: '1.19.4' })).toContain('1.19.4');
  });

  test('a change from a fork never meets the nginx of this machine', async () => {
    for (const engine of ['nginx', 'auto'] as const) {
      const image = 'localhost:1/absent/nginx:9';
      const [result] = await runNginxTests([stackOf({ [site]: 'server { listen 80; }' }, { image })], { engine, foreign: true });
      expect(result?.report).toMatchObject({ status: 'skipped', engine: null });
    }
  });

  test('reads what nginx was built with', () => {
    const text = 'nginx version: nginx/1.22.1\nconfigure arguments: --modules-path=/usr/lib/nginx/modules --without-http_scgi_module';
    expect(readBuild(text)).toEqual({ version: '1.22.1', modules: '/usr/lib/nginx/modules', without: new Set(['http_scgi_module']) });
    expect(readBuild('something else')).toBeNull();
  });
});
