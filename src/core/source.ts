/** A place in a text: `line` and `column` count from 1, columns in UTF-16 units. */
export interface Position {
  line: number;
  column: number;
}

/** A span of a repository file: `file` is a POSIX path relative to the repository's top, `end` is exclusive. */
export interface Location {
  file: string;
  start: Position;
  end: Position;
}

/** A value that knows where it was written. */
export interface Located<T> {
  value: T;
  at: Location;
}

/** The text of one repository file, with a cheap way from offsets to lines. Only LF ends a line, as in nginx. */
export class Source {
  readonly file: string;
  readonly text: string;
  #lineStarts: number[] | undefined;

  constructor(file: string, text: string) {
    this.file = file;
    this.text = text;
  }

  /** The position of an offset (UTF-16 units); offsets outside the text are moved to its nearest end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    const starts = this.#starts();
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] as number) + 1 };
  }

  /** The location of the span `start` to `end` (exclusive), both offsets in UTF-16 units. */
  locate(start: number, end: number): Location {
    return { file: this.file, start: this.position(start), end: this.position(Math.max(start, end)) };
  }

  /** The offset where a line begins, or the text's length for a line past its end. */
  lineStart(line: number): number {
    return this.#starts()[line - 1] ?? this.text.length;
  }

  /** The text of a line without its line end, or undefined when the file has no such line. */
  line(line: number): string | undefined {
    const starts = this.#starts();
    const from = starts[line - 1];
    if (from === undefined) return undefined;
    const text = this.text.slice(from, starts[line] ?? this.text.length);
    return text.endsWith('\r\n') ? text.slice(0, -2) : text.endsWith('\n') ? text.slice(0, -1) : text;
  }

  #starts(): number[] {
    if (this.#lineStarts === undefined) {
      const starts = [0];
      for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
      this.#lineStarts = starts;
    }
    return this.#lineStarts;
  }
}
