import { GateError } from '../core/errors.ts';
import type { Draft } from '../core/finding.ts';
import type { Report } from '../core/report.ts';
import { runSmoke } from '../smoke/run.ts';
import type { Stack } from '../stack/model.ts';
import { readStacks } from './check.ts';
import type { Job } from './job.ts';
import { judge, totals } from './judge.ts';
import { withoutSecretValues } from './secrets.ts';
import { stackReport } from './stack-report.ts';

/** What `smoke` needs to know; times in seconds. */
export interface SmokeJob extends Job {
  baseUrl?: string | undefined;
  /** auto, docker, runner, or ssh://USER@HOST. */
  vantage: string;
  wait: number;
  timeout: number;
  /** PEM text. */
  ca?: string | undefined;
  sshKey?: string | undefined;
  sshKnownHosts?: string | undefined;
  signal?: AbortSignal | undefined;
  progress?: ((text: string) => void) | undefined;
  mark?: ((step: string) => void) | undefined;
}

/** A file that no service loads is another nginx's: it is not asked where somebody has said which service is meant. */
function isWanted({ stacks: { nginxService, nginxConf } }: Job): (stack: Stack) => boolean {
  return ({ nginx }) => nginxService === undefined || nginx.kind === 'service' || nginxConf !== undefined;
}

/**
 * Requests every route through nginx and straight at its endpoints, and names the cause of what fails.
 * @throws GateError when there is no nginx configuration, or the vantage can't be used
 */
export async function smoke(job: SmokeJob): Promise<{ report: Report; evidence: object }> {
  if (job.baseUrl !== undefined && !/^https?:$/.test(URL.canParse(job.baseUrl) ? new URL(job.baseUrl).protocol : '')) {
    throw new GateError(`${job.baseUrl} is no http:// or https:// address.`);
  }
  const stacks = (await readStacks(job)).filter(isWanted(job));
  job.mark?.('read');
  const { repo, stacks: _, config, mark, ...options } = job;
  const runs = await runSmoke(stacks, {
    ...options,
    routes: config.smoke.routes,
    samples: config.smoke.samples,
    lineOf: repo.lineOf,
    root: repo.root,
  });
  mark?.('smoke');
  const drafts: Draft[] = runs.flatMap((run) => run.findings);
  const { findings, suppressed } = judge(drafts, {
    severities: config.checks,
    baseline: new Set(),
    sources: [],
    notRun: new Set(),
    lineOf: repo.lineOf,
  });
  const report: Report = {
    schema: 'nginx-gate/1',
    summary: totals({ findings, suppressed }),
    stacks: runs.map(({ stack, report: smokeReport }) => stackReport(stack, findings, { smoke: smokeReport })),
    findings,
  };
  return {
    report: withoutSecretValues(report, stacks),
    evidence: { schema: 'nginx-gate-evidence/1', stacks: runs.map((run) => run.evidence) },
  };
}
