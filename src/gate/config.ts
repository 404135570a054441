import { type Document, isMap, isScalar, isSeq, type Node } from 'yaml';
import { GateError } from '../core/errors.ts';
import type { Severity } from '../core/finding.ts';
import { nearest } from '../core/nearest.ts';
import type { Repository } from '../core/repository.ts';
import type { Located, Location, Source } from '../core/source.ts';
import { yamlDocuments } from '../core/yaml-documents.ts';

/** The names under which the configuration is looked for, in the folder that is checked and at the repository's top. */
export const configNames = ['.nginx-gate.yml', '.nginx-gate.yaml'] as const;

/** A smoke request that people wrote down themselves; what is absent is not asked for. */
export interface ConfiguredRoute {
  path: string;
  host: string | null;
  status: number | null;
  /** Text that the body must contain. */
  body: string | null;
  headers: Record<string, string>;
  /** The answer must be complete within this many seconds. */
  seconds: number | null;
}

/** What `.nginx-gate.yml` says. */
export interface GateConfig {
  /** Repository-relative path of the file, or null when there is none. */
  file: string | null;
  /** By check id; `off` drops its findings. */
  checks: Map<string, Severity | 'off'>;
  /** Globs of repository paths that are not looked at. */
  exclude: string[];
  /** Ports that a service listens on, for what no file says. */
  services: Map<string, Located<number>[]>;
  smoke: {
    routes: ConfiguredRoute[];
    /** A path for a regex location, keyed by the location as written. */
    samples: Map<string, string>;
  };
}

const levels = ['off', 'error', 'warning', 'notice'] as const;

/** UTF-16 units. Larger ones are not written by people, and take npm `yaml` many seconds. */
const largestText = 512 * 1024;
const longestGlob = 1000;

/** The configuration of a repository that has none. */
export function emptyConfig(): GateConfig {
  return { file: null, checks: new Map(), exclude: [], services: new Map(), smoke: { routes: [], samples: new Map() } };
}

/**
 * Reads the configuration: the file named, else the first of `configNames` in the folder that is checked or at the top.
 * @param knownChecks ids that `checks` may name
 * @throws GateError that names file and line, for anything that is not understood
 */
export function loadConfig(repo: Repository, named: string | undefined, knownChecks: readonly string[]): GateConfig {
  if (named !== undefined) {
    const source = repo.source(named);
    if (!source) throw new GateError(`The configuration file ${named} is not in the repository or can't be read.`);
    return parseConfig(source, knownChecks);
  }
  for (const folder of new Set([repo.scope, ''])) {
    for (const name of configNames) {
      const source = repo.source(folder === '' ? name : `${folder}/${name}`);
      if (source) return parseConfig(source, knownChecks);
    }
  }
  return emptyConfig();
}

/** Reads the text of a configuration file. @throws GateError as `loadConfig` */
export function parseConfig(source: Source, knownChecks: readonly string[]): GateConfig {
  return new ConfigReader(source, knownChecks).read();
}

/** One pass over the document; every complaint names the line. */
class ConfigReader {
  readonly #source: Source;
  readonly #known: readonly string[];

  constructor(source: Source, known: readonly string[]) {
    this.#source = source;
    this.#known = known;
  }

  read(): GateConfig {
    const document = this.#document();
    const config = { ...emptyConfig(), file: this.#source.file };
    const top = document?.contents ?? null;
    if (top === null || (isScalar(top) && top.value === null)) return config;
    this.#each(top, 'the configuration', {
      checks: (node) => this.#checks(node, config),
      exclude: (node) => config.exclude.push(...this.#list(node, '"exclude"').map((item) => this.#glob(item))),
      services: (node) => this.#entries(node, '"services"', (name, value) => config.services.set(name, this.#ports(value))),
      smoke: (node) => this.#smoke(node, config.smoke),
    });
    return config;
  }

