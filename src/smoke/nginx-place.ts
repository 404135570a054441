import type { Container } from './containers.ts';
import { ContainerPlace, HelperPlace, type Place, type Ran, type RunOptions } from './vantage.ts';

/** More images than these are not tried. */
const mostHelpers = 4;

/** Runs in nginx's container, and beside it, in its network namespace, what its image lacks. */
export class NginxPlace implements Place {
  readonly name = 'docker';
  readonly #local: Place;
  readonly #nginx: () => Container;
  readonly #images: readonly string[];
  /** What has turned out to have a curl beside nginx's container. */
  #helper: { of: string; place: Place } | undefined;

  /**
   * @param nginx the container as it is now: it may be recreated while it is waited for
   * @param images what helpers may be made of: images that this machine has
   */
  constructor(local: Place, nginx: () => Container, images: readonly string[]) {
    this.#local = local;
    this.#nginx = nginx;
    this.#images = [...new Set(images)].slice(0, mostHelpers);
  }

  async run(program: readonly string[], options: RunOptions): Promise<Ran> {
    const { Id } = this.#nginx();
    if (program[0] === 'curl' && this.#helper?.of === Id) return this.#helper.place.run(program, options);
    const first = await new ContainerPlace(this.#local, Id).run(program, options);
    if (!isAbsent(first) || program[0] !== 'curl') return first;
    for (const image of this.#images) {
      const place = new HelperPlace(this.#local, Id, image);
      const ran = await place.run(program, options);
      if (isAbsent(ran)) continue;
      this.#helper = { of: Id, place };
      return ran;
    }
    return { ...first, code: 127 };
  }
}

/** Docker's own exit codes for a program that the image does not have; and a curl that is too old for what is asked of it. */
function isAbsent({ code, stdout, stderr }: Ran): boolean {
  // With an open standard input the engine says it on standard output.
  if (code === 126 || code === 127) return /executable file not found|no such file or directory|permission denied/i.test(stderr + stdout);
  return code === 2 && /option \S+: is unknown|unknown --write-out variable/.test(stderr);
}
