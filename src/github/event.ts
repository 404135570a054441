import { readFileSync } from 'node:fs';
import type { RepositoryName } from './client.ts';

/** The pull request that an event is about. */
export interface PullRequest {
  number: number;
  /** The commit that was pushed; GITHUB_SHA is a merge of it that lives only for the check. */
  headSha: string;
}

/** What the runner and the event's payload say about this run. */
export interface RunContext {
  repository: RepositoryName;
  eventName: string;
  apiUrl: string;
  serverUrl: string;
  /** The commit that this run is about: the pull request's head, the deployed commit, the pushed one. */
  sha: string;
  pullRequest: PullRequest | null;
  /** The files may come from somebody who could not have pushed them here. */
  foreign: boolean;
  /** The event runs with rights that the authors of foreign files must not get at. */
  privileged: boolean;
  /** Where a deployment is served, from `deployment_status`. */
  deployedAt: string | null;
  /** The name of the environment that was deployed to, from `deployment_status`: stays the same where addresses change. */
  environment: string | null;
  /** A page about this run. */
  runUrl: string | null;
}

type Data = Record<string, unknown>;

/** Reads GITHUB_* and the payload; null outside of a workflow run. A payload that can't be read leaves what the environment tells. */
export function runContext(env: NodeJS.ProcessEnv): RunContext | null {
  const [owner, repo] = (env.GITHUB_REPOSITORY ?? '').split('/');
  if (!owner || !repo) return null;
  const eventName = env.GITHUB_EVENT_NAME ?? '';
  const payload = readPayload(env.GITHUB_EVENT_PATH);
  const serverUrl = (env.GITHUB_SERVER_URL || 'https://github.com').replace(/\/+$/, '');
  const pullRequest = pullRequestIn(payload);
  return {
    repository: { owner, repo },
    eventName,
    apiUrl: (env.GITHUB_API_URL || 'https://api.github.com').replace(/\/+$/, ''),
    serverUrl,
    sha: pullRequest?.headSha ?? deployedCommit(payload) ?? env.GITHUB_SHA ?? '',
    pullRequest,
    foreign: isForeign(eventName, payload, `${owner}/${repo}`),
    privileged: ['pull_request_target', 'workflow_run', 'issue_comment'].includes(eventName),
    deployedAt: text(record(payload.deployment_status).environment_url),
    environment: text(record(payload.deployment_status).environment) ?? text(record(payload.deployment).environment),
    runUrl: env.GITHUB_RUN_ID ? `${serverUrl}/${owner}/${repo}/actions/runs/${env.GITHUB_RUN_ID}` : null,
  };
}

function readPayload(path: string | undefined): Data {
  try {
    return record(path ? JSON.parse(readFileSync(path, 'utf8')) : {});
  } catch {
    return {};
  }
}

function pullRequestIn(payload: Data): PullRequest | null {
  const run = record(payload.workflow_run);
  const pull = payload.pull_request ?? (Array.isArray(run.pull_requests) ? run.pull_requests[0] : undefined);
  const { number, head } = record(pull);
  const headSha = text(record(head).sha);
  return typeof number === 'number' && headSha !== null ? { number, headSha } : null;
}

/** The commit of a deployment or of the workflow run that went before. */
function deployedCommit(payload: Data): string | null {
  return text(record(payload.deployment).sha) ?? text(record(payload.workflow_run).head_sha);
}

/** Nobody knows whose files a comment's job checks out, nor those of a pull request whose payload can't be read: they count as foreign. */
function isForeign(eventName: string, payload: Data, here: string): boolean {
  if (eventName === 'issue_comment') return true;
  const run = record(payload.workflow_run);
  if (eventName === 'workflow_run') return text(record(run.head_repository).full_name) !== here;
  if (payload.pull_request === undefined) return eventName.startsWith('pull_request');
  // The head's repository is null when the fork was deleted.
  return text(record(record(record(payload.pull_request).head).repo).full_name) !== here;
}

function record(value: unknown): Data {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Data) : {};
}

function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
