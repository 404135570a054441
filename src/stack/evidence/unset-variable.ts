/**
 * `listen(process.env.PORT || 5000)` listens on 5000 where nothing sets PORT. Whether nothing does is the question: compose and the
 * Dockerfile are read, so what is left is a library that loads a .env file by itself, and an image that nobody here knows.
 */
import { parseImage } from '../../docker/image-reference.ts';
import type { Bind } from './bind.ts';
import type { Lookup } from './command-line.ts';
import type { ServiceFiles } from './service-files.ts';
import type { FileBind } from './start-files.ts';

/** The official images of languages and systems: they set no variable that an app takes its port from. (Bun reads .env by itself.) */
const official = /^(?:library\/)?(?:node|python|ruby|debian|ubuntu|alpine)$|^denoland\/deno$/;

/** Files that name what a program loads; one of them naming such a library is enough to doubt. */
const manifests = ['package.json', 'requirements.txt', 'pyproject.toml', 'Pipfile', 'setup.py', 'environment.yml', 'Gemfile', 'deno.json'];
const loaders =
  /dotenv|env-?cmd|env-?file|environs|decouple|pydantic[-_]settings|BaseSettings|dynaconf|nconf|convict|loadEnv|load_env|figaro|["']config["']\s*:|cross-env/i;
/** Files that set variables for what is started. */
const ownEnvironments = ['.env', 'nodemon.json'];
/** What a program does to its own environment or to the port before it listens. */
const changes =
  /process\.env(?:\.\w+|\[[^\]]{1,60}\])\s*(?:\|\||\?\?)?=(?!=)|environ\[[^\]]{1,60}\]\s*=(?!=)|environ\.(?:setdefault|update)|putenv|argv|argparse|click\.option|commander|yargs/;

/** `PORT || API_PORT || 4000` and `PORT || (production ? 80 : 3000)`: the last number is not the only one that it may be. */
const choices =
  /(?:process\.env|environ|getenv|ENV)\b[^\n;]{0,80}(?:\|\||\?\?|,|\bor\b)[^\n;]{0,40}\b(?:process\.env|environ|getenv|ENV)\b|\?\s*["'`]?\d{2,5}["'`]?\s*:|\b\d{2,5}\s+if\s/;

/** The binds of a program that it was told to run: a fallback is the program's default where nothing can have set its variable. */
export function withFallbacks(binds: readonly FileBind[], text: string, lookup: Lookup, files: ServiceFiles): Bind[] {
  const fallbacks = binds.filter((bind) => isFallback(bind, lookup));
  const holds = fallbacks.length > 0 && !mayBeLoaded(text, files);
  return binds.map((bind) => ({ ...bind, ...(holds && fallbacks.includes(bind) ? { by: 'default', certain: true } : { by: 'written' }) }));
}

function isFallback({ variable, certain, port }: FileBind, lookup: Lookup): boolean {
  return variable !== null && !certain && port !== null && lookup(variable) === undefined;
}

function mayBeLoaded(text: string, files: ServiceFiles): boolean {
  const base = parseImage(files.base ?? '');
  if (base === undefined || base.registry !== null || !official.test(base.repository)) return true;
  if (loaders.test(text) || changes.test(text) || choices.test(text) || importsOwn(text) || isAssignedTwice(text)) return true;
  if (ownEnvironments.some((name) => files.read(name) !== undefined)) return true;
  return manifests.some((name) => loaders.test(files.read(name)?.text ?? ''));
}

/** `let port = process.env.PORT || 3000; if (…) port = 80;`: which one holds, nobody has followed. */
function isAssignedTwice(text: string): boolean {
  const names = [...text.matchAll(/\b(\w{0,30}port\w{0,30})\s*(?::\s*\w{1,30}\s*)?=(?![=>])/gi)].map((match) => match[1]);
  return new Set(names).size < names.length;
}

/** What a file of the repository's own does to the environment before, nobody has read: `import './env.js'`, `from . import settings`. */
function importsOwn(text: string): boolean {
  return (
    /(?:require\(|from|import)\s*['"]\.{1,2}\/[^'"]*(?:env|config|setting)/i.test(text) ||
    /^\s*(?:from\s+\S*(?:env|config|setting)\S*\s+import|import\s+\S*(?:env|config|setting))/im.test(text)
  );
}
