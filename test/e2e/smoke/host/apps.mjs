// The apps of the host's nginx: each port and socket is one behaviour. The arguments: the folder of the sockets, and the first digits of the ports.
import { chmodSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createTcp } from 'node:net';

const [, , folder, prefix, name] = process.argv;
const port = (last) => Number(`${prefix}${last}`);
const ok = (_, response) => response.end('ok');
const socket = (path, mode, then = () => {}) => {
  rmSync(path, { force: true });
  createServer(ok).listen(path, () => {
    chmodSync(path, mode);
    then();
  });
};

if (name === 'dead') socket(`${folder}/dead.sock`, 0o666, () => process.kill(process.pid, 'SIGKILL'));
else {
  createServer(ok).listen(port(401), '127.0.0.1');
  createServer(ok).listen(port(412), '127.0.0.1');
  createServer(ok).listen(port(403), '::1');
  createTcp((connection) => connection.on('data', () => connection.end())).listen(port(405), '127.0.0.1');
  socket(`${folder}/denied.sock`, 0o600);
  socket(`${folder}/ok.sock`, 0o666, () => console.log('ready'));
}
