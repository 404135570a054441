/** Where the variables of a project come from: what the caller gives, the env files, `.env`, and as a guess the committed sample of an ignored `.env`. */
import type { Repository } from '../core/repository.ts';
import type { Source } from '../core/source.ts';
import { type DotenvValue, parseDotenv } from './dotenv.ts';
import type { Lookup, Variable } from './interpolate.ts';
import type { ComposeProblem } from './model.ts';
import { inFolder } from './repository-path.ts';

/** How people name the committed sample of a file that git ignores, in the order of preference. */
const sampleEndings = ['.example', '.sample', '.dist', '.template', '.tpl', '.default'];
const sampleNames = ['env.example', 'env.sample', 'example.env', 'sample.env', 'dotenv.example'];

export interface Environment {
  lookup: Lookup;
  problems: ComposeProblem[];
}

/** The caller's variables alone; they are certain. */
export function givenEnvironment(given: Record<string, string | undefined>): Lookup {
  return (name) => {
    const value = Object.hasOwn(given, name) ? given[name] : undefined;
    return value === undefined ? undefined : { value, uncertain: false };
  };
}

export interface EnvironmentRequest {
  repository: Repository;
  folder: string;
  /** Repository-relative; empty for `.env` of the folder. */
  envFiles: readonly string[];
  /** What the caller, or the including project, has set. */
  outer: Lookup;
  samples: boolean;
}

/** The environment of one model. What is certain wins over what is guessed, and the outer over the inner. */
export function environmentOf({ repository, folder, envFiles, outer, samples }: EnvironmentRequest): Environment {
  const problems: ComposeProblem[] = [];
  const values = new Map<string, Variable>();
  const files = envFiles.length > 0 ? envFiles : [inFolder(folder, '.env')];
  for (const file of files) {
    const source = repository.source(file);
    if (source !== undefined) readInto(values, source, outer, problems);
  }
  if (samples) readSamples(repository, files, values);
  const lookup: Lookup = (name) => {
    const first = outer(name);
    if (first !== undefined && !first.uncertain) return first;
    const own = values.get(name);
    return own !== undefined && (!own.uncertain || first === undefined) ? own : first;
  };
  return { lookup, problems };
}

function readInto(values: Map<string, Variable>, source: Source, outer: Lookup, problems: ComposeProblem[]): void {
  const certain: Lookup = (name) => outer(name) ?? values.get(name);
  const { values: read, error } = parseDotenv(source, certain);
  for (const [name, value] of read) values.set(name, value);
  // A bare name as the last line; where a checkout has no symbolic links, a linked `.env` looks like that.
  const nameless = read.get('');
  if (nameless !== undefined) {
    const at = source.locate(nameless.start, nameless.end);
    problems.push({ message: `"${nameless.value}" has no value, and no line end that would make it a name.`, at, uncertain: true });
  }
  if (error !== null) problems.push({ message: error.message, at: source.locate(error.offset, error.offset + 1) });
}

function readSamples(repository: Repository, files: readonly string[], values: Map<string, Variable>): void {
  for (const file of files) {
    if (repository.kind(file) !== undefined) continue;
    const sample = sampleOf(repository, file);
    if (sample === undefined) continue;
    for (const [name, value] of sample.values) if (!values.has(name)) values.set(name, { value: value.value, uncertain: true });
  }
}

/** The committed sample beside an env file that is absent, and what it holds, all of it uncertain; undefined when there is none. */
export function sampleOf(repository: Repository, file: string): { source: Source; values: Map<string, DotenvValue> } | undefined {
  const folder = file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '';
  const candidates = sampleEndings.map((ending) => `${file}${ending}`);
  if (file === inFolder(folder, '.env')) candidates.push(...sampleNames.map((name) => inFolder(folder, name)));
  for (const candidate of candidates) {
    const source = repository.source(candidate);
    if (source === undefined) continue;
    const { values } = parseDotenv(source, () => undefined);
    for (const [name, value] of values) values.set(name, { ...value, uncertain: true });
    return { source, values };
  }
  return undefined;
}
