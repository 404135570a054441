import { setTimeout as sleep } from 'node:timers/promises';
import type { Endpoint, Stack } from '../stack/model.ts';
import type { Doors } from './doors.ts';
import type { Ground, NginxState } from './ground.ts';
import type { AppState } from './observation.ts';
import { addressText } from './probe.ts';
import { redactor } from './redact.ts';
import type { SmokeOptions } from './run.ts';
import type { EndpointAddress } from './straight.ts';
import type { Place } from './vantage.ts';

/** `caFile`: where this machine has the certificate authority that was asked for. */
export type StackOptions = SmokeOptions & {
  caFile?: string | undefined;
  isOnlyStack: boolean;
  /** Nothing can be asked from where nginx stands. */
  fromOutsideOnly?: boolean;
};

/** What all steps of one stack's run share: what is asked, from where, and until when. */
export class Site {
  readonly stack: Stack;
  readonly ground: Ground;
  readonly doors: Doors;
  readonly options: StackOptions;
  /** Takes the project's secrets out of a text. */
  readonly redact: (text: string) => string;
  /** When the run started and until when it may wait, in milliseconds of the epoch. */
  readonly since = Date.now();
  readonly deadline: number;
  #nginx: Promise<NginxState> | undefined;
  #configuration: Promise<string | null> | undefined;
  readonly #apps = new Map<string, Promise<AppState>>();

  constructor(stack: Stack, ground: Ground, doors: Doors, options: StackOptions) {
    this.stack = stack;
    this.ground = ground;
    this.doors = doors;
    this.options = options;
    this.redact = redactor(stack);
    this.deadline = this.since + options.wait * 1000;
  }

  /** Where nginx stands; null where nothing can be run there. */
  get place(): Place | null {
    return this.ground.place;
  }

  say(text: string): void {
    this.options.progress?.(this.redact(text));
  }

  /** @throws the signal's reason when the job is cancelled */
  async pause(milliseconds: number): Promise<void> {
    const { signal } = this.options;
    await sleep(milliseconds, undefined, signal ? { signal } : {}).catch(() => signal?.throwIfAborted());
  }

  /** Waits a while before the given round, and forgets what was seen before. */
  async waitForRound(round: number): Promise<void> {
    await this.pause(pauseBefore(round));
    await this.ground.refresh();
    this.#apps.clear();
    this.#nginx = undefined;
  }

  hasTimeFor(round: number): boolean {
    return Date.now() + pauseBefore(round) <= this.deadline;
  }

  /** What is known of nginx itself; found out once a round. */
  nginxState(): Promise<NginxState> {
    this.#nginx ??= this.ground.nginxState();
    return this.#nginx;
  }

  /** What is known of the app behind an endpoint, of its copy at an address where it has several; found out once a round. */
  appOf(endpoint: Endpoint, at: string | null = null): Promise<AppState> {
    const key = `${endpoint.target.protocol} ${addressText(endpoint, null)} ${at}`;
    const known = this.#apps.get(key) ?? this.ground.app(endpoint, this.since, at);
    this.#apps.set(key, known);
    return known;
  }

  /** The configuration's files where nginx stands, as `nginx -T` prints them; asked for once. */
  configurationThere(): Promise<string | null> {
    this.#configuration ??= this.ground.configuration();
    return this.#configuration;
  }

  /** The addresses that an endpoint is asked at; null among them is the endpoint as it is written. */
  async addressesOf(endpoint: Endpoint): Promise<(EndpointAddress | null)[]> {
    if (endpoint.target.socket !== null) return [null];
    if (this.place === null) return [];
    const known = await this.ground.addresses(endpoint);
    if (known !== null) return known.slice(0, mostAddresses);
    return endpoint.target.host === null || endpoint.target.port === null ? [] : [null];
  }
}

/** A name with more addresses than this is somebody's cloud. */
const mostAddresses = 16;

/** In milliseconds: longer from round to round. */
function pauseBefore(round: number): number {
  return Math.min(1000 + 500 * round, 5000);
}
