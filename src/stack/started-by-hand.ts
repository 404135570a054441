/** Containers that scripts of the repository start beside Compose, by the names that they give them. */
import type { Repository } from '../core/repository.ts';

const scripts =
  /(?:\.(?:sh|bash|zsh|ps1|bat|cmd|mk|ya?ml|json|md|txt|groovy|service)|(?:^|\/)(?:[Mm]akefile|[Jj]ustfile|Jenkinsfile|Vagrantfile))$/;
const mostFiles = 2000;
const largest = 256 * 1024;
const known = new WeakMap<Repository, ReadonlySet<string>>();

/** The values of `--name`, `--network-alias` and `--alias` of every docker or podman command, in lower case. */
export function namesStartedByHand(repository: Repository): ReadonlySet<string> {
  const before = known.get(repository);
  if (before !== undefined) return before;
  const names = new Set<string>();
  for (const file of repository
    .files()
    .filter((path) => scripts.test(path))
    .slice(0, mostFiles)) {
    const text = repository.source(file)?.text ?? '';
    if (text.length > largest || !/\b(?:docker|podman|nerdctl)\b/.test(text)) continue;
    for (const match of text.matchAll(/--(?:name|network-alias|net-alias|alias)[ \t=]+["']?([A-Za-z0-9][\w.-]{0,127})/g))
      names.add((match[1] as string).toLowerCase());
  }
  known.set(repository, names);
  return names;
}
