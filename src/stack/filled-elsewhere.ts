/** Whether something in the repository besides the container may fill in the placeholders of a file before it is deployed. */
import { posix } from 'node:path';
import type { Repository } from '../core/repository.ts';

const scripts =
  /\.(?:sh|bash|zsh|ps1|py|rb|js|mjs|ts|ya?ml|tf|mk|gradle|groovy)$|(?:^|\/)(?:Makefile|Jenkinsfile|justfile|Justfile|Rakefile|Vagrantfile|fabfile)$|(?:^|\/)[^.]{1,40}$/;
const mostScripts = 3000;
const longestScript = 256 * 1024;

/** True where a script renders templates, or names the file or the placeholder beside an edit. */
export function mayBeFilledElsewhere(repo: Repository, file: string, name: string): boolean {
  const base = posix.basename(file);
  let seen = 0;
  for (const path of repo.files()) {
    if (!scripts.test(path) || path === file) continue;
    if (++seen > mostScripts) return true;
    const text = repo.source(path)?.text ?? '';
    if (text.length > longestScript) continue;
    if (/\benvsubst\b/.test(text)) return true;
    const names = text.includes(base) || text.includes(name);
    if (names && /\bsed\b|\bperl\b|\bawk\b|\bgomplate\b|\bj2\b|replace|template|render/i.test(text)) return true;
  }
  return false;
}
