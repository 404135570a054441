import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, extname, resolve } from 'node:path';
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
