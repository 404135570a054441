/** `command`, `entrypoint` and `healthcheck.test`. */
import type { Command, ComposeProblem, Value } from './model.ts';
import { splitWords } from './shell-words.ts';
import { isNull, locate, locatePart, type Mapping, type Scalar, type Tree } from './tree.ts';
import { boolUnder, scalarsOf, toValue } from './values.ts';

/** Null when the attribute is absent or null: the image's own stays. An empty list clears it. */
export function readCommand(tree: Tree | undefined, problems: ComposeProblem[]): Command | null {
  if (tree === undefined || isNull(tree) || tree.kind === 'mapping') return null;
  if (tree.kind === 'list') return listCommand(tree, scalarsOf(tree));
  const words = splitWords(tree.text);
  if (words === undefined) {
    const at = locate(tree.span);
    problems.push({
      message: `"${tree.text}" is no command line: a quote or a parenthesis is open.`,
      at,
      ...(tree.uncertain && { uncertain: true }),
    });
  }
  return {
    at: locate(tree.span),
    words: (words ?? []).map(({ value, start, end }) => ({
      value,
      at: locatePart(tree, start, end),
      ...(tree.uncertain && { uncertain: true }),
    })),
    shell: false,
    ...(tree.uncertain && { uncertain: true }),
  };
}

function listCommand(tree: Tree, words: Scalar[]): Command {
  const uncertain = words.some((word) => word.uncertain);
  return { at: locate(tree.span), words: words.map(toValue), shell: false, ...(uncertain && { uncertain }) };
}

export interface Healthcheck {
  test: Command | null;
  disabled: boolean;
  at: Command['at'];
}

/** The test without its `CMD` or `CMD-SHELL`; a string is a line for the shell. */
export function readHealthcheck(tree: Mapping, problems: ComposeProblem[]): Healthcheck {
  const test = tree.entries.get('test')?.value;
  const disabled = boolUnder(tree, 'disable');
  if (test === undefined || isNull(test) || test.kind === 'mapping') return { test: null, disabled, at: locate(tree.span) };
  if (test.kind === 'scalar') return { test: { ...listCommand(test, [test]), shell: true }, disabled, at: locate(tree.span) };
  const [first, ...rest] = scalarsOf(test);
  const kind = first?.text;
  if (first !== undefined && kind !== 'CMD' && kind !== 'CMD-SHELL' && kind !== 'NONE') {
    problems.push({
      message: 'healthcheck.test must begin with CMD, CMD-SHELL or NONE.',
      at: locate(first.span),
      ...(first.uncertain && { uncertain: true }),
    });
  }
  const command = rest.length === 0 ? null : { ...listCommand(test, rest), shell: kind === 'CMD-SHELL' };
  return { test: command, disabled: disabled || kind === 'NONE', at: locate(tree.span) };
}

export function readLinks(tree: Tree | undefined): Value<{ service: string; alias: string }>[] {
  return scalarsOf(tree).map((scalar) => {
    const [service = '', alias = service] = scalar.text.split(':');
    return { ...toValue(scalar), value: { service, alias } };
  });
}
