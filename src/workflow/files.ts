import { lstatSync, mkdirSync, readFileSync, realpathSync, unlinkSync, writeFileSync } from 'node:fs';
import { dirname, extname, isAbsolute, relative, resolve, sep } from 'node:path';
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

/**
 * Writes a file that an input names, relative to the workspace, with its folders. The checkout may hold a stranger's files: a
 * symbolic link in its place is replaced, never followed, and folders that lead out of the workspace are refused.
 * @throws GateError when it can't be written
 */
export function writeInto(workspace: string, file: string, text: string): void {
  const path = resolve(workspace, file);
  try {
    if (isBelow(workspace, path) && !isBelow(realpathSync(workspace), nearestReal(dirname(path)))) {
      throw new GateError('a symbolic link leads out of the workspace');
    }
    mkdirSync(dirname(path), { recursive: true });
    if (lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()) unlinkSync(path);
    writeFileSync(path, text);
  } catch (error) {
    throw new GateError(`${file} can't be written: ${messageOf(error)}`);
  }
}

function isBelow(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way === '' || !(way === '..' || way.startsWith(`..${sep}`) || isAbsolute(way));
}

/** Where a folder really is, or the nearest one above it that is there. A link to nowhere counts as there, and throws. */
function nearestReal(folder: string): string {
  let at = folder;
  while (!lstatSync(at, { throwIfNoEntry: false }) && dirname(at) !== at) at = dirname(at);
  return realpathSync(at);
}

/**
 * The text of an input that holds either the text itself, as secrets do, or the path of a file relative to the workspace.
 * @param isText tells the two apart
 * @throws GateError when the file can't be read; the value is not shown
 */
export function textOrFile(
  workspace: string,
  input: string,
  value: string | undefined,
  isText: (value: string) => boolean,
): string | undefined {
  if (value === undefined || isText(value)) return value;
  try {
    return readFileSync(resolve(workspace, value), 'utf8');
  } catch {
    throw new GateError(`The input ${input} is neither the text that it should be nor a file that can be read.`);
  }
}
