/** Reads what `nginx -t` says: which message it is, where it points, and what it means. */
import { rules } from './message-table.ts';

/**
 * fault: the configuration is wrong. warning: it is accepted, but not as it was meant. environment: the place where the test ran lacks something.
 * build: an nginx with other modules may take it. version: another version of nginx may take it. progress: how the test went.
 */
export type MessageKind = 'fault' | 'warning' | 'environment' | 'build' | 'version' | 'progress';

/** What a stand-in can do about an environmental message, by what it names. */
export type Remedy = 'host' | 'file' | 'folder' | 'user' | 'none' | 'ignore';

/** One row of the table. */
export interface MessageRule {
  id: string;
  /** Matched against the text without its place. Groups: host, path, name, value. */
  pattern: RegExp;
  kind: MessageKind;
  /** Only for messages that name a file and line. */
  placed?: true;
  /** Values that a newer nginx takes: the message is then one of the version. */
  newer?: RegExp;
  remedy?: Remedy;
  /** Rests on other files too: what is missing may stand there, of two that collide one may never be there. No verdict where not all files are known. */
  elsewhere?: true;
  /** The whole test, but for the listening sockets, was done when this was said. */
  late?: boolean;
  /** In words, when nginx's own are not clear enough. */
  says?: (groups: Record<string, string>) => string;
  why?: string;
  fix?: string;
}

/** One line that nginx said. */
export interface TestMessage {
  level: 'debug' | 'info' | 'notice' | 'warn' | 'error' | 'crit' | 'alert' | 'emerg';
  /** nginx's own words, without prefix and place. */
  text: string;
  /** The path and 1-based line that nginx names, in nginx's file system. */
  file: string | null;
  line: number | null;
  /** Undefined for a message that nobody knows. */
  rule: MessageRule | undefined;
  groups: Record<string, string>;
}

const prefixed = /^nginx: (?:\[(\w+)\] )?(.*)$/;
const dated = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d \[(\w+)\] \d+#\d+: (?:\*\d+ )?(.*)$/;
const levels = ['debug', 'info', 'notice', 'warn', 'error', 'crit', 'alert', 'emerg'];
/** nginx itself cuts a message at 2 KiB. */
const longestLine = 4096;
const mostLines = 2000;

/** The messages of one run in order, each once: an error log on standard error gives every line twice. */
export function readMessages(output: string): TestMessage[] {
  const seen = new Set<string>();
  return output.split('\n', mostLines).flatMap((line) => {
    const message = readMessage(line.slice(0, longestLine).trimEnd());
    if (message === undefined) return [];
    const key = [message.level, message.text, message.file, message.line].join('\0');
    if (seen.has(key)) return [];
    seen.add(key);
    return [message];
  });
}

/** One line of nginx's, in either of its two shapes; undefined for anything else. */
export function readMessage(line: string): TestMessage | undefined {
  const [, level = 'info', said] = prefixed.exec(line) ?? dated.exec(line) ?? [];
  if (said === undefined || !levels.includes(level)) return undefined;
  const { text, ...place } = withoutPlace(said);
  for (const rule of rules) {
    if (rule.placed && place.file === null) continue;
    const match = rule.pattern.exec(text);
    if (match) return { level: level as TestMessage['level'], text, ...place, rule, groups: given(match) };
  }
  return { level: level as TestMessage['level'], text, ...place, rule: undefined, groups: {} };
}

/** Takes the ` in FILE:LINE` from the end. */
function withoutPlace(said: string): Pick<TestMessage, 'text' | 'file' | 'line'> {
  const line = /:(\d{1,9})$/.exec(said);
  const before = line === null ? -1 : said.lastIndexOf(' in /', line.index);
  if (line === null || before === -1) return { text: said, file: null, line: null };
  return { text: said.slice(0, before), file: said.slice(before + ' in '.length, line.index), line: Number(line[1]) };
}

/** What a message means. What nobody knows is a fault when nginx stopped at it: better told once too often than hidden. */
export function kindOf(message: TestMessage): MessageKind {
  if (message.rule === undefined) return isFatal(message) ? 'fault' : message.level === 'warn' ? 'warning' : 'progress';
  return message.rule.newer?.test(message.groups.value ?? '') ? 'version' : message.rule.kind;
}

function given(match: RegExpExecArray): Record<string, string> {
  return Object.fromEntries(Object.entries(match.groups ?? {}).filter(([, value]) => value !== undefined));
}

/** Whether nginx stopped at this message. */
export function isFatal(message: TestMessage): boolean {
  return ['emerg', 'crit', 'alert'].includes(message.level) && message.rule?.remedy !== 'ignore';
}
