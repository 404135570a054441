import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

export const top = join(import.meta.dirname, '../..');
const cli = join(top, 'dist/cli/index.js');

export interface Ran {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the committed bundle of the command line, as a user would. */
export function nginxGate(args: string[], options: { cwd?: string; env?: Record<string, string> } = {}): Ran {
  const { status, stdout, stderr } = spawnSync(process.execPath, [cli, ...args], {
    cwd: options.cwd ?? top,
    env: { PATH: process.env.PATH ?? '', ...options.env },
    encoding: 'utf8',
    timeout: 60_000,
  });
  return { status, stdout, stderr };
}

/** A folder with these files, and how to take it away again. */
export function folderWith(files: Record<string, string | Buffer>): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-test-'));
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
