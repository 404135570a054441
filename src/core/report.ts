import type { Finding } from './finding.ts';

/** ok: evidence says that it is right. wrong: an error about this target. external: outside the stack by design. unverified: no evidence either way. */
export type Verdict = 'ok' | 'wrong' | 'external' | 'unverified';

/** How nginx speaks to an endpoint. */
export type Protocol = 'http' | 'https' | 'fastcgi' | 'uwsgi' | 'suwsgi' | 'scgi' | 'grpc' | 'grpcs' | 'memcached' | 'tcp' | 'udp' | 'tls';

export interface ReportedEndpoint {
  host: string | null;
  port: number | null;
  socket: string | null;
  protocol: Protocol;
  service: string | null;
  verdict: Verdict;
  /** The id of the check behind `wrong`, else what the verdict rests on in a few words, else null. */
  reason: string | null;
  file: string;
  line: number;
}

export interface ReportedRoute {
  listen: string[];
  serverNames: string[];
  location: string | null;
  directive: string;
  target: string;
  file: string;
  line: number;
  column: number;
  endpoints: ReportedEndpoint[];
}

/** vacuous: nginx read none of the repository's files. */
export interface NginxTestReport {
  status: 'passed' | 'failed' | 'skipped' | 'vacuous';
  engine: 'docker' | 'podman' | 'nginx' | null;
  image: string | null;
  /** How many repository files nginx really read. */
  files: number;
  stubbed: string[];
  reason: string | null;
}

export interface SmokeRequest {
  file: string;
  line: number;
  url: string;
  nginx: { status: number | null; seconds: number };
  direct: { address: string; status: number | null; result: string }[];
  log: string[];
  cause: string | null;
}

export interface SmokeReport {
  vantage: string;
  /** How far a failure reaches, in words: one upstream, or everything. */
  scope?: string;
  /** Routes that no request could be made for, and why. */
  skipped?: { file: string; line: number; route: string; because: string }[];
  requests: SmokeRequest[];
}

export interface StackReport {
  name: string;
  directory: string;
  composeFiles: string[];
  nginx: { service: string | null; image: string | null; main: string; files: string[] };
  routes: ReportedRoute[];
  nginxTest?: NginxTestReport;
  smoke?: SmokeReport;
}

/** What `--format json` prints, and what every other report is made from. */
export interface Report {
  schema: 'nginx-gate/1';
  summary: { errors: number; warnings: number; notices: number; suppressed: number };
  stacks: StackReport[];
  findings: Finding[];
}

/** The text of a line of a repository file (1-based), for code frames; undefined where it can't be read. */
export type LineReader = (file: string, line: number) => string | undefined;
