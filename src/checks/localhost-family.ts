import type { Stack } from '../stack/model.ts';
import { publishes } from '../stack/reach.ts';
import type { Check, CheckResult } from './check.ts';
import { addressOf, edits, handsOn, whichRequests } from './words.ts';

export const localhostFamily: Check = {
  id: 'localhost-family',
  severity: 'notice',
  summary: 'localhost is ::1 and 127.0.0.1, and the app is published on one of them',
  *run(stack: Stack): Iterable<CheckResult> {
    for (const route of stack.routes) {
      for (const endpoint of route.endpoints) {
        const { target, reach } = endpoint;
        if (target.host !== 'localhost' || reach.kind !== 'service' || reach.via !== 'published') continue;
        const items = reach.service.ports.filter((port) => publishes(port.published, target.port));
        const item = items[0];
        if (item === undefined || !items.every((port) => port.hostIp !== null && port.hostIp === item.hostIp && !port.uncertain)) continue;
        const ip = item.hostIp as string;
        if (ip !== '127.0.0.1' && ip !== '::1') continue;
        const other = ip === '::1' ? '127.0.0.1' : '::1';
        yield {
          check: 'localhost-family',
          severity: 'notice',
          message: `${handsOn(endpoint)} ${addressOf(endpoint)}, which is ${other} as well, but ${reach.service.name} is published on ${ip} only.`,
          why: `${whichRequests(endpoint)} may meet ${other} first: a refused connection in the log, and a 502 when both are tried in vain.`,
          fix: { message: `Write ${ip}.`, ...edits(target.hostAt, ip.includes(':') ? `[${ip}]` : ip) },
          location: target.at,
          related: [{ location: item.at, label: `${reach.service.name} is published on ${ip}` }],
          endpoint,
        };
      }
    }
  },
};
