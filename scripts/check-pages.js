// Writes the example output of each page of docs/checks from the program itself: `node scripts/check-pages.js`.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const top = join(import.meta.dirname, '..');
const example = /```console\n\$ nginx-gate (check [^\n]*)\n[\s\S]*?```/g;

/** A page's text with every `$ nginx-gate check …` followed by what the committed bundle prints. */
export function withOutput(text) {
  return text.replace(example, (_, command) => {
    const args = ['dist/cli/index.js', ...command.trim().split(/\s+/)];
    const { stdout } = spawnSync(process.execPath, args, { cwd: top, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1' } });
    return `\`\`\`console\n$ nginx-gate ${command}\n${stdout.trimEnd()}\n\`\`\``;
  });
}

if (process.argv[1] === import.meta.filename) {
  for (const name of readdirSync(join(top, 'docs/checks'))) {
    if (!name.endsWith('.md') || name === 'README.md') continue;
    const path = join(top, 'docs/checks', name);
    writeFileSync(path, withOutput(readFileSync(path, 'utf8')));
  }
}
