import { type CauseId, causes } from './causes.ts';
import type { Observation } from './observation.ts';
import { firstFault, type SignId, signs } from './signs.ts';
import { isServerError } from './status.ts';

/** One row of the table. */
export interface Row {
  cause: CauseId;
  /** Each list is one way to know the cause: all signs of a list must be seen. */
  sees: readonly (readonly SignId[])[];
  /** Signs that rule the cause out. */
  unless?: readonly SignId[];
  /** What it means here, where the cause's own sentence is too general. */
  means?: string;
  /** Likewise for the smallest change. */
  fix?: string;
}

/**
 * From the top: the first row whose signs are seen is the diagnosis. The order is part of the table: what nginx says in
 * unmistakable words comes first, then what the app's own state proves, then the ambiguous refusals and time-outs.
 */
export const rows: readonly Row[] = [
  { cause: 'nginx-down', sees: [['nginx does not answer']] },
  { cause: 'tls-verify', sees: [['nginx’s certificate']] },
  { cause: 'tls-handshake', sees: [['nginx’s handshake']] },
  { cause: 'no-live-upstreams', sees: [['log: no live upstreams', 'peer marked down']] },
  { cause: 'no-resolver', sees: [['log: no resolver']] },
  { cause: 'body-too-large', sees: [['log: body too large']] },
  { cause: 'rate-limited', sees: [['log: limited']] },
  { cause: 'script-not-found', sees: [['log: script not found']] },
  { cause: 'header-too-big', sees: [['log: header too big']] },
  {
    cause: 'plain-to-tls',
    sees: [
      ['speaks plain', 'log: TLS answer'],
      ['speaks plain', 'log: reset or closed', 'direct: TLS answers'],
      ['speaks plain', 'direct: TLS answers'],
    ],
  },
  {
    cause: 'tls-to-plain',
    sees: [['log: TLS to plain'], ['speaks TLS', 'direct: plain answers'], ['speaks TLS', 'own 5xx', 'direct: TLS to plain']],
  },
  { cause: 'tls-verify', sees: [['log: not trusted'], ['speaks TLS', 'own 5xx', 'direct: not trusted']] },
  {
    cause: 'tls-handshake',
    sees: [['log: TLS refused'], ['speaks TLS', 'direct: TLS refused'], ['speaks TLS', 'log: reset', 'direct: TLS fails']],
  },
  { cause: 'invalid-response', sees: [['log: not HTTP', 'direct: invalid answer']] },
  {
    cause: 'protocol-mismatch',
    sees: [
      ['log: another protocol'],
      ['log: not HTTP'],
      ['speaks no HTTP', 'direct: HTTP answers'],
      ['speaks HTTP', 'direct: FastCGI answers'],
      ['speaks HTTP', 'direct: HTTP/2 answers'],
      ['speaks HTTP', 'direct: another protocol'],
    ],
  },
  { cause: 'invalid-response', sees: [['log: invalid response'], ['own 5xx', 'direct: invalid']] },
  {
    cause: 'app-not-running',
    sees: [
      ['log: socket missing', 'app gone'],
      ['log: socket refused', 'app gone'],
    ],
  },
  { cause: 'socket-missing', sees: [['log: socket missing'], ['own 5xx', 'socket missing']] },
  { cause: 'socket-permission', sees: [['log: socket denied']] },
  { cause: 'socket-refused', sees: [['log: socket refused'], ['own 5xx', 'socket dead']] },
  {
    cause: 'app-crashed',
    sees: [
      ['log: closed early', 'app ended during this run'],
      ['log: closed early'],
      ['direct: closed early'],
      ['not reached', 'app ended during this run'],
      ['log: reset', 'app ended during this run'],
    ],
  },
  {
    cause: 'app-not-running',
    sees: [
      ['not reached', 'app gone'],
      ['log: not resolved', 'app gone'],
      ['answering timed out', 'app gone'],
    ],
  },
  {
    cause: 'unreachable',
    sees: [
      ['not reached', 'on no shared network'],
      ['log: not resolved', 'on no shared network'],
    ],
  },
  {
    cause: 'stale-config',
    sees: [
      ['upstream of no file', 'not reached'],
      ['upstream of no file', 'any fault in the log'],
    ],
  },
  {
    cause: 'stale-address',
    sees: [
      ['not reached', 'address is not the name’s any more'],
      ['refused', 'direct: by its name it answers'],
    ],
  },
  {
    cause: 'stale-address',
    sees: [['answered from elsewhere']],
    means: 'nginx resolved the name when it started; the app has been recreated since, and something else answers at its old address.',
  },
  { cause: 'app-binds-loopback', sees: [['refused', 'listens on loopback']] },
  { cause: 'address-family', sees: [['refused', 'listens on another address']] },
  { cause: 'wrong-port', sees: [['refused', 'listens on another port']] },
  { cause: 'app-not-running', sees: [['refused', 'nothing listens'], ['refused']] },
  { cause: 'name-not-resolved', sees: [['log: not resolved'], ['direct: not resolved', 'own 5xx']] },
  { cause: 'selinux', sees: [['denied']] },
  { cause: 'unreachable', sees: [['unreachable']] },
  { cause: 'connect-timeout', sees: [['connecting timed out']], unless: ['direct: answers'] },
  { cause: 'connect-timeout', sees: [['connecting timed out', 'any fault in the log']] },
  {
    cause: 'response-timeout',
    sees: [['no answer in time', 'direct: answer goes on']],
    means: 'The app begins its answer and goes on with it, as event streams do, but nginx keeps it in its buffer until there is more.',
    fix: 'Set `proxy_buffering off;` for this location, or let the app send `X-Accel-Buffering: no`.',
  },
  { cause: 'response-timeout', sees: [['answering timed out'], ['no answer in time']] },
  { cause: 'connection-reset', sees: [['log: reset'], ['direct: reset']] },
  { cause: 'nginx-local', sees: [['log: nginx itself']] },
  { cause: 'app-error', sees: [['log: script failed', 'own 5xx']] },
  { cause: 'app-error', sees: [['own 5xx', 'direct: same failure']], unless: ['any fault in the log'] },
  { cause: 'no-live-upstreams', sees: [['log: no live upstreams']] },
  { cause: 'header-too-big', sees: [['own 5xx', 'direct: header too big']] },
  {
    cause: 'unexpected-response',
    sees: [['own 5xx', 'nginx alone', 'a return of its own']],
    means:
      'nginx itself answers, by a `return` of its configuration, and does not ask the app: a maintenance switch, or a condition that this request meets.',
  },
  {
    cause: 'unexpected-response',
    sees: [['WebSocket lost']],
    means: 'The app takes WebSockets there, but nginx does not hand the upgrade on, so browsers cannot open any.',
  },
  { cause: 'unexpected-response', sees: [['another server block'], ['not what was expected']], unless: ['own 5xx'] },
  { cause: 'unexpected-response', sees: [['another server block'], ['not what was expected'], ['own 5xx', 'nginx alone']] },
];

