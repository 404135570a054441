/** Corners of compose files, each against the real `docker compose config`. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { discoverProjects, explicitProject, type ProjectFiles } from '../../src/compose/discover.ts';
import { loadProject } from '../../src/compose/load.ts';
import type { Project } from '../../src/compose/model.ts';
import { Repository } from '../../src/core/repository.ts';
import { describeWith } from '../support/engines.ts';
import { around, type ProjectCase, projects, refused, refusedMerges, services, sharedFiles } from './support/cases.ts';
import {
  composeConfig,
  differences,
  type Plain,
  plainModel,
  plainProject,
  pluginEnvironment,
  twoAtATime,
} from './support/compose-config.ts';

const top = realpathSync(mkdtempSync(join(tmpdir(), 'nginx-gate-compose-')));
let made = 0;

function folderOf(files: Record<string, string>): string {
  const folder = join(top, `case${++made}`);
  for (const [path, text] of Object.entries({ '.git/HEAD': '', ...files })) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

function load(folder: string, { list, profiles, envFiles }: ProjectCase): Project {
  const repository = Repository.around(folder);
  const files: ProjectFiles | undefined = list
    ? explicitProject(list)
    : discoverProjects(repository).find(({ variant }) => variant === null);
  const options = { profiles: profiles ?? [], envFiles: envFiles ?? [], samples: false, environment: pluginEnvironment };
  return loadProject(repository, files ?? explicitProject(['compose.yaml']), options);
}

/** How we and Compose differ on one project; none means that both say the same, or both refuse. */
async function compare(one: ProjectCase): Promise<string[]> {
  const folder = folderOf(one.files ?? { 'compose.yaml': one.yaml ?? '' });
  const { list = [], profiles = [], envFiles = [] } = one;
  const theirs = await composeConfig({ folder, files: list, profiles, envFiles });
  const ours = load(folder, one);
  if ('refused' in theirs) return ours.problems.length > 0 ? [] : [`only Compose refuses: ${theirs.refused}`];
  if (ours.problems.length > 0) return ours.problems.map(({ message, at }) => `only we refuse: ${at.file}:${at.start.line} ${message}`);
  return differences(plainProject(ours, folder), plainModel(theirs.model, folder));
}

async function report(kind: string, cases: ProjectCase[]): Promise<string[]> {
  const results = await twoAtATime(cases, compare);
  const wrong = cases.flatMap(({ name, differs }, index) => {
    const lines = results[index] ?? [];
    if (differs === undefined) return lines.map((line) => `${name}: ${line}`);
    return lines.length > 0 ? [] : [`${name}: should differ, as ${differs}`];
  });
  const agreed = results.filter((lines) => lines.length === 0).length;
  const explained = cases.filter(({ differs }) => differs !== undefined).length;
  process.stdout.write(`${kind}: ${agreed}/${cases.length} agreed, ${explained} differ by Compose's version\n`);
  return wrong;
}

describeWith('compose', 'corners of compose files', () => {
  afterAll(() => rmSync(top, { recursive: true, force: true }));

  test('services of one project', async () => {
    const names = Object.keys(services);
    const text = `${around}services:\n${names.map((name) => `  ${name}: ${services[name]?.trimEnd()}`).join('\n')}\n`;
    const folder = folderOf({ ...sharedFiles, 'compose.yaml': text });
    const theirs = await composeConfig({ folder, files: [], profiles: [] });
    if ('refused' in theirs) throw new Error(theirs.refused);
    const project = load(folder, { name: 'services' });
    expect(project.problems.map(({ message, at }) => `${at.start.line}: ${message}`)).toEqual([]);
    const [mine, real] = [plainProject(project, folder).services as Plain, plainModel(theirs.model, folder).services as Plain];
    const wrong = names.flatMap((name) => differences({ [name]: mine[name] }, { [name]: real[name] }).slice(0, 3));
    process.stdout.write(`services: ${names.length - new Set(wrong.map((line) => line.split('.')[0])).size}/${names.length} agreed\n`);
    expect(wrong).toEqual([]);
  });

  test('projects of several files', async () => {
    expect(await report('projects', projects)).toEqual([]);
  }, 120_000);

  test('what Compose refuses', async () => {
    expect(await report('refused', [...refused, ...refusedMerges])).toEqual([]);
  }, 120_000);
});
