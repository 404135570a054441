import type { Location } from './source.ts';

/** One file as nginx sees it. `text` is what nginx reads (a rendered template, not the template). */
export interface ConfigFile {
  /** Absolute path in nginx's own file system, POSIX. */
  readonly path: string;
  readonly text: string;
  /** The repository file this came from (the template for a rendered file), or null for a file of the image itself. */
  readonly origin: string | null;
  /** The repository span that a span of `text` (offsets in UTF-16 units, `end` exclusive) came from; null for a file of the image itself. */
  locate(start: number, end: number): Location | null;
  /** False where the span's text is not what stands at its place in the repository: the value of a template's variable, text that a script makes. Absent: always true. */
  isWritten?(start: number, end: number): boolean;
  /** The variable of a template whose value this span is, from end to end; null where it is anything else. Absent: always null. */
  variableAt?(start: number, end: number): string | null;
}

/** What nginx's `include` needs to know of the file tree. */
export interface ConfigFiles {
  /** The file at an absolute path, or undefined when it is absent or unknown. */
  read(path: string): ConfigFile | undefined;
  /** The names of the entries of an absolute directory, sorted by bytes as glob(3) does; empty when there is none. */
  list(directory: string): string[];
  /** Whether everything at this path is known: false below mounts from outside the repository, generated folders and images that nobody knows. */
  isKnown(path: string): boolean;
}
