import { describe, expect, test } from '@jest/globals';
import type { Location } from '../../src/core/source.ts';
import type { EndpointTarget, NginxConfig } from '../../src/nginx/model.ts';
import { loadNginxConfig, setting } from '../../src/nginx/routes.ts';
import { configFiles } from '../support/config-file.ts';

function load(text: string, others: Record<string, string> = {}): NginxConfig {
  return loadNginxConfig(configFiles({ '/etc/nginx/nginx.conf': text, ...others }), '/etc/nginx/nginx.conf', { prefix: '/etc/nginx' });
}

function server(text: string, http = ''): NginxConfig {
  return load(`http {${http}\nserver {${text}\n}\n}`);
}

function brief(e: EndpointTarget): string {
  const where = e.socket !== null ? `unix:${e.socket}` : `${e.host}:${e.port}`;
  return `${e.protocol} ${where} @${e.at.start.line}${e.resolved === 'runtime' ? ' runtime' : ''}`;
}

/** The endpoints of all routes, one line each. */
function ends(config: NginxConfig): string[] {
  return config.routes.flatMap((r) => r.endpoints.map(brief));
}

function text(config: NginxConfig, at: Location | null): string | null {
  const file = config.files.find((f) => f.origin === at?.file);
  if (at === null || file === undefined) return null;
  return file.text.split('\n')[at.start.line - 1]?.slice(at.start.column - 1, at.end.column - 1) ?? null;
}

describe('targets', () => {
  test.each([
    ['proxy_pass http://api:3000/;', ['http api:3000 @2']],
    ['proxy_pass HTTPS://API;', ['https api:443 @2']],
    ['proxy_pass http://api/x:1/;', ['http api:80 @2']],
    ['proxy_pass http://[::1]:8080;', ['http ::1:8080 @2']],
    ['proxy_pass http://unix:/run/a.sock:/uri;', ['http unix:/run/a.sock @2']],
    ['proxy_pass "http://api:3000";', ['http api:3000 @2']],
    ['fastcgi_pass php:9000;', ['fastcgi php:9000 @2']],
    ['fastcgi_pass unix:/run/php.sock;', ['fastcgi unix:/run/php.sock @2']],
    ['uwsgi_pass suwsgi://app:3031;', ['suwsgi app:3031 @2']],
    ['scgi_pass app:4000;', ['scgi app:4000 @2']],
    ['grpc_pass grpcs://app;', ['grpcs app:443 @2']],
    ['grpc_pass app:50051;', ['grpc app:50051 @2']],
    ['memcached_pass cache:11211;', ['memcached cache:11211 @2']],
    ['proxy_pass http://api:3000$request_uri;', ['http api:3000 @2 runtime']],
    ['proxy_pass http://api$uri$is_args$args;', ['http api:80 @2 runtime']],
    ['proxy_pass http://api:3000/$1;', ['http api:3000 @2 runtime']],
    ['proxy_pass http://api:3000$1;', ['http api:3000 @2 runtime']],
    ['proxy_pass http://$http_host;', ['http null:null @2 runtime']],
    ['proxy_pass http://$arg_h:8080/;', ['http null:8080 @2 runtime']],
    ['proxy_pass http://api:$arg_port;', ['http api:null @2 runtime']],
    ['proxy_pass $arg_target;', ['http null:null @2 runtime']],
  ])('%s', (line, expected) => expect(ends(server(`\nlocation / { ${line} }`.slice(1)))).toEqual(expected));

  test('the spans of host and port', () => {
    const config = server('location / { proxy_pass "http://api:3000/x"; }');
    const [endpoint] = config.routes[0]?.endpoints ?? [];
    expect([text(config, endpoint?.at ?? null), text(config, endpoint?.hostAt ?? null), text(config, endpoint?.portAt ?? null)]).toEqual([
      '"http://api:3000/x"',
      'api',
      '3000',
    ]);
  });

  test('a capture that begins with a slash is no host', () => {
    expect(ends(server('location ~ ^/a(/.*)$ { proxy_pass http://api$1; }'))).toEqual(['http api:80 @2 runtime']);
    expect(ends(server('location ~ ^/(.*)$ { proxy_pass http://api$1; }'))).toEqual(['http null:null @2 runtime']);
  });
});

