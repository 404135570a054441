import { setTimeout as sleep } from 'node:timers/promises';
import { getOctokit } from '@actions/github';

/** GitHub's REST API as this job may use it. */
export type Client = ReturnType<typeof getOctokit>;

/** A repository by owner and name. */
export interface RepositoryName {
  owner: string;
  repo: string;
}

/** A delivery must never hold up the verdict for long. All in milliseconds. */
export interface Limits {
  /** Waits before trying again, over all requests of a run. */
  waiting: number;
  /** Time in requests, answered or not, over all of a run: an API that takes connections and never answers costs this once. */
  answering: number;
  request: number;
}
const usualLimits: Limits = { waiting: 60_000, answering: 60_000, request: 15_000 };
const attempts = 4;

/**
 * A client for the API at `apiUrl`, with the proxy of the environment. Waits as GitHub asks for (retry-after, x-ratelimit-reset)
 * and tries again; requests that change nothing are tried again after a server's or the network's fault too. One that creates
 * something is not: it may have been created, and only its caller can look.
 */
export function makeClient(token: string, apiUrl: string, limits = usualLimits): Client {
  const client = getOctokit(token, { baseUrl: apiUrl });
  let waited = 0;
  /** The fault of a request that was tried again and again in vain without an answer: the next ones would fare no better. */
  let silence: unknown;
  let answering = 0;
  client.hook.wrap('request', async (request, options) => {
    if (silence !== undefined) throw silence;
    for (let attempt = 1; ; attempt++) {
      const begun = Date.now();
      const allowed = Math.min(limits.request, limits.answering - answering);
      if (allowed <= 0) throw new Error(`its answers took ${limits.answering / 1000} seconds in all, so nothing more was asked`);
      try {
        // Put into the options themselves: the hook that adds the token got these and looks at no others.
        options.request = { ...options.request, signal: AbortSignal.timeout(allowed) };
        const answer = await request(options);
        answering += Date.now() - begun;
        return answer;
      } catch (error) {
        answering += Date.now() - begun;
        const wait = attempt === attempts ? null : waitBefore(error, options.method, attempt);
        if (attempt === attempts && statusOf(error) === null && options.method !== 'POST') silence = error;
        if (wait === null || waited + wait > limits.waiting) throw error;
        waited += wait;
        await sleep(wait);
      }
    }
  });
  return client;
}

/** How long to wait before trying again, in milliseconds; null for a fault that stays. */
function waitBefore(error: unknown, method: string, attempt: number): number | null {
  const status = statusOf(error);
  if (isRateLimit(error)) return askedFor(error) ?? 60_000;
  if (status !== null && status < 500) return null;
  return method === 'POST' ? null : 500 * 2 ** (attempt - 1);
}

/** The HTTP status behind an error; null when there was no answer. */
export function statusOf(error: unknown): number | null {
  const { status, response } = error as { status?: unknown; response?: unknown };
  // Octokit gives a request that got no answer at all the status 500.
  return typeof status === 'number' && (status !== 500 || response !== undefined) ? status : null;
}

/** Whether GitHub refused for the number of requests, not for what was asked. */
export function isRateLimit(error: unknown): boolean {
  const status = statusOf(error);
  if (status === 429) return true;
  const headers = headersOf(error);
  return (
    status === 403 &&
    (headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0' || /secondary rate limit/i.test(String(error)))
  );
}

function askedFor(error: unknown): number | null {
  const headers = headersOf(error);
  const seconds = Number(headers['retry-after']);
  if (headers['retry-after'] !== undefined && Number.isFinite(seconds)) return Math.max(0, seconds) * 1000;
  const reset = Number(headers['x-ratelimit-reset']);
  return headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset) ? Math.max(1000, reset * 1000 - Date.now()) : null;
}

function headersOf(error: unknown): Record<string, string | undefined> {
  return (error as { response?: { headers?: Record<string, string> } }).response?.headers ?? {};
}
