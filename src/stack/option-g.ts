/** `nginx -g '…'`: directives on nginx's command line, which nginx reads before its files. */
import type { Service } from '../compose/model.ts';
import type { ConfigFile } from '../core/files.ts';
import type { Location } from '../core/source.ts';
import type { Problem } from '../nginx/model.ts';
import { parseConfig } from '../nginx/parser.ts';
import type { Container } from './container.ts';

/** What nginx refuses of its command line. Silent where the words can't be led back to one word of a file. */
export function optionProblems(service: Service, { startup, image }: Container): Problem[] {
  const text = givenDirectives(startup.nginx ?? []);
  if (text === undefined || text.trim() === '' || text.includes('$')) return [];
  const commands = [service.command?.words, service.entrypoint?.words, image.facts.cmd, image.facts.entrypoint];
  const words = commands.flatMap((command) => command ?? []);
  const word = words.find(({ value }) => value === text) ?? words.find(({ value }) => value.includes('-g') && value.includes(text));
  if (word === undefined) return [];
  const file = optionFile(text, word.at);
  const [first] = parseConfig(file, false).problems.filter(({ check }) => check === 'syntax');
  if (first === undefined) return [];
  const ends = /[;{}]\s*$/.test(text);
  return [
    {
      ...first,
      file,
      message: ends
        ? `nginx can't read its option -g "${text}": ${first.message}`
        : `nginx's option -g "${text}" lacks the semicolon that ends a directive.`,
      fix: ends ? first.fix : `Write "${text.trim()};".`,
    },
  ];
}

function givenDirectives(words: readonly string[]): string | undefined {
  const at = words.indexOf('-g');
  return at === -1 ? undefined : words[at + 1];
}

function optionFile(text: string, at: Location): ConfigFile {
  return { path: 'command line', text, origin: at.file, locate: () => at };
}
