/** `include`: other compose files, each a model of its own with its own folder and `.env`, whose services and resources come into this one. */
import { startFrom } from './base-folder.ts';
import { environmentOf } from './environment.ts';
import { mergeResources } from './merge.ts';
import { type ModelRequest, resolveFile } from './model-request.ts';
import { folderOf, repositoryPath } from './repository-path.ts';
import { type Entry, get, getMapping, getScalar, itemsOf, locate, type Mapping, type Scalar, type Tree } from './tree.ts';
import { scalarsOf } from './values.ts';

const kinds = ['services', 'volumes', 'networks', 'secrets', 'configs', 'models'];
const deepest = 30;

/** The document with what it includes under its own definitions, and without `include`. */
export function applyInclude(document: Mapping, file: string, request: ModelRequest): Mapping {
  const includes = itemsOf(get(document, 'include'));
  if (includes.length === 0) return document;
  let result = without(document, 'include');
  for (const item of includes) {
    const included = load(item, file, request);
    if (included !== undefined) result = bringIn(included, result, request);
  }
  return result;
}

function without(document: Mapping, key: string): Mapping {
  const entries = new Map(document.entries);
  entries.delete(key);
  return { ...document, entries };
}

function load(item: Tree, file: string, request: ModelRequest): Mapping | undefined {
  const paths = scalarsOf(item.kind === 'mapping' ? get(item, 'path') : item);
  const [first] = paths;
  if (first === undefined) return undefined;
  const files = paths.map((path) => resolveFile(path, request));
  if (files.some((path) => path === undefined)) return undefined;
  const chain = [...request.chain, file];
  const main = files[0] as string;
  if (chain.includes(main) || chain.length > deepest) {
    const message = chain.includes(main)
      ? `These files include each other: ${[...chain, main].join(', ')}.`
      : 'Files include files too deeply here.';
    request.loading.problems.push({ message, at: locate(first.span) });
    return undefined;
  }
  const folder = projectFolder(getScalar(item, 'project_directory'), main, request);
  if (folder === null) return undefined;
  const { repository, samples } = request.loading;
  const environment = environmentOf({
    repository,
    folder,
    envFiles: envFiles(get(item, 'env_file'), request),
    outer: request.lookup,
    samples,
  });
  request.loading.problems.push(...environment.problems);
  const model = request.loading.loadModel({ ...request, files: files as string[], folder, lookup: environment.lookup, chain });
  return model && startFrom(model, folder);
}

/** Null when it lies outside of the repository. */
function projectFolder(written: Scalar | undefined, main: string, request: ModelRequest): string | null {
  return written === undefined || written.text === '' ? folderOf(main) : repositoryPath(written.base ?? request.folder, written.text);
}

function envFiles(tree: Tree | undefined, request: ModelRequest): string[] {
  return scalarsOf(tree).flatMap((scalar) => {
    const path = repositoryPath(scalar.base ?? request.folder, scalar.text);
    if (path === null || request.loading.repository.kind(path) !== 'file') {
      request.loading.problems.push({
        message: `The env file ${scalar.text} is not in the repository.`,
        at: locate(scalar.span),
        uncertain: true,
      });
    }
    return path === null ? [] : [path];
  });
}

/** Compose up to 2.40 refuses two definitions of one name; since 5.0 the including file's is laid over the included one. */
function bringIn(included: Mapping, document: Mapping, request: ModelRequest): Mapping {
  const entries = new Map(document.entries);
  for (const kind of kinds) {
    const from = getMapping(included, kind);
    if (from === undefined) continue;
    const key = included.entries.get(kind)?.key ?? from.span;
    const own = getMapping(document, kind);
    const merged = new Map<string, Entry>(own?.entries);
    for (const [name, entry] of from.entries) {
      const mine = merged.get(name);
      const value = mine === undefined ? entry.value : mergeResources(kind, entry.value, mine.value, request.loading.problems);
      merged.set(name, mine === undefined ? entry : { key: mine.key, value });
    }
    entries.set(kind, { key, value: { kind: 'mapping', entries: merged, span: own?.span ?? from.span } });
  }
  return { ...document, entries };
}
