import { existsSync, mkdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { GateError, messageOf } from '../core/errors.ts';
import { Repository } from '../core/repository.ts';
import { readStacks } from '../gate/check.ts';
import { configNames } from '../gate/config.ts';
import { openJob } from '../gate/job.ts';
import { visible } from '../report/visible.ts';
import { count, listed } from '../report/words.ts';
import { checkWorkflow, configuration, smokeWorkflow } from './init-files.ts';
import { jobOptions } from './job-options.ts';
import type { CommandLine } from './options.ts';

const workflows = '.github/workflows';

/** What became of one file, and why. */
interface Placed {
  path: string;
  outcome: 'written' | 'kept' | 'skipped';
  why?: string;
}

/**
 * `nginx-gate init`: writes the two workflows and the configuration for the repository around a folder. A file that exists is kept
 * unless `--force` is given, and nothing is written that a file of another name already does.
 * @throws GateError when the folder is none, or can't be written
 */
export async function initCommand(line: CommandLine): Promise<number> {
  const { folder } = jobOptions(line);
  const repo = Repository.around(folder);
  const force = line.has('force');
  const placed = [...placeWorkflows(repo, force), placeConfiguration(repo, force)];
  const lines = placed.map(({ path, outcome, why }) => visible(`${outcome.padEnd(7)}  ${path}${why === undefined ? '' : ` (${why})`}`));
  process.stdout.write(`${[...lines, '', await found(line), next(placed)].join('\n')}\n`);
  return 0;
}

function placeWorkflows(repo: Repository, force: boolean): Placed[] {
  const other = force ? undefined : otherWorkflow(repo);
  const texts = { 'nginx-gate.yml': checkWorkflow(repo.scope), 'nginx-gate-smoke.yml': smokeWorkflow(repo.scope) };
  return Object.entries(texts).map(([name, text]) => {
    const path = `${workflows}/${name}`;
    if (other !== undefined && repo.kind(path) === undefined)
      return { path, outcome: 'skipped', why: `${other} uses nginx-gate already; --force writes it` };
    return place(repo, path, text, force);
  });
}

/** A workflow of another name that runs nginx-gate: a second one would tell everything twice. */
function otherWorkflow(repo: Repository): string | undefined {
  const names = repo.list(workflows).filter((name) => /\.ya?ml$/.test(name) && !/^nginx-gate(-smoke)?\.yml$/.test(name));
  return names
    .map((name) => `${workflows}/${name}`)
    .find((path) => /^[^#\n]*\buses:\s*['"]?[\w.-]+\/nginx-gate@/m.test(repo.source(path)?.text ?? ''));
}

/** The configuration may have either ending; two of them would hide each other. */
function placeConfiguration(repo: Repository, force: boolean): Placed {
  const paths = configNames.map((name) => posix.join(repo.scope, name));
  return place(repo, paths.find((path) => repo.kind(path) !== undefined) ?? (paths[0] as string), configuration, force);
}

function place(repo: Repository, path: string, text: string, force: boolean): Placed {
  const target = join(repo.root, path);
  // A link could lead the write out of the repository.
  if (repo.isForeign(path)) throw new GateError(`${path} is a link that leads out of the repository.`);
  if (existsSync(target) && !(force && statSync(target).isFile()))
    return { path, outcome: 'kept', why: 'it exists; --force overwrites it' };
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  } catch (error) {
    throw new GateError(`${path} can't be written: ${messageOf(error)}`);
  }
  return { path, outcome: 'written' };
}

/** What the workflow will look at, or why it will find nothing. */
async function found(line: CommandLine): Promise<string> {
  try {
    const stacks = await readStacks(openJob(jobOptions(line)));
    const words = stacks.map(({ name, routes }) => `${name} (${count(routes.length, 'route')})`);
    const shown = words.length > 5 ? [...words.slice(0, 4), `${words.length - 4} more`] : words;
    return visible(`Found: ${listed(shown)}.`);
  } catch (error) {
    if (!(error instanceof GateError)) throw error;
    return `${visible(error.message)} Until that is mended the workflow fails.`;
  }
}

function next(placed: readonly Placed[]): string {
  const written = placed.filter(({ outcome }) => outcome === 'written');
  if (written.length === 0) return 'Nothing was written.';
  const owner = written.some(({ path }) => path.startsWith(workflows))
    ? 'Put the owner of your copy of nginx-gate in place of OWNER, and commit'
    : 'Commit';
  return `${owner} ${written.length === 1 ? 'this file' : 'these files'}; the next pull request is checked.`;
}
