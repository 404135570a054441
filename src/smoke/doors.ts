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

  constructor(stack: Stack, ground: Ground, local: Place, options: StackOptions) {
    this.#ground = ground;
    const base = options.baseUrl === undefined ? null : new URL(options.baseUrl);
    const isPublished = stack.nginx.kind === 'service' && (options.vantage === 'runner' || ground.place === null);
    const outside = base !== null ? local : isPublished ? ground.machine : (ground.place ?? local);
    this.vantage = options.vantage === 'runner' ? 'runner' : ground.name;
    this.#outer = { place: outside, front: frontOf(outside, options, base, isPublished ? published(stack, ground) : listened) };
    this.#inner = ground.place === null ? null : { place: ground.place, front: frontOf(ground.place, options, null, listened) };
  }

  /** Where a request is sent: what a base URL does not lead to is asked from where nginx stands. */
  doorOf(request: PlannedRequest): Door {
    const { base } = this.#outer.front;
    if (base === null || this.#inner === null) return this.#outer;
    const port = this.#ground.publishedAs(Number(base.port) || usualPort(base));
    const listens = request.server.listens.map((l) => l.port);
    return port === null || listens.includes(port) || (listens.length === 0 && port === 80) ? this.#outer : this.#inner;
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

/** Where nginx's container publishes the port: by the engine's word, else by the files. */
function published(stack: Stack, ground: Ground): AddressOf {
  return ({ port }) => {
    const written = stack.nginx.service?.ports.find((p) => p.target === port && p.protocol !== 'udp')?.published;
    return ground.published(port) ?? { host: '127.0.0.1', port: Number(written?.split('-', 1)[0] ?? port) || port };
  };
}

const listened: AddressOf = ({ port, listen }) => ({ host: addressOfListen(listen?.address ?? null), port });

function addressOfListen(address: string | null): string {
  if (address === null || address === '0.0.0.0' || address === '*') return '127.0.0.1';
  if (address === '::') return '::1';
  return isAddress(address) ? address : '127.0.0.1';
}

const usualPort = (base: URL | null) => (base?.protocol === 'https:' ? 443 : 80);
const withoutBrackets = (host: string) => host.replace(/^\[|\]$/g, '');
