import { messageOf } from '../core/errors.ts';
import type { LineReader, Report } from '../core/report.ts';
import { markdown } from '../report/markdown.ts';
import { countedFindings, split } from '../report/words.ts';
import { type Client, isRateLimit, statusOf } from './client.ts';
import { longestBody, writeSticky } from './comment.ts';
import type { PullRequest, RunContext } from './event.ts';
import { type ChangedFile, currentHead } from './pull-request.ts';
import { postSuggestions, suggestionsFor } from './review.ts';

/** When a comment is written. auto: when there is something to say and the token may. always: also when all is well. */
export type CommentWish = 'auto' | 'always' | 'never';

export interface Delivery {
  report: Report;
  lineOf: LineReader;
  notCaused: ReadonlySet<string>;
  /** The pull request to tell, or null. */
  pull: PullRequest | null;
  /** Its files, or null where they are unknown. */
  files: ChangedFile[] | null;
  stickyId: string;
  /** The comment's heading before its colon. */
  title: string;
  comment: CommentWish;
  suggestions: boolean;
  /** `nginx-gate/check`, or null for none. */
  statusContext: string | null;
  failed: boolean;
  /** Sentences for the comment. */
  remarks: readonly string[];
}

export interface Delivered {
  commentUrl: string | null;
  /** What could not be delivered and why, a sentence each. */
  undelivered: string[];
}

/** Comment, suggestions and commit status. Never throws: what fails is told, and the verdict stands. */
export async function deliver(client: Client, run: RunContext, delivery: Delivery): Promise<Delivered> {
  const undelivered: string[] = [];
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await work();
    } catch (error) {
      undelivered.push(`${what} ${reasonOf(error, run)}`);
      return null;
    }
  };
  let commentUrl: string | null = null;
  const { pull } = delivery;
  const wantsPull = pull !== null && (delivery.comment !== 'never' || delivery.suggestions);
  const moved =
    wantsPull && run.pullRequest !== null
      ? await attempt('Whether the pull request has moved on is not known:', () => isOutdated(client, run, pull))
      : false;
  if (moved) undelivered.push('The pull request has moved on since this run began: its newer run comments, this one does not.');
  if (pull && !moved && delivery.comment !== 'never')
    commentUrl = await attempt('The comment was not written:', () => comment(client, run, delivery, pull));
  if (pull && !moved && delivery.suggestions) {
    const refused = await attempt('The suggestions were not made:', () => suggest(client, run, delivery, pull));
    if (refused) undelivered.push(`GitHub did not take ${refused} of the suggestions; their fixes stand in the comment.`);
  }
  if (delivery.statusContext !== null) await attempt('The commit status was not set:', () => setStatus(client, run, delivery));
  return { commentUrl, undelivered };
}

async function isOutdated(client: Client, run: RunContext, pull: PullRequest): Promise<boolean> {
  return (await currentHead(client, run.repository, pull)) !== pull.headSha;
}

function comment(client: Client, run: RunContext, delivery: Delivery, pull: PullRequest): Promise<string | null> {
  const { report, lineOf, notCaused, remarks, title } = delivery;
  const link = (file: string, line: number) => lineAddress(run, file, line);
  const body = markdown(report, { lineOf, link, title, limit: longestBody - 100, notCaused, remarks });
  const create = split(report, notCaused).caused.length > 0 || delivery.comment === 'always';
  return writeSticky(client, run.repository, pull.number, { id: delivery.stickyId, body, create });
}

async function suggest(client: Client, run: RunContext, delivery: Delivery, pull: PullRequest): Promise<number> {
  if (delivery.files === null) return 0;
  const { caused } = split(delivery.report, delivery.notCaused);
  return postSuggestions(client, run.repository, pull, suggestionsFor(caused, delivery.files, delivery.lineOf));
}

async function setStatus(client: Client, run: RunContext, delivery: Delivery): Promise<void> {
  const { caused } = split(delivery.report, delivery.notCaused);
  await client.rest.repos.createCommitStatus({
    ...run.repository,
    sha: run.sha,
    state: delivery.failed ? 'failure' : 'success',
    context: delivery.statusContext ?? 'nginx-gate',
    description: countedFindings(caused).slice(0, 140),
    ...(run.runUrl === null ? {} : { target_url: run.runUrl }),
  });
}

/** The address of a line at the commit of this run; undefined where the commit is not known. */
export function lineAddress(run: RunContext, file: string, line: number): string | undefined {
  if (!/^[0-9a-f]{40,64}$/.test(run.sha)) return undefined;
  const path = file.split('/').map(percentEncoded).join('/');
  return `${run.serverUrl}/${run.repository.owner}/${run.repository.repo}/blob/${run.sha}/${path}#L${line}`;
}

/** `encodeURIComponent` leaves brackets and quotes, which end a link in Markdown, and throws for half a surrogate pair. */
function percentEncoded(part: string): string {
  return encodeURIComponent(part.replace(/\p{Cs}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** Why something was not delivered, in words that say what to do. */
export function reasonOf(error: unknown, run: RunContext): string {
  const status = statusOf(error);
  if (status === null) return `GitHub's API at ${run.apiUrl} did not answer (${messageOf(error)}).`;
  if (isRateLimit(error)) return 'GitHub asked for fewer requests, and for longer than a job should wait.';
  if (status === 401) return 'GitHub does not accept the token.';
  if (status === 403 || status === 404) return permissionWords(status, run);
  if (status >= 500) return `GitHub's API had a fault of its own (${status}).`;
  return `GitHub refused it (${status}: ${messageOf(error)}).`;
}

function permissionWords(status: number, run: RunContext): string {
  if (run.foreign) return `the token may only read (${status}), as always for a pull request from a fork.`;
  return `the token may not do that (${status}); the job needs the permission "pull-requests: write".`;
}
