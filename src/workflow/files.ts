import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, extname, join, resolve } from 'node:path';
import { GateError, messageOf } from '../core/errors.ts';
import type { Format } from '../report/formats.ts';

const formatByEnding: Readonly<Record<string, Format>> = {
  '.sarif': 'sarif',
  '.xml': 'junit',
  '.md': 'markdown',
  '.txt': 'text',
  '.log': 'github',
};

/** The format of a report file by its ending: .sarif, .xml (JUnit), .md, .txt, else JSON. */
export function formatOf(file: string): Format {
  return formatByEnding[extname(file).toLowerCase()] ?? 'json';
}

/** Writes a file that an input names, relative to the workspace, with its folders. @throws GateError when it can't be written */
export function writeInto(workspace: string, file: string, text: string): void {
  const path = resolve(workspace, file);
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  } catch (error) {
    throw new GateError(`${file} can't be written: ${messageOf(error)}`);
  }
}

/** Files for ssh, from inputs that hold either a path or the text itself, as secrets do. */
export interface SshFiles {
  key: string | undefined;
  knownHosts: string | undefined;
  /** Takes away what was written. */
  remove(): void;
}

/** Texts are written where only this user can read them. */
export function sshFiles(key: string | undefined, knownHosts: string | undefined, temporary: string | undefined): SshFiles {
  let folder: string | undefined;
  const asFile = (name: string, value: string | undefined, isText: (value: string) => boolean) => {
    if (value === undefined || !isText(value)) return value;
    folder ??= mkdtempSync(join(temporary ?? tmpdir(), 'nginx-gate-ssh-'));
    const path = join(folder, name);
    writeFileSync(path, `${value.replaceAll('\r\n', '\n').trimEnd()}\n`, { mode: 0o600 });
    return path;
  };
  return {
    key: asFile('key', key, (value) => value.includes('PRIVATE KEY')),
    knownHosts: asFile('known_hosts', knownHosts, (value) => /\s/.test(value.trim())),
    remove: () => {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}
