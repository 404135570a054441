/** Reads compose files into one settled model: per document variables, then `include`, then `extends`, then laid over what came before. */
import { applyExtends } from './extends.ts';
import { applyInclude } from './include.ts';
import { interpolateModel } from './interpolate-tree.ts';
import { mergeModels, settleMarks } from './merge.ts';
import type { ModelRequest } from './model-request.ts';
import { checkShape } from './shape.ts';
import { locate, type Mapping, type Tree } from './tree.ts';
import { enforceUnicity } from './unicity.ts';
import { parseYaml } from './yaml.ts';

const mostFiles = 1000;

/** The settled model of some files, or undefined when none of them could be read. */
export function loadModel(request: ModelRequest): Mapping | undefined {
  const { loading } = request;
  let model: Mapping | undefined;
  for (const file of request.files) {
    const source = loading.repository.source(file);
    if (source === undefined || ++loading.filesRead > mostFiles) continue;
    const { documents, problems } = parseYaml(source);
    loading.problems.push(...problems);
    for (const document of documents) {
      const own = readDocument(document, file, request);
      if (own === undefined) continue;
      model = enforceUnicity(model === undefined ? own : mergeModels(model, own, loading.problems));
      if (!request.bare) checkShape(model, loading.problems);
    }
  }
  return model && (settleMarks(model) as Mapping);
}

function readDocument(document: Tree, file: string, request: ModelRequest): Mapping | undefined {
  const { problems, unset } = request.loading;
  if (document.kind !== 'mapping') {
    problems.push({ message: 'The top level of a compose file must be a mapping.', at: locate(document.span) });
    return undefined;
  }
  const interpolated = interpolateModel(document, { lookup: request.lookup, problems, unset });
  if (request.bare) return interpolated;
  return applyExtends(applyInclude(interpolated, file, request), file, request);
}
