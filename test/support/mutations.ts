import type { ConfigNode } from '../../src/nginx/parser.ts';
import { parseConfig } from '../../src/nginx/parser.ts';
import { configFile } from './config-file.ts';

/** A generator of numbers below 1 that gives the same row for the same seed. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

export const mutationKinds = [
  'dropped semicolon',
  'misspelt directive',
  'moved directive',
  'argument too many',
  'argument too few',
  'stray closing brace',
  'dropped closing brace',
  'dropped opening brace',
  'repeated directive',
  'broken value',
  'dropped quote',
] as const;
export type MutationKind = (typeof mutationKinds)[number];

interface Places {
  simple: ConfigNode[];
  blocks: ConfigNode[];
}

function places(text: string): Places {
  const found: Places = { simple: [], blocks: [] };
  const pending = [...parseConfig(configFile(text)).nodes];
  for (let node = pending.shift(); node !== undefined; node = pending.shift()) {
    if (node.opener === null) found.simple.push(node);
    else found.blocks.push(node);
    pending.push(...(node.block ?? []));
  }
  return found;
}

/** One fault of a kind at a place that `random` picks; null when the text has no place for it. */
export function mutate(text: string, kind: MutationKind, random: () => number): string | null {
  const { simple, blocks } = places(text);
  const pick = <T>(items: readonly T[]): T | undefined => items[Math.floor(random() * items.length)];
  const node = pick(simple);
  const block = pick(blocks);
  if (node === undefined || block === undefined) return null;
  const cut = (start: number, end: number, by = '') => text.slice(0, start) + by + text.slice(end);
  const closed = blocks.filter((b) => text[b.end - 1] === '}');
  switch (kind) {
    case 'dropped semicolon':
      return cut(node.end - 1, node.end);
    case 'misspelt directive':
      return cut(node.word.start, node.word.end, misspell(node.name, random));
    case 'moved directive':
      return moveDirective(text, node, pick(blocks.filter((b) => b.block !== null && b !== node.parent)));
    case 'argument too many':
      return cut(node.end - 1, node.end - 1, ' surplus');
    case 'argument too few': {
      const last = node.args[node.args.length - 1];
      return last === undefined ? null : cut(last.start, last.end);
    }
    case 'stray closing brace': {
      const indent = /[ \t]*$/.exec(text.slice(0, node.word.start))?.[0] ?? '';
      return cut(node.end, node.end, `\n${indent}}`);
    }
    case 'dropped closing brace': {
      const victim = pick(closed);
      return victim === undefined ? null : cut(victim.end - 1, victim.end);
    }
    case 'dropped opening brace':
      return block.opener === null ? null : cut(block.opener, block.opener + 1);
    case 'repeated directive':
      return cut(node.end, node.end, `\n${text.slice(node.word.start, node.end)}`);
    case 'broken value': {
      const value = node.args[0];
      return value === undefined ? null : cut(value.start, value.end, pick(['yes', '12x', '-1', 'on', '80:80', '"a b"', '99999999']));
    }
    case 'dropped quote': {
      const quoted = pick(simple.flatMap((n) => n.args).filter((a) => a.quoted));
      return quoted === undefined ? null : cut(quoted.end - 1, quoted.end);
    }
  }
}

function misspell(name: string, random: () => number): string {
  const at = Math.floor(random() * name.length);
  const way = random();
  if (way < 0.35) return name.slice(0, at) + name.slice(at + 1);
  if (way < 0.7) return `${name.slice(0, at)}${'abcdefghij_'[Math.floor(random() * 11)]}${name.slice(at)}`;
  return name.slice(0, at) + (name[at + 1] ?? '') + (name[at] ?? '') + name.slice(at + 2);
}

/** Puts a directive on a line of its own at the beginning of a block. */
function moveDirective(text: string, node: ConfigNode, block: ConfigNode | undefined): string | null {
  if (block?.opener == null) return null;
  const { start } = node.word;
  const moved = text.slice(start, node.end);
  const to = block.opener + 1;
  const [first, second] = to <= start ? [to, start] : [start, to];
  const parts =
    to <= start
      ? [`\n${moved}`, text.slice(to, start), text.slice(node.end)]
      : [text.slice(node.end, to), `\n${moved}`, text.slice(second)];
  return text.slice(0, first) + parts.join('');
}