export interface Diagnosis {
  /** Null when no row fits: a failure that is said as unknown, with its evidence. */
  cause: CauseId | null;
  /** What it rests on, in words. */
  rests: string[];
  why: string;
  fix: string;
}

/** The cause of one observation, or null when nothing is wrong with it. */
export function diagnose(o: Observation): Diagnosis | null {
  if (isHealthy(o)) return null;
  for (const row of rows) {
    if (row.unless?.some((sign) => signs[sign](o) !== null)) continue;
    for (const way of row.sees) {
      const rests = way.map((sign) => signs[sign](o));
      if (rests.every((seen) => seen !== null)) return named(row, o, rests);
    }
  }
  const fault = firstFault(o.log);
  if (fault && fault.rule.causes[0] !== 'unexpected-response')
    return named({ cause: fault.rule.causes[0] }, o, [signs['any fault in the log'](o) ?? '']);
  if (!hasFailed(o)) return null;
  return {
    cause: null,
    rests: [o.nginx.status === null ? 'no answer came through nginx' : `nginx answered ${o.nginx.status}`],
    ...(o.log.length === 0 && o.direct.length === 0 ? unseen : unexplained),
  };
}

const unexplained = {
  why: 'The request failed, and nothing that could be seen says why.',
  fix: 'Read the evidence: the log entries, the direct results and the listeners.',
};
const unseen = {
  why: 'The request failed, and neither nginx’s error log nor the app can be seen from here.',
  fix: 'Run this where Docker or ssh leads to nginx (`--vantage docker`, `--vantage ssh://USER@HOST`), or read nginx’s error log and give its line to `nginx-gate explain`.',
};

function named({ cause, means: ofRow, fix }: Pick<Row, 'cause' | 'means' | 'fix'>, o: Observation, rests: string[]): Diagnosis {
  const means = firstFault(o.log)?.rule;
  const special = means?.causes[0] === cause ? means.means : undefined;
  return { cause, rests: [...new Set(rests)], why: ofRow ?? special ?? causes[cause].why, fix: fix ?? causes[cause].fix };
}

function hasFailed({ nginx, upgrade, isStray }: Observation): boolean {
  if (upgrade || isStray) return true;
  if (nginx.asExpected) return nginx.failure !== null;
  return (
    nginx.status === null || isServerError(nginx.status) || nginx.failure !== null || nginx.unmet !== null || nginx.otherServer !== null
  );
}

/** Below 500, nothing in the log, nothing expected otherwise: an app's own 401 or 404 and nginx's redirects are fine. */
function isHealthy(o: Observation): boolean {
  if (hasFailed(o)) return false;
  const fault = firstFault(o.log);
  if (fault && fault.rule.causes[0] !== 'unexpected-response') return false;
  return !provesWrongProtocol(o);
}

/** A 400 that only complains about the protocol: the port proves that it speaks another one. */
function provesWrongProtocol(o: Observation): boolean {
  const speaks = (['tls', 'tls-name', 'http', 'fastcgi'] as const).some((probe) =>
    o.direct.some((d) => d.probe === probe && d.outcome === 'answered'),
  );
  return o.nginx.status === 400 && speaks;
}
