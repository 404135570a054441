import { locationArgument } from '../nginx/match.ts';
import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';
import { directivePlace } from './directive-place.ts';

export const doubleSlash: Check = {
  id: 'double-slash',
  severity: 'warning',
  summary: 'a location without a slash at its end and a target with one make paths with two',
  *run(stack: Stack): Iterable<CheckResult> {
    for (const { route } of stack.routes) {
      if (route.name !== 'proxy_pass' || route.locationDirective === null || route.context !== 'http') continue;
      const { modifier, argument } = locationArgument(route.locationDirective);
      if ((modifier !== '' && modifier !== '^~') || argument.endsWith('/') || !argument.startsWith('/') || /\.\w+$/.test(argument))
        continue;
      const uri = /^https?:\/\/[^/$]+(\/[^$?]*)$/.exec(route.target)?.[1];
      const location = directivePlace(route.directive);
      if (uri === undefined || !uri.endsWith('/') || location === null || rewrites(route.locationDirective.block ?? [])) continue;
      const at = route.locationDirective.at;
      yield {
        check: 'double-slash',
        severity: 'warning',
        message: `${argument}/x becomes ${uri}/x: location ${argument} has no slash at its end, and ${route.target} has one.`,
        why: 'Most apps do not know a path with two slashes and answer 404.',
        fix: {
          message: `Write location ${argument}/ { … }, or ${route.target.slice(0, -1)} without the last slash${uri === '/' ? ' to hand the path on as it is' : ''}.`,
        },
        location,
        related: at === null ? [] : [{ location: at, label: `location ${argument}` }],
      };
    }
  },
};

function rewrites(nodes: readonly { name: string }[]): boolean {
  return nodes.some((node) => node.name === 'rewrite');
}
