import type { Protocol } from '../core/report.ts';
import type { CurlResult } from './curl.ts';
import type { DirectResult, Observation, Outcome, Probe } from './observation.ts';
import { tlsProtocols } from './protocols.ts';
import { isServerError } from './status.ts';

/** How the request through nginx ended. */
export function nginxOutcome(result: CurlResult): Observation['nginx'] {
  const { exit, status } = result;
  return { status, failure: failureOf(exit, status, result), unmet: null, otherServer: null };
}

/** curl could not or would not keep what came: memory, its output, a decoding, its limits of size. */
const curlsOwnLimit: ReadonlySet<number | null> = new Set([23, 27, 61, 63, 100]);

function failureOf(exit: number | null, status: number | null, { connectSeconds }: CurlResult): Observation['nginx']['failure'] {
  if (exit === 0 || (status !== null && curlsOwnLimit.has(exit))) return status === null ? 'closed' : null;
  if (exit === 6 || exit === 7) return 'no-connection';
  if (exit === 28 && isStreaming(status)) return null;
  if (exit === 28) return connectSeconds > 0 ? 'timeout' : 'no-connection';
  if (exit === 1 || exit === 8) return 'not-http';
  if (exit === 60 || exit === 51 || exit === 77) return 'untrusted';
  if (exit === 35 || exit === 58) return 'tls';
  if (exit === 18 || status !== null) return 'cut';
  return 'closed';
}

/** curl's exit code for a time-out. */
const timedOut = 28;

/** What a direct request's end means. */
export function directResult(result: CurlResult, address: string, probe: Probe, protocol: Protocol): DirectResult {
  const outcome = outcomeOf(result, probe, protocol);
  const answered = outcome === 'answered' || outcome === 'cut';
  const goesOn = answered && result.exit === timedOut;
  return {
    address,
    probe,
    outcome,
    status: answered ? result.status : null,
    seconds: result.seconds,
    ...(goesOn && { goesOn }),
    ...(answered && result.headerBytes !== undefined && { headerBytes: result.headerBytes }),
    result: answered
      ? `HTTP ${result.status}${outcome === 'cut' ? ', cut' : goesOn ? ', and goes on' : ''}`
      : `${outcomeWords[outcome]}${result.error === '' || plainOutcomes.has(outcome) ? '' : ` (${result.error})`}`,
  };
}

/** Whether a good status came before the time-out: the answer has begun, and its end is no business of ours. */
function isStreaming(status: number | null): boolean {
  return status !== null && status >= 200 && !isServerError(status);
}

function outcomeOf(result: CurlResult, probe: Probe, protocol: Protocol): Outcome {
  const { exit, status, error, connectSeconds } = result;
  const wantsHttp2 = protocol.startsWith('grpc') && probe === 'as-nginx';
  if (exit === 0) return status === null ? 'closed' : wantsHttp2 && !result.httpVersion.startsWith('2') ? 'other-protocol' : 'answered';
  if (exit === 7) return connectOutcome(error);
  if (curlsOwnLimit.has(exit)) return status === null ? 'invalid' : 'answered';
  if (exit === 6) return 'not-resolved';
  // An answer that goes on past the time-out: event streams and long polls do nothing else.
  if (exit === 28 && isStreaming(status)) return 'answered';
  if (exit === 28) return connectSeconds > 0 ? 'response-timeout' : 'connect-timeout';
  if (exit === 35) return /wrong version number|packet length too long|http request/.test(error) ? 'tls-plain' : 'tls-failed';
  if (exit === 60 || exit === 51 || exit === 83) return 'tls-untrusted';
  if (exit === 58 || exit === 59 || exit === 98) return 'tls-failed';
  if (exit === 18) return 'cut';
  if (exit === 1 || exit === 16 || exit === 92 || exit === 95) return 'other-protocol';
  if (exit === 8) return 'invalid';
  if (exit === 52) return 'closed';
  if (exit === 55 || exit === 56) return brokenOutcome(error, tlsProtocols.has(protocol) || probe.startsWith('tls'));
  return 'unknown';
}

function brokenOutcome(error: string, secure: boolean): Outcome {
  if (/alert|SSL|TLS/.test(error) || (secure && /errno 107/.test(error))) return 'tls-failed';
  if (/chunk/i.test(error)) return 'invalid';
  return /reset/i.test(error) ? 'reset' : 'closed';
}

function connectOutcome(error: string): Outcome {
  if (/refused/i.test(error)) return 'refused';
  if (/unreachable|No route/i.test(error)) return 'unreachable';
  if (/denied|not permitted/i.test(error)) return 'denied';
  if (/No such file/i.test(error)) return 'socket-missing';
  if (/timed out/i.test(error)) return 'connect-timeout';
  return 'refused';
}

/** What curl says besides adds nothing. */
const plainOutcomes: ReadonlySet<Outcome> = new Set([
  'refused',
  'unreachable',
  'denied',
  'connect-timeout',
  'response-timeout',
  'socket-missing',
]);

const outcomeWords: Record<Outcome, string> = {
  answered: 'answered',
  connected: 'connected',
  refused: 'connection refused',
  unreachable: 'no route to it',
  denied: 'permission denied',
  'connect-timeout': 'no connection in time',
  'response-timeout': 'no answer in time',
  closed: 'closed without an answer',
  reset: 'connection reset',
  cut: 'cut in the middle',
  'tls-plain': 'no TLS there',
  'tls-failed': 'TLS handshake failed',
  'tls-untrusted': 'certificate not trusted',
  'other-protocol': 'another protocol',
  invalid: 'not a sound HTTP answer',
  'not-resolved': 'name not resolved',
  'socket-missing': 'no such socket',
  unknown: 'failed',
};
