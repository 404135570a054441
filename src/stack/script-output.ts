import type { ShellCommand, ShellWord } from './shell.ts';

/**
 * What a command prints, when that is certain: echo, printf, cat, and tee behind them.
 * @param read the text of a file, where it is known
 */
export function printedBy(command: ShellCommand, read: (path: string) => string | undefined): string | undefined {
  const [first, ...args] = command.words;
  const name = first?.text ?? '';
  if (name === 'echo') return echo(args);
  if (name === 'printf') return printf(args);
  if (command.heredoc && !/[$`]/.test(command.heredoc.text)) return command.heredoc.text;
  if (name === 'tee' && command.pipedFrom) return printedBy(command.pipedFrom, read);
  const [file] = args;
  return name === 'cat' && args.length === 1 && file && !file.dynamic ? read(file.text) : undefined;
}

function echo(args: readonly ShellWord[]): string | undefined {
  const flags = args.filter(({ text }, index) => index < 2 && /^-[neE]+$/.test(text));
  const body = args
    .slice(flags.length)
    .map(({ text }) => text)
    .join(' ');
  const escapes = flags.some(({ text }) => text.includes('e'));
  if (isVague(args) || (!escapes && body.includes('\\'))) return undefined;
  return (escapes ? unescaped(body) : body) + (flags.some(({ text }) => text.includes('n')) ? '' : '\n');
}

function printf(args: readonly ShellWord[]): string | undefined {
  const [format, ...values] = args.map(({ text }) => text);
  if (isVague(args) || format === undefined) return undefined;
  if (/^%s(\\n)?$/.test(format)) return values.map((value) => value + (format.endsWith('\\n') ? '\n' : '')).join('');
  return format.includes('%') ? undefined : unescaped(format);
}

function isVague(args: readonly ShellWord[]): boolean {
  return args.some(({ dynamic, text }) => dynamic && /[$`]/.test(text));
}

function unescaped(text: string): string {
  return text.replace(/\\([ntr\\"'$])/g, (_, char: string) => ({ n: '\n', t: '\t', r: '\r' })[char] ?? char);
}
