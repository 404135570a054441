import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { Source } from '../../src/core/source.ts';
import type { Problem } from '../../src/nginx/model.ts';
import { loadNginxConfig } from '../../src/nginx/routes.ts';
import { describeWith } from '../support/engines.ts';
import { type MutationKind, mutate, mutationKinds, seeded } from '../support/mutations.ts';
import { isEnvironment, neutralise } from '../support/neutralise.ts';
import { type FirstError, NginxJudge } from '../support/nginx-t.ts';

const top = join(import.meta.dirname, '../..');
/** How many configurations are judged at least. */
const wanted = 2200;

interface Case {
  name: string;
  kind: MutationKind | 'as it is';
  text: string;
  error: FirstError | null;
}

/** Configurations of this project and, where it is there, of the corpus beside it. */
function originals(): { name: string; text: string }[] {
  const folders = ['test/nginx/configs', 'test/fixtures', 'examples', '../shared/corpus/stacks'].map((f) => join(top, f));
  if (!existsSync(folders[3] as string))
    process.stderr.write('differential test: no corpus beside the project, so its own configurations are judged alone\n');
  return folders
    .filter((folder) => existsSync(folder))
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter(
          (e) =>
            e.isFile() &&
            /nginx|\.conf/i.test(join(e.parentPath, e.name).slice(folder.length)) &&
            /\.(conf|template|nginx|vhost)$/.test(e.name),
        )
        .map((e) => join(e.parentPath, e.name))
        .sort(),
    )
    .map((path) => ({ name: path.slice(top.length + 1), text: asMain(readFileSync(path, 'utf8')) }))
    .filter(({ text }) => /\bserver\s*\{/.test(text) && text.length < 60_000 && !/\$\{[A-Z]/.test(text));
}

/** A file of `conf.d` becomes a whole configuration by one line in front. */
function asMain(text: string): string {
  return /^\s*(http|events)\b/m.test(text) ? text : `events {} http {\n${text}\n}\n`;
}

/** The line of nginx's first error is that of the problem, of its terminator, or lies between the two. */
function standsFor(problem: Problem, error: FirstError): boolean {
  if (problem.nginxSays === error.says && error.line === null) return true;
  if (error.line === null) return false;
  const source = new Source('', problem.file.text);
  const line = (offset: number) => source.position(offset).line;
  const from = line(problem.start);
  const to = Math.max(line(problem.stumblesAt ?? problem.start), line(problem.end));
  if (from <= error.line && error.line <= to) return true;
  // A brace that is missing or too many: nginx stumbles somewhere behind it, over what then stands in the wrong block.
  return problem.check === 'syntax' && /brace|closed|closes|"[{}]"/.test(problem.message) && from <= error.line;
}

describeWith('nginx', 'against the real nginx -t', () => {
  const judge = new NginxJudge();
  afterAll(() => judge.remove());

  test('the same verdict, and its first error among ours', () => {
    const cases = gather(judge);
    const version = '1.22.1';
    let verdicts = 0;
    let broken = 0;
    let found = 0;
    const differences = new Map<string, string[]>();
    const note = (kind: string, text: string) => differences.set(kind, [...(differences.get(kind) ?? []), text]);
    for (const { name, kind, text, error } of cases) {
      const { problems } = loadNginxConfig(judge.files(text), judge.main, { prefix: judge.prefix, version });
      if ((error === null) === (problems.length === 0)) verdicts++;
      else
        note(
          error === null ? `only ours refuses (${kind})` : `only nginx refuses (${kind})`,
          `${name}: ${error === null ? `${problems[0]?.check}: ${problems[0]?.message} [${problems[0]?.nginxSays}]` : `${error.says} :${error.line} ${text.split('\n')[(error.line ?? 1) - 1]?.trim()}`}`,
        );
      if (error === null) continue;
      broken++;
      if (problems.some((p) => standsFor(p, error))) found++;
      else if (problems.length > 0)
        note(
          `another error than nginx's first (${kind})`,
          `${name}: ${error.says} :${error.line} | ${problems.map((p) => `${new Source('', p.file.text).position(p.start).line} ${p.message}`).join(' | ')}`,
        );
    }
    const percent = (part: number, whole: number) => `${part}/${whole} (${((100 * part) / whole).toFixed(2)} %)`;
    const lines = [...differences].map(
      ([kind, list]) =>
        `  ${kind}: ${list.length}\n${list
          .slice(0, process.env.DIFFERENTIAL_ALL ? 1000 : 3)
          .map((l) => `    ${l.slice(0, 300)}`)
          .join('\n')}`,
    );
    process.stderr.write(
      `nginx -t: verdicts ${percent(verdicts, cases.length)}, first errors ${percent(found, broken)}\n${lines.join('\n')}\n`,
    );
    expect(cases.length).toBeGreaterThanOrEqual(2000);
    expect(verdicts / cases.length).toBeGreaterThanOrEqual(0.995);
    expect(found / broken).toBeGreaterThanOrEqual(0.99);
  }, 240_000);
});

/** The originals that this machine's nginx can judge, and seeded faults in them. */
function gather(judge: NginxJudge): Case[] {
  const bases: { name: string; text: string }[] = [];
  const cases: Case[] = [];
  for (const { name, text } of originals()) {
    const ready = neutralise(judge, text.replaceAll('CERT', 'cert.pem').replaceAll('KEY;', 'key.pem;'));
    if (ready === null || /^unknown directive|^duplicate upstream "127/.test(ready.error?.says ?? '')) continue;
    cases.push({ name, kind: 'as it is', ...ready });
    if (ready.error === null) bases.push({ name, text: ready.text });
  }
  const random = seeded(20);
  for (let round = 0; cases.length < wanted && round < 400; round++) {
    for (const { name, text } of bases) {
      if (cases.length >= wanted) break;
      const kind = mutationKinds[Math.floor(random() * mutationKinds.length)] as MutationKind;
      const mutated = mutate(text, kind, random);
      if (mutated === null || mutated === text) continue;
      const error = judge.judge(mutated);
      if (error === null || !isEnvironment(error)) cases.push({ name, kind, text: mutated, error });
    }
  }
  return cases;
}
