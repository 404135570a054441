/** Progress on standard error: one line that is overwritten, and nothing at all when it is no terminal. */
export class Progress {
  readonly #shown = process.stderr.isTTY === true;

  readonly tell = (text: string): void => {
    if (this.#shown) process.stderr.write(`\r\u001b[2K${text.slice(0, (process.stderr.columns ?? 80) - 1)}`);
  };

  clear(): void {
    if (this.#shown) process.stderr.write('\r\u001b[2K');
  }
}

/** Steps and their durations for `--timing`, in milliseconds. */
export class Timing {
  readonly #steps: [string, number][] = [];
  #last = performance.now();

  readonly mark = (step: string): void => {
    const now = performance.now();
    this.#steps.push([step, now - this.#last]);
    this.#last = now;
  };

  toString(): string {
    return this.#steps.map(([step, ms]) => `${step}: ${ms.toFixed(0)} ms\n`).join('');
  }
}
