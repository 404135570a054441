import { DockerfileParser, type Instruction as ParsedInstruction } from 'dockerfile-ast';
import { messageOf } from '../core/errors.ts';
import type { Located, Source } from '../core/source.ts';
import { expandWord, type Scope } from './expand.ts';
import { type JoinedText, joinLine, jsonWords, type RawWord, readHeredocs, splitWords } from './instruction-text.ts';
import { imageEnvironment } from './known-images.ts';
import type { Dockerfile, Instruction, Stage } from './model.ts';

/** A longer Dockerfile is not read: nobody writes one, and its parser needs time that grows with the square of a line's length. */
const longestDockerfile = 512 * 1024;

/** More stages are not read: each is built on the files of those before it. */
const mostStages = 200;

/** Words of these are substituted by the builder; RUN, CMD, ENTRYPOINT and HEALTHCHECK are left to the shell. */
const substituted = new Set(['ADD', 'COPY', 'ENV', 'EXPOSE', 'LABEL', 'STOPSIGNAL', 'USER', 'VOLUME', 'WORKDIR', 'ARG', 'FROM']);
const withFlags = new Set(['ADD', 'COPY', 'RUN', 'HEALTHCHECK', 'FROM']);
const withJson = new Set(['ADD', 'COPY', 'RUN', 'CMD', 'ENTRYPOINT', 'SHELL', 'VOLUME']);
const withHeredocs = new Set(['ADD', 'COPY', 'RUN']);

/**
 * Reads a Dockerfile as `docker build` would with these build arguments.
 * @param source the text; its `file` is what locations name
 * @param args `build.args`; a null value is an argument that nobody gave
 */
export function parseDockerfile(source: Source, args: ReadonlyMap<string, string | null> = new Map()): Dockerfile {
  const dockerfile: Dockerfile = { file: source.file, stages: [], problems: [] };
  if (source.text.length > longestDockerfile) {
    dockerfile.problems.push({ message: 'This Dockerfile is too long to be read.', at: source.locate(0, 0) });
    return dockerfile;
  }
  try {
    new DockerfileReader(source, args, dockerfile).read();
  } catch (error) {
    dockerfile.problems.push({ message: `This Dockerfile can't be read: ${messageOf(error)}`, at: source.locate(0, 0) });
  }
  return dockerfile;
}

class DockerfileReader {
  readonly #source: Source;
  readonly #args: ReadonlyMap<string, string | null>;
  readonly #out: Dockerfile;
  readonly #globals = new Map<string, string>();
  #environment = new Map<string, string>();
  #stageArgs = new Map<string, string>();
  /** The environment at the end of each stage, for those that build on it. */
  readonly #ends: Map<string, string>[] = [];
  #escape = '\\';

  constructor(source: Source, args: ReadonlyMap<string, string | null>, out: Dockerfile) {
    this.#source = source;
    this.#args = args;
    this.#out = out;
  }

  read(): void {
    const text = this.#source.text.replace(/^\uFEFF/, ' ');
    const parsed = DockerfileParser.parse(text);
    this.#escape = parsed.getEscapeCharacter() || '\\';
    for (const instruction of parsed.getInstructions()) this.#instruction(instruction);
  }

