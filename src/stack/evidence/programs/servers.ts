/** Servers that are one program: web servers, stores, monitoring, gateways. */
import type { Invocation, Start } from '../bind.ts';
import { byConvention, byDefault, type Conventions, everywhere, listensOn, loopback, type Readers } from './convention.ts';

export const conventions = {
  'hugo server': { host: ['--bind'], port: ['-p', '--port'], ...byDefault(1313, loopback), unless: ['--config'] },
  'caddy file-server': { bind: ['--listen'], defaultPort: 80 },
  'caddy reverse-proxy': { bind: ['--from'] },
  'grafana-server': { portVariables: ['GF_SERVER_HTTP_PORT'], defaultPort: 3000 },
  prometheus: { bind: ['--web.listen-address'], ...byDefault(9090, everywhere) },
  alertmanager: { bind: ['--web.listen-address'], defaultPort: 9093 },
  'minio server': {
    bind: ['--address', '--console-address'],
    bindVariables: ['MINIO_ADDRESS', 'MINIO_CONSOLE_ADDRESS'],
    defaultPort: 9000,
    unless: ['--config'],
  },
  'redis-server': { port: ['--port'], defaultPort: 6379, protocol: 'tcp', unless: ['--tls-port', '--unixsocket'] },
  mongod: { port: ['--port'], defaultPort: 27017, protocol: 'tcp', unless: ['--config', '-f'] },
  mosquitto: { port: ['-p'], protocol: 'tcp', defaultPort: 1883, unless: ['-c'] },
  'ollama serve': { bindVariables: ['OLLAMA_HOST'], defaultPort: 11434 },
  'oauth2-proxy': {
    bind: ['--http-address', '-http-address', '--https-address'],
    bindVariables: ['OAUTH2_PROXY_HTTP_ADDRESS', 'OAUTH2_PROXY_HTTPS_ADDRESS'],
    unless: ['--config'],
  },
  'kc.sh': {
    port: ['--http-port', '--https-port'],
    portVariables: ['KC_HTTP_PORT', 'KC_HTTPS_PORT'],
    defaultPort: 8080,
    unless: ['--http-enabled'],
  },
} as const satisfies Conventions;

export const readers: Readers = {
  'apache2-foreground': apache,
  'httpd-foreground': apache,
  apache2ctl: apache,
  apachectl: apache,
  httpd: apache,
  // What an nginx listens on stands in its configuration, not on its command line.
  nginx: ({ program }) => ({ kind: 'unknown', program }),
  grafana: (invocation) => listensOn('grafana-server', byConvention('grafana-server', conventions['grafana-server'], invocation)),
};

function apache({ program }: Invocation): Start {
  const site = {
    port: 80,
    socket: null,
    address: null,
    protocol: 'http',
    program: 'apache',
    at: null,
    by: 'default',
    certain: false,
  } as const;
  return listensOn(program, [site]);
}
