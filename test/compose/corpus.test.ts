/** Every compose project of the labelled stacks, against the real `docker compose config`. */
import { existsSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { expect, test } from '@jest/globals';
import { discoverProjects, type ProjectFiles } from '../../src/compose/discover.ts';
import { loadProject } from '../../src/compose/load.ts';
import { Repository } from '../../src/core/repository.ts';
import { describeWith } from '../support/engines.ts';
import { composeConfig, differences, plainModel, plainProject, pluginEnvironment, twoAtATime } from './support/compose-config.ts';

const stacks = resolve('../shared/corpus/stacks');

/** Why Compose 2.26 and newer ones differ, by stack. */
const explained: Record<string, string> = {
  'wger-project__docker docker-compose.yml': 'it redefines included services: refused up to 2.40, merged since 5.0 (compose-go 2.10)',
};

interface Job {
  stack: string;
  repository: Repository;
  files: ProjectFiles;
  profiles: string[];
}

function jobs(): Job[] {
  return readdirSync(stacks).flatMap((stack) => {
    const repository = Repository.around(join(stacks, stack));
    return discoverProjects(repository).flatMap((files): Job[] => {
      const hidden = loadProject(repository, files, { profiles: [] }).services.some(({ enabled }) => !enabled);
      return [[], ...(hidden ? [['*']] : [])].map((profiles) => ({ stack, repository, files, profiles }));
    });
  });
}

async function compare({ repository, files, profiles }: Job): Promise<string[]> {
  const { root } = repository;
  const folder = join(root, files.directory);
  const theirs = await composeConfig({ folder, files: files.files.map((file) => relative(folder, join(root, file))), profiles });
  const project = loadProject(repository, files, { profiles, samples: false, environment: pluginEnvironment });
  if ('refused' in theirs) return project.problems.length > 0 ? [] : [`Compose refuses: ${theirs.refused}`];
  if (project.problems.length > 0)
    return project.problems.map(({ message, at }) => `refused by us: ${at.file}:${at.start.line} ${message}`);
  return differences(plainProject(project, root), plainModel(theirs.model, root));
}

describeWith('compose', 'the stacks of the corpus', () => {
  const all = existsSync(stacks) ? jobs() : [];
  if (all.length === 0) {
    process.stderr.write('skipped: the corpus is not beside this repository\n');
    test.skip('Compose reads every project as we do', () => {});
    return;
  }

  test('Compose reads every project as we do', async () => {
    const results = await twoAtATime(all, compare);
    const lines = all.flatMap(({ stack, files, profiles }, index) =>
      (results[index] ?? []).map((line) => `${stack} ${files.files.join('+')} ${profiles.join('')}: ${line}`),
    );
    const agreed = results.filter((result) => result.length === 0).length;
    process.stdout.write(`corpus: ${agreed}/${all.length} projects agreed\n`);
    expect(lines.filter((line) => !Object.keys(explained).some((stack) => line.startsWith(stack)))).toEqual([]);
  }, 180_000);
});
