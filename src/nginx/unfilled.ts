/** Placeholders of a template (`${NAME}`) in a file that nginx reads as it is: nginx takes them for its own variables, or for a name. */
import { type Complaint, problemAt } from './complaint.ts';
import { directivesIn } from './include.ts';
import type { NginxConfig, Problem, Word } from './model.ts';
import { isNginxVariable } from './own-variables.ts';
import type { ConfigNode } from './parser.ts';

/** Directives whose words from `from` on may hold variables, so that an unknown one is refused at start (tried on nginx 1.22.1). */
const takesVariables: Record<string, { from: number }> = {
  proxy_pass: { from: 0 },
  fastcgi_pass: { from: 0 },
  uwsgi_pass: { from: 0 },
  root: { from: 0 },
  alias: { from: 0 },
  return: { from: 0 },
  set: { from: 1 },
  rewrite: { from: 1 },
  add_header: { from: 1 },
  proxy_set_header: { from: 1 },
  fastcgi_param: { from: 1 },
  try_files: { from: 0 },
  ssl_certificate: { from: 0 },
  ssl_certificate_key: { from: 0 },
};

const makers = new Set(['set', 'map', 'geo', 'split_clients', 'auth_request_set']);
const placeholder = /\$\{([A-Z][A-Z0-9_]{2,60})\}/g;

/** Blocks nested deeper than this are not looked into. */
const deepest = 100;
/** More places of the same placeholder are not named. */
const mostRelated = 5;

/** A placeholder that nobody fills in; once for each file. */
export interface Unfilled {
  name: string;
  problem: Problem;
}

/**
 * What nginx refuses because a placeholder was left in a file. Right only for a configuration that is known as a whole,
 * in an nginx without further modules, which may define variables of their own.
 */
export function unfilledPlaceholders({ directives }: Pick<NginxConfig, 'directives'>): Unfilled[] {
  const all = [...everyDirective(directives)];
  if (all.some(({ node }) => node.name === 'load_module')) return [];
  const made = madeVariables(all.map(({ node }) => node));
  const found: Unfilled[] = [];
  for (const { node, around } of all) {
    if (node.faulty || node.file.origin === null) continue;
    const literal = isLiteral(node, around);
    const from = literal ? 0 : around.includes('stream') || around.includes('mail') ? undefined : takesVariables[node.name]?.from;
    if (from === undefined) continue;
    for (const word of literal ? node.args.slice(0, 1) : node.args.slice(from)) {
      const name = [...word.text.matchAll(placeholder)]
        .map(([, text = '']) => text)
        .find((text) => literal || !(isNginxVariable(text.toLowerCase()) || made.has(text.toLowerCase())));
      if (name === undefined) continue;
      const problem = problemAt(node, complain(node, word, name, literal));
      const first = found.find((other) => other.name === name && other.problem.file.path === problem.file.path);
      if (first === undefined) found.push({ name, problem });
      else if ((first.problem.related?.length ?? 0) < mostRelated) {
        const { file, start, end } = problem;
        first.problem.related = [...(first.problem.related ?? []), { file, start, end, label: `\${${name}} stands here too` }];
      }
    }
  }
  return found;
}

/** Where nginx takes no variables: an address to listen on, a peer of an upstream. */
function isLiteral({ name }: ConfigNode, around: readonly string[]): boolean {
  return name === 'listen' || (name === 'server' && around.at(-1) === 'upstream');
}

function complain(node: ConfigNode, word: Word, name: string, literal: boolean): Complaint {
  return {
    check: 'wrong-arguments',
    message: literal
      ? `${node.name} takes no variables, and nothing fills in \${${name}} before nginx reads this file.`
      : `nginx has no variable "${name.toLowerCase()}", and nothing fills in \${${name}} before nginx reads this file.`,
    fix: 'Make the file a template that is rendered at start (in the official image: /etc/nginx/templates/NAME.conf.template), or write the value.',
    says: literal ? null : `unknown "${name.toLowerCase()}" variable`,
    word,
  };
}

/** Every directive in the text's order, with the names of the blocks around it. */
function* everyDirective(directives: readonly ConfigNode[]): Generator<{ node: ConfigNode; around: readonly string[] }> {
  const open = [{ nodes: directivesIn(directives), around: [] as readonly string[] }];
  for (let top = open[0]; top !== undefined; top = open[open.length - 1]) {
    const next = top.nodes.next();
    if (next.done === true) {
      open.pop();
      continue;
    }
    const node = next.value;
    yield { node, around: top.around };
    if (node.block !== null && open.length < deepest) open.push({ nodes: directivesIn(node.block), around: [...top.around, node.name] });
  }
}

/** Names of the variables that the configuration makes, in lower case as nginx compares them; named captures among them. */
function madeVariables(nodes: readonly ConfigNode[]): Set<string> {
  const names = new Set<string>();
  for (const node of nodes) {
    if (makers.has(node.name)) for (const { text } of node.args) if (text.startsWith('$')) names.add(text.slice(1).toLowerCase());
    for (const { text } of node.args) {
      for (const [, name = ''] of text.matchAll(/\(\?P?[<'](\w{1,60})[>']/g)) names.add(name.toLowerCase());
    }
  }
  return names;
}
