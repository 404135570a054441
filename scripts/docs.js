// Writes what docs say about the program from the program itself: example output, the table of checks, the ids in the
// schema of the configuration. `node scripts/docs.js` writes, a test holds that nothing is left to write.
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const top = join(import.meta.dirname, '..');
const read = (path) => readFileSync(join(top, path), 'utf8');

/** What the committed bundle prints, without an engine: that part depends on the machine. */
function output(args) {
  const { stdout } = spawnSync(process.execPath, ['dist/cli/index.js', ...args, '--engine', 'none'], { cwd: top, encoding: 'utf8' });
  return stdout.trimEnd();
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
  let text = read('README.md');
  const example = /<!-- output: (.+?) -->/.exec(text);
  const command = example[1];
  const shown = `\`\`\`console\n$ node dist/cli/index.js ${command} --engine none\n${output(command.split(' '))}\n\`\`\``;
  text = between(text, example[0], '<!-- /output -->', shown);
  return between(
    text,
    '<!-- checks -->',
    '<!-- /checks -->',
    checkTable(checks, (id) => `docs/checks/${id}.md`),
  );
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
};

if (process.argv[1] === import.meta.filename) {
  const { described } = await import('../lib/checks/index.js');
  for (const [path, make] of Object.entries(generated)) writeFileSync(join(top, path), make(described));
}
