import { composeFindings } from '../checks/compose-invalid.ts';
import { checks } from '../checks/index.ts';
import type { Project } from '../compose/model.ts';
import { GateError } from '../core/errors.ts';
import type { Draft } from '../core/finding.ts';
import type { NginxTestReport, Report } from '../core/report.ts';
import type { Repository } from '../core/repository.ts';
import type { Source } from '../core/source.ts';
import { ignoredPaths } from '../git.ts';
import { runNginxTests, unfinishedReason } from '../nginx-test/run.ts';
import { type FoundStacks, findStacks } from '../stack/find.ts';
import type { Stack } from '../stack/model.ts';
import type { Job } from './job.ts';
import { asFarAsLoaded, judge, onePerEndpoint, totals, withoutEchoes, withoutSequels } from './judge.ts';
import { withoutSecretValues } from './secrets.ts';
import { stackReport } from './stack-report.ts';

export type EngineChoice = 'auto' | 'docker' | 'podman' | 'nginx' | 'none';

/** What `check` needs to know. */
export interface CheckJob extends Job {
  engine: EngineChoice;
  image?: string | undefined;
  /** The files come from a stranger (a fork's pull request): the local nginx is never used. */
  foreign: boolean;
  baseline: ReadonlySet<string>;
  signal?: AbortSignal | undefined;
  progress?: ((text: string) => void) | undefined;
  /** Called after each step, with its name. */
  mark?: ((step: string) => void) | undefined;
}

/**
 * Reads every stack, runs the checks and the real `nginx -t`, and judges what they found.
 * @throws GateError when there is no nginx configuration at all
 */
export async function check(job: CheckJob): Promise<Report> {
  const { stacks, projects } = await readRepository(job);
  const broken = unreadable(projects);
  if (stacks.length === 0 && broken.length === 0) throw new GateError(nothingFound(job.repo, projects));
  job.mark?.('read');
  const drafts = [...broken, ...checkStacks(stacks)];
  job.mark?.('checks');
  const tests = await testStacks(stacks, job);
  job.mark?.('nginx -t');
  const tested = tests.map((test, i) => asFarAsLoaded(test.findings, stacks[i] as Stack, stacks));
  const all = [...withoutSequels(drafts), ...tested.flatMap((found) => withoutEchoes(drafts, found))];
  return reportOn(stacks, all, job, tests);
}

/** The report of the checks alone, without `nginx -t`. */
export function reportOf(stacks: Stack[], job: Pick<CheckJob, 'repo' | 'config'>): Report {
  return reportOn(stacks, withoutSequels(checkStacks(stacks)), { ...job, baseline: new Set(), engine: 'none' }, []);
}

function checkStacks(stacks: readonly Stack[]): Draft[] {
  return stacks.flatMap((stack) => {
    const results = onePerEndpoint(checks.flatMap((c) => [...c.run(stack)]));
    return results.flatMap(({ endpoint, ...draft }) => (endpoint ? [draft] : asFarAsLoaded([draft], stack, stacks)));
  });
}

function reportOn(
  stacks: Stack[],
  drafts: readonly Draft[],
  job: Pick<CheckJob, 'repo' | 'config' | 'baseline' | 'engine'>,
  tests: TestedStack[],
): Report {
  const { findings, suppressed } = judge(drafts, {
    severities: job.config.checks,
    baseline: job.baseline,
    sources: sourcesOf(stacks, drafts, job.repo),
    notRun: job.engine === 'none' ? new Set(['nginx-test']) : new Set(),
    lineOf: job.repo.lineOf,
  });
  const report: Report = {
    schema: 'nginx-gate/1',
    summary: totals({ findings, suppressed }),
    stacks: stacks.map((stack, i) => stackReport(stack, findings, tests[i] ? { nginxTest: tests[i].report } : {})),
    findings,
  };
  return withoutSecretValues(report, stacks);
}

/** The stacks of the repository. @throws GateError when there is none */
export async function readStacks(job: Pick<CheckJob, 'repo' | 'stacks'>): Promise<Stack[]> {
  const { stacks, projects } = await readRepository(job);
  if (stacks.length === 0) throw new GateError(nothingFound(job.repo, projects));
  return stacks;
}

/** Stacks, with what git knows of absent mount sources, and all projects. */
async function readRepository({ repo, stacks: options }: Pick<CheckJob, 'repo' | 'stacks'>): Promise<FoundStacks> {
  const found = findStacks(repo, options);
  const { stacks } = found;
  const missing = stacks.flatMap((stack) => stack.nginx.tree.absent.filter((a) => a.kind === 'missing' && a.source !== null));
  const ignored = await ignoredPaths(repo.root, [...new Set(missing.map((a) => a.source as string))]);
  for (const absent of missing) if (ignored.has(absent.source as string)) absent.kind = 'ignored';
  return found;
}

/** Findings on compose files that are too broken to show whether an nginx is in them. */
function unreadable(projects: readonly Project[]): Draft[] {
  return projects.filter((project) => project.services.length === 0).flatMap((project) => composeFindings(project));
}

/** What was looked for in vain, and the most likely reason that can be seen. */
function nothingFound(repo: Repository, projects: readonly Project[]): string {
  const where = repo.scope === '' ? 'this repository' : repo.scope;
  const broken = projects.flatMap((project) => project.problems)[0];
  const hint = broken
    ? `${broken.at.file}:${broken.at.start.line} can't be read: ${broken.message}`
    : 'No compose service runs nginx, and no nginx.conf, conf.d/, sites-available/ or other *.conf is nginx configuration. Name one with --nginx-conf FILE or --nginx-service NAME.';
  return `No nginx configuration was found in ${where}. ${hint}`;
}

interface TestedStack {
  report: NginxTestReport;
  findings: Draft[];
}

async function testStacks(stacks: Stack[], job: CheckJob): Promise<TestedStack[]> {
  const { engine, image, foreign, signal, progress } = job;
  return runNginxTests(stacks, {
    engine,
    foreign,
    ...(image ? { image } : {}),
    ...(signal ? { signal } : {}),
    ...(progress ? { progress } : {}),
  });
}

/** The repository files that were read, whose comments may suppress findings. */
function sourcesOf(stacks: readonly Stack[], drafts: readonly Draft[], repo: Repository): Source[] {
  const read = stacks.flatMap((stack) => [...(stack.project?.files ?? []), ...stack.config.files.flatMap((file) => file.origin ?? [])]);
  const named = drafts.flatMap((draft) => [draft.location.file, ...draft.related.map((r) => r.location.file)]);
  return [...new Set([...read, ...named])].flatMap((name) => repo.source(name) ?? []);
}

/** Says why a demanded `nginx -t` did not run, or null when every stack was tested. */
export function missingNginxTest(report: Report): string | null {
  const skipped = report.stacks.find(({ nginxTest }) => nginxTest?.status === 'skipped' && !nginxTest.reason?.startsWith(unfinishedReason));
  return skipped ? `nginx -t was demanded but did not run for ${skipped.name}: ${skipped.nginxTest?.reason ?? 'no reason known'}` : null;
}
