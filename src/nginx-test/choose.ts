/** Which engine tests a stack, and in which image. */
import { ContainerEngine, localNginx } from '../docker/engine.ts';
import type { Stack } from '../stack/model.ts';
import { readBuild } from './local.ts';
import type { LocalBuild } from './reroot.ts';

export interface NginxTestOptions {
  engine: 'auto' | 'docker' | 'podman' | 'nginx' | 'none';
  /** Used for every stack in place of its own image. */
  image?: string | undefined;
  /** The change comes from a fork: nothing of it is run outside a container. */
  foreign: boolean;
  signal?: AbortSignal | undefined;
  /** Told what takes time, in a few words. */
  progress?: ((text: string) => void) | undefined;
}

/**
 * exact: the image that will run. base: the image that it will be built on, whose modules may be fewer. other: another image,
 * whose version may differ too.
 */
export type Likeness = 'exact' | 'base' | 'other';

export interface ChosenImage {
  image: string;
  likeness: Likeness;
  /** Why another image stands in, for the report; null for the one that the files name. */
  because: string | null;
}

/** For an nginx whose image nobody knows. */
const ordinaryImage = 'nginx:stable';

/** The image to test a stack in. */
export function imageFor(stack: Stack, wanted: string | undefined): ChosenImage {
  const { image, kind, service, imageFacts } = stack.nginx;
  const base = service?.build ? (imageFacts?.base ?? image) : image;
  const named = service?.build ? 'base' : 'exact';
  if (wanted !== undefined) {
    if (wanted === base) return { image: wanted, likeness: named, because: null };
    return { image: wanted, likeness: 'other', because: base === null ? null : `tested in ${wanted} in place of ${base}` };
  }
  if (base !== null) return { image: base, likeness: named, because: null };
  const unknown = kind === 'host' ? 'the nginx on the host is in no file' : 'the image is not known';
  return { image: ordinaryImage, likeness: 'other', because: `${unknown}: tested in ${ordinaryImage}` };
}

/** The engines of one run, each asked once whether it answers. */
export class Engines {
  readonly #options: NginxTestOptions;
  #containers = new Map<'docker' | 'podman', Promise<ContainerEngine | string>>();
  #local: Promise<LocalBuild | null> | undefined;

  constructor(options: NginxTestOptions) {
    this.#options = options;
  }

  /** The engines to try, in order. */
  get order(): readonly ('docker' | 'podman' | 'nginx')[] {
    const { engine, foreign } = this.#options;
    if (engine === 'none') return [];
    if (engine === 'auto') return foreign ? ['docker', 'podman'] : ['docker', 'podman', 'nginx'];
    return [engine];
  }

  /** docker or podman, or why not. */
  container(name: 'docker' | 'podman'): Promise<ContainerEngine | string> {
    let engine = this.#containers.get(name);
    if (engine === undefined) {
      engine = ContainerEngine.connect(name, this.#options.signal);
      this.#containers.set(name, engine);
    }
    return engine;
  }

  /** How the local nginx was built, or null when there is none. */
  local(): Promise<LocalBuild | null> {
    this.#local ??= localNginx(this.#options.signal).then((text) => (text === null ? null : readBuild(text)));
    return this.#local;
  }
}
