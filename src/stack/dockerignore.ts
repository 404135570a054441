import { posix } from 'node:path';
import type { Repository } from '../core/repository.ts';
import type { PathFilter } from './content.ts';
import { matchesPath } from './glob.ts';

const mostPatterns = 1000;

/**
 * What of a build context reaches the builder, by `DOCKERFILE.dockerignore` or the context's `.dockerignore`.
 * The filter takes repository paths; undefined when nothing is left out.
 */
export function contextFilter(repo: Repository, context: string, dockerfile: string): PathFilter | undefined {
  const source = repo.source(`${dockerfile}.dockerignore`) ?? repo.source(posix.join(context, '.dockerignore'));
  const patterns = source === undefined ? [] : readPatterns(source.text);
  return patterns.length === 0 ? undefined : (path) => !isIgnored(patterns, posix.relative(context || '.', path).split('/'));
}

interface Pattern {
  parts: string[];
  keep: boolean;
}

function readPatterns(text: string): Pattern[] {
  const patterns: Pattern[] = [];
  for (const line of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .slice(0, mostPatterns)) {
    const written = line.trim();
    if (written === '' || written.startsWith('#')) continue;
    const keep = written.startsWith('!');
    const path = posix.normalize((keep ? written.slice(1) : written).trim()).replace(/^\/+|\/+$/g, '');
    if (path !== '' && path !== '.') patterns.push({ parts: path.split('/'), keep });
  }
  return patterns;
}

/** The last pattern that matches the path or a folder above it decides. A folder stays where a later `!` may bring back what is in it. */
function isIgnored(patterns: Pattern[], path: string[]): boolean {
  let ignored = false;
  for (const { parts, keep } of patterns) {
    if (keep !== ignored) continue;
    if (matchesSelfOrParent(parts, path)) ignored = !keep;
    else if (keep && ignored && leadsTo(parts, path)) return false;
  }
  return ignored;
}

function matchesSelfOrParent(parts: string[], path: string[]): boolean {
  for (let length = path.length; length > 0; length--) if (matchesPath(parts, path.slice(0, length))) return true;
  return false;
}

/** Whether a kept pattern reaches below this folder. */
function leadsTo(parts: string[], folder: string[]): boolean {
  const wildcard = parts.indexOf('**');
  if (wildcard !== -1 && wildcard <= folder.length) return matchesPath(parts.slice(0, wildcard), folder.slice(0, wildcard));
  return parts.length > folder.length && matchesPath(parts.slice(0, folder.length), folder);
}
