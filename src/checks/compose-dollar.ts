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
  const comments = commentLines(config);
  const lost = project.unsetVariables.filter(
    ({ value, at }) => isNginxVariable(value) && within(at, content.at) && !comments.has(at.start.line),
  );
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

/** The lines of the file on which only a comment of nginx's stands: nothing is lost in them. */
function commentLines({ content, contentLines }: FileObject): Set<number> {
  const lines = content?.value.split('\n') ?? [];
  return new Set(contentLines?.flatMap(({ start }, index) => (lines[index]?.trimStart().startsWith('#') ? [start.line] : [])));
}

function within(inner: Location, outer: Location): boolean {
  return inner.file === outer.file && !before(inner.start, outer.start) && !before(outer.end, inner.end);
}

function before(a: Position, b: Position): boolean {
  return a.line < b.line || (a.line === b.line && a.column < b.column);
}
