/** A service's environment: its env files in their order, then `environment`; names without a value take the project's. */
import type { Repository } from '../core/repository.ts';
import type { Source } from '../core/source.ts';
import { type DotenvFile, parseDotenv, parseRawEnv } from './dotenv.ts';
import { sampleOf } from './environment.ts';
import type { Lookup } from './interpolate.ts';
import type { ComposeProblem, EnvironmentValue, Value } from './model.ts';
import { repositoryPath } from './repository-path.ts';
import { getScalar, itemsOf, locate, type Mapping, type Scalar, type Tree } from './tree.ts';
import { type PairValue, pairsOf, toValue } from './values.ts';

export interface ServiceEnvironment {
  environment: Map<string, EnvironmentValue>;
  missingEnvFiles: Value[];
}

interface Reading extends ServiceEnvironment {
  repository: Repository;
  folder: string;
  lookup: Lookup;
  /** Whether a committed sample may stand in for an absent env file. */
  samples: boolean;
  /** `environment` of the service, which variables in env files may name, too. */
  own: Map<string, EnvironmentValue>;
  problems: ComposeProblem[];
}

export function readEnvironment(
  service: Mapping,
  context: { repository: Repository; folder: string; lookup: Lookup; problems: ComposeProblem[]; samples: boolean },
): ServiceEnvironment {
  const own = new Map(pairsOf(service.entries.get('environment')?.value).map((pair) => [pair.key, environmentValue(pair, context.lookup)]));
  const reading: Reading = { ...context, own, environment: new Map(), missingEnvFiles: [] };
  for (const item of itemsOf(service.entries.get('env_file')?.value)) readEnvFile(item, reading);
  for (const [name, value] of own) {
    reading.environment.delete(name);
    reading.environment.set(name, value);
  }
  return { environment: reading.environment, missingEnvFiles: reading.missingEnvFiles };
}

/** The value of a pair; a name alone takes the project's value, or nothing. */
export function environmentValue(pair: PairValue, lookup: Lookup): EnvironmentValue {
  const at = locate(pair.scalar.span);
  if (pair.value !== null) return { value: pair.value, at, uncertain: pair.scalar.uncertain };
  const outer = lookup(pair.key);
  return outer === undefined ? { value: null, at, uncertain: true } : { value: outer.value, at, uncertain: outer.uncertain };
}

function readEnvFile(item: Tree, reading: Reading): void {
  const path = item.kind === 'scalar' ? item : getScalar(item, 'path');
  if (path === undefined || path.text === '') return;
  const file = repositoryPath(path.base ?? reading.folder, path.text);
  const source = file === null ? undefined : reading.repository.source(file);
  if (source === undefined) readAbsent(item, path, file, reading);
  else readPresent(item, path, source, reading);
}

function readPresent(item: Tree, path: Scalar, source: Source, reading: Reading): void {
  const read = getScalar(item, 'format')?.text === 'raw' ? parseRawEnv(source) : parseDotenv(source, lookupFor(reading));
  if (read.error !== null) {
    const at = source.locate(read.error.offset, read.error.offset + 1);
    reading.problems.push({ message: read.error.message, at, related: [{ location: locate(path.span), label: 'reads this file' }] });
  }
  take(read, source, false, reading);
}

function lookupFor(reading: Reading): Lookup {
  return (name) => {
    const earlier = reading.environment.get(name);
    if (earlier !== undefined && earlier.value !== null) return { value: earlier.value, uncertain: earlier.uncertain };
    const outer = reading.lookup(name);
    if (outer !== undefined) return outer;
    const own = reading.own.get(name);
    return own === undefined || own.value === null ? undefined : { value: own.value, uncertain: own.uncertain };
  };
}

function readAbsent(item: Tree, path: Scalar, file: string | null, reading: Reading): void {
  reading.missingEnvFiles.push(toValue(path));
  if (item.kind === 'scalar' || getScalar(item, 'required')?.text !== 'false') {
    reading.problems.push({ message: `The env file ${path.text} is not in the repository.`, at: locate(path.span), uncertain: true });
  }
  const sample = file === null || !reading.samples ? undefined : sampleOf(reading.repository, file);
  if (sample !== undefined) take({ values: sample.values, error: null }, sample.source, true, reading);
}

function take(file: DotenvFile, source: Source, guessed: boolean, reading: Reading): void {
  for (const [name, { value, uncertain, start, end }] of file.values) {
    reading.environment.delete(name);
    reading.environment.set(name, { value, at: source.locate(start, end), uncertain: uncertain || guessed });
  }
}
