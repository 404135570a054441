import { directivesIn } from '../nginx/include.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import { setting } from '../nginx/routes.ts';
import type { Stack, StackRoute } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';
import { directivePlace } from './directive-place.ts';

/** Seconds. A connection that is not made by then never is: the kernel gives up after about two minutes. */
const longestConnect = 120;
/** Seconds. Nobody waits an hour for a page; what lives longer is a stream of its own kind. */
const longestRead = 3600;

export const timeoutHidesFault: Check = {
  id: 'timeout-hides-fault',
  severity: 'notice',
  summary: 'a time-out so long that nobody notices a stuck app',
  *run(stack: Stack): Iterable<CheckResult> {
    const told = new Set<ConfigNode>();
    for (const route of stack.routes) {
      const prefix = /^(proxy|fastcgi|uwsgi|scgi)_pass$/.exec(route.route.name)?.[1];
      if (prefix === undefined || route.route.context !== 'http' || streams(route)) continue;
      for (const [name, most] of [
        [`${prefix}_connect_timeout`, longestConnect],
        [`${prefix}_read_timeout`, longestRead],
        [`${prefix}_send_timeout`, longestRead],
      ] as const) {
        const node = setting(route.route.scope, name);
        const seconds = node === undefined ? null : secondsOf(node.args[0]?.text ?? '');
        if (node === undefined || seconds === null || seconds <= most || told.has(node)) continue;
        // A time-out for all of http or a server may be meant for one location that streams.
        if (serves(stack, node)) continue;
        told.add(node);
        const location = directivePlace(node);
        if (location === null) continue;
        yield {
          check: 'timeout-hides-fault',
          severity: 'notice',
          message: `${name} is ${node.args[0]?.text}: a stuck app keeps its requests that long before anyone sees a 504.`,
          why: 'Visitors see a page that loads for ever, and connections pile up until nginx has none left.',
          fix: {
            message: name.endsWith('connect_timeout')
              ? 'Use a few seconds.'
              : 'Use what the slowest good answer needs, in seconds or a few minutes.',
          },
          location,
          related: [],
        };
      }
    }
  },
};

/** Whether a route carries web sockets or a stream of events, which may be silent for hours. */
function streams({ route }: StackRoute): boolean {
  if (/ws|sock|stream|event|sse|hub|cable|live|upload|download/i.test(route.location ?? '')) return true;
  return route.scope.some(setsUpStreams);
}

/** By block: a server is asked once for each of its routes. */
const streaming = new WeakMap<ConfigNode, boolean>();

function setsUpStreams(block: ConfigNode): boolean {
  let found = streaming.get(block);
  if (found === undefined) {
    found = false;
    for (const { name, args } of directivesIn(block.block)) {
      found ||= name === 'proxy_set_header' && args[0]?.text.toLowerCase() === 'upgrade';
      found ||= /_buffering$/.test(name) && args[0]?.text === 'off';
    }
    streaming.set(block, found);
  }
  return found;
}

/** Whether a time-out of an outer block also serves a route that streams. */
function serves(stack: Stack, node: ConfigNode): boolean {
  return stack.routes.some((route) => streams(route) && setting(route.route.scope, node.name) === node);
}

function secondsOf(text: string): number | null {
  const units: Record<string, number> = { ms: 0.001, s: 1, m: 60, h: 3600, d: 86400, w: 604800, M: 2592000, y: 31536000, '': 1 };
  let total = 0;
  let rest = text;
  while (rest !== '') {
    const part = /^(\d{1,9})(ms|[smhdwMy]?)/.exec(rest);
    if (part === null || part[0] === '') return null;
    total += Number(part[1]) * (units[part[2] as string] as number);
    rest = rest.slice(part[0].length);
  }
  return text === '' ? null : total;
}
