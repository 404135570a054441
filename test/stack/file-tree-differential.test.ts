/** The file tree against real containers: the same files below /etc/nginx, byte for byte, after the entry point has run. */

import { posix } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Repository } from '../../src/core/repository.ts';
import { nginxImage as knownImage } from '../../src/docker/known-images.ts';
import { type NginxLayout, officialLayout } from '../../src/docker/nginx-layouts.ts';
import { findStacks } from '../../src/stack/find.ts';
import type { Stack } from '../../src/stack/model.ts';
import { describeWith } from '../support/engines.ts';
import { arrangements } from './arrangements.ts';
import { type ContainerFile, ContainerLab } from './container-lab.ts';

describeWith(['docker', 'compose'], 'file tree and real containers', () => {
  const lab = new ContainerLab();
  let stacks: Stack[];

  beforeAll(async () => {
    lab.buildBase();
    lab.write(arrangements);
    const base = await lab.filesOfBase();
    const layout: NginxLayout = {
      ...officialLayout,
      files: new Map([...base].filter(([, { link }]) => link === null).map(([path, { bytes }]) => [path, bytes.toString('utf8')])),
    };
    const layoutOf = (reference: string) => (reference === lab.base ? layout : knownImage(reference));
    stacks = findStacks(Repository.around(lab.folder), { profiles: [], layoutOf }).stacks;
    lab.up();
  }, 180_000);

  afterAll(() => lab.remove(), 60_000);

  test('there are at least forty arrangements, and each is a stack', () => {
    expect(arrangements.length).toBeGreaterThanOrEqual(40);
    expect(
      stacks
        .filter(({ nginx }) => nginx.service !== null && !nginx.assumed)
        .map(({ nginx }) => nginx.service?.name)
        .sort(),
    ).toEqual(arrangements.map(({ name }) => name).sort());
  });

  test.each(arrangements.map(({ name, except = [] }) => ({ name, except })))('$name', async ({ name, except }) => {
    const stack = stacks.find(({ nginx }) => nginx.service?.name === name && !nginx.assumed);
    const real = contents(await lab.filesOf(name));
    const mine = new Map<string, string>();
    for (const file of stack?.nginx.tree.files() ?? []) {
      if (file.path.startsWith('/etc/nginx/')) mine.set(file.path, Buffer.from(file.bytes ?? Buffer.from(file.text)).toString('latin1'));
    }
    const compared = ([path]: [string, string]) => !except.some((folder) => path === folder || path.startsWith(`${folder}/`));
    expect(Object.fromEntries([...mine].filter(compared).sort())).toEqual(Object.fromEntries([...real].filter(compared).sort()));
    expect(real.size).toBeGreaterThan(0);
  });
});

/** Files by path as Latin-1 text, links followed inside the folder. */
function contents(files: Map<string, ContainerFile>): Map<string, string> {
  const found = new Map<string, string>();
  for (const [path, file] of files) {
    let at: ContainerFile | undefined = file;
    for (let hops = 0, from = path; at?.link != null && hops < 10; hops++) {
      from = posix.resolve(posix.dirname(from), at.link);
      at = files.get(from);
    }
    if (at && at.link === null) found.set(path, at.bytes.toString('latin1'));
  }
  return found;
}
