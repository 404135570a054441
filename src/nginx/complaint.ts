import type { Problem, Word } from './model.ts';
import type { ConfigNode } from './parser.ts';

/** What a rule says about a directive. */
export interface Complaint {
  check: 'wrong-arguments' | 'duplicate-directive' | 'wrong-context' | 'unknown-directive' | 'syntax';
  message: string;
  fix: string | null;
  /** nginx's own words. */
  says: string | null;
  /** The word to point at; the directive's name when absent. */
  word?: Word | undefined;
  /** Another directive that explains it. */
  other?: { node: ConfigNode; label: string };
}

/** A complaint about a directive as a problem of the configuration. */
export function problemAt(node: ConfigNode, { check, message, fix, says, word, other }: Complaint): Problem {
  const at = word ?? node.word;
  const problem: Problem = {
    check,
    message,
    fix,
    file: node.file,
    start: at.start,
    end: at.end,
    nginxSays: says,
    stumblesAt: node.opener ?? Math.max(node.end - 1, node.word.start),
  };
  if (other === undefined) return problem;
  const { node: first, label } = other;
  return { ...problem, related: [{ file: first.file, start: first.word.start, end: first.word.end, label }] };
}

export function wrong(says: string, message: string, fix: string | null, word?: Word): Complaint {
  return { check: 'wrong-arguments', message, fix, says, word };
}

/** A place in words, for messages: `nginx.conf:12`. */
export function lineOf(node: ConfigNode): string {
  const at = node.at;
  return at === null ? node.file.path : `${at.file}:${at.start.line}`;
}
