import { setTimeout as sleep } from 'node:timers/promises';
import type { SmokeReport } from '../core/report.ts';
import { locationFor } from '../nginx/match.ts';
import type { ServerBlock } from '../nginx/model.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { type CurlResult, curl } from './curl.ts';
import { type Diagnosis, diagnose } from './diagnose.ts';
import { DockerGround } from './docker-ground.ts';
import { type LogEntry, logEntries, upstreamAddress } from './error-log.ts';
import { findingsOf, type Told } from './findings.ts';
import { type Ground, isAddress, unknownApp } from './ground.ts';
import { ruleFor } from './messages.ts';
import type { AppState, DirectResult, Observation } from './observation.ts';
import { type Plan, type PlannedRequest, planRequests } from './plan.ts';
import { addressText, connectAndSend, eachBounded, isNamed, otherProbes, probe, type Wanted } from './probe.ts';
import { redacted, redactor } from './redact.ts';
import { type EndpointAddress, type Front, marked, newMarker, nginxOutcome, throughNginx, urlOf } from './request.ts';
import type { SmokeOptions, SmokeRun } from './run.ts';
import { firstFault } from './signs.ts';
import type { Place } from './vantage.ts';

/** One request through nginx, and all that is known about it. */
interface Asked {
  request: PlannedRequest;
  marker: string;
  url: string;
  nginx: Observation['nginx'];
  seconds: number;
  answer: CurlResult | null;
  log: LogEntry[];
  direct: DirectResult[];
  told: Told[];
}

/** `caFile`: where this machine has the certificate authority that was asked for. */
type StackOptions = SmokeOptions & { caFile?: string | undefined; isOnlyStack: boolean };

export async function smokeStack(stack: Stack, ground: Ground, local: Place, options: StackOptions): Promise<SmokeRun> {
  return new StackRun(stack, ground, local, options).run();
}

/** A place to send requests through nginx from, and how. */
interface Door {
  place: Place;
  front: Front;
}

/** So few that no app is overwhelmed. */
const fewRequests = 8;

class StackRun {
  readonly #stack: Stack;
  readonly #ground: Ground;
  readonly #options: StackOptions;
  readonly #outer: Door;
  readonly #inner: Door | null;
  /** Where nginx stands; null where nothing can be run there. */
  readonly #place: Place | null;
  readonly #vantage: string;
  readonly #plan: Plan;
  readonly #deadline: number;
  readonly #since = Date.now();
  /** What the app behind an endpoint is, asked once a round. */
  #apps = new Map<string, Promise<AppState>>();

