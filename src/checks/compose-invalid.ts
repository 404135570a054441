import type { ComposeProblem, Project } from '../compose/model.ts';
import type { Check, CheckResult } from './check.ts';

/** The findings of one project, for projects without an nginx, too: a file that is no YAML hides its nginx. */
export function composeFindings(project: Project): CheckResult[] {
  return project.problems.filter(({ uncertain }) => !uncertain).map(toFinding);
}

function toFinding({ message, at, related, fix }: ComposeProblem): CheckResult {
  return {
    check: 'compose-invalid',
    severity: 'error',
    message,
    why: 'Compose refuses the whole project, and none of its containers start.',
    ...(fix !== undefined && { fix: { message: fix } }),
    location: at,
    related: related ?? [],
  };
}

export const composeInvalid: Check = {
  id: 'compose-invalid',
  severity: 'error',
  summary: 'Compose would refuse the files of the project',
  *run(stack) {
    if (stack.project !== null) yield* composeFindings(stack.project);
  },
};
