import { existsSync, readdirSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
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
  const way = relative(workspace, folder);
  if (!isAbsolute(workingDirectory) && (way === '..' || way.startsWith(`..${sep}`))) {
    throw new GateError(`${workingDirectory} lies outside of the workspace (input working-directory).`);
  }
  if (!existsSync(folder)) throw new GateError(`There is no folder ${workingDirectory} in the workspace (input working-directory).`);
  if (folder !== resolve(workspace) || isInRepository(folder)) return folder;
  const below = checkoutsBelow(workspace, deepestPath);
  return below.length === 1 ? (below[0] as string) : folder;
}

/** How many folders `path:` of actions/checkout may name below each other. */
const deepestPath = 4;

/** The folders that hold a `.git`, none of them inside another. */
function checkoutsBelow(folder: string, depth: number): string[] {
  if (depth === 0) return [];
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory() && entry.name !== 'node_modules');
  return folders.flatMap(({ name }) => {
    const path = join(folder, name);
    return existsSync(join(path, '.git')) ? [path] : checkoutsBelow(path, depth - 1);
  });
}

function isInRepository(folder: string): boolean {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return true;
    if (dirname(at) === at) return false;
  }
}
