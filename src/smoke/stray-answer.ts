import type { Endpoint, StackRoute } from '../stack/model.ts';
import type { Asked } from './asked.ts';
import type { Observation } from './observation.ts';
import { inside } from './plan.ts';
import { isNamed } from './probe.ts';
import type { Site } from './site.ts';
import { isUnreached } from './unreached.ts';

/** What may answer in the app's place without being a fault. */
const otherAnswers: ReadonlySet<string> = new Set([
  'proxy_cache',
  'fastcgi_cache',
  'uwsgi_cache',
  'scgi_cache',
  'proxy_store',
  'error_page',
  'return',
  'rewrite',
  'if',
  'try_files',
]);

/**
 * nginx has a good answer, although no address that the app has now takes a connection: nginx still holds an address of
 * before, and what has that address by now answers.
 */
export function isStray(site: Site, { request, nginx }: Asked, endpoint: Endpoint, direct: Observation['direct']): boolean {
  const { route } = request;
  if (route === null || route.endpoints.length !== 1 || nginx.status === null || nginx.status < 200 || nginx.status > 299) return false;
  if (!isNamed(endpoint) || route.route.target.includes('$') || !isUnreached(direct)) return false;
  return site.ground.mayHaveMoved(endpoint) && !mayAnswerOtherwise(route);
}

function mayAnswerOtherwise({ route }: StackRoute): boolean {
  return route.scope.some((block) => inside(block).some((d) => otherAnswers.has(d.word.text)));
}
