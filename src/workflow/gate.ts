import { GateError } from '../core/errors.ts';
import type { LineReader, Report } from '../core/report.ts';
import { check, missingNginxTest } from '../gate/check.ts';
import { type JobOptions, openJob } from '../gate/job.ts';
import { smoke } from '../gate/smoke.ts';
import type { RunContext } from '../github/event.ts';
import { textOrFile } from './files.ts';
import type { Inputs } from './inputs.ts';

export interface GateAnswer {
  report: Report;
  lineOf: LineReader;
  evidence: object | null;
  /** Why a demanded `nginx -t` did not run. */
  missing: string | null;
  /** Sentences that the reports carry. */
  remarks: string[];
}

/** The folder to look at, and the workspace that it lies in. */
export interface CheckedOut {
  path: string;
  workspace: string;
}

/** Runs the job that the inputs name. @throws GateError */
export async function runGate(inputs: Inputs, folder: CheckedOut, run: RunContext | null, signal: AbortSignal): Promise<GateAnswer> {
  return inputs.mode === 'check' ? runCheck(inputs, folder, run, signal) : runSmoke(inputs, folder, run, signal);
}

async function runCheck(inputs: Inputs, folder: CheckedOut, run: RunContext | null, signal: AbortSignal): Promise<GateAnswer> {
  const job = openJob(jobOptions(inputs, folder));
  const foreign = run?.foreign ?? false;
  // With rights to write, files of strangers are read, never run: nginx's own modules execute what a configuration says.
  const staticOnly = foreign && run?.privileged === true && inputs.engine !== 'none';
  const engine = staticOnly ? 'none' : inputs.engine;
  const report = await check({ ...job, engine, image: inputs.image, foreign, baseline: new Set(), signal });
  const reason = `${runOf(run)} never starts an engine on files of a fork`;
  if (staticOnly) for (const stack of report.stacks) if (stack.nginxTest?.status === 'skipped') stack.nginxTest.reason = reason;
  const remarks = staticOnly ? [`nginx -t did not run: ${reason}. Use the event pull_request for it.`] : [];
  return { report, lineOf: job.repo.lineOf, evidence: null, missing: inputs.requireNginxTest ? missingNginxTest(report) : null, remarks };
}

/** Smoke sends requests to what the files name, so with rights to write it does nothing on files of strangers. */
async function runSmoke(inputs: Inputs, folder: CheckedOut, run: RunContext | null, signal: AbortSignal): Promise<GateAnswer> {
  if (run?.foreign && run.privileged)
    throw new GateError(`No requests that files of a fork name are sent: ${runOf(run)} has rights that their authors must not get at.`);
  const job = openJob(jobOptions(inputs, folder));
  const text = (input: string, value: string | undefined, isText: (value: string) => boolean) =>
    textOrFile(folder.workspace, input, value, isText);
  const { report, evidence } = await smoke({
    ...job,
    baseUrl: inputs.baseUrl ?? run?.deployedAt ?? undefined,
    vantage: inputs.vantage,
    wait: inputs.wait,
    timeout: inputs.timeout,
    sshKey: text('ssh-key', inputs.sshKey, (value) => value.includes('PRIVATE KEY')),
    sshKnownHosts: text('ssh-known-hosts', inputs.sshKnownHosts, (value) => /\s/.test(value.trim())),
    signal,
  });
  return { report, lineOf: job.repo.lineOf, evidence, missing: null, remarks: [] };
}

/** The folder and the choice of stacks that the inputs name. */
function jobOptions(inputs: Inputs, { path, workspace }: CheckedOut): JobOptions {
  const { config, composeFiles, profiles, envFiles, nginxService, nginxConf } = inputs;
  return { folder: path, highest: workspace, config, composeFiles, profiles, envFiles, nginxService, nginxConf };
}

/** "a workflow_run run". */
function runOf(run: RunContext | null): string {
  const name = run?.eventName ?? 'workflow';
  return `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${name} run`;
}
