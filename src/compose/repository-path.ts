import { posix } from 'node:path';

/**
 * A path as a compose file writes it, from the repository's top: '' for the top itself; null when it leads outside
 * (absolute, below a home folder, too many `..`).
 */
export function repositoryPath(folder: string, path: string): string | null {
  if (path.startsWith('/') || path.startsWith('~') || path.includes('\0')) return null;
  const joined = posix.normalize(posix.join(folder === '' ? '.' : folder, path));
  if (joined === '..' || joined.startsWith('../')) return null;
  const trimmed = joined.replace(/\/+$/, '');
  return trimmed === '.' ? '' : trimmed;
}

/** The folder of a repository file; '' is the top. */
export function folderOf(file: string): string {
  const folder = posix.dirname(file);
  return folder === '.' ? '' : folder;
}

/** A path of a folder and a name. */
export function inFolder(folder: string, name: string): string {
  return folder === '' ? name : `${folder}/${name}`;
}
