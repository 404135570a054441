import type { ConfigNode } from '../nginx/parser.ts';
import type { Asked } from './asked.ts';
import { inside } from './plan.ts';
import { firstFault } from './signs.ts';
import { isServerError } from './status.ts';

/** The `return` lines of a location and the blocks around it, those under an `if` among them. */
function returnsAround({ request }: Asked): ConfigNode[] {
  const blocks = request.route?.route.scope ?? [];
  const direct = blocks.flatMap((block) => inside(block));
  const conditional = direct.filter((d) => d.word.text === 'if').flatMap((d) => inside(d));
  return [...direct, ...conditional].filter((d) => d.word.text === 'return');
}

/** nginx's own code for closing the connection without an answer. */
const closing = '444';

/** nginx hangs up as `return 444` says, on whom the configuration does not want to answer: nothing is wrong. */
export function closesOnPurpose(asked: Asked): boolean {
  const { nginx, log } = asked;
  if (nginx.status !== null || nginx.failure !== 'closed' || nginx.unmet !== null || firstFault(log) !== null) return false;
  return returnsAround(asked).some((d) => d.args[0]?.text === closing);
}

/** The `return` that gives just this error, as it is written; null when there is none. */
export function ownReturn(asked: Asked): string | null {
  const { status } = asked.nginx;
  if (!isServerError(status)) return null;
  const found = returnsAround(asked).find((d) => d.args[0]?.text === String(status));
  return found === undefined ? null : `return ${status}`;
}
