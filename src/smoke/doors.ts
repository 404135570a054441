import type { Stack } from '../stack/model.ts';
import type { Ground } from './ground.ts';
import { isAddress } from './ground.ts';
import type { PlannedRequest } from './plan.ts';
import type { StackOptions } from './site.ts';
import type { Front } from './through-nginx.ts';
import type { Place } from './vantage.ts';

/** A place to send requests through nginx from, and how. */
export interface Door {
  place: Place;
  front: Front;
}

/** The ways to nginx: from outside (a base URL, published ports), and from where nginx itself stands. */
export class Doors {
  /** `docker`, `runner`, `ssh://…`: for reports. */
  readonly vantage: string;
  readonly #outer: Door;
  readonly #inner: Door | null;
  readonly #ground: Ground;
  readonly #stack: Stack;
  /** Requests of this stack go to published ports. */
  readonly #isPublished: boolean;

  constructor(stack: Stack, ground: Ground, local: Place, options: StackOptions) {
    this.#ground = ground;
    this.#stack = stack;
    const base = options.baseUrl === undefined ? null : new URL(options.baseUrl);
    this.#isPublished = stack.nginx.kind === 'service' && (options.vantage === 'runner' || ground.place === null);
    const outside = base !== null ? local : this.#isPublished ? ground.machine : (ground.place ?? local);
    const published: AddressOf = ({ port }) => publishedAt(port, stack, ground) ?? { host: '127.0.0.1', port };
    this.vantage = options.vantage === 'runner' ? 'runner' : ground.name;
    this.#outer = { place: outside, front: frontOf(outside, options, base, this.#isPublished ? published : listened) };
    const inside = options.fromOutsideOnly ? null : ground.place;
    this.#inner = inside && { place: inside, front: frontOf(inside, options, null, listened) };
  }

  /** Where a request is sent: what a base URL or published ports do not lead to is asked from where nginx stands. */
  doorOf(request: PlannedRequest): Door {
    return this.#inner !== null && !this.#leadsOutside(request) ? this.#inner : this.#outer;
  }

  /** Whether any door leads to the port of a request. */
  leadsTo(request: PlannedRequest): boolean {
    return this.#inner !== null || this.#ground.place === null || this.#leadsOutside(request);
  }

  #leadsOutside({ port, server }: PlannedRequest): boolean {
    const { base } = this.#outer.front;
    if (base === null) return !this.#isPublished || publishedAt(port, this.#stack, this.#ground) !== null;
    const own = this.#ground.publishedAs(Number(base.port) || usualPort(base));
    const listens = server.listens.map((l) => l.port);
    return own === null || listens.includes(own) || (listens.length === 0 && own === 80);
  }
}

type AddressOf = Front['address'];

function frontOf(from: Place, options: StackOptions, base: URL | null, address: AddressOf): Front {
  const { timeout, caFile } = options;
  // The file is on this machine: a container or a host over ssh cannot read it.
  const verify = from.name === 'runner' && caFile !== undefined;
  const based: AddressOf = () => ({ host: withoutBrackets(base?.hostname ?? ''), port: Number(base?.port) || usualPort(base) });
  return { base, timeout, verify, ...(verify && { ca: caFile }), address: base === null ? address : based };
}

/** Where nginx's container publishes the port: by the engine's word, else by the files; null where it does not. */
function publishedAt(port: number, { nginx }: Stack, ground: Ground): { host: string; port: number } | null {
  if (nginx.service?.networkMode?.value === 'host') return { host: '127.0.0.1', port };
  const known = ground.published(port);
  if (known !== null || ground.place !== null) return known;
  const written = nginx.service?.ports.find((p) => p.target === port && p.protocol !== 'udp')?.published;
  const first = Number(written?.split('-', 1)[0]);
  return first > 0 ? { host: '127.0.0.1', port: first } : null;
}

const listened: AddressOf = ({ port, listen }) => ({ host: addressOfListen(listen?.address ?? null), port });

function addressOfListen(address: string | null): string {
  if (address === null || address === '0.0.0.0' || address === '*') return '127.0.0.1';
  if (address === '::') return '::1';
  return isAddress(address) ? address : '127.0.0.1';
}

const usualPort = (base: URL | null) => (base?.protocol === 'https:' ? 443 : 80);
const withoutBrackets = (host: string) => host.replace(/^\[|\]$/g, '');
