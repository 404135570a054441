/** `volumes`, `configs`, `secrets` and `tmpfs` of a service. */
import { posix } from 'node:path';
import { hidden, hideVariables } from './hide-variables.ts';
import type { ComposeProblem, FileMount, Mount, Value } from './model.ts';
import { parseMount } from './mount-syntax.ts';
import { repositoryPath } from './repository-path.ts';
import { getMapping, getScalar, itemsOf, locate, type Mapping, type Scalar, type Tree } from './tree.ts';
import { boolUnder, like, scalarsOf } from './values.ts';

const types = new Set<Mount['type']>(['bind', 'volume', 'tmpfs', 'npipe', 'cluster', 'image']);

export function readMounts(tree: Tree | undefined, folder: string, problems: ComposeProblem[]): Mount[] {
  return itemsOf(tree).flatMap((item) => {
    const mount =
      item.kind === 'mapping' ? readLong(item, folder, problems) : item.kind === 'scalar' ? readShort(item, folder, problems) : undefined;
    return mount === undefined ? [] : [mount];
  });
}

function readShort(scalar: Scalar, folder: string, problems: ComposeProblem[]): Mount | undefined {
  const mount = parseMount(scalar.text);
  if ('error' in mount) {
    problems.push({ message: mount.error, at: locate(scalar.span), ...(scalar.uncertain && { uncertain: true }) });
    return scalar.uncertain ? mountOfVariables(scalar) : undefined;
  }
  const place = { at: locate(scalar.span), ...(scalar.uncertain && doubtfulSides(scalar)) };
  const common = { target: cleanPath(mount.target), readOnly: mount.readOnly, short: true, ...place };
  if (mount.type === 'volume') return { type: 'volume', source: mount.source, outside: null, ...common };
  return { type: 'bind', ...bindSource(mount.source ?? '', scalar.base ?? folder), ...common };
}

/** Whether the path in the container hangs on the variables, too: all that stands behind the first colon. */
function doubtfulSides({ text, written = text }: Scalar): Pick<Mount, 'uncertain' | 'targetUncertain'> {
  const shown = hideVariables(written);
  const [source = '', target = ''] = [shown.slice(0, shown.indexOf(':')), shown.slice(shown.indexOf(':') + 1)];
  return { uncertain: true, ...((target.includes(hidden) || !source.includes(hidden)) && { targetUncertain: true }) };
}

/** A mount that came out broken for want of a variable's value: it will be one at the deploy, of something outside the repository. */
function mountOfVariables({ text, written = text, span }: Scalar): Mount | undefined {
  const shown = hideVariables(written);
  const [source = '', target, mode = ''] = shown.split(':');
  if (target === undefined || !(target.startsWith('/') || target.includes(hidden))) return undefined;
  const place = {
    at: locate(span),
    uncertain: true,
    ...((target.includes(hidden) || !source.includes(hidden)) && { targetUncertain: true }),
  };
  const path = cleanPath(target.replaceAll(hidden, ''));
  return { type: 'bind', source: null, outside: written, target: path, readOnly: mode === 'ro', short: true, ...place };
}

/** A named pipe of Windows is a path that leads outside, too. */
function bindSource(written: string, folder: string): { source: string | null; outside: string | null } {
  const source = /^(?:\\\\|\p{L}:)/u.test(written) ? null : repositoryPath(folder, written);
  return { source, outside: source === null ? written : null };
}

function readLong(item: Mapping, folder: string, problems: ComposeProblem[]): Mount | undefined {
  const type = getScalar(item, 'type')?.text as Mount['type'] | undefined;
  const target = getScalar(item, 'target');
  if (type === undefined || !types.has(type)) return undefined;
  if (target === undefined) problems.push({ message: 'This mount has no target.', at: locate(item.span) });
  const source = getScalar(item, 'source');
  if (type === 'bind' && source === undefined) problems.push({ message: 'A bind mount needs a source.', at: locate(item.span) });
  const uncertain = [source, target].some((scalar) => scalar?.uncertain);
  return {
    type,
    ...longSource(type, source, folder),
    target: target === undefined ? '' : cleanPath(target.text),
    readOnly: boolUnder(item, 'read_only'),
    short: getScalar(getMapping(item, 'bind'), 'create_host_path')?.text === 'true',
    at: locate(item.span),
    ...(uncertain && { uncertain }),
    ...(target?.uncertain && { targetUncertain: true }),
  };
}

function longSource(type: Mount['type'], source: Scalar | undefined, folder: string): { source: string | null; outside: string | null } {
  if (source === undefined || source.text === '') return { source: null, outside: null };
  if (type === 'bind') return bindSource(source.text, source.base ?? folder);
  return { source: type === 'volume' || type === 'cluster' ? source.text : null, outside: null };
}

/** `configs` go to `/NAME`, `secrets` to `/run/secrets/NAME`; a relative target starts there. */
export function readFileMounts(tree: Tree | undefined, folder: '' | '/run/secrets'): FileMount[] {
  return itemsOf(tree).flatMap((item) => {
    const source = item.kind === 'scalar' ? item : getScalar(item, 'source');
    if (source === undefined) return [];
    const target = item.kind === 'scalar' ? source.text : (getScalar(item, 'target')?.text ?? source.text);
    return [{ source: source.text, target: target.startsWith('/') ? cleanPath(target) : `${folder}/${target}`, at: locate(item.span) }];
  });
}

export function readTmpfs(tree: Tree | undefined): Value[] {
  return scalarsOf(tree).map((scalar) => like(cleanPath(scalar.text.split(':', 1)[0] ?? ''), scalar));
}

/** A path in the container without `.`, `..`, doubled and trailing slashes. */
function cleanPath(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/, '');
}
