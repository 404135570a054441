import { GateError } from '../core/errors.ts';
import type { FailOn } from '../core/finding.ts';
import type { CommentWish } from '../github/deliver.ts';

/** The action's inputs as action.yml names them, read and checked. */
export interface Inputs {
  mode: 'check' | 'smoke';
  workingDirectory: string;
  composeFiles: string[];
  profiles: string[];
  envFiles: string[];
  nginxService: string | undefined;
  nginxConf: string | undefined;
  config: string | undefined;
  engine: 'auto' | 'docker' | 'podman' | 'nginx' | 'none';
  image: string | undefined;
  requireNginxTest: boolean;
  failOn: FailOn;
  filter: 'all' | 'changed';
  comment: CommentWish;
  suggestions: boolean;
  annotations: boolean;
  commitStatus: boolean;
  sarifFile: string | undefined;
  reportFile: string | undefined;
  baseUrl: string | undefined;
  vantage: string;
  sshKey: string | undefined;
  sshKnownHosts: string | undefined;
  /** Seconds. */
  wait: number;
  /** Seconds. */
  timeout: number;
  evidenceFile: string | undefined;
  token: string | undefined;
}

/**
 * @param get the text of an input, '' where it is not given
 * @throws GateError that names the input and what it may be
 */
export function readInputs(get: (name: string) => string): Inputs {
  const read = new Reader(get);
  return {
    mode: read.oneOf('mode', ['check', 'smoke']),
    workingDirectory: read.text('working-directory') ?? '.',
    composeFiles: read.lines('compose-files'),
    profiles: read.lines('profiles'),
    envFiles: read.lines('env-file'),
    nginxService: read.text('nginx-service'),
    nginxConf: read.text('nginx-conf'),
    config: read.text('config'),
    engine: read.oneOf('engine', ['auto', 'docker', 'podman', 'nginx', 'none']),
    image: read.text('image'),
    requireNginxTest: read.flag('require-nginx-test', false),
    failOn: read.oneOf('fail-on', ['error', 'warning', 'notice', 'never']),
    filter: read.oneOf('filter', ['all', 'changed']),
    comment: read.comment(),
    suggestions: read.flag('suggestions', false),
    annotations: read.flag('annotations', true),
    commitStatus: read.flag('commit-status', false),
    sarifFile: read.text('sarif-file'),
    reportFile: read.text('report-file'),
    baseUrl: read.text('base-url'),
    vantage: read.text('vantage') ?? 'auto',
    sshKey: read.text('ssh-key'),
    sshKnownHosts: read.text('ssh-known-hosts'),
    wait: read.seconds('wait', 60, 0),
    timeout: read.seconds('timeout', 10, 0.1),
    evidenceFile: read.text('evidence-file'),
    token: read.text('github-token'),
  };
}

class Reader {
  readonly #get: (name: string) => string;

  constructor(get: (name: string) => string) {
    this.#get = get;
  }

  text(name: string): string | undefined {
    const value = this.#get(name).trim();
    return value === '' ? undefined : value;
  }

  /** One item a line; blank lines do not count. */
  lines(name: string): string[] {
    return this.#get(name)
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  }

  /** The first choice is the default. */
  oneOf<const T extends string>(name: string, choices: readonly [T, ...T[]]): T {
    const value = this.text(name) ?? choices[0];
    const found = choices.find((choice) => choice === value.toLowerCase());
    if (found === undefined) throw new GateError(`The input ${name} is "${value}"; it may be ${choices.join(', ')}.`);
    return found;
  }

  flag(name: string, otherwise: boolean): boolean {
    const value = this.text(name)?.toLowerCase();
    if (value === undefined) return otherwise;
    if (value === 'true' || value === 'false') return value === 'true';
    throw new GateError(`The input ${name} is "${value}"; it may be true or false.`);
  }

  comment(): CommentWish {
    const value = this.text('comment')?.toLowerCase() ?? 'auto';
    if (value === 'auto') return 'auto';
    if (value === 'true' || value === 'always') return 'always';
    if (value === 'false' || value === 'never') return 'never';
    throw new GateError(`The input comment is "${value}"; it may be auto, true or false.`);
  }

  seconds(name: string, otherwise: number, least: number): number {
    const text = this.text(name);
    const value = text === undefined ? otherwise : Number(text);
    if (value >= least && value <= 3600) return value;
    throw new GateError(`The input ${name} is "${text}"; it must be a number of seconds from ${least} to 3600.`);
  }
}
