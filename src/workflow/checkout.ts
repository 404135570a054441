import { existsSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { GateError } from '../core/errors.ts';

/**
 * The folder to look at. With nothing said and one repository checked out below the workspace (`path:` of actions/checkout),
 * it is that one, so that paths in reports are the repository's own.
 * @throws GateError where nothing is checked out or the folder is not there
 */
export function checkedOutFolder(workspace: string, workingDirectory: string): string {
  const entries = existsSync(workspace) ? readdirSync(workspace) : [];
  if (entries.length === 0) {
    throw new GateError('There are no files to look at: put a step "uses: actions/checkout" before this one.');
  }
  const folder = resolve(workspace, workingDirectory);
  if (!existsSync(folder)) throw new GateError(`There is no folder ${workingDirectory} in the workspace (input working-directory).`);
  if (folder !== resolve(workspace) || isInRepository(folder)) return folder;
  const below = entries.map((name) => join(workspace, name)).filter((path) => existsSync(join(path, '.git')));
  return below.length === 1 ? (below[0] as string) : folder;
}

function isInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (dirname(at) === at) return false;
  }
}