  #instruction(parsed: ParsedInstruction): void {
    const range = parsed.getRange();
    const start = this.#offset(range.start);
    const end = this.#offset(range.end);
    const keyword = parsed.getKeyword();
    const nameEnd = this.#offset(parsed.getInstructionRange().end);
    const { joined, next } = joinLine(this.#source.text, nameEnd, end, this.#escape);
    const { flags, rest } = withFlags.has(keyword) ? this.#flags(joined) : { flags: new Map<string, Located<string>>(), rest: joined };
    const json = withJson.has(keyword) ? jsonWords(rest) : undefined;
    const raw = json ?? splitWords(rest, this.#escape);
    const heredocs = withHeredocs.has(keyword) ? readHeredocs(this.#source, rest.text, next, end) : [];
    const instruction: Instruction = {
      keyword,
      at: this.#source.locate(start, end),
      words: raw.map((word) => this.#word(keyword, word, json !== undefined)),
      flags,
      exec: json !== undefined,
      heredocs: heredocs.map(({ name, quoted, text, start, end }) => ({
        name,
        text: quoted || keyword === 'RUN' ? text : this.#expandBody(text),
        at: this.#source.locate(start, end),
      })),
      raw: rest.text.trim(),
    };
    this.#take(instruction, raw);
  }

  #take(instruction: Instruction, raw: RawWord[]): void {
    if (instruction.keyword === 'FROM') {
      this.#from(instruction);
      return;
    }
    const stage = this.#out.stages.at(-1);
    if (instruction.keyword === 'ARG') this.#arg(raw, stage === undefined);
    if (instruction.keyword === 'ENV') {
      instruction.words = this.#assignments(raw);
      for (const { value } of instruction.words) {
        const cut = value.indexOf('=');
        this.#environment.set(value.slice(0, cut), value.slice(cut + 1));
      }
    }
    if (instruction.keyword === 'LABEL') instruction.words = this.#assignments(raw);
    if (stage) {
      stage.instructions.push(instruction);
      this.#ends[this.#out.stages.length - 1] = this.#environment;
    } else if (instruction.keyword !== 'ARG') {
      this.#out.problems.push({ message: `${instruction.keyword} stands before the first FROM.`, at: instruction.at });
    }
  }

  #from(instruction: Instruction): void {
    const [base, as, name] = instruction.words;
    if (this.#out.stages.length >= mostStages) throw new Error(`it has more than ${mostStages} stages`);
    if (!base) {
      this.#out.problems.push({ message: 'FROM names no image.', at: instruction.at });
      return;
    }
    const parent = this.#stageIndex(base.value);
    const stage: Stage = {
      name: as?.value.toLowerCase() === 'as' && name ? name.value : null,
      base,
      parent,
      at: instruction.at,
      instructions: [],
      args: new Map(),
    };
    this.#environment = new Map(parent === null ? imageEnvironment(base.value) : this.#ends[parent]);
    this.#stageArgs = stage.args;
    this.#out.stages.push(stage);
    this.#ends.push(this.#environment);
  }

  #stageIndex(name: string): number | null {
    const index = this.#out.stages.findIndex((stage) => stage.name?.toLowerCase() === name.toLowerCase());
    return index === -1 ? null : index;
  }

  #arg(raw: RawWord[], global: boolean): void {
    for (const word of raw) {
      const cut = word.text.indexOf('=');
      const name = cut === -1 ? word.text : word.text.slice(0, cut);
      const fallback = cut === -1 ? undefined : expandWord(word.text.slice(cut + 1), this.#scope, this.#escape).text;
      const given = this.#args.get(name) ?? undefined;
      const value = given ?? fallback ?? (global ? undefined : this.#globals.get(name));
      if (value !== undefined) (global ? this.#globals : this.#stageArgs).set(name, value);
    }
  }

  /** `NAME=value …`, or the old form `NAME value with blanks`. */
  #assignments(raw: RawWord[]): Located<string>[] {
    const [first, ...rest] = raw;
    if (!first) return [];
    const at = (from: RawWord, to: RawWord) => this.#source.locate(from.start, to.end);
    if (!first.text.includes('=')) {
      const value = rest.map((word) => expandWord(word.text, this.#scope, this.#escape).text).join(' ');
      return rest.length === 0 ? [] : [{ value: `${first.text}=${value}`, at: at(first, rest.at(-1) as RawWord) }];
    }
    const before = new Map(this.#environment);
    const scope: Scope = (name) => before.get(name) ?? this.#stageArgs.get(name);
    return raw
      .filter((word) => word.text.includes('='))
      .map((word) => ({ value: expandWord(word.text, scope, this.#escape).text, at: at(word, word) }));
  }

  #word(keyword: string, word: RawWord, json: boolean): Located<string> {
    const at = this.#source.locate(word.start, word.end);
    if (!substituted.has(keyword)) return { value: word.text, at };
    if (json) return { value: expandWord(word.text, this.#scope, '\0').text, at };
    return { value: expandWord(word.text, keyword === 'FROM' ? this.#globalScope : this.#scope, this.#escape).text, at };
  }

  #expandBody(text: string): string {
    return text
      .split('\n')
      .map((line) => expandWord(line.replace(/["']/g, '\\$&'), this.#scope, '\\').text)
      .join('\n');
  }

  #flags(joined: JoinedText): { flags: Map<string, Located<string>>; rest: JoinedText } {
    const flags = new Map<string, Located<string>>();
    let at = 0;
    for (;;) {
      const match = /^\s*--([A-Za-z][\w-]*)(?:=(\S*))?(?=\s|$)/.exec(joined.text.slice(at, at + 4096));
      if (!match) break;
      const start = at + match[0].indexOf('--');
      at += match[0].length;
      flags.set((match[1] as string).toLowerCase(), {
        value: expandWord(match[2] ?? '', this.#out.stages.length === 0 ? this.#globalScope : this.#scope, this.#escape).text,
        at: this.#source.locate(joined.offsets[start] as number, joined.offsets[at] as number),
      });
    }
    return { flags, rest: { text: joined.text.slice(at), offsets: joined.offsets.slice(at) } };
  }

  readonly #scope: Scope = (name) =>
    this.#out.stages.length === 0 ? this.#globalScope(name) : (this.#environment.get(name) ?? this.#stageArgs.get(name));

  readonly #globalScope: Scope = (name) => this.#globals.get(name);

  #offset(position: { line: number; character: number }): number {
    return this.#source.lineStart(position.line + 1) + position.character;
  }
}
