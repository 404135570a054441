/** Tests on real engines: skipped with a word where the engine is absent, failing where CI must have it. */
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from '@jest/globals';

/** docker: a running Linux engine with the local nginx image. nginx: a binary on PATH. compose: Docker Compose v2. */
export type Need = 'docker' | 'nginx' | 'compose';

/** The image that scripts/setup-engines makes: the machine's nginx, laid out as the official image. */
export const nginxImage = 'nginx-gate/nginx:local';

const probes: Record<Need, { command: string[]; answer: RegExp }> = {
  docker: { command: ['docker', 'image', 'inspect', '--format', '{{.Os}}', nginxImage], answer: /^linux$/m },
  nginx: { command: ['nginx', '-v'], answer: /nginx version/ },
  compose: { command: ['docker', 'compose', 'version'], answer: /version v?(?:[2-9]|\d\d)/ },
};
const known = new Map<Need, boolean>();

function has(need: Need): boolean {
  let there = known.get(need);
  if (there === undefined) {
    const [program = '', ...words] = probes[need].command;
    const ran = spawnSync(program, words, { encoding: 'utf8', timeout: 20_000 });
    there = ran.status === 0 && probes[need].answer.test(ran.stdout + ran.stderr);
    known.set(need, there);
  }
  return there;
}

/**
 * A `describe` that needs real tools. Where one is absent its tests are skipped and that is said on standard error;
 * with `CI` set the absence itself is a failing test, so that nothing passes by having been skipped.
 */
export function describeWith(needs: Need | readonly Need[], name: string, body: () => void): void {
  const absent = [needs].flat().filter((need) => !has(need));
  if (absent.length === 0) {
    describe(name, body);
    return;
  }
  const reason = `needs ${absent.join(' and ')}; scripts/setup-engines brings it up`;
  if (process.env.CI) {
    describe(name, () => {
      test(reason, () => expect(absent).toEqual([]));
    });
    return;
  }
  process.stderr.write(`skipped: ${name} (${reason})\n`);
  describe.skip(name, body);
}
