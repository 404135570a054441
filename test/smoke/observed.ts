import { logEntries } from '../../src/smoke/error-log.ts';
import type { DirectResult, Observation, Outcome } from '../../src/smoke/observation.ts';

/** An observation of an http endpoint at 172.20.0.5:3000 that nothing is known about, with some of it known after all. */
export function observed(known: {
  status: number | null;
  log?: string[];
  direct?: (Outcome | DirectResult)[];
  protocol?: Observation['protocol'];
  host?: string;
  port?: number;
  socket?: string | null;
  app?: Partial<Observation['app']>;
  nginx?: Partial<Observation['nginx']>;
  down?: boolean;
  foreignUpstream?: string | null;
}): Observation {
  const host = known.host ?? '172.20.0.5';
  const port = known.port ?? 3000;
  return {
    protocol: known.protocol ?? 'http',
    target: { host, port, socket: known.socket ?? null, written: `${host}:${port}`, down: known.down ?? false },
    nginx: { status: known.status, failure: known.status === null ? 'closed' : null, unmet: null, otherServer: null, ...known.nginx },
    log: logEntries((known.log ?? []).join('\n')),
    direct: (known.direct ?? []).map((d) =>
      typeof d === 'string'
        ? { address: `${host}:${port}`, probe: 'as-nginx', outcome: d, status: d === 'answered' ? 200 : null, seconds: 0, result: d }
        : d,
    ),
    app: { name: null, state: null, says: null, endedDuringRun: false, listeners: null, addressesNow: null, socket: null, ...known.app },
    foreignUpstream: known.foreignUpstream ?? null,
  };
}
