import { posix } from 'node:path';
import { directivesIn } from '../nginx/include.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import type { Stack } from '../stack/model.ts';

/** nginx's own default. */
const usual = '/var/log/nginx/error.log';
/** No configuration nests blocks deeper than this. */
const deepest = 8;
const noFile = /^(?:stderr|syslog:|memory:|\/dev\/)/;

/** The error logs of the configuration that are files, and nginx's default last; absolute paths where nginx stands. */
export function writtenLogs(stack: Stack): string[] {
  const files = errorLogs(stack).filter((path) => !noFile.test(path) && !path.includes('$'));
  const paths = new Set(files.map((path) => posix.resolve(stack.nginx.prefix, path)));
  paths.delete(usual);
  return [...paths, usual];
}

/** Whether some of nginx's errors go to where systemd keeps them. */
export function writesToJournal(stack: Stack): boolean {
  return errorLogs(stack).some((path) => /^(?:stderr|syslog:|\/dev\/stderr)/.test(path));
}

/** The first argument of every error_log. */
function errorLogs(stack: Stack): string[] {
  const paths: string[] = [];
  const visit = (nodes: Iterable<ConfigNode>, depth: number) => {
    for (const node of nodes) {
      if (node.word.text === 'error_log') paths.push(node.args[0]?.text ?? '');
      if (node.block && depth < deepest) visit(directivesIn(node.block), depth + 1);
    }
  };
  visit(directivesIn(stack.config.directives), 0);
  return paths;
}

/** How much of a log's end is read, in bytes, as `tail` takes it. */
export const logTail = ['tail', '-c', '4000000'] as const;

/** The user of nginx's workers, where the main file names one. */
export function workerUserOf(stack: Stack): string | null {
  const user = [...directivesIn(stack.config.directives)].find((d) => d.word.text === 'user')?.args[0]?.text;
  return user !== undefined && !stack.nginx.unprivileged && /^[a-z_][a-z0-9_-]{0,31}$/i.test(user) ? user : null;
}
