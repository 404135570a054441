/** `build` of a service. */
import type { Lookup } from './interpolate.ts';
import type { Build, Value } from './model.ts';
import { repositoryPath } from './repository-path.ts';
import { environmentValue } from './service-environment.ts';
import { getScalar, isNull, locate, locatePart, type Scalar, type Tree } from './tree.ts';
import { pairsOf, textUnder, toValue } from './values.ts';

const remote = /:\/\/|^(?:github\.com\/|git@)/;

export function readBuild(tree: Tree | undefined, folder: string, lookup: Lookup): Build | null {
  if (tree === undefined || isNull(tree) || tree.kind === 'list') return null;
  const written = tree.kind === 'scalar' ? tree : getScalar(tree, 'context');
  const context = readContext(tree, written, folder);
  const dockerfile = getScalar(tree, 'dockerfile');
  const inline = textUnder(tree, 'dockerfile_inline');
  const additional = pairsOf(tree.kind === 'mapping' ? tree.entries.get('additional_contexts')?.value : undefined);
  return {
    at: locate(tree.span),
    context,
    dockerfile: inline === null || dockerfile !== undefined ? readDockerfile(tree, dockerfile, context) : null,
    dockerfileInline: inline,
    target: textUnder(tree, 'target'),
    args: new Map(
      pairsOf(tree.kind === 'mapping' ? tree.entries.get('args')?.value : undefined).map((pair) => [
        pair.key,
        environmentValue(pair, lookup),
      ]),
    ),
    additionalContexts: new Map(
      additional.flatMap((pair) => (pair.value === null ? [] : [[pair.key, additionalContext(pair.value, pair.scalar, folder)]])),
    ),
  };
}

function readContext(tree: Tree, written: Scalar | undefined, folder: string): Value | null {
  if (written === undefined || written.text === '') {
    const base = written?.base ?? folder;
    return { value: base, at: locate(tree.span), ...(written?.uncertain && { uncertain: true }) };
  }
  if (remote.test(written.text)) return null;
  const path = repositoryPath(written.base ?? folder, written.text);
  return path === null ? null : { ...toValue(written), value: path };
}

/** The Dockerfile stands relative to the context, and may lie outside of it. */
function readDockerfile(tree: Tree, written: Scalar | undefined, context: Value | null): Value | null {
  if (context === null) return null;
  const name = written === undefined || written.text === '' ? 'Dockerfile' : written.text;
  const path = repositoryPath(context.value, name);
  if (path === null) return null;
  const uncertain = written?.uncertain === true || context.uncertain === true;
  return {
    value: path,
    at: written === undefined ? locate(tree.span) : locatePart(written, 0, written.text.length),
    ...(uncertain && { uncertain }),
  };
}

/** A repository path, or as written what is no path (`service:x`, `docker-image://x`, a URL) or leads outside. */
function additionalContext(written: string, scalar: Scalar, folder: string): Value {
  const path = remote.test(written) || written.startsWith('service:') ? null : repositoryPath(scalar.base ?? folder, written);
  return { ...toValue(scalar), at: locate(scalar.span), value: path ?? written };
}
