import type { CurlResult } from './curl.ts';
import type { LogEntry } from './error-log.ts';
import type { Told } from './findings.ts';
import { unknownApp } from './ground.ts';
import type { DirectResult, Observation, Upgrade } from './observation.ts';
import { nginxOutcome } from './outcome.ts';
import type { PlannedRequest } from './plan.ts';
import { firstFault } from './signs.ts';
import { isServerError } from './status.ts';
import { newMarker } from './through-nginx.ts';

/** One request through nginx, and all that is known about it. The steps of a run fill it in. */
export interface Asked {
  request: PlannedRequest;
  marker: string;
  url: string;
  nginx: Observation['nginx'];
  seconds: number;
  answer: CurlResult | null;
  log: LogEntry[];
  direct: DirectResult[];
  upgrade: Upgrade | null;
  told: Told[];
}

/** As long as nobody has taken the connection. */
export function unanswered(request: PlannedRequest, url: string): Asked {
  const nginx: Observation['nginx'] = { status: null, failure: 'no-connection', unmet: null, otherServer: null };
  return { request, marker: newMarker(), url, nginx, seconds: 0, answer: null, log: [], direct: [], upgrade: null, told: [] };
}

export function noteAnswer(asked: Asked, answer: CurlResult | undefined): void {
  if (!answer) return;
  asked.answer = answer;
  asked.nginx = nginxOutcome(answer);
  asked.seconds = answer.seconds;
}

/** Something about it needs a closer look. */
export function isSuspect({ nginx, log }: Asked): boolean {
  if (firstFault(log) !== null) return true;
  if (nginx.asExpected) return false;
  const isRefused = nginx.status === null || isServerError(nginx.status) || nginx.status === 400 || nginx.status === 426;
  return isRefused || nginx.failure !== null || nginx.unmet !== null;
}

/** What is known of a request that no endpoint stands behind. */
export function ownObservation({ request, nginx, log, direct }: Asked): Observation {
  const target = { host: null, port: null, socket: null, written: request.route?.route.target ?? request.path, down: false };
  return { protocol: 'http', target, nginx, log, direct, app: unknownApp, foreignUpstream: null };
}
