import { describe, expect, test } from '@jest/globals';
import { loadNginxConfig } from '../../src/nginx/routes.ts';
import { listenersIn } from '../../src/smoke/ground.ts';
import { type ConfiguredRoute, planRequests } from '../../src/smoke/plan.ts';
import { redactor } from '../../src/smoke/redact.ts';
import { straight, upstreamPath } from '../../src/smoke/straight.ts';
import { marked, throughNginx } from '../../src/smoke/through-nginx.ts';
import { sshTarget } from '../../src/smoke/vantage.ts';
import type { Stack, StackRoute } from '../../src/stack/model.ts';
import { configFiles } from '../support/config-file.ts';

/** A stack of nothing but an nginx configuration: endpoints lead nowhere in particular. */
function stackOf(http: string): Stack {
  const config = loadNginxConfig(configFiles({ '/etc/nginx/nginx.conf': `events {}\nhttp {\n${http}\n}\n` }), '/etc/nginx/nginx.conf', {
    prefix: '/etc/nginx',
  });
  const routes = config.routes.map((route): StackRoute => {
    const own: StackRoute = { route, endpoints: [] };
    own.endpoints = route.endpoints.map((target) => ({
      target,
      route: own,
      reach: { kind: 'unverifiable', because: '' },
      evidence: [],
      start: null,
    }));
    return own;
  });
  const nginx = { kind: 'host', service: null, unprivileged: false } as unknown as Stack['nginx'];
  return { name: 'test', directory: '', project: null, variants: [], nginx, config, routes } as unknown as Stack;
}

function planned(http: string, routes: ConfiguredRoute[] = [], samples: [string, string][] = []) {
  const plan = planRequests(stackOf(http), { routes, samples: new Map(samples), isOnlyStack: true });
  return {
    paths: plan.requests.map((r) => `${r.kind} ${r.scheme}://${r.host}:${r.port}${r.path}${r.takenBy ? ' taken' : ''}`),
    skipped: plan.skipped.map((s) => s.because),
    plan,
  };
}

describe('the plan', () => {
  test('asks each location by the name, scheme and port of its server', () => {
    const { paths } = planned(`
      server { listen 8080; server_name a.test; location / { proxy_pass http://x:1; } location = /one { proxy_pass http://x:1; } }
      server { listen 443 ssl; server_name *.b.test; location ^~ /api { grpc_pass grpc://x:2; } location = /up { return 200; } }
      server { listen 8080 default_server; location / { proxy_pass http://x:3; } }`);
    expect(paths).toEqual([
      'route http://a.test:8080/',
      'route http://a.test:8080/one',
      'route https://nginx-gate.b.test:443/api',
      'route http://localhost:8080/',
      'control https://nginx-gate.b.test:443/up',
    ]);
  });

  test('finds a path that no other location takes, or says that it needs one', () => {
    const { paths, skipped } = planned(
      `server { server_name a.test;
        location /api/ { proxy_pass http://x:1; }
        location = /api/ { return 204; }
        location ~ ^/v(\\d+)/ { proxy_pass http://x:2; }
        location ~ \\.php$ { fastcgi_pass x:9000; }
        location ~* ^/images/ { proxy_pass http://x:3; }
        location /app/ { try_files $uri @app; }
        location @app { proxy_pass http://x:4; }
        location @lost { proxy_pass http://x:5; }
        location /hidden/ { internal; proxy_pass http://x:6; } }`,
    );
    expect(paths.filter((p) => p.startsWith('route')).map((p) => p.replace(/.*:80/, ''))).toEqual([
      '/api/nginx-gate',
      '/index.php',
      '/images/',
      '/app/nginx-gate-no-such-file',
    ]);
    expect(skipped).toEqual([expect.stringContaining('sample'), expect.stringContaining('@lost'), expect.stringContaining('internal')]);
  });

  test('takes samples and written routes', () => {
    const http = 'server { server_name a.test; location ~ ^/v(\\d+)/ { proxy_pass http://x:2; } location / { proxy_pass http://x:1; } }';
    expect(planned(http, [], [['~ ^/v(\\d+)/', '/v1/']]).paths[0]).toBe('route http://a.test:80/v1/');
    const written = planned(http, [{ path: '/v2/x', status: 200 }]);
    expect(written.paths).toEqual(['configured http://a.test:80/v2/x']);
    expect(written.plan.requests[0]?.route?.route.target).toBe('http://x:2');
  });

  test('sees that another server block takes the name', () => {
    const { paths } = planned(
      'server { server_name a.test; return 404; } server { server_name a.test; location / { proxy_pass http://x:1; } }',
    );
    expect(paths[0]).toBe('route http://a.test:80/ taken');
  });
});

