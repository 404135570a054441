// Fails when dist/ is not, byte for byte, what src/ builds. Needs no git, so that it also works in an unpacked archive.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.js';

const files = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((e) => e.isFile())
    .map((e) => join(e.parentPath, e.name).slice(folder.length + 1))
    .sort();

const dist = join(import.meta.dirname, '..', 'dist');
const fresh = mkdtempSync(join(tmpdir(), 'nginx-gate-dist-'));
try {
  build(fresh);
  const names = [...new Set([...files(dist), ...files(fresh)])];
  const bytes = (folder, name) => {
    try {
      return readFileSync(join(folder, name));
    } catch {
      return Buffer.from('absent');
    }
  };
  const differ = names.filter((name) => !bytes(dist, name).equals(bytes(fresh, name)));
  if (differ.length > 0) {
    console.error(`dist/ does not match src/ (${differ.join(', ')}). Run "npm run build" and commit the result.`);
    process.exitCode = 1;
  }
} finally {
  rmSync(fresh, { recursive: true, force: true });
}
