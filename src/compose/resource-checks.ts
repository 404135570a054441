/** What Compose checks about the top-level networks, volumes, configs and secrets, used or not. */
import type { ComposeProblem } from './model.ts';
import { getMapping, getScalar, locate, type Mapping, type Tree } from './tree.ts';

export function checkResources(model: Mapping, problems: ComposeProblem[]): void {
  for (const { value } of getMapping(model, 'volumes')?.entries.values() ?? []) checkExternalVolume(value, problems);
  checkFileObjects(model, 'configs', ['file', 'environment', 'content'], problems);
  checkFileObjects(model, 'secrets', ['file', 'environment'], problems);
}

/** Somebody else's volume takes no options from here. */
function checkExternalVolume(volume: Tree, problems: ComposeProblem[]): void {
  if (volume.kind !== 'mapping' || getScalar(volume, 'external')?.text !== 'true') return;
  for (const [key, { key: place }] of volume.entries) {
    if (key === 'external' || key === 'name' || key.startsWith('x-')) continue;
    problems.push({ message: `An external volume can't have ${key}.`, at: locate(place) });
  }
}

function checkFileObjects(model: Mapping, kind: string, sources: string[], problems: ComposeProblem[]): void {
  for (const [name, { key, value }] of getMapping(model, kind)?.entries ?? []) {
    if (value.kind !== 'mapping') continue;
    const [first, second] = sources.filter((source) => value.entries.has(source));
    const repeated = second === undefined ? undefined : value.entries.get(second);
    if (repeated !== undefined)
      problems.push({ message: `${first} and ${second} of "${name}" exclude each other.`, at: locate(repeated.key) });
    if (first === undefined && !value.entries.has('driver') && !value.entries.has('external')) {
      problems.push({ message: `"${name}" needs one of ${sources.join(', ')}, or external: true.`, at: locate(key) });
    }
  }
}
