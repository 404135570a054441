import { relative, resolve, sep } from 'node:path';
import { touches } from '../core/changes.ts';
import { GateError } from '../core/errors.ts';
import type { Finding } from '../core/finding.ts';
import type { NginxTestReport, Report } from '../core/report.ts';
import { notCausedBy } from '../gate/caused.ts';
import { failing } from '../gate/failing.ts';
import { rules } from '../gate/rules.ts';
import { type Client, makeClient } from '../github/client.ts';
import { stickyId } from '../github/comment.ts';
import { deliver, lineAddress, reasonOf } from '../github/deliver.ts';
import { type PullRequest, type RunContext, runContext } from '../github/event.ts';
import { type ChangedFile, changedFiles, changesOf, mostFiles, pullRequestFor } from '../github/pull-request.ts';
import { annotationsOf, type Budget } from '../report/annotations.ts';
import type { ReportContext } from '../report/context.ts';
import { render } from '../report/formats.ts';
import { markdown } from '../report/markdown.ts';
import { clipped } from '../report/markdown-text.ts';
import { renderTerminal } from '../report/terminal.ts';
import { visible } from '../report/visible.ts';
import { count, countedFindings, listed, split } from '../report/words.ts';
import { version } from '../version.ts';
import { checkedOutFolder } from './checkout.ts';
import { formatOf, writeInto } from './files.ts';
import { type GateAnswer, runGate } from './gate.ts';
import { type Inputs, readInputs } from './inputs.ts';
import type { Runner } from './runner.ts';

/** One error is kept for the message that fails the step, one warning for what could not be delivered. */
const budget: Budget = { error: 9, warning: 9, notice: 10 };
/** The runner drops a summary of more than 1 MiB whole. */
const longestSummary = 900_000;

/** What GitHub knows of the pull request of this run. */
interface Reviewed {
  client: Client | null;
  pull: PullRequest | null;
  files: ChangedFile[] | null;
  /** There are more changed files than GitHub lists. */
  cut: boolean;
  troubles: string[];
}

/**
 * The action: inputs in; annotations, comment, suggestions, files, summary, outputs and verdict out. What GitHub does not take
 * is told and changes nothing else.
 * @throws GateError when the job could not be done
 */
