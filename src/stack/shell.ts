/** One simple command of a shell script, words unquoted, redirections apart. */
export interface ShellCommand {
  words: ShellWord[];
  redirects: { operator: '<' | '>' | '>>' | '<<<'; target: ShellWord }[];
  /** The text of a here-document that is fed to it. */
  heredoc: { text: string; offset: number } | null;
  /** The command before the pipe that feeds this one. */
  pipedFrom: ShellCommand | null;
  /** False inside if, for, while, case, a function or behind `||`: it may not run, or run otherwise. */
  certain: boolean;
  /** Ends with `&`. */
  background: boolean;
  /** Offset of its first word in the script. */
  offset: number;
}

export interface ShellWord {
  text: string;
  /** Holds `$`, a backquote or a glob that only the shell can resolve; then `text` keeps it as written. */
  dynamic: boolean;
}

type Token = { kind: 'word'; word: ShellWord; raw: string; offset: number } | { kind: 'operator'; text: string; offset: number };

const opening = new Set(['if', 'for', 'while', 'until', 'case', 'select', '{', '(', '[[']);
const closing = new Set(['fi', 'done', 'esac', '}', ')']);
const neutral = new Set(['then', 'else', 'elif', 'do', '!', 'time']);
const longestScript = 256 * 1024;

/**
 * The simple commands of a POSIX shell script in order. It understands quoting, redirections, pipes, here-documents and
 * comments; commands inside compound commands come out as uncertain. Undefined when the text can't be split for sure.
 * @param lookup the value of a variable, or undefined when it isn't known
 */
export function shellCommands(script: string, lookup: (name: string) => string | undefined = () => undefined): ShellCommand[] | undefined {
  if (script.length > longestScript) return undefined;
  const tokens = tokenize(script, lookup);
  return tokens && group(tokens.tokens, tokens.heredocs);
}

interface Heredoc {
  name: string;
  strip: boolean;
  at: number;
  text: string;
  offset: number;
}

