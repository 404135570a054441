// Writes what docs say about the program from the program itself: example output, the table of checks, the ids in the
// schema of the configuration. `node scripts/docs.js` writes, a test holds that nothing is left to write.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const top = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(top, path), 'utf8');

/** What the committed bundle prints. */
function output(args) {
  const { stdout } = spawnSync(process.execPath, ['dist/cli/index.js', ...args], { cwd: top, encoding: 'utf8' });
  return stdout.trimEnd();
}

/** A page with the output of each command that stands in `<!-- output: … -->`. Without an engine: that part depends on the machine. */
function withOutput(text) {
  return text.replace(/<!-- output: (.+?) -->[\s\S]*?<!-- \/output -->/g, (_, command) => {
    const words = `${command}${command.startsWith('check ') ? ' --engine none' : ''}`;
    const shown = `$ node dist/cli/index.js ${words}\n${output(words.split(' '))}`;
    return `<!-- output: ${command} -->\n\`\`\`console\n${shown}\n\`\`\`\n<!-- /output -->`;
  });
}

/** The table of checks; `link` makes an address of an id. */
function checkTable(checks, link) {
  const rows = checks.map(({ id, severity, summary }) => `| [${id}](${link(id)}) | ${severity} | ${summary} |`);
  return ['| check | severity | what it finds |', '|---|---|---|', ...rows].join('\n');
}

function between(text, begin, end, inner) {
  const from = text.indexOf(begin);
  const to = text.indexOf(end, from);
  if (from === -1 || to === -1) throw new Error(`${begin} is missing`);
  return `${text.slice(0, from + begin.length)}\n${inner}\n${text.slice(to)}`;
}

function readme(checks) {
  const table = checkTable(checks, (id) => `docs/checks/${id}.md`);
  return between(withOutput(read('README.md')), '<!-- checks -->', '<!-- /checks -->', table);
}

function checksIndex(checks) {
  return `# Checks\n\n\`nginx-gate explain <check>\` prints each page.\n\n${checkTable(checks, (id) => `${id}.md`)}\n`;
}

function configSchema(checks) {
  const schema = JSON.parse(read('schema/config.schema.json'));
  schema.properties.checks.propertyNames = { enum: checks.map((check) => check.id) };
  return `${JSON.stringify(schema, null, 2)}\n`;
}

function pages() {
  const names = readdirSync(join(top, 'docs/checks')).filter((name) => name.endsWith('.md') && name !== 'README.md');
  return `${JSON.stringify(Object.fromEntries(names.sort().map((name) => [name.slice(0, -3), read(`docs/checks/${name}`)])), null, 1)}\n`;
}

/** Every generated file: how its text is made from the list of checks. */
export const generated = {
  'docs/checks/README.md': checksIndex,
  'src/gate/pages.json': pages,
  'schema/config.schema.json': configSchema,
  'README.md': readme,
  'docs/output.md': () => withOutput(read('docs/output.md')),
};

if (process.argv[1] === import.meta.filename) {
  const { described } = await import('../lib/checks/index.js');
  for (const [path, make] of Object.entries(generated)) writeFileSync(join(top, path), make(described));
}
