/** From a message of nginx's to the repository's line. */
import type { ConfigFile } from '../core/files.ts';
import { type Location, Source } from '../core/source.ts';
import type { ConfigNode } from '../nginx/parser.ts';
import type { Stack } from '../stack/model.ts';
import type { TestMessage } from './messages.ts';

const mostDirectives = 200_000;

/**
 * Every directive of a configuration in nginx's order, those of included files in place; each once for each time it is included.
 * @param withData whether the lines of `map`, `geo` and the like come too, of which only `include` is a directive
 */
export function* allDirectives(directives: readonly ConfigNode[], withData = false): Generator<ConfigNode> {
  const waiting = [...directives].reverse();
  for (let seen = 0; seen < mostDirectives; seen += 1) {
    const node = waiting.pop();
    if (node === undefined) return;
    yield node;
    const data = withData ? (node.data ?? []).filter((line) => line.word.text === 'include') : [];
    const inner = node.block ?? data;
    for (let at = inner.length - 1; at >= 0; at -= 1) waiting.push(inner[at] as ConfigNode);
  }
}

/**
 * Where a message stands in the repository: at the directive that it is about, which nginx itself names by the line of its terminator.
 * A message without a place is looked for by what it quotes. Null when no file of the repository has to do with it.
 */
export function locateMessage(stack: Stack, message: TestMessage): Location | null {
  if (message.file !== null && message.line !== null) return locateLine(stack, message, message.file, message.line);
  return locateByValue(stack, message) ?? anchorOf(stack);
}

/** Where a finding about the stack as a whole stands: the first file of the repository that nginx reads, else what put files there, else the service. */
export function anchorOf(stack: Stack): Location | null {
  for (const file of stack.config.files) {
    const at = file.locate(0, 0);
    if (at !== null) return at;
  }
  return stack.nginx.tree.placed[0]?.at ?? stack.nginx.service?.at ?? null;
}

function locateLine(stack: Stack, message: TestMessage, path: string, line: number): Location | null {
  const file = stack.config.files.find((one) => one.path === path) ?? stack.nginx.tree.read(path);
  if (file === undefined) return anchorOf(stack);
  const problem = problemAt(stack, message, file, line);
  if (problem !== null) return problem;
  const node = directiveEndingAt(stack, message, file, line);
  if (node !== undefined) return node.at ?? anchorOf(stack);
  const [start, end] = lineSpan(file, line);
  return file.locate(start, end) ?? anchorOf(stack);
}

/** Where the two servers of one name say it: their `server_name`, else the block. */
export interface NameConflict {
  earlier: ConfigNode;
  later: ConfigNode;
}

/** The servers that a `conflicting server name "NAME" on ADDRESS:PORT` is about, which nginx names by nothing else; undefined for other messages. */
export function nameConflict({ config }: Stack, { rule, groups }: TestMessage): NameConflict | undefined {
  if (rule?.id !== 'warn-conflicting-name') return undefined;
  const { value = '', name: on = '' } = groups;
  const port = Number(/:(\d+)$/.exec(on)?.[1] ?? 80);
  const listening = config.servers.filter(
    ({ context, listens, names }) =>
      context === 'http' &&
      (listens.length === 0 || listens.some((listen) => (on.startsWith('unix:') ? listen.socket !== null : listen.port === port))) &&
      (names.includes(value) || (value === '' && names.length === 0)),
  );
  const [earlier, later] = listening.map(({ directive }) => directive.block?.find((node) => node.name === 'server_name') ?? directive);
  return earlier === undefined || later === undefined ? undefined : { earlier, later };
}

/** What nginx read where a message points: the whole directive, else the line; empty for a message without a place. */
export function textAt(stack: Stack, message: TestMessage): string {
  const { file: path, line } = message;
  const file = stack.config.files.find((one) => one.path === path);
  if (file === undefined || line === null) return '';
  const node = directiveEndingAt(stack, message, file, line);
  const [start, end] = node === undefined ? lineSpan(file, line) : [node.word.start, terminatorOf(node)];
  return file.text.slice(start, end);
}

/** A syntax problem that the gate has found itself knows its place better: an unclosed block stands at its opener. */
function problemAt(stack: Stack, message: TestMessage, file: ConfigFile, line: number): Location | null {
  const same = stack.config.problems.filter((one) => one.file.path === file.path && one.nginxSays === message.text);
  const nearest = same.sort((a, b) => distance(a, line) - distance(b, line))[0];
  return nearest === undefined ? null : nearest.file.locate(nearest.start, nearest.end);
}

function distance(problem: { file: ConfigFile; start: number }, line: number): number {
  return Math.abs(sourceOf(problem.file).position(problem.start).line - line);
}

function directiveEndingAt(stack: Stack, message: TestMessage, file: ConfigFile, line: number): ConfigNode | undefined {
  const ending = [...allDirectives(stack.config.directives)].filter(
    (node) => node.file.path === file.path && sourceOf(node.file).position(terminatorOf(node)).line === line,
  );
  const quoted = new Set([...message.text.matchAll(/"([^"]+)"/g)].map(([, word]) => word));
  return (
    ending.find((node) => quoted.has(node.word.text)) ??
    ending.find((node) => node.args.some((arg) => quoted.has(arg.text))) ??
    ending.at(-1)
  );
}

/** nginx handles a directive, and counts its line, when it has read the `;` or the `{`. */
function terminatorOf(node: ConfigNode): number {
  return node.opener ?? node.end - 1;
}

function locateByValue(stack: Stack, message: TestMessage): Location | null {
  const { id = '' } = message.rule ?? {};
  const { path, name, value } = message.groups;
  const holds = (text: string) => (node: ConfigNode) => node.args.some((arg) => arg.text === text);
  if (path !== undefined) return firstAt(stack, (node) => node.args.some((arg) => isPath(stack, arg.text, path)));
  if (id === 'unknown-variable' && name !== undefined)
    return firstAt(stack, (node) => node.args.some((arg) => namesVariable(arg.text, name)));
  if (id === 'zone-zero' && value !== undefined) return firstAt(stack, (node) => holds(`zone=${value}`)(node) || holds(value)(node));
  const quoted = /"([^"]+)"/.exec(message.text)?.[1];
  return quoted === undefined ? null : firstAt(stack, holds(quoted));
}

/** Whether an argument is this absolute path, or leads to it from nginx's prefix. */
function isPath(stack: Stack, argument: string, path: string): boolean {
  return argument === path || `${stack.nginx.prefix.replace(/\/$/, '')}/${argument}` === path;
}

/** nginx prints variable names in lower case. */
function namesVariable(text: string, name: string): boolean {
  return [...text.matchAll(/\$\{?(\w+)/g)].some(([, variable]) => variable?.toLowerCase() === name);
}

function firstAt(stack: Stack, wanted: (node: ConfigNode) => boolean): Location | null {
  for (const node of allDirectives(stack.config.directives)) {
    if (wanted(node) && node.at !== null) return node.at;
  }
  return null;
}

/** The span of a line's text without the blanks around it. */
function lineSpan(file: ConfigFile, line: number): [start: number, end: number] {
  const source = sourceOf(file);
  const start = source.lineStart(line);
  const text = source.line(line) ?? '';
  const from = start + text.length - text.trimStart().length;
  return [from, Math.max(from, start + text.trimEnd().length)];
}

const sources = new WeakMap<ConfigFile, Source>();

function sourceOf(file: ConfigFile): Source {
  let source = sources.get(file);
  if (source === undefined) {
    source = new Source(file.path, file.text);
    sources.set(file, source);
  }
  return source;
}
