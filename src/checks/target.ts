/** The frame of the checks whose findings stand at a target: each tells one kind of fault of the verdict. */
import type { Draft, Severity } from '../core/finding.ts';
import type { Endpoint, Stack } from '../stack/model.ts';
import { type Fault, judge } from '../stack/verdict.ts';
import type { Check, CheckResult } from './check.ts';

type FaultOf<Id extends Fault['check']> = Extract<Fault, { check: Id }>;
/** What a check says about a fault; the rest of the finding is the same everywhere. */
export type Told = Pick<Draft, 'message' | 'why'> & Partial<Pick<Draft, 'fix' | 'related' | 'severity'>>;

/** Faults of a name: with one that it looks up at the start nginx does not start, even in an upstream that no route uses. */
const atStart: ReadonlySet<Fault['check']> = new Set(['unknown-host', 'no-shared-network', 'service-not-started']);

/** A check that tells the endpoints whose verdict is `wrong` for one reason. */
export function targetCheck<Id extends Fault['check']>(
  id: Id,
  severity: Severity,
  summary: string,
  tell: (endpoint: Endpoint, fault: FaultOf<Id>, stack: Stack) => Told,
): Check {
  return {
    id,
    severity,
    summary,
    *run(stack: Stack): Iterable<CheckResult> {
      const unused = atStart.has(id) ? stack.unused : [];
      for (const route of [...stack.routes, ...unused]) {
        for (const endpoint of route.endpoints) {
          const { fault } = judge(endpoint, stack);
          if (fault?.check !== id || (unused.includes(route) && endpoint.target.resolved === 'runtime')) continue;
          const told = tell(endpoint, fault as FaultOf<Id>, stack);
          yield { check: id, severity, location: endpoint.target.at, related: [], endpoint, ...told };
        }
      }
    },
  };
}