describe('variables', () => {
  test('set, in pieces, each at its line', () => {
    const config = server('\nset $h app;\nset $p 3000;\nlocation / {\nproxy_pass http://$h:$p/; }');
    expect(ends(config)).toEqual(['http app:3000 @3 runtime']);
    const [endpoint] = config.routes[0]?.endpoints ?? [];
    expect([text(config, endpoint?.hostAt ?? null), text(config, endpoint?.portAt ?? null), endpoint?.portAt?.start.line]).toEqual([
      'app',
      '3000',
      4,
    ]);
  });

  test('set in the location, in an if, and an empty default', () => {
    const config = server(
      'location / {\nset $t "";\nif ($arg_b) {\nset $t http://b:1;\n}\nif ($arg_c) { set $t http://c:2; }\nproxy_pass $t;\n}',
    );
    expect(ends(config).sort()).toEqual(['http b:1 @5 runtime', 'http c:2 @7 runtime']);
  });

  test("another server's set is not looked at", () => {
    expect(ends(load('http { server { set $t a:1; } server { location / { proxy_pass http://$t; } } }'))).toEqual([
      'http null:null @1 runtime',
    ]);
  });

  test('map, geo and split_clients, with upstream names, their includes and variables in values', () => {
    const http = `
map $host $pool { hostnames; default blue;
 .green.test green; ~^x "outside.test:81"; include /etc/nginx/more.map; }
upstream blue { server b1:8080; server b2; }
upstream green { server unix:/run/g.sock; }
split_clients $remote_addr $half { 50% a:1;
 * b:2; }
geo $where { default c:3; ranges; 10.0.0.0-10.0.0.9 $half; }`;
    const config = load(`http {${http}\nserver { location / { proxy_pass http://$pool; } location /g { proxy_pass http://$where; } } }`, {
      '/etc/nginx/more.map': '\n\nw.test late:90;',
    });
    expect(ends(config)).toEqual([
      'http b1:8080 @4',
      'http b2:80 @4',
      'http unix:/run/g.sock @5',
      'http outside.test:81 @3 runtime',
      'http late:90 @3 runtime',
      'http c:3 @8 runtime',
      'http a:1 @6 runtime',
      'http b:2 @7 runtime',
    ]);
  });

  test('variables that lead to themselves come to an end', () => {
    expect(ends(server('location / { set $a $b; set $b $a; proxy_pass http://$a; }'))).toEqual(['http null:null @2 runtime']);
  });

  test('many values of many variables stay bounded', () => {
    const maps = ['a', 'b', 'c']
      .map((v) => `map $host $${v} { ${Array.from({ length: 300 }, (_, i) => `h${i} ${v}${i};`).join('')} }`)
      .join('\n');
    expect(ends(server('location / { proxy_pass http://$a$b$c; }', maps)).length).toBeLessThanOrEqual(500);
  });
});

describe('upstreams', () => {
  const http = 'upstream API {\n zone api 64k; server a:1 weight=2 down; server b:2 backup; server c resolve; keepalive 8; }';

  test('peers and their marks; the name counts in any case, but not with a port', () => {
    const config = server('location / { proxy_pass http://api; } location /p { proxy_pass http://api:80; }', http);
    expect(config.routes[0]?.endpoints.map((e) => [brief(e), e.upstream, e.down, e.backup])).toEqual([
      ['http a:1 @2', 'API', true, false],
      ['http b:2 @2', 'API', false, true],
      ['http c:80 @2 runtime', 'API', false, false],
    ]);
    expect(config.routes[1]?.endpoints.map(brief)).toEqual(['http api:80 @3']);
  });

  test('a peer chosen by Lua is unknown', () => {
    expect(ends(server('location / { proxy_pass http://u; }', 'upstream u { server 0.0.0.1; balancer_by_lua_block { } }'))).toEqual([
      'http null:null @1 runtime',
    ]);
  });

  test('http and stream know only their own', () => {
    const config = load('stream { upstream u { server s:1; } }\nhttp { server { location / { proxy_pass http://u; } } }');
    expect(ends(config)).toEqual(['http u:80 @2']);
  });
});

