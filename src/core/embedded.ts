import { type Location, type Position, Source } from './source.ts';

/**
 * A text that is written inside another file (inline `configs` content, `dockerfile_inline`): its spans lead to the lines
 * of the file that holds it. In a block scalar every line of the text is a line of the file; a text that was written
 * otherwise leads to the whole scalar.
 */
export class EmbeddedSource extends Source {
  readonly #host: Source | undefined;
  readonly #at: Location;
  /** For each line of the text the offset of its first unit in the host file, where the lines correspond. */
  #lines: { offset: number; exact: boolean }[] | undefined;

  constructor(host: Source | undefined, at: Location, text: string) {
    super(at.file, text);
    this.#host = host;
    this.#at = at;
  }

  override locate(start: number, end: number): Location {
    const lines = this.#lineMap();
    const from = super.position(start);
    const to = super.position(Math.max(start, end));
    const first = lines?.[from.line - 1];
    const last = lines?.[to.line - 1];
    if (!first || !last || !this.#host) return this.#at;
    const begin = first.exact ? first.offset + from.column - 1 : first.offset;
    const finish = last.exact ? last.offset + to.column - 1 : lineEnd(this.#host.text, last.offset);
    return this.#host.locate(begin, finish);
  }

  #lineMap(): { offset: number; exact: boolean }[] | undefined {
    this.#lines ??= this.#host === undefined ? [] : blockLines(this.#host, this.#at, this.text);
    return this.#lines.length === 0 ? undefined : this.#lines;
  }
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from);
  return at === -1 ? text.length : at;
}

/** Pairs the lines of a block scalar with those of its text; empty when the scalar is no literal block. */
function blockLines(host: Source, at: Location, text: string): { offset: number; exact: boolean }[] {
  const head = host.line(at.start.line)?.slice(at.start.column - 1) ?? '';
  const header = /^\|[-+0-9]*\s*(#.*)?$/.test(head.trimEnd()) ? at.start.line + 1 : undefined;
  if (header === undefined) return [];
  const lines = text.split('\n');
  const indent = indentOf(host, header, lines.length);
  return lines.map((line, index) => {
    const written = host.line(header + index) ?? '';
    const offset = Math.min(host.lineStart(header + index) + indent, lineEnd(host.text, host.lineStart(header + index)));
    return { offset, exact: written.slice(indent) === line };
  });
}

function indentOf(host: Source, from: number, count: number): number {
  for (let line = from; line < from + count; line++) {
    const written = host.line(line);
    if (written !== undefined && written.trim() !== '') return written.length - written.trimStart().length;
  }
  return 0;
}

/** A text whose lines are lines of another file, from `first` on: the body of a here-document. */
export class LinesOfFile extends Source {
  readonly #first: number;

  constructor(file: string, first: number, text: string) {
    super(file, text);
    this.#first = first;
  }

  override locate(start: number, end: number): Location {
    const moved = ({ line, column }: Position): Position => ({ line: line + this.#first - 1, column });
    return { file: this.file, start: moved(this.position(start)), end: moved(this.position(Math.max(start, end))) };
  }
}