  constructor(stack: Stack, ground: Ground, local: Place, options: StackOptions) {
    this.#stack = stack;
    this.#ground = ground;
    this.#options = options;
    this.#deadline = Date.now() + options.wait * 1000;
    this.#plan = planRequests(stack, {
      routes: options.routes ?? [],
      samples: options.samples ?? new Map(),
      isOnlyStack: options.isOnlyStack,
    });
    // A compose stack whose containers cannot be seen is known by its published ports alone.
    this.#place = stack.nginx.kind === 'host' || ground instanceof DockerGround ? ground.place : null;
    const isPublished = stack.nginx.kind === 'service' && (options.vantage === 'runner' || this.#place === null);
    this.#vantage = options.vantage === 'runner' ? 'runner' : ground.name;
    const base = options.baseUrl === undefined ? null : new URL(options.baseUrl);
    const outside = base !== null || isPublished || this.#place === null ? local : this.#place;
    this.#outer = { place: outside, front: this.#frontOf(isPublished, outside.name === 'runner', base) };
    this.#inner = this.#place === null ? null : { place: this.#place, front: this.#frontOf(false, this.#place.name === 'runner', null) };
  }

  /** Where a request is sent: what a base URL does not lead to is asked from where nginx stands. */
  #doorOf(request: PlannedRequest): Door {
    const { base } = this.#outer.front;
    if (base === null || this.#inner === null || !(this.#ground instanceof DockerGround)) return this.#outer;
    const port = this.#ground.publishedAs(Number(base.port) || (base.protocol === 'https:' ? 443 : 80));
    const listens = request.server.listens.map((l) => l.port);
    return port === null || listens.includes(port) || (listens.length === 0 && port === 80) ? this.#outer : this.#inner;
  }

  #frontOf(isPublished: boolean, isLocal: boolean, base: URL | null): Front {
    const { timeout } = this.#options;
    const usual = base?.protocol === 'https:' ? 443 : 80;
    const ground = this.#ground;
    return {
      base,
      timeout,
      // The file is on this machine: a container or a host over ssh cannot read it.
      verify: isLocal && this.#options.caFile !== undefined,
      ...(isLocal && this.#options.caFile !== undefined && { ca: this.#options.caFile }),
      address: ({ port, listen }) => {
        if (base) return { host: base.hostname.replace(/^\[|\]$/g, ''), port: Number(base.port) || usual };
        const published = this.#stack.nginx.service?.ports.find((p) => p.target === port && p.protocol !== 'udp')?.published;
        if (isPublished) {
          const known = ground instanceof DockerGround ? ground.published(port) : null;
          return known ?? { host: '127.0.0.1', port: Number(published?.split('-', 1)[0] ?? port) || port };
        }
        return { host: addressOfListen(listen?.address ?? null), port };
      },
    };
  }

  async run(): Promise<SmokeRun> {
    const { requests } = this.#plan;
    this.#say(`${this.#stack.name}: ${requests.length} requests from ${this.#vantage}`);
    for (const { what, because } of this.#plan.skipped) this.#say(`skipped ${what}: ${because}`);
    let asked = await this.#waitForNginx(requests);
    asked = await this.#healed(asked);
    await this.#askAgainAlone(asked);
    return this.#finish(asked);
  }

  #say(text: string): void {
    this.#options.progress?.(text);
  }

  /** Asks all; while nginx takes no connection at all, asks again until the time is up or nothing can start it. */
  async #waitForNginx(requests: readonly PlannedRequest[]): Promise<Asked[]> {
    for (let round = 0; ; round += 1) {
      const state = await this.#ground.nginxState();
      const asked = state.running === false ? requests.map((r) => this.#unanswered(r)) : await this.#ask(requests);
      const isDown = asked.length > 0 && asked.every((a) => a.nginx.failure === 'no-connection');
      if (!isDown || state.isFinal || Date.now() + 1000 > this.#deadline) {
        await this.#examine(asked);
        return asked;
      }
      this.#say(round === 0 ? `waiting for nginx${state.says === null ? '' : ` (${state.says})`}` : 'still waiting for nginx');
      await this.#pause(Math.min(1000 + 500 * round, 5000));
      await this.#ground.refresh();
    }
  }

  #unanswered(request: PlannedRequest): Asked {
    const nginx: Observation['nginx'] = { status: null, failure: 'no-connection', unmet: null, otherServer: null };
    return {
      request,
      marker: newMarker(),
      url: urlOf(request, this.#doorOf(request).front),
      nginx,
      seconds: 0,
      answer: null,
      log: [],
      direct: [],
      told: [],
    };
  }

  #pause(milliseconds: number): Promise<void> {
    return sleep(milliseconds, undefined, this.#options.signal ? { signal: this.#options.signal } : {});
  }

  /** Asks again what may still heal: refused or not resolved, by an app that may still be starting. */
  async #healed(first: Asked[]): Promise<Asked[]> {
    const current = new Map(first.map((a) => [a.request, a]));
    for (let round = 0; ; round += 1) {
      const open = [];
      for (const asked of current.values()) if (await this.#mayHeal(asked)) open.push(asked.request);
      const pause = Math.min(1000 + 500 * round, 5000);
      if (open.length === 0 || Date.now() + pause > this.#deadline) return [...current.values()];
      this.#say(`${open.length} of ${first.length} requests fail in a way that may still heal; asking again`);
      await this.#pause(pause);
      await this.#ground.refresh();
      this.#apps = new Map();
      const again = await this.#ask(open);
      await this.#examine(again);
      for (const asked of again) {
        // A crash is told by the request that caused it; what follows is only refused.
        const before = current.get(asked.request);
        if (!before?.told.some((t) => t.diagnosis.cause === 'app-crashed')) current.set(asked.request, asked);
      }
    }
  }

  async #mayHeal({ told, nginx }: Asked): Promise<boolean> {
    if (nginx.failure === 'no-connection' || ![null, 502, 503, 504].includes(nginx.status)) return false;
    const healing = new Set(['app-not-running', 'name-not-resolved', 'no-live-upstreams', 'socket-missing', 'socket-refused']);
    for (const { diagnosis, endpoint } of told) {
      if (diagnosis.cause === null || !healing.has(diagnosis.cause)) continue;
      if (endpoint === null || (await this.#ground.mayHeal(endpoint))) return true;
    }
    return false;
  }

  /**
   * Many requests at once may run into a limit that is meant for something else, or be too much for a small app: what
   * failed in such a way is asked once more, by itself, and counts as healthy when it is.
   */
  async #askAgainAlone(all: Asked[]): Promise<void> {
    const failed = (causes: string[]) => all.filter((a) => a.told.some((t) => causes.includes(t.diagnosis.cause ?? '')));
    for (const asked of failed(['rate-limited'])) {
      await this.#pause(1100);
      await this.#replaceIfHealthy(all, [asked]);
    }
    const slow = failed(['response-timeout', 'connect-timeout', 'nginx-local']);
    if (all.length > fewRequests && slow.length > 0) await this.#replaceIfHealthy(all, slow.slice(0, fewRequests));
  }

  async #replaceIfHealthy(all: Asked[], asked: readonly Asked[]): Promise<void> {
    const again = await this.#ask(asked.map((a) => a.request));
    await this.#examine(again);
    for (const fresh of again) {
      const index = all.findIndex((a) => a.request === fresh.request);
      if (fresh.told.length === 0 && index !== -1) all[index] = fresh;
    }
  }

  async #ask(requests: readonly PlannedRequest[]): Promise<Asked[]> {
    const asked = requests.map((r) => this.#unanswered(r));
    const pages = asked.filter((a) => a.request.scheme !== 'tcp');
    const sessions = asked.filter((a) => a.request.scheme === 'tcp');
    const before = sessions.length > 0 ? new Set((await this.#entries()).map((e) => e.text)) : new Set<string>();
    for (const door of new Set(pages.map((a) => this.#doorOf(a.request)))) {
      const through = pages.filter((a) => this.#doorOf(a.request) === door);
      const answers = await curl(
        door.place,
        through.map((a) => throughNginx(a.request, door.front, a.marker)),
      );
      for (const [index, a] of through.entries()) noteAnswer(a, answers?.[index]);
    }
    await eachBounded(sessions, 8, (a) => this.#openSession(a));
    await this.#expectations(pages);
    // What looks fine is asked directly first: meanwhile the engine writes what nginx has said of a failover.
    await this.#askDirectly(pages.filter((a) => !isSuspect(a)));
    await this.#readLog(asked, before);
    return asked;
  }

  /** A stream's port: nginx takes every connection, and closes it at once when it has no upstream. */
  async #openSession(asked: Asked): Promise<void> {
    const endpoint = asked.request.route?.endpoints[0];
    if (!endpoint) return;
    const { place, front } = this.#doorOf(asked.request);
    const to = front.address(asked.request);
    const door = { ...endpoint, target: { ...endpoint.target, socket: null } };
    const answer = await connectAndSend(place, door, to, new Uint8Array(), null);
    asked.seconds = answer.seconds;
    if (answer.failure !== null) return;
    const isClosed = answer.closed && answer.text === '' && answer.seconds < 2.5;
    asked.nginx = { status: isClosed ? null : 200, failure: isClosed ? 'closed' : null, unmet: null, otherServer: null };
  }

  /** What people wrote into `.nginx-gate.yml` must hold. */
  async #expectations(pages: readonly Asked[]): Promise<void> {
    await eachBounded(
      pages.filter((a) => a.request.expect !== null && a.answer !== null),
      8,
      async (asked) => {
        const { expect } = asked.request;
        const answer = asked.answer;
        if (!expect || !answer) return;
        const unmet: string[] = [];
        if (expect.status != null && asked.nginx.status !== expect.status)
          unmet.push(`answers ${asked.nginx.status ?? 'nothing'} instead of ${expect.status}`);
        for (const [name, value] of Object.entries(expect.headers ?? {})) {
          const got = answer.headers[name.toLowerCase()] ?? [];
          if (!got.includes(value)) unmet.push(`answers with ${name}: ${got.join(', ') || 'nothing'} instead of ${value}`);
        }
        if (expect.seconds != null && answer.seconds > expect.seconds)
          unmet.push(`took ${answer.seconds.toFixed(1)} s instead of at most ${expect.seconds} s`);
        if (expect.body != null && !(await this.#bodyHolds(asked, expect.body))) unmet.push(`has a body without “${expect.body}”`);
        const asExpected = unmet.length === 0 && expect.status != null;
        if (asExpected) asked.nginx = { ...asked.nginx, asExpected };
        if (unmet.length > 0) asked.nginx = { ...asked.nginx, unmet: unmet.join(', and ') };
      },
    );
  }

  async #bodyHolds({ request, marker }: Asked, text: string): Promise<boolean> {
    const { place, front } = this.#doorOf(request);
    const { url, headers = [], connectTo } = throughNginx(request, front, marker);
    const words = [
      'curl',
      '-q',
      '-s',
      '-k',
      '-g',
      '--path-as-is',
      '--noproxy',
      '*',
      '--max-time',
      String(this.#options.timeout),
      '--max-filesize',
      '4000000',
    ];
    const to = connectTo
      ? ['--connect-to', `::${connectTo.host.includes(':') ? `[${connectTo.host}]` : connectTo.host}:${connectTo.port}`]
      : [];
    const args = [...headers.flatMap(([name, value]) => ['-H', `${name}: ${value}`]), ...to, '--', url];
    const ran = await place.run(words, { args, timeout: this.#options.timeout + 5 });
    return ran.stdout.includes(text);
  }

  async #entries(): Promise<LogEntry[]> {
    if (this.#stack.nginx.kind === 'service' && !(this.#ground instanceof DockerGround)) return [];
    return logEntries(await this.#ground.errorLog());
  }

  /** The entries of exactly these requests, by their markers; the log may be a moment behind. */
  async #readLog(asked: readonly Asked[], before: ReadonlySet<string>): Promise<void> {
    const missing = () =>
      asked.some((a) => a.log.length === 0 && (a.nginx.status === null || a.nginx.status >= 500) && a.nginx.failure !== 'no-connection');
    for (let round = 0; round < 3; round += 1) {
      const entries = await this.#entries();
      const byMarker = new Map<string, LogEntry[]>();
      for (const entry of entries) {
        const marker = /nginx-gate=(ng[0-9a-f]{16})/.exec(entry.request ?? '')?.[1];
        if (marker !== undefined) byMarker.set(marker, [...(byMarker.get(marker) ?? []), entry]);
      }
      for (const a of asked) {
        const own = a.request.scheme === 'tcp' ? sessionEntries(entries, a, before) : (byMarker.get(a.marker) ?? []);
        a.log = [...new Map(own.map((e) => [e.text, e])).values()];
      }
      if (!missing()) return;
      await this.#pause(200);
    }
  }

  /** Direct requests, evidence and a diagnosis for each; what is healthy costs one request for each address. */
  async #examine(asked: readonly Asked[]): Promise<void> {
    await this.#askDirectly(asked);
    await this.#askOtherwise(asked);
    for (const a of asked) this.#compareServers(a);
    await eachBounded(asked, 8, async (a) => {
      a.told = await this.#diagnoses(a);
    });
  }

  async #askDirectly(asked: readonly Asked[]): Promise<void> {
    const place = this.#place;
    if (!place || asked.every((a) => a.nginx.failure === 'no-connection')) return;
    const wanted: Wanted[] = [];
    const owners: Asked[][] = [];
    const shared = new Map<string, number>();
    for (const a of asked) {
      for (const endpoint of this.#endpointsOf(a)) {
        const addresses = await this.#addressesOf(endpoint);
        if (addresses.length === 0) noteNameless(a, endpoint);
        for (const to of addresses) {
          const key = `${endpoint.target.protocol} ${addressText(endpoint, to)}`;
          if (a.direct.some((d) => d.address === addressText(endpoint, to))) continue;
          const known = isSuspect(a) ? undefined : shared.get(key);
          if (known !== undefined) owners[known]?.push(a);
          else {
            shared.set(key, wanted.length);
            wanted.push({ request: a.request, endpoint, to, probe: 'as-nginx', marker: a.marker });
            owners.push([a]);
          }
        }
      }
    }
    await this.#probeInto(place, wanted, owners);
  }

  async #probeInto(place: Place, wanted: readonly Wanted[], owners: readonly Asked[][]): Promise<void> {
    if (wanted.length === 0) return;
    const limits = { timeout: this.#options.timeout, workerUser: this.#ground.workerUser };
    const results = await probe(place, wanted, limits);
    for (const [index, result] of results.entries()) for (const a of owners[index] ?? []) a.direct.push(result);
  }

  /** What else do the ports speak that did not answer as nginx asks? */
  async #askOtherwise(asked: readonly Asked[]): Promise<void> {
    const place = this.#place;
    if (!place) return;
    const wanted: Wanted[] = [];
    const owners: Asked[][] = [];
    for (const a of asked.filter((one) => isSuspect(one))) {
      const fault = firstFault(a.log)?.rule.causes[0];
      if (fault !== undefined && obvious.has(fault)) continue;
      for (const endpoint of this.#endpointsOf(a)) {
        for (const to of (await this.#addressesOf(endpoint)).slice(0, 1)) {
          const first = a.direct.find((d) => d.probe === 'as-nginx' && d.address === addressText(endpoint, to));
          if (first?.outcome === 'answered' && (first.status ?? 0) !== 400 && fault === undefined) continue;
          for (const kind of otherProbes(endpoint, first)) {
            wanted.push({ request: a.request, endpoint, to, probe: kind, marker: a.marker });
            owners.push([a]);
          }
        }
      }
    }
    await this.#probeInto(place, wanted, owners);
  }

  #endpointsOf({ request, log }: Asked): Endpoint[] {
    const own = request.route?.endpoints ?? [];
    const others = log.flatMap((e) => this.#elsewhere(e, request.server) ?? []);
    return [...own, ...others.filter((e) => !own.includes(e))];
  }

  async #addressesOf(endpoint: Endpoint): Promise<(EndpointAddress | null)[]> {
    if (endpoint.target.socket !== null) return [null];
    if (this.#place === null) return [];
    const known = await this.#ground.addresses(endpoint);
    if (known !== null) return known.slice(0, 16);
    return endpoint.target.host === null || endpoint.target.port === null ? [] : [null];
  }

  /** nginx's own choice of a server block, where another block than the route's takes the request. */
  #compareServers(asked: Asked): void {
    const { request, direct, nginx, log } = asked;
    const names = (names: readonly string[]) => names[0] ?? 'the default server';
    const lookedForFile = log.some((e) => ruleFor(e)?.id === 'file-missing');
    if (request.takenBy && nginx.status !== null) {
      const straightStatus = direct.find((d) => d.outcome === 'answered')?.status ?? null;
      if (lookedForFile || (straightStatus !== null && straightStatus !== nginx.status))
        asked.nginx = { ...nginx, otherServer: names(request.takenBy.names) };
      return;
    }
    const said = log.find((e) => e.upstream === null && e.server !== null && lookedForFile)?.server;
    const own = request.server.names;
    if (request.kind !== 'control' && said !== undefined && said !== null && said !== (own[0] ?? ''))
      asked.nginx = { ...nginx, otherServer: said === '' ? 'a block without a name' : said };
  }

  async #diagnoses(asked: Asked): Promise<Told[]> {
    const { request, log, nginx } = asked;
    const endpoints = this.#endpointsOf(asked);
    if (nginx.failure === 'no-connection') return this.#nginxDown(asked);
    const told: Told[] = [];
    const owned = new Map<Endpoint, LogEntry[]>(endpoints.map((e) => [e, []]));
    const loose: LogEntry[] = [];
    for (const entry of log) {
      const owner = await this.#ownerOf(entry, endpoints);
      if (owner) owned.get(owner)?.push(entry);
      else loose.push(entry);
    }
    const isServed = nginx.status !== null && nginx.status < 500 && nginx.unmet === null && nginx.failure === null && endpoints.length > 0;
    for (const [endpoint, entries] of owned) {
      const hasFault = firstFault(entries) !== null;
      const isPeer = endpoints.length > 1;
      const isAnothers = !hasFault && [...owned.values()].some((e) => firstFault(e) !== null);
      if (isAnothers && !log.some((e) => ruleFor(e)?.id === 'no-live-upstreams')) continue;
      const foreign = hasFault ? null : foreignUpstream(loose, endpoints);
      const observation = await this.#observation(asked, endpoint, hasFault ? entries : [...entries, ...loose], foreign);
      const isSuspectPeer = isPeer && isServed && !hasFault && !endpoint.target.down && isDead(observation);
      const diagnosis = diagnose(isSuspectPeer ? asIfAlone(observation) : observation);
      if (diagnosis)
        told.push({
          request,
          endpoint,
          url: asked.url,
          diagnosis,
          observation,
          served: isServed && (hasFault || isSuspectPeer) && servedByAnother(asked, endpoint, diagnosis),
        });
      if (loose.length > 0 && !hasFault && diagnosis) break;
    }
    if (told.length === 0 && endpoints.length === 0) {
      const observation = this.#ownObservation(asked);
      const diagnosis = request.kind === 'control' && nginx.unmet === null && firstFault(log) === null ? null : diagnose(observation);
      if (diagnosis && !(request.kind === 'control' && diagnosis.cause === 'unexpected-response'))
        told.push({ request, endpoint: null, url: asked.url, diagnosis, observation, served: false });
    }
    return keepOwnCauses(told);
  }

  async #nginxDown(asked: Asked): Promise<Told[]> {
    const { request } = asked;
    const listeners = this.#place === null ? null : await this.#ground.ownListeners();
    const state = await this.#ground.nginxState();
    const observation = this.#ownObservation(asked);
    const ports = new Set(this.#stack.config.servers.flatMap((s) => s.listens.map((l) => l.port)));
    const elsewhere = listeners?.filter((l) => ports.has(l.port) && l.port !== request.port) ?? [];
    const found = diagnose(observation);
    if (!found) return [];
    // nginx runs and listens for other blocks of these files: this block is newer than what it has loaded.
    const isStale =
      state.running === true &&
      this.#doorOf(request).front.base === null &&
      listeners !== null &&
      elsewhere.length > 0 &&
      !listeners.some((l) => l.port === request.port);
    const diagnosis: Diagnosis = isStale
      ? {
          ...(diagnose({ ...observation, nginx: { ...observation.nginx, failure: 'closed' }, foreignUpstream: null }) ?? found),
          ...staleListen(request.port),
        }
      : { ...found, rests: [state.says ?? `nothing takes a connection at ${asked.url}`] };
    return [{ request, endpoint: null, url: asked.url, diagnosis, observation, served: false }];
  }

  #ownObservation({ request, nginx, log, direct }: Asked): Observation {
    const target = { host: null, port: null, socket: null, written: request.route?.route.target ?? request.path, down: false };
    return { protocol: 'http', target, nginx, log, direct, app: unknownApp, foreignUpstream: null };
  }

  async #observation(asked: Asked, endpoint: Endpoint, log: LogEntry[], foreign: string | null): Promise<Observation> {
    const { host, port, socket, written, protocol, down } = endpoint.target;
    const addresses = new Set([null, ...(await this.#addressesOf(endpoint))].map((to) => addressText(endpoint, to)));
    const direct = asked.direct.filter((d) => addresses.has(d.address));
    const isInteresting = isSuspect(asked) || firstFault(log) !== null || direct.some((d) => d.outcome !== 'answered');
    return {
      protocol,
      target: { host, port, socket, written, down },
      nginx: asked.nginx,
      log,
      direct,
      app: isInteresting && this.#place !== null ? await this.#appOf(endpoint) : unknownApp,
      foreignUpstream: foreign,
    };
  }

  #appOf(endpoint: Endpoint): Promise<AppState> {
    const key = `${endpoint.target.protocol} ${addressText(endpoint, null)}`;
    const known = this.#apps.get(key) ?? this.#ground.app(endpoint, this.#since);
    this.#apps.set(key, known);
    return known;
  }

  /** The endpoint that an entry is about: by address, by socket, else by port alone when the address has changed. */
  async #ownerOf(entry: LogEntry, endpoints: readonly Endpoint[]): Promise<Endpoint | null> {
    if (entry.upstream === null) {
      const name = /^(\S{1,255}) could not be resolved|no resolver defined to resolve (\S{1,255})/.exec(entry.message);
      return endpoints.find((e) => e.target.host !== null && (name?.[1] ?? name?.[2])?.toLowerCase() === e.target.host) ?? null;
    }
    const to = upstreamAddress(entry.upstream);
    if (to.socket !== null) return endpoints.find((e) => e.target.socket === to.socket) ?? null;
    if (to.port === null) return null;
    for (const endpoint of endpoints) {
      if (endpoint.target.port !== to.port) continue;
      const addresses = await this.#addressesOf(endpoint);
      if (endpoint.target.host === to.host || addresses.some((a) => a?.host === to.host)) return endpoint;
    }
    const samePort = endpoints.filter((e) => e.target.port === to.port && (isNamed(e) || e.target.host === null));
    const foreign = await this.#belongsElsewhere(to.host, endpoints);
    return foreign ? null : (samePort[0] ?? null);
  }

  /** An address of the same project that is another app's, while this route's own app has not moved. */
  async #belongsElsewhere(host: string | null, endpoints: readonly Endpoint[]): Promise<boolean> {
    if (host === null || !(this.#ground instanceof DockerGround)) return false;
    const owner = this.#ground.serviceAt(host);
    if (owner === null) return false;
    return !endpoints.some((e) => this.#ground instanceof DockerGround && this.#ground.mayHaveMoved(e));
  }

  /** The endpoint of another route that a subrequest's entry is about: of the location that takes the subrequest. */
  #elsewhere({ upstream, subrequest }: LogEntry, server: ServerBlock): Endpoint | null {
    if (subrequest === null) return null;
    const to = upstreamAddress(upstream ?? '');
    const location = locationFor(server, subrequest.split('?', 1)[0] ?? '/');
    const inside = this.#stack.routes.filter((r) => r.route.server === server && r.route.locationDirective === location);
    const candidates = inside.flatMap((r) => r.endpoints);
    return (
      candidates.find((e) => (to.socket !== null ? e.target.socket === to.socket : e.target.port === to.port)) ?? candidates[0] ?? null
    );
  }

  #finish(asked: readonly Asked[]): SmokeRun {
    const told = asked.flatMap((a) => a.told);
    const redact = redactor(this.#stack);
    const scope = scopeOf(asked);
    const report: SmokeReport = {
      vantage: this.#vantage,
      scope,
      skipped: this.#plan.skipped.map(({ what, because, at }) => ({ file: at.file, line: at.start.line, route: what, because })),
      requests: asked.map((a) => ({
        file: a.request.at.file,
        line: a.request.at.start.line,
        url: a.url,
        nginx: { status: a.nginx.status, seconds: a.seconds },
        direct: a.direct
          .filter((d) => d.probe === 'as-nginx')
          .map(({ address, status, result }) => ({ address, status, result: redact(result) })),
        log: a.log.map((e) => redact(e.text)),
        cause: causeOf(a.told),
      })),
    };
    const evidence = {
      stack: this.#stack.name,
      vantage: this.#vantage,
      startedAt: new Date(this.#since).toISOString(),
      scope,
      skipped: this.#plan.skipped.map(({ what, because, at }) => ({ what, because, file: at.file, line: at.start.line })),
      requests: asked.map((a) => ({
        kind: a.request.kind,
        url: a.url,
        path: marked(a.request.path, a.marker),
        file: a.request.at.file,
        line: a.request.at.start.line,
        nginx: { ...a.nginx, seconds: a.seconds },
        direct: a.direct,
        log: a.log.map((e) => e.text),
        causes: a.told.map(({ diagnosis, observation, endpoint, served }) => ({
          endpoint: endpoint?.target.written ?? null,
          ...diagnosis,
          served,
          app: observation.app,
        })),
      })),
    };
    return {
      stack: this.#stack,
      report,
      findings: findingsOf(told, this.#stack).map((f) => redacted(f, redact)),
      evidence: redacted(evidence, redact),
    };
  }
}

/** Causes that the log names beyond doubt: nothing more has to be asked. */
const obvious = new Set([
  'no-resolver',
  'name-not-resolved',
  'rate-limited',
  'body-too-large',
  'script-not-found',
  'header-too-big',
  'socket-missing',
  'socket-permission',
  'socket-refused',
  'nginx-local',
]);

function addressOfListen(address: string | null): string {
  if (address === null || address === '0.0.0.0' || address === '*') return '127.0.0.1';
  if (address === '::') return '::1';
  return isAddress(address) ? address : '127.0.0.1';
}

/** A name without any address is a result too: nothing can be asked. */
function noteNameless(asked: Asked, endpoint: Endpoint): void {
  const address = addressText(endpoint, null);
  if (endpoint.target.host === null || asked.direct.some((d) => d.address === address)) return;
  asked.direct.push({
    address,
    probe: 'as-nginx',
    outcome: 'not-resolved',
    status: null,
    seconds: 0,
    result: 'the name has no address now',
  });
}

function noteAnswer(asked: Asked, answer: CurlResult | undefined): void {
  if (!answer) return;
  asked.answer = answer;
  asked.nginx = nginxOutcome(answer);
  asked.seconds = answer.seconds;
}

/** Something about it needs a closer look. */
function isSuspect({ nginx, log }: Asked): boolean {
  if (nginx.asExpected) return firstFault(log) !== null;
  if (
    nginx.status === null ||
    nginx.status >= 500 ||
    nginx.status === 400 ||
    nginx.status === 426 ||
    nginx.failure !== null ||
    nginx.unmet !== null
  )
    return true;
  return firstFault(log) !== null;
}

function sessionEntries(entries: readonly LogEntry[], { request }: Asked, before: ReadonlySet<string>): LogEntry[] {
  return entries.filter((e) => e.request === null && e.server?.endsWith(`:${request.port}`) && !before.has(e.text));
}

/** The upstream of entries that no endpoint owns: nginx runs something that is in no file any more. */
function foreignUpstream(loose: readonly LogEntry[], endpoints: readonly Endpoint[]): string | null {
  if (endpoints.every((e) => e.target.host === null && e.target.socket === null)) return null;
  for (const { upstream } of loose) {
    if (upstream === null) continue;
    const to = upstreamAddress(upstream);
    if (to.port !== null) return `${to.host}:${to.port}`;
    if (to.socket !== null) return `unix:${to.socket}`;
  }
  return null;
}

/** A peer that no request reached, by every direct try. */
function isDead({ direct }: Observation): boolean {
  const tried = direct.filter((d) => d.probe === 'as-nginx');
  return tried.length > 0 && tried.every((d) => ['refused', 'unreachable', 'connect-timeout', 'not-resolved'].includes(d.outcome));
}

/** How it would have looked had nginx chosen this peer. */
function asIfAlone(o: Observation): Observation {
  return { ...o, nginx: { ...o.nginx, status: 502 } };
}

function servedByAnother({ request, log }: Asked, endpoint: Endpoint, diagnosis: Diagnosis): boolean {
  if (diagnosis.cause === 'script-not-found' || diagnosis.cause === 'protocol-mismatch') return false;
  if (log.some((e) => e.subrequest !== null)) return true;
  const peers = request.route?.endpoints ?? [];
  return (
    peers.length > 1 ||
    endpoint.target.host === 'localhost' ||
    (new Set(log.map((e) => e.upstream)).size > 0 &&
      isNamed(endpoint) &&
      log.length > 0 &&
      log.every((e) => e.upstream !== null) &&
      !hidesStatus(request))
  );
}

/** error_page turns a failure into another status: then nobody else served it. */
function hidesStatus(request: PlannedRequest): boolean {
  return (request.route?.route.scope ?? []).some((block) => (block.block ?? []).some((d) => d.word.text === 'error_page'));
}

/** `no-live-upstreams` and an unknown cause count only where no peer has a cause of its own. */
function keepOwnCauses(told: Told[]): Told[] {
  const own = told.filter((t) => t.diagnosis.cause !== null && t.diagnosis.cause !== 'no-live-upstreams');
  return own.length > 0 ? own : told.slice(0, 1);
}

/** What the report names; a failure that nobody can explain is `unknown`, not healthy. */
function causeOf(told: readonly Told[]): string | null {
  const first = told.find((t) => !t.served) ?? told[0];
  return first === undefined ? null : (first.diagnosis.cause ?? 'unknown');
}

function staleListen(port: number): Pick<Diagnosis, 'cause' | 'rests' | 'why' | 'fix'> {
  return {
    cause: 'stale-config',
    rests: [`nginx runs and listens, but not on ${port}`],
    why: 'nginx still runs an older configuration than the files say.',
    fix: 'Test and reload nginx (`nginx -t`, then `nginx -s reload`), or recreate its container.',
  };
}

/** One upstream, or everything? What a person wants to know first. */
function scopeOf(asked: readonly Asked[]): string {
  const failed = asked.filter((a) => a.told.some((t) => !t.served));
  if (failed.length === 0) return 'every request is answered';
  if (failed.length === asked.length)
    return failed.every((a) => a.nginx.failure === 'no-connection')
      ? 'nginx does not answer'
      : 'every request fails: nginx, DNS or all upstreams';
  const controls = asked.filter((a) => a.request.kind === 'control');
  const targets = new Set(failed.map((a) => a.request.route?.route.target ?? a.request.path));
  const rest = controls.some((a) => a.told.length === 0) ? '; what nginx answers itself is fine' : '';
  return `${failed.length} of ${asked.length} requests fail, at ${[...targets].slice(0, 3).join(', ')}${rest}`;
}