export async function runAction(runner: Runner, env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<void> {
  runner.output('result', 'failed');
  const inputs = readInputs(runner.input);
  if (inputs.sshKey?.includes('PRIVATE KEY'))
    for (const line of inputs.sshKey.split('\n')) if (line.trim() !== '') runner.secret(line.trim());
  const workspace = env.GITHUB_WORKSPACE ?? process.cwd();
  const run = runContext(env);
  const answer = await runGate(inputs, { path: checkedOutFolder(workspace, inputs.workingDirectory), workspace }, run, signal);
  const reviewed = await review(inputs, run);
  const notCaused = spared(inputs, answer.report, reviewed);
  const context: ReportContext = { lineOf: answer.lineOf, failOn: inputs.failOn, notCaused, version, rules, color: true, width: 120 };
  runner.say(renderTerminal(answer.report, context));
  const unwritten = writeFiles(runner, inputs, workspace, answer, context);
  const remarks = [...answer.remarks, ...annotate(runner, inputs, answer.report, reviewed, notCaused)];
  const { caused } = split(answer.report, notCaused);
  const failed = failing(caused, inputs.failOn, notCaused).length > 0;
  const undelivered = [...reviewed.troubles];
  if (run && reviewed.client) {
    const delivered = await deliver(reviewed.client, run, {
      ...{
        report: answer.report,
        lineOf: answer.lineOf,
        notCaused,
        pull: reviewed.pull,
        files: reviewed.files,
        failed,
        remarks: answer.remarks,
      },
      ...{ comment: inputs.comment, suggestions: inputs.suggestions, stickyId: idOf(inputs, run) },
      title: titleOf(inputs, run, workspace),
      statusContext: inputs.commitStatus ? clipped(`nginx-gate/${inputs.mode}${subjectOf(inputs, run, workspace)}`, 200) : null,
    });
    if (delivered.commentUrl !== null) runner.output('comment-url', delivered.commentUrl);
    undelivered.push(...delivered.undelivered);
  }
  await tellUndelivered(runner, undelivered, titleOf(inputs, run, workspace), inputs, answer, run, remarks, notCaused);
  conclude(
    runner,
    { ...answer, missing: answer.missing ?? unwritten },
    failed,
    caused.length === 0 ? '' : countedFindings(caused),
    notCaused,
  );
}

/** The pull request and its files, as far as GitHub tells and something asks for them. */
async function review(inputs: Inputs, run: RunContext | null): Promise<Reviewed> {
  const none: Reviewed = { client: null, pull: null, files: null, cut: false, troubles: [] };
  if (!run) return none;
  if (inputs.mode === 'check' && run.pullRequest === null && !inputs.commitStatus) return none;
  const asked = inputs.comment !== 'never' || inputs.suggestions || inputs.filter === 'changed' || inputs.commitStatus;
  if (!asked) return none;
  if (!inputs.token) {
    return { ...none, pull: run.pullRequest, troubles: ['Nothing was sent to GitHub: the input github-token is empty.'] };
  }
  const reviewed: Reviewed = { ...none, client: makeClient(inputs.token, run.apiUrl) };
  const client = reviewed.client as Client;
  try {
    // After a deploy the pull request is the one that brought the commit; a check speaks of the event's own alone.
    reviewed.pull = inputs.mode === 'smoke' ? await pullRequestFor(client, run) : run.pullRequest;
  } catch (error) {
    reviewed.troubles.push(`The pull request of commit ${run.sha.slice(0, 12)} is not known: ${reasonOf(error, run)}`);
  }
  if (reviewed.pull && inputs.mode === 'check') {
    try {
      const { files, cut } = await changedFiles(client, run.repository, reviewed.pull);
      Object.assign(reviewed, { files, cut });
    } catch (error) {
      reviewed.troubles.push(`The pull request's files could not be listed: ${reasonOf(error, run)}`);
    }
  }
  return reviewed;
}

/** The findings that fail nothing. Without GitHub's whole list every finding counts. */
function spared(inputs: Inputs, report: Report, reviewed: Reviewed): ReadonlySet<string> {
  if (inputs.filter !== 'changed' || inputs.mode !== 'check') return new Set();
  if (reviewed.cut) reviewed.troubles.push(`GitHub lists only ${mostFiles} files of a pull request, so every finding counts.`);
  else if (reviewed.files) return notCausedBy(changesOf(reviewed.files), report);
  else if (reviewed.pull) reviewed.troubles.push('What this pull request changed is not known, so every finding counts.');
  return new Set();
}

/** @returns what found no room, in a sentence */
function annotate(runner: Runner, inputs: Inputs, report: Report, reviewed: Reviewed, notCaused: ReadonlySet<string>): string[] {
  if (!inputs.annotations) return [];
  const changes = reviewed.files ? changesOf(reviewed.files) : null;
  const isChanged = changes ? (finding: Finding) => touches(changes, finding.location) : undefined;
  const { shown, left } = annotationsOf(report, budget, isChanged, notCaused);
  for (const annotation of shown) runner.annotate(annotation);
  const words = (['error', 'warning', 'notice'] as const).flatMap((severity) =>
    left[severity] === 0 ? [] : [count(left[severity], severity)],
  );
  return words.length === 0 ? [] : [`${listed(words)} found no room among the annotations of this step; they stand here.`];
}

/** @returns what could not be written, in a sentence: the job then fails, but not before its findings are told */
function writeFiles(runner: Runner, inputs: Inputs, workspace: string, answer: GateAnswer, context: ReportContext): string | null {
  let unwritten: string | null = null;
  const plain = { ...context, color: false };
  const write = (output: string, file: string | undefined, text: () => string) => {
    if (file === undefined) return;
    try {
      writeInto(workspace, file, text());
      runner.output(output, file);
    } catch (error) {
      if (!(error instanceof GateError)) throw error;
      unwritten ??= error.message;
    }
  };
  write('report-file', inputs.reportFile, () => render(formatOf(inputs.reportFile ?? ''), answer.report, plain));
  write('sarif-file', inputs.sarifFile, () => render('sarif', answer.report, plain));
  if (answer.evidence !== null) write('evidence-file', inputs.evidenceFile, () => `${JSON.stringify(answer.evidence, null, 2)}\n`);
  return unwritten;
}

/** Tells jobs on one pull request apart that look at different things, or at the same in different places. */
function idOf(inputs: Inputs, run: RunContext): string {
  const { mode, workingDirectory, composeFiles, profiles, envFiles, nginxService, nginxConf, config, image, vantage, baseUrl } = inputs;
  return stickyId([
    mode,
    workingDirectory,
    composeFiles.join('\n'),
    profiles.join('\n'),
    envFiles.join('\n'),
    nginxService ?? '',
    nginxConf ?? '',
    config ?? '',
    image ?? '',
    vantage,
    baseUrl ?? '',
    mode === 'smoke' ? (run.environment ?? '') : '',
  ]);
}

/** What a reader tells two steps on one pull request apart by: ` (services/shop, production)`. Empty where everything is as usual. */
function subjectOf(inputs: Inputs, run: RunContext | null, workspace: string): string {
  const { workingDirectory, composeFiles, profiles, nginxService, nginxConf, mode } = inputs;
  const folder = relative(workspace, resolve(workspace, workingDirectory)).split(sep).join('/');
  const parts = [
    folder,
    ...composeFiles,
    ...profiles.map((profile) => `profile ${profile}`),
    nginxService ?? '',
    nginxConf ?? '',
    mode === 'smoke' ? (run?.environment ?? '') : '',
  ].filter((part) => part !== '');
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

function titleOf(inputs: Inputs, run: RunContext | null, workspace: string): string {
  return `nginx-gate${inputs.mode === 'smoke' ? ' smoke' : ''}${subjectOf(inputs, run, workspace)}`;
}

async function tellUndelivered(
  runner: Runner,
  undelivered: readonly string[],
  title: string,
  inputs: Inputs,
  answer: GateAnswer,
  run: RunContext | null,
  remarks: readonly string[],
  notCaused: ReadonlySet<string>,
): Promise<void> {
  const { report, lineOf } = answer;
  const link = run ? { link: (file: string, line: number) => lineAddress(run, file, line) } : {};
  try {
    await runner.summary(
      markdown(report, {
        ...{ lineOf, ...link, notCaused, title, picture: true, limit: longestSummary },
        remarks: [...remarks, ...undelivered],
      }),
    );
  } catch (error) {
    undelivered = [...undelivered, `The job summary could not be written: ${String(error)}`];
  }
  if (undelivered.length === 0) return;
  // A token that may only read is what a careful workflow gives; that a comment is missing then is no warning.
  const expected = inputs.comment !== 'always' && undelivered.every((sentence) => sentence.includes('the token may'));
  if (expected) runner.say(undelivered.join('\n'));
  else runner.warn(undelivered.join('\n'));
}

function conclude(runner: Runner, answer: GateAnswer, failed: boolean, words: string, notCaused: ReadonlySet<string>): void {
  const { report, missing } = answer;
  runner.output('errors', String(report.summary.errors));
  runner.output('warnings', String(report.summary.warnings));
  runner.output('notices', String(report.summary.notices));
  runner.output('nginx-test', worstTest(report.stacks.flatMap((stack) => stack.nginxTest ?? [])));
  runner.output('result', missing !== null ? 'failed' : failed ? 'findings' : 'clean');
  if (missing !== null) runner.fail(visible(missing));
  else if (failed) {
    const first = split(report, notCaused).caused[0];
    runner.fail(
      `nginx-gate: ${words}.${first ? ` First: ${visible(`${first.location.file}:${first.location.start.line}: ${first.message}`)}` : ''}`,
    );
  }
}

/** One word for all stacks: what is worst to miss comes first. Empty where no `nginx -t` was meant to run. */
function worstTest(tests: readonly NginxTestReport[]): string {
  return (['failed', 'vacuous', 'skipped', 'passed'] as const).find((status) => tests.some((test) => test.status === status)) ?? '';
}