  #document(): Document.Parsed | undefined {
    const { text } = this.#source;
    if (text.length > largestText) return this.#refuse(0, 'This file is larger than 512 KiB.');
    const documents = yamlDocuments(text);
    if (typeof documents === 'string') return this.#refuse(0, documents);
    for (const { errors } of documents) if (errors[0]) return this.#refuse(errors[0].pos[0], errors[0].message.split('\n')[0] as string);
    const second = documents[1];
    return second ? this.#refuse(second.range[0], 'This file holds more than one document.') : documents[0];
  }

  #refuse(offset: number, message: string): never {
    throw new GateError(`${this.#source.file}:${this.#source.locate(offset, offset).start.line}: ${message}`);
  }

  #checks(node: Node, config: GateConfig): void {
    this.#entries(node, '"checks"', (id, value, key) => {
      config.checks.set(this.#oneOf(key, id, this.#known, 'check'), this.#level(value));
    });
  }

  #smoke(node: Node, smoke: GateConfig['smoke']): void {
    this.#each(node, '"smoke"', {
      routes: (list) => smoke.routes.push(...this.#list(list, '"routes"').map((item) => this.#route(item))),
      samples: (map) => this.#entries(map, '"samples"', (location, value) => smoke.samples.set(location, this.#path(value))),
    });
  }

  #route(node: Node): ConfiguredRoute {
    const route: ConfiguredRoute = { path: '', host: null, status: null, body: null, headers: {}, seconds: null };
    this.#each(node, 'a route', {
      path: (value) => {
        route.path = this.#path(value);
      },
      host: (value) => {
        route.host = this.#text(value, 'a host name');
      },
      status: (value) => {
        route.status = this.#number(value, 100, 599);
      },
      body: (value) => {
        route.body = this.#text(value, 'text');
      },
      headers: (value) =>
        this.#entries(value, '"headers"', (name, text) => {
          route.headers[name] = this.#text(text, 'text');
        }),
      seconds: (value) => {
        route.seconds = this.#number(value, 0, 3600);
      },
    });
    if (route.path === '') this.#fail(node, 'a route needs a "path"');
    return route;
  }

  #ports(node: Node): Located<number>[] {
    const ports: Located<number>[] = [];
    this.#each(node, 'a service', {
      ports: (value) => {
        const items = isSeq(value) ? this.#list(value, '"ports"') : [value];
        for (const item of items) ports.push({ value: this.#number(item, 1, 65535), at: this.#at(item) });
      },
    });
    return ports;
  }

  #level(node: Node): Severity | 'off' {
    // Some people's YAML tools write off as false; both are meant.
    const value = isScalar(node) ? (node.value === false ? 'off' : String(node.value)) : '';
    return this.#oneOf(node, value, levels, 'level') as Severity | 'off';
  }

  #oneOf(node: Node, word: string, known: readonly string[], what: string): string {
    if (known.includes(word)) return word;
    const near = nearest(word, known);
    return this.#fail(node, `there is no ${what} "${word}"${near ? `; did you mean "${near}"?` : ''}`);
  }

  /** Calls a reader for each key; a key that has none is an error that names the nearest. */
  #each(node: Node, what: string, readers: Record<string, (value: Node) => unknown>): void {
    this.#entries(node, what, (key, value, at) => {
      const reader = Object.hasOwn(readers, key) ? readers[key] : undefined;
      if (reader) return reader(value);
      const names = Object.keys(readers);
      const near = nearest(key, names);
      return this.#fail(at, `${what} has no key "${key}"${near ? `; did you mean "${near}"?` : ` (it may have ${names.join(', ')})`}`);
    });
  }

  #entries(node: Node, what: string, take: (key: string, value: Node, at: Node) => unknown): void {
    if (isScalar(node) && node.value === null) return;
    if (!isMap(node)) this.#fail(node, `${what} must be a mapping`);
    for (const { key, value } of node.items) {
      if (!isScalar(key)) this.#fail(node, `${what} has a key that is no plain word`);
      const name = String(key.value);
      if (value === null) this.#fail(key, `"${name}" has no value`);
      take(name, value as Node, key);
    }
  }

  #list(node: Node, what: string): Node[] {
    if (!isSeq(node)) return this.#fail(node, `${what} must be a list`);
    return node.items as Node[];
  }

  #text(node: Node, what: string): string {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value);
    return this.#fail(node, `${what} is expected here`);
  }

  /** Braces and the like would need an expansion that a stranger's pattern can make endless. */
  #glob(node: Node): string {
    const glob = this.#text(node, 'a glob');
    if (glob.length > longestGlob) this.#fail(node, `a glob has at most ${longestGlob} characters`);
    if (/[{}]|[!?*+@]\(/.test(glob) || glob.startsWith('!')) {
      this.#fail(node, `"${glob}" is no glob that is known: it may have *, **, ? and [abc]; write a line for each alternative`);
    }
    return glob;
  }

  #path(node: Node): string {
    const path = this.#text(node, 'a path');
    return path.startsWith('/') && !/[\s\p{Cc}]/u.test(path)
      ? path
      : this.#fail(node, `"${path}" is no path: it must begin with "/" and hold no blanks`);
  }

  #number(node: Node, least: number, most: number): number {
    const value = isScalar(node) ? node.value : undefined;
    if (typeof value === 'number' && value >= least && value <= most) return value;
    return this.#fail(node, `a number from ${least} to ${most} is expected here`);
  }

  #at(node: Node): Location {
    const [start, end] = node.range ?? [0, 0];
    return this.#source.locate(start, end);
  }

  #fail(node: Node, message: string): never {
    throw new GateError(`${this.#source.file}:${this.#at(node).start.line}: ${message}.`);
  }
}
