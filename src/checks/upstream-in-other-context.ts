import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';
import { handsOn, namelessWhy } from './words.ts';

export const upstreamInOtherContext: Check = {
  id: 'upstream-in-other-context',
  severity: 'error',
  summary: 'the upstream stands in stream and is used in http, or the other way round',
  *run(stack: Stack): Iterable<CheckResult> {
    for (const route of stack.routes) {
      for (const endpoint of route.endpoints) {
        const { target, reach } = endpoint;
        if (target.upstream !== null || target.host === null || reach.kind === 'service' || target.portWritten) continue;
        const other = stack.config.upstreams.find(
          (upstream) => upstream.name.toLowerCase() === target.host && upstream.context !== route.route.context,
        );
        if (other === undefined) continue;
        // nginx's own complaint about the missing port says the same.
        if (
          stack.config.problems.some(
            ({ file, start, end }) => file.locate(start, end)?.start.line === target.at.start.line && file.origin === target.at.file,
          )
        )
          continue;
        const at = other.directive.at;
        yield {
          check: 'upstream-in-other-context',
          severity: 'error',
          message: `${handsOn(endpoint)} the upstream ${target.host}, but that one stands in ${other.context}: ${route.route.context} does not see it.`,
          why: namelessWhy(endpoint),
          fix: { message: `Define an upstream ${target.host} in ${route.route.context} too.` },
          location: target.at,
          related: at === null ? [] : [{ location: at, label: `upstream ${target.host} of ${other.context}` }],
          endpoint,
        };
      }
    }
  },
};