describe('a request', () => {
  const http = `server { server_name shop.test;
    location /plain/ { proxy_pass http://x:1; }
    location /cut/ { proxy_pass http://x:1/inner/; proxy_set_header Host $host; proxy_set_header X-Secret $cookie_a; }
    location /tls/ { proxy_pass https://outside.test; proxy_ssl_server_name on; }
    location /named/ { proxy_pass https://x:8443; } }`;
  const { plan } = planned(http);
  const request = (path: string) => plan.requests.find((r) => r.path === path)!;
  const direct = (path: string) =>
    straight(request(path), request(path).route!.endpoints[0]!, { host: '10.0.0.2', port: 1 }, 'as-nginx', { timeout: 5, marker: 'ng0' });

  test('carries its marker behind whatever query there is', () => {
    expect(marked('/a', 'ng1')).toBe('/a?nginx-gate=ng1');
    expect(marked('/a?b=1', 'ng1')).toBe('/a?b=1&nginx-gate=ng1');
  });

  test('straight at the upstream is what nginx would send', () => {
    expect(upstreamPath(request('/plain/'), request('/plain/').route!.endpoints[0]!)).toBe('/plain/');
    expect(direct('/cut/')).toMatchObject({ url: 'http://10.0.0.2:1/inner/?nginx-gate=ng0' });
    expect(direct('/cut/').headers).toEqual(expect.arrayContaining([['Host', 'shop.test']]));
    expect(direct('/cut/').headers?.map(([name]) => name)).not.toContain('X-Secret');
    expect(direct('/plain/').headers).toEqual(expect.arrayContaining([['Host', 'x:1']]));
  });

  test('sends a server name only where nginx does', () => {
    expect(direct('/tls/').url).toContain('https://outside.test:');
    expect(direct('/named/').url).toContain('https://10.0.0.2:');
  });

  test('never leaves a blank, a quote or a line end in the URL', () => {
    const odd = { ...request('/plain/'), path: '/a b"c\n<d>é' };
    const { url } = throughNginx(odd, { address: () => ({ host: '127.0.0.1', port: 80 }), base: null, timeout: 5, verify: false }, 'ng0');
    expect(url).toMatch(/^[\x21\x23-\x7e]+$/);
  });
});

test('listeners are read from /proc in both families', () => {
  const header = '  sl  local_address rem_address   st tx_queue\n';
  const rows = [
    '   0: 0100007F:0BB8 00000000:0000 0A 00000000:00000000 00:00000000 00000000',
    '   1: 00000000:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000',
    '   2: 0100007F:0BB9 00000000:0000 01 00000000:00000000 00:00000000 00000000',
    '   0: 00000000000000000000000001000000:0BBA 00000000000000000000000000000000:0000 0A 00000000:00000000',
    '   1: 00000000000000000000000000000000:0BBB 00000000000000000000000000000000:0000 0A 00000000:00000000',
    '   2: B80D0120000000000000000001000000:0BBC 00000000000000000000000000000000:0000 0A 00000000:00000000',
  ];
  expect(listenersIn(header + rows.join('\n')).map((l) => `${l.address} ${l.port}`)).toEqual([
    '127.0.0.1 3000',
    '0.0.0.0 8080',
    '::1 3002',
    ':: 3003',
    '2001:db8::1 3004',
  ]);
});

test('an ssh address is a user, a host and a port, and nothing that ssh would take for an option', () => {
  expect(sshTarget('ssh://deploy@web.test:2222')).toEqual({ user: 'deploy', host: 'web.test', port: 2222 });
  expect(sshTarget('ssh://[::1]')).toEqual({ user: null, host: '::1', port: null });
  for (const bad of ['ssh://-oProxyCommand=x', 'ssh://a@-x', 'ssh://a b', 'ssh://a;b', 'http://a', 'ssh://$(x)'])
    expect(() => sshTarget(bad)).toThrow(/is no ssh/);
});

test('secrets of the project and of requests are taken out', () => {
  const environment = new Map([['DB_PASSWORD', { value: 'hunter2hunter', at: null, uncertain: false }]]);
  const redact = redactor({ project: { services: [{ environment }] } } as unknown as Stack);
  const text = redact('GET /x?token=abc&a=1 hunter2hunter Authorization: Bearer abcdefghij http://u:pw@h/');
  expect(text).not.toMatch(/abc&|hunter2|abcdefghij|:pw@/);
  expect(text).toContain('a=1');
});