function tokenize(
  script: string,
  lookup: (name: string) => string | undefined,
): { tokens: Token[]; heredocs: Map<number, Heredoc> } | undefined {
  const tokens: Token[] = [];
  const heredocs = new Map<number, Heredoc>();
  const waiting: Heredoc[] = [];
  let at = 0;
  while (at < script.length) {
    const char = script[at] as string;
    if (char === '\\' && script[at + 1] === '\n') at += 2;
    else if (char === '\\' && script[at + 1] === '\r' && script[at + 2] === '\n') at += 3;
    else if (char === ' ' || char === '\t' || char === '\r') at++;
    else if (char === '#') at = lineEnd(script, at);
    else if (char === '\n') {
      tokens.push({ kind: 'operator', text: '\n', offset: at });
      at++;
      for (const heredoc of waiting.splice(0)) at = readHeredoc(script, at, heredoc);
    } else {
      const heredoc = /^<<(-?)\s*(["']?)([A-Za-z_][\w.]*)\2/.exec(script.slice(at, at + 200));
      const operator = /^(?:\d?>>|\d?>&\d?|&>>?|\d?>\|?|<<<|<>|<&\d?|<|\|\||&&|;;|\||&|;|\(|\))/.exec(script.slice(at, at + 4));
      if (heredoc && !script.startsWith('<<<', at)) {
        const entry: Heredoc = { strip: heredoc[1] === '-', name: heredoc[3] as string, at: tokens.length, text: '', offset: 0 };
        waiting.push(entry);
        heredocs.set(tokens.length, entry);
        tokens.push({ kind: 'operator', text: '<<', offset: at });
        at += heredoc[0].length;
      } else if (operator) {
        tokens.push({ kind: 'operator', text: operator[0], offset: at });
        at += operator[0].length;
      } else {
        const word = readWord(script, at, lookup);
        if (!word) return undefined;
        tokens.push({ kind: 'word', word: word.word, raw: script.slice(at, word.end), offset: at });
        at = word.end;
      }
    }
  }
  return { tokens, heredocs };
}

function lineEnd(script: string, at: number): number {
  const end = script.indexOf('\n', at);
  return end === -1 ? script.length : end;
}

function readHeredoc(script: string, from: number, heredoc: Heredoc): number {
  heredoc.offset = from;
  let at = from;
  while (at < script.length) {
    const end = lineEnd(script, at);
    const raw = script.slice(at, end);
    const line = heredoc.strip ? raw.replace(/^\t+/, '') : raw;
    at = Math.min(end + 1, script.length);
    if (line.replace(/\r$/, '') === heredoc.name) break;
    heredoc.text += `${line}\n`;
  }
  return at;
}

function readWord(
  script: string,
  from: number,
  lookup: (name: string) => string | undefined,
): { word: ShellWord; end: number } | undefined {
  let at = from;
  let text = '';
  let dynamic = false;
  let quote = '';
  while (at < script.length) {
    const char = script[at] as string;
    if (quote === "'") {
      if (char === "'") quote = '';
      else text += char;
      at++;
    } else if (char === '\\') {
      const next = script[at + 1] ?? '';
      if (next !== '\n') text += quote === '"' && !'"$`\\'.includes(next) ? char + next : next;
      at += 2;
    } else if (char === '"' || (char === "'" && quote === '')) {
      quote = quote === char ? '' : char;
      at++;
    } else if (char === '$' || char === '`') {
      const part = readDollar(script, at, lookup);
      if (!part) return undefined;
      text += part.text;
      dynamic ||= part.dynamic;
      at = part.end;
    } else if (quote === '' && /[\s;&|<>()]/.test(char)) break;
    else {
      if (quote === '' && (char === '*' || char === '?' || char === '[')) dynamic = true;
      text += char;
      at++;
    }
  }
  return quote === '' ? { word: { text, dynamic }, end: at } : undefined;
}

function readDollar(
  script: string,
  at: number,
  lookup: (name: string) => string | undefined,
): { text: string; dynamic: boolean; end: number } | undefined {
  const name = /^\$(?:([A-Za-z_]\w*)|\{([A-Za-z_]\w*)\})/.exec(script.slice(at, at + 200));
  if (name) {
    const value = lookup((name[1] ?? name[2]) as string);
    return { text: value ?? name[0], dynamic: value === undefined, end: at + name[0].length };
  }
  const pairs: [string, string][] = [
    ['$((', '))'],
    ['$(', ')'],
    ['${', '}'],
  ];
  for (const [open, close] of pairs) {
    if (!script.startsWith(open, at)) continue;
    const end = closingOf(script, at + open.length, open.at(-1) as string, close.at(-1) as string, close.length);
    return end === undefined ? undefined : { text: script.slice(at, end), dynamic: true, end };
  }
  if (script[at] === '`') {
    const end = script.indexOf('`', at + 1);
    return end === -1 ? undefined : { text: script.slice(at, end + 1), dynamic: true, end: end + 1 };
  }
  const special = /^\$[@*#?!$0-9-]/.test(script.slice(at, at + 2));
  return special ? { text: script.slice(at, at + 2), dynamic: true, end: at + 2 } : { text: '$', dynamic: false, end: at + 1 };
}

function closingOf(script: string, from: number, open: string, close: string, depth: number): number | undefined {
  let level = depth;
  for (let at = from; at < script.length; at++) {
    const char = script[at];
    if (char === '\\') at++;
    else if (char === open) level++;
    else if (char === close && --level === 0) return at + 1;
  }
  return undefined;
}

function group(tokens: Token[], heredocs: Map<number, Heredoc>): ShellCommand[] {
  const commands: ShellCommand[] = [];
  /** The compound commands that are open. */
  const open: string[] = [];
  let alternative = false;
  let piped: ShellCommand | null = null;
  let now = fresh(0);
  const finish = (operator: string) => {
    if (now.words.length > 0 || now.redirects.length > 0) {
      now.certain &&= open.length === 0 && !alternative;
      now.pipedFrom = piped;
      now.background = operator === '&';
      commands.push(now);
      piped = operator === '|' ? now : null;
    } else if (operator !== '\n') piped = null;
    if (operator === '||' || (operator === '&&' && isTest(commands.at(-1)))) alternative = true;
    else if (operator === ';' || operator === '\n' || operator === '&') alternative = false;
    now = fresh(0);
  };
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] as Token;
    if (token.kind === 'operator') {
      const { text } = token;
      if (text === '<<') {
        const heredoc = heredocs.get(index) as Heredoc;
        now.heredoc = { text: heredoc.text, offset: heredoc.offset };
      } else if (/[<>]/.test(text)) {
        const target = tokens[index + 1];
        if (/&\d?$/.test(text) && !/^&>/.test(text) && /\d$/.test(text)) continue;
        if (target?.kind === 'word') {
          index++;
          const operator = text.includes('<<<') ? '<<<' : text.includes('>>') ? '>>' : text.includes('>') ? '>' : '<';
          if (!/^[2-9]/.test(text) || operator === '<') now.redirects.push({ operator, target: target.word });
        }
      } else if (text === '(') {
        finish(text);
        open.push(text);
      } else if (text === ')') {
        finish(text);
        // The bracket behind a pattern of `case` closes nothing.
        if (open.at(-1) === '(') open.pop();
      } else finish(text);
      continue;
    }
    if (now.words.length === 0 && neutral.has(token.raw)) continue;
    if (now.words.length === 0 && opening.has(token.raw) && token.raw !== '[[') {
      open.push(token.raw);
      continue;
    }
    if (now.words.length === 0 && closing.has(token.raw)) {
      finish(';');
      open.pop();
      continue;
    }
    if (now.words.length === 0) now.offset = token.offset;
    now.words.push(token.word);
  }
  finish(';');
  return commands;
}

/** A command whose exit status is a question, so that what follows `&&` may not run. */
function isTest(command: ShellCommand | undefined): boolean {
  return /^(\[|\[\[|test|grep|egrep|command|which|type)$/.test(command?.words[0]?.text ?? '');
}

function fresh(offset: number): ShellCommand {
  return { words: [], redirects: [], heredoc: null, pipedFrom: null, certain: true, background: false, offset };
}
