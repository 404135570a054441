import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { parse } from 'yaml';
import { readInputs } from '../../src/workflow/inputs.ts';

const top = join(import.meta.dirname, '..', '..');
const action = parse(readFileSync(join(top, 'action.yml'), 'utf8')) as {
  branding: { icon: string; color: string };
  inputs: Record<string, { description: string; default?: string }>;
  outputs: Record<string, { description: string }>;
  runs: object;
};

/** GitHub hands every input over as text, with its default. */
function asGiven(name: string): string {
  return name === 'github-token' ? 'ghs_x' : (action.inputs[name]?.default ?? '');
}

test('every input that is read is described, and every one described is read', () => {
  const read = new Set<string>();
  readInputs((name) => {
    read.add(name);
    return asGiven(name);
  });
  expect([...read].sort()).toEqual(Object.keys(action.inputs).sort());
});

test('the defaults of action.yml are those of an absent input', () => {
  expect(readInputs(asGiven)).toEqual(readInputs((name) => (name === 'github-token' ? 'ghs_x' : '')));
});

test('every input and output says what it is, and the page on the action names it', () => {
  const page = readFileSync(join(top, 'docs', 'action.md'), 'utf8');
  for (const [name, { description }] of [...Object.entries(action.inputs), ...Object.entries(action.outputs)]) {
    expect(description.length).toBeGreaterThan(10);
    expect(page).toContain(`\`${name}\``);
  }
});

test('it runs the bundle on node24, and has the branding that the Marketplace asks for', () => {
  expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
  expect(action.branding).toEqual({ icon: 'shield', color: 'green' });
});

test('workflows ask for no more than they need', () => {
  const folder = join(top, '.github', 'workflows');
  for (const name of readdirSync(folder)) {
    const workflow = parse(readFileSync(join(folder, name), 'utf8')) as { permissions: object };
    expect(workflow.permissions).toEqual({ contents: 'read' });
  }
});
