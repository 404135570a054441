// The lab's apps. The first argument says which; each port is one behaviour.
import { chmodSync, existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createHttp2 } from 'node:http2';
import { createServer as createHttps } from 'node:https';
import { createServer as createTcp } from 'node:net';
import { createSecureContext } from 'node:tls';

const read = (name) => readFileSync(`/lab/certificates/${name}`);
const ok = (request, response) => response.end(`ok ${request.url}`);
const http = (port, answer, host = '0.0.0.0') => createServer(answer).listen(port, host);
const tcp = (port, take) => createTcp((socket) => take(socket.on('error', () => {}))).listen(port, '0.0.0.0');
/** Speaks once the request has come. */
const says = (port, bytes) => tcp(port, (socket) => socket.once('data', () => socket.end(bytes)));

const apps = {
  plain: () => http(3000, ok),
  loopback: () => http(3000, ok, '127.0.0.1'),
  sixth: () => createServer(ok).listen({ port: 3000, host: '::', ipv6Only: true }),
  // Runs until it is told to loop: an address that comes and goes from the start could be anyone's by the time nginx has it.
  // Comes back deaf once it is told to.
  reassigned: () => (existsSync('/run/lab/deaf') ? setInterval(() => {}, 1000) : http(3000, ok)),
  looping: () => setInterval(() => existsSync('/run/lab/loop') && process.exit(3), 100),
  killed: () => http(3000, () => process.exit(1)),
  many,
};

function fastcgi(port, stderr) {
  const record = (type, text) => {
    const content = Buffer.from(text, 'latin1');
    return Buffer.concat([Buffer.from([1, type, 0, 1, content.length >> 8, content.length & 255, 0, 0]), content]);
  };
  tcp(port, (socket) => {
    socket.on('data', (data) => {
      if (data[1] === 9) return socket.end(Buffer.from([1, 10, 0, 0, 0, 0, 0, 0]));
      if (stderr !== '') socket.write(record(7, stderr));
      const status = stderr === '' ? '200 OK' : '404 Not Found';
      return socket.end(
        Buffer.concat([
          record(6, `Status: ${status}\r\nContent-type: text/plain\r\n\r\nscript\n`),
          record(6, ''),
          record(3, '\0\0\0\0\0\0\0\0'),
        ]),
      );
    });
  });
}

function unix(name, mode, dies) {
  const path = `/run/lab/${name}.sock`;
  rmSync(path, { force: true });
  createServer(ok).listen(path, () => {
    chmodSync(path, mode);
    if (dies) process.kill(process.pid, 'SIGKILL');
  });
}

function many() {
  const pair = { key: read('app.key'), cert: read('app.crt') };
  http(3000, ok);
  http(3001, (_, response) => response.writeHead(404).end('not here'));
  http(3002, (_, response) => response.writeHead(401).end('who are you'));
  http(3003, (_, response) => response.writeHead(302, { location: '/elsewhere' }).end());
  http(3004, (_, response) => response.writeHead(500).end('my own fault'));
  http(3005, (_, response) => response.writeHead(502).end('my own gateway'));
  http(3006, (request) => request.socket.end());
  tcp(3007, (socket) => socket.once('data', () => socket.resetAndDestroy()));
  says(3008, 'HTTP/1.1 200 OK\r\nX bad: header\r\n\r\nok');
  http(3009, (_, response) => response.writeHead(200, { 'x-much': 'x'.repeat(12000) }).end('ok'));
  http(3010, (_, response) => setTimeout(() => response.end('late'), 4000));
  says(3011, 'SSH-2.0-OpenSSH_9.2\r\n');
  tcp(3012, (socket) =>
    socket.once('data', () =>
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf', () => setTimeout(() => socket.destroy(), 50)),
    ),
  );
  createServer(ok)
    .on('upgrade', (_, socket) => socket.end('HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n'))
    .listen(3013, '0.0.0.0');
  createHttps(pair, ok).listen(3443, '0.0.0.0');
  createHttps({ ...pair, minVersion: 'TLSv1.3' }, ok).listen(3444, '0.0.0.0');
  createHttps({ ...pair, requestCert: true, rejectUnauthorized: true, maxVersion: 'TLSv1.2' }, ok).listen(3445, '0.0.0.0');
  // Has a certificate only for a name that it is asked by.
  createHttps({ SNICallback: (_, give) => give(null, createSecureContext(pair)) }, ok).listen(3446, '0.0.0.0');
  says(3014, 'HTTP/1.1 999 Request denied\r\nContent-Length: 2\r\n\r\nno');
  createHttp2((_, response) => response.writeHead(200, { 'content-type': 'application/grpc', 'grpc-status': '12' }).end()).listen(
    3050,
    '0.0.0.0',
  );
  fastcgi(9000, '');
  fastcgi(9001, 'Primary script unknown');
  unix('good', 0o666);
  unix('denied', 0o600);
}

if (process.argv[2] === 'dead-socket') unix('dead', 0o666, true);
else apps[process.argv[2]]();
