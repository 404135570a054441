// Writes src/command-line/pages.json: what docs/checks/*.md says, for `nginx-gate explain CHECK` in the bundle.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const top = join(import.meta.dirname, '..');
const folder = join(top, 'docs/checks');

/** The pages by check id, as the bundle carries them. */
export function pages() {
  const names = readdirSync(folder).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return Object.fromEntries(names.sort().map((name) => [name.slice(0, -3), readFileSync(join(folder, name), 'utf8')]));
}

export const target = join(top, 'src/command-line/pages.json');

if (process.argv[1] === import.meta.filename) writeFileSync(target, `${JSON.stringify(pages(), null, 1)}\n`);
