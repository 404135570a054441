/** The top-level `networks`, `volumes`, `configs` and `secrets`. */
import type { Location } from '../core/source.ts';
import type { FileObject, Network, Value, Volume } from './model.ts';
import { repositoryPath } from './repository-path.ts';
import { get, getMapping, getScalar, locate, type Mapping, type Scalar, type Tree } from './tree.ts';
import { boolUnder, pairsOf, textUnder, toValue } from './values.ts';

/** `external: true`, or the old `external: { name: … }`. */
function isExternal(tree: Tree): boolean {
  return getMapping(tree, 'external') !== undefined || boolUnder(tree, 'external');
}

function nameOf(tree: Tree): string | null {
  return getScalar(tree, 'name')?.text ?? getScalar(get(tree, 'external'), 'name')?.text ?? null;
}

function resources<T>(model: Mapping, kind: string, read: (key: string, tree: Tree, at: Location) => T): Map<string, T> {
  const section = getMapping(model, kind);
  return new Map([...(section?.entries ?? [])].map(([key, { key: place, value }]) => [key, read(key, value, locate(place))]));
}

export function readNetworks(model: Mapping): Map<string, Network> {
  return resources(model, 'networks', (key, tree, at) => ({
    key,
    name: nameOf(tree),
    external: isExternal(tree),
    internal: boolUnder(tree, 'internal'),
    at,
  }));
}

export function readVolumes(model: Mapping): Map<string, Volume> {
  return resources(model, 'volumes', (key, tree, at) => ({
    key,
    name: nameOf(tree),
    external: isExternal(tree),
    at,
    driverOptions: new Map(pairsOf(get(tree, 'driver_opts')).map((pair) => [pair.key, pair.value ?? ''])),
  }));
}

export function readFileObjects(model: Mapping, kind: 'configs' | 'secrets', folder: string): Map<string, FileObject> {
  return resources(model, kind, (key, tree, at) => {
    const content = getScalar(tree, 'content');
    return {
      key,
      at,
      file: filePath(getScalar(tree, 'file'), folder),
      content: content === undefined ? null : { ...toValue(content), at: locate(content.span) },
      contentLines: content === undefined ? null : contentLines(content),
      environment: textUnder(tree, 'environment'),
      external: isExternal(tree),
    };
  });
}

function filePath(written: Scalar | undefined, folder: string): Value | null {
  const path = written === undefined ? null : repositoryPath(written.base ?? folder, written.text);
  return written === undefined || path === null ? null : { ...toValue(written), value: path };
}

/** Where each line of a scalar stands: lines of a literal block begin after its indentation; a variable may move columns, not lines. */
function contentLines({ text, span, literalAt }: Scalar): Location[] | null {
  const { source, start, end } = span;
  const count = text.replace(/\n$/, '').split('\n').length;
  if (literalAt !== null && count === 1) return [source.locate(literalAt, literalAt + text.length)];
  if (source.text.charAt(start) !== '|') return count === 1 ? [source.locate(start, end)] : null;
  const first = source.position(start).line + 1;
  const indent = /^[ ]*/.exec(firstFilled(source.text, source.lineStart(first), end))?.[0].length ?? 0;
  return Array.from({ length: count }, (_, index) => {
    const line = first + index;
    const lineStart = source.lineStart(line);
    const lineEnd = lineStart + (source.line(line)?.length ?? 0);
    return source.locate(Math.min(lineStart + indent, lineEnd), lineEnd);
  });
}

function firstFilled(text: string, from: number, end: number): string {
  return (
    text
      .slice(from, end)
      .split('\n')
      .find((line) => line.trim() !== '') ?? ''
  );
}
