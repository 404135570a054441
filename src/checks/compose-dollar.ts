import type { FileObject, Project } from '../compose/model.ts';
import type { Edit } from '../core/finding.ts';
import type { Located, Location, Position } from '../core/source.ts';
import { isNginxVariable } from '../nginx/own-variables.ts';
import type { Check, CheckResult } from './check.ts';
import { list } from './words.ts';

export const composeDollar: Check = {
  id: 'compose-dollar',
  severity: 'error',
  summary: "inline configs content writes one of nginx's variables with a single dollar sign",
  *run({ project, nginx }) {
    if (project === null || nginx.service === null) return;
    for (const key of new Set(nginx.service.configs.map(({ source }) => source))) {
      const config = project.configs.get(key);
      const finding = config && findingFor(config, project);
      if (finding !== undefined) yield finding;
    }
  },
};

function findingFor(config: FileObject, project: Project): CheckResult | undefined {
  const { content } = config;
  if (content === null) return undefined;
  const lost = project.unsetVariables.filter(({ value, at }) => isNginxVariable(value) && within(at, content.at) && !inComment(at, config));
  const [first] = lost;
  if (first === undefined) return undefined;
  const names = [...new Set(lost.map(({ value }) => `$${value}`))];
  const edits = lost.flatMap((variable) => doubled(variable, content.at));
  return {
    check: 'compose-dollar',
    severity: 'error',
    message: `Compose replaces ${list(names)} in this content by nothing, as ${names.length > 1 ? 'they are' : 'it is'} set nowhere; nginx never sees ${names.length > 1 ? 'them' : 'it'}.`,
    why: 'nginx runs with empty values, or does not start, as a directive lacks its argument.',
    fix: {
      message: `Write $$ for a dollar sign that is meant for nginx: ${list(names.map((name) => `$${name}`))}.`,
      ...(edits.length === lost.length && { edits }),
    },
    location: first.at,
    related: [{ location: config.at, label: `the content of ${config.key}` }],
  };
}

/** One more dollar sign before a variable whose own place is known. */
function doubled({ at }: Located<string>, whole: Location): Edit[] {
  const known = at.start.line !== whole.start.line || at.start.column !== whole.start.column;
  return known ? [{ location: { file: at.file, start: at.start, end: at.start }, newText: '$' }] : [];
}

/** nginx doesn't read its comments, so nothing is lost in them. */
function inComment(at: Location, { content, contentLines }: FileObject): boolean {
  const line = contentLines?.findIndex(({ start }) => start.line === at.start.line) ?? -1;
  return content?.value.split('\n')[line]?.trimStart().startsWith('#') === true;
}

function within(inner: Location, outer: Location): boolean {
  return inner.file === outer.file && !before(inner.start, outer.start) && !before(outer.end, inner.end);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
