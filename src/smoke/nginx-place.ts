import type { Container } from './containers.ts';
import { ContainerPlace, HelperPlace, type Place, type Ran, type RunOptions } from './vantage.ts';

/** Runs in nginx's container, and beside it, in its network namespace, what its image lacks. */
export class NginxPlace implements Place {
  readonly name = 'docker';
  readonly #inside: Place;
  readonly #helpers: Place[];

  constructor(local: Place, nginx: Container, containers: readonly Container[]) {
    this.#inside = new ContainerPlace(local, nginx.Id);
    const images = new Set(containers.filter((c) => c.Id !== nginx.Id).map((c) => c.Image));
    this.#helpers = [...images].slice(0, 4).map((image) => new HelperPlace(local, nginx.Id, image));
  }

  async run(program: readonly string[], options: RunOptions): Promise<Ran> {
    const first = await this.#inside.run(program, options);
    if (!isAbsent(first) || program[0] !== 'curl') return first;
    for (const helper of this.#helpers) {
      const ran = await helper.run(program, options);
      if (!isAbsent(ran)) return ran;
    }
    return first;
  }
}

/** Docker's own exit codes for a program that the image does not have. */
function isAbsent({ code, stderr }: Ran): boolean {
  return (code === 126 || code === 127) && /executable file not found|no such file or directory/i.test(stderr);
}