describe('where routes stand', () => {
  test('nested, named, if and limit_except', () => {
    const config = server(`
location /a { location ~ \\.php$ { fastcgi_pass p:9000; } }
location @app { proxy_pass http://app; }
location / { error_page 404 = @app; try_files $uri @app; if ($arg_x) { proxy_pass http://x; } limit_except GET { proxy_pass http://y; } }
location = /auth { auth_request off; mirror /m; proxy_pass http://auth; }`);
    expect(config.routes.map((r) => [r.location, r.name, r.target, r.scope.map((s) => s.name).join(' ')])).toEqual([
      ['~ \\.php$', 'fastcgi_pass', 'p:9000', 'http server location location'],
      ['@app', 'proxy_pass', 'http://app', 'http server location'],
      ['/', 'proxy_pass', 'http://x', 'http server location if'],
      ['/', 'proxy_pass', 'http://y', 'http server location limit_except'],
      ['= /auth', 'mirror', '/m', 'http server location'],
      ['= /auth', 'proxy_pass', 'http://auth', 'http server location'],
    ]);
    expect(config.routes[4]?.endpoints).toEqual([]);
  });

  test('servers, listens and names', () => {
    const config = server(
      'listen 443 ssl http2 default_server; listen [::]:8000-8010; listen unix:/a.sock; listen 10.0.0.1; server_name a .b "";',
    );
    expect(config.servers[0]?.names).toEqual(['a', '.b', '']);
    expect(config.servers[0]?.listens.map((l) => [l.address, l.port, l.lastPort, l.socket, l.ssl, l.http2, l.defaultServer])).toEqual([
      [null, 443, 443, null, true, true, true],
      ['::', 8000, 8010, null, false, false, false],
      [null, null, null, '/a.sock', false, false, false],
      ['10.0.0.1', 80, 80, null, false, false, false],
    ]);
  });

  test('stream: tcp, udp, tls and the server name map', () => {
    const config = load(`stream {
map $ssl_preread_server_name $to { a.test web; default other:8443; }
upstream web { server web:443; }
server { listen 443; ssl_preread on; proxy_pass $to; }
server { listen 53 udp; proxy_pass dns:53; }
server { listen 1; proxy_ssl on; proxy_pass db:5432; }
}`);
    expect(ends(config)).toEqual(['tcp web:443 @3', 'tcp other:8443 @2 runtime', 'udp dns:53 @5', 'tls db:5432 @6']);
    expect(config.routes.map((r) => [r.context, r.location])).toEqual(Array(3).fill(['stream', null]));
  });

  test('inherited settings are found through includes', () => {
    const config = load('http { include r.conf; server { location / { proxy_pass http://$arg_x; } } }', {
      '/etc/nginx/r.conf': 'resolver 127.0.0.11;',
    });
    expect(setting(config.routes[0]?.scope ?? [], 'resolver')?.args[0]?.text).toBe('127.0.0.11');
  });

  test('a server file alone, as the main file', () => {
    expect(ends(load('server { location / { proxy_pass http://a:1; } }'))).toEqual(['http a:1 @1']);
  });
});

describe('includes', () => {
  test('relative to the prefix, patterns in byte order, without dot files', () => {
    const config = load('http { include conf.d/*.conf; include sites/[a-b]?/x; }', {
      '/etc/nginx/conf.d/b.conf': 'server { location / { proxy_pass http://b; } }',
      '/etc/nginx/conf.d/B.conf': 'server { location / { proxy_pass http://B1; } }',
      '/etc/nginx/conf.d/.c.conf': 'nonsense',
      '/etc/nginx/conf.d/d.conf.bak': 'nonsense',
      '/etc/nginx/sites/a1/x': 'server { location / { proxy_pass http://a1; } }',
      '/etc/nginx/sites/c1/x': 'nonsense',
    });
    expect(config.routes.map((r) => r.target)).toEqual(['http://B1', 'http://b', 'http://a1']);
    expect(config.files.map((f) => f.path)).toEqual([
      '/etc/nginx/nginx.conf',
      '/etc/nginx/conf.d/B.conf',
      '/etc/nginx/conf.d/b.conf',
      '/etc/nginx/sites/a1/x',
    ]);
  });

  test('what is missing is told, patterns apart', () => {
    const config = load('include a.conf; include b/*.conf;');
    expect(config.missingIncludes.map((m) => [m.path, m.glob])).toEqual([
      ['/etc/nginx/a.conf', false],
      ['/etc/nginx/b/*.conf', true],
    ]);
  });

  test('a cycle is told once and not followed', () => {
    const config = load('events {} http { include a; include a; }', { '/etc/nginx/a': 'include b;', '/etc/nginx/b': 'include a;' });
    expect(config.problems.map((p) => [p.check, p.file.path, p.message])).toEqual([
      ['include-cycle', '/etc/nginx/b', '/etc/nginx/a includes itself: a → b → a.'],
    ]);
  });

  test('a hundred nested, and diamonds', () => {
    const files: Record<string, string> = {};
    for (let i = 0; i < 100; i++) files[`/etc/nginx/n${i}`] = `include n${i + 1};`;
    files['/etc/nginx/n100'] = 'server { location / { proxy_pass http://deep; } }';
    expect(ends(load('http { include n0; }', files))).toEqual(['http deep:80 @1']);
    const diamond = load('events {} http { include l; include r; }', {
      '/etc/nginx/l': 'include n100;',
      '/etc/nginx/r': 'include n100;',
      ...files,
    });
    expect([diamond.problems, diamond.servers.length, diamond.files.length]).toEqual([[], 2, 4]);
  });

  test('diamonds upon diamonds end with a word', () => {
    const files: Record<string, string> = { '/etc/nginx/d40': 'env X;' };
    for (let i = 0; i < 40; i++) files[`/etc/nginx/d${i}`] = `include d${i + 1}; include d${i + 1};`;
    expect(load('include d0;', files).problems.map((p) => p.check)).toEqual(['include-cycle']);
  });
});
