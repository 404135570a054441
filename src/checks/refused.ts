import type { Problem } from '../nginx/model.ts';
import type { Stack } from '../stack/model.ts';
import type { Check, CheckResult } from './check.ts';

/** A check that tells the problems of the configuration that carry its id. */
export function refusedCheck(id: string, summary: string): Check {
  return {
    id,
    severity: 'error',
    summary,
    *run(stack: Stack) {
      for (const problem of stack.config.problems) {
        if (problem.check !== id || restsOnGuess(problem, stack)) continue;
        const result = toResult(problem);
        if (result !== null) yield result;
      }
    },
  };
}

/** Where a script may change nginx's files, one of two files that contradict each other may be gone when nginx starts. */
function restsOnGuess({ file, related }: Problem, stack: Stack): boolean {
  return !stack.nginx.treeKnown && (related ?? []).some((other) => other.file.path !== file.path);
}

/** Null for a problem in a file of the image itself: it has no place in the repository. */
function toResult({ check, message, fix, file, start, end, related }: Problem): CheckResult | null {
  const location = file.locate(start, end);
  if (location === null) return null;
  return {
    check,
    severity: 'error',
    message,
    why:
      check === 'include-cycle'
        ? 'nginx reads the files in a circle until it crashes, so it does not start.'
        : 'nginx refuses the whole configuration: it does not start, and a reload keeps the old one.',
    ...(fix === null ? {} : { fix: { message: fix } }),
    location,
    related: (related ?? []).flatMap((other) => {
      const at = other.file.locate(other.start, other.end);
      return at === null ? [] : [{ location: at, label: other.label }];
    }),
  };
}
