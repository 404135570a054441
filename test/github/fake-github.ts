/**
 * GitHub's API for tests: remembers comments, reviews and statuses, holds every request against GitHub's own description and
 * against the rules that stand only in its prose, and fails where a test asks for it.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPatch } from '../../src/github/pull-request.ts';
import { answerFaults, type Matched, match, requestFaults } from './description.ts';

export interface FakeComment {
  id: number;
  body: string;
  user: { login: string; type: string };
}

export interface FakeFile {
  filename: string;
  status: string;
  patch?: string;
  previous_filename?: string;
}

/** One failure for requests that fit; without `times` for all of them. */
export interface Fault {
  method: string;
  path: RegExp;
  status: number;
  headers?: Record<string, string>;
  message?: string;
  times?: number;
  /** Close the connection instead of answering. */
  drop?: boolean;
  /** Do what was asked before failing. */
  done?: boolean;
}

export interface Request {
  method: string;
  path: string;
  body: Record<string, unknown>;
}

const head = 'a'.repeat(40);

export class FakeGithub {
  /** write: as `pull-requests: write`; read: a fork's token; none: a token that GitHub does not know. */
  token: 'write' | 'read' | 'none' = 'write';
  /** Who the token is; null for a job's own, which has no user. */
  user: string | null = null;
  headSha = head;
  prefix = '';
  comments: FakeComment[] = [];
  reviewComments: { id: number; path: string; line: number; start_line?: number; body: string }[] = [];
  reviews: { comments: unknown[] }[] = [];
  statuses: { sha: string; state: string; context: string; description: string }[] = [];
  files: FakeFile[] = [];
  /** What `commits/{sha}/pulls` answers. */
  pullsOfCommit: Record<string, unknown>[] = [];
  faults: Fault[] = [];
  requests: Request[] = [];
  /** What was wrong with a request. Empty at the end of every test that asks for nothing wrong. */
  violations: string[] = [];
  #server: Server | undefined;
  #nextId = 1000;

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    await new Promise<void>((done) => this.#server?.listen(0, '127.0.0.1', done));
    return this;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((done) => this.#server?.close(done));
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}${this.prefix}`;
  }

  get #port(): number {
    const address = this.#server?.address() as AddressInfo | null | undefined;
    return address?.port ?? 0;
  }

  /** A comment by somebody, as if it had been there. */
  addComment(body: string, login = 'github-actions[bot]', type = 'Bot'): FakeComment {
    const comment = { id: this.#nextId++, body, user: { login, type } };
    this.comments.push(comment);
    return comment;
  }

  /** Requests that change something, as "POST /repos/…". */
  get writes(): string[] {
    return this.requests.filter((r) => r.method !== 'GET').map((r) => `${r.method} ${r.path}`);
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://github.test');
    url.pathname = url.pathname.slice(this.prefix.length);
    const method = request.method ?? 'GET';
    const text = await readAll(request);
    const body = text === '' ? {} : JSON.parse(text);
    this.requests.push({ method, path: url.pathname, body });
    const fault = this.#faultFor(method, url.pathname);
    if (fault?.drop) {
      if (fault.done) this.#answer(method, url, body, request);
      request.socket.destroy();
      return;
    }
    if (fault?.done) this.#answer(method, url, body, request);
    const answer = fault
      ? { status: fault.status, body: { message: fault.message ?? 'fault' }, headers: fault.headers }
      : this.#answer(method, url, body, request);
    response.writeHead(answer.status, { 'content-type': 'application/json; charset=utf-8', ...answer.headers });
    response.end(answer.body === null ? '' : JSON.stringify(answer.body));
  }

  #faultFor(method: string, path: string): Fault | undefined {
    const fault = this.faults.find((one) => one.method === method && one.path.test(path) && one.times !== 0);
    if (fault?.times !== undefined) fault.times -= 1;
    return fault;
  }

  #answer(method: string, url: URL, body: Record<string, unknown>, request: IncomingMessage): Answer {
    if (this.token === 'none' || !request.headers.authorization?.startsWith('token ')) return refusal(401, 'Bad credentials');
    if (!request.headers['user-agent']) this.violations.push('GitHub asks for a user agent');
    const matched = match(method, url);
    if (!matched) {
      this.violations.push(`${method} ${url.pathname} is not described`);
      return refusal(404, 'Not Found');
    }
    const faults = [...requestFaults(matched, url, body), ...this.#proseFaults(matched, body)];
    if (faults.length > 0) {
      this.violations.push(...faults.map((fault) => `${method} ${url.pathname}: ${fault}`));
      return refusal(422, faults.join('; '));
    }
    if (method !== 'GET' && this.token === 'read') return refusal(403, 'Resource not accessible by integration');
    const answer = this.#do(method, matched, url, body);
    const wrong = answerFaults(matched, answer.status, answer.body);
    if (wrong.length > 0) throw new Error(`The test server answers what GitHub would not: ${wrong.slice(0, 3).join('; ')}`);
    return answer;
  }

  /** Rules of GitHub's prose and of what it answers in fact. */
  #proseFaults({ path, values }: Matched, body: Record<string, unknown>): string[] {
    const faults: string[] = [];
    if (typeof body.body === 'string' && body.body.length > 65_536) faults.push('Body is too long (maximum is 65536 characters)');
    if (body.body === '') faults.push("Body can't be blank");
    if (path.endsWith('/reviews'))
      for (const one of (body.comments as Record<string, unknown>[]) ?? []) faults.push(...this.#lineFaults(one));
    if (path.endsWith('/pulls/{pull_number}/comments') && body.line !== undefined) faults.push(...this.#lineFaults(body));
    if (body.commit_id !== undefined && !/^[0-9a-f]{40}$/.test(String(body.commit_id))) faults.push('commit_id is no commit');
    if (values.sha !== undefined && !/^[0-9a-f]{40}$/.test(values.sha)) faults.push('No commit found for SHA');
    if (typeof body.description === 'string' && body.description.length > 140)
      faults.push('description is too long (maximum is 140 characters)');
    return faults;
  }

  /** pull_request_review_thread.line must be part of the diff, both ends in one hunk. */
  #lineFaults(comment: Record<string, unknown>): string[] {
    const file = this.files.find((one) => one.filename === comment.path);
    if (!file) return [`pull_request_review_thread.path is invalid: ${comment.path}`];
    const { hunkOf } = readPatch(file.filename, file.patch, file.status);
    const hunk = hunkOf.get(comment.line as number);
    if (hunk === undefined) return ['pull_request_review_thread.line must be part of the diff'];
    if (comment.start_line === undefined) return [];
    if ((comment.start_line as number) >= (comment.line as number)) return ['start_line must precede the end line'];
    return hunkOf.get(comment.start_line as number) === hunk
      ? []
      : ['pull_request_review_thread.start_line must be part of the same hunk as the line.'];
  }

  #do(method: string, { path, values }: Matched, url: URL, body: Record<string, unknown>): Answer {
    switch (`${method} ${path.replace('/repos/{owner}/{repo}', '')}`) {
      case 'GET /issues/{issue_number}/comments':
        return this.#page(this.comments.map(commentData), url);
      case 'POST /issues/{issue_number}/comments':
        return {
          status: 201,
          body: commentData(this.addComment(String(body.body), this.user ?? undefined, this.user ? 'User' : undefined)),
        };
      case 'PATCH /issues/comments/{comment_id}':
        return this.#patch(Number(values.comment_id), String(body.body));
      case 'DELETE /issues/comments/{comment_id}':
        this.comments = this.comments.filter((one) => one.id !== Number(values.comment_id));
        return { status: 204, body: null };
      case 'GET /pulls/{pull_number}':
        return { status: 200, body: { number: Number(values.pull_number), state: 'open', head: { sha: this.headSha, ref: 'topic' } } };
      case 'GET /pulls/{pull_number}/files':
        return this.#page(
          this.files.map((file) => ({ sha: 'b'.repeat(40), additions: 1, deletions: 0, changes: 1, ...file })),
          url,
        );
      case 'GET /pulls/{pull_number}/comments':
        return this.#page(this.reviewComments, url);
      case 'POST /pulls/{pull_number}/comments':
        return { status: 201, body: this.#addReviewComment(body) };
      case 'POST /pulls/{pull_number}/reviews':
        this.reviews.push({ comments: body.comments as unknown[] });
        for (const one of (body.comments as Record<string, unknown>[]) ?? []) this.#addReviewComment(one);
        return { status: 200, body: { id: this.#nextId++, body: String(body.body ?? ''), state: 'COMMENTED' } };
      case 'GET /commits/{commit_sha}/pulls':
        return this.#page(this.pullsOfCommit, url);
      case 'POST /statuses/{sha}':
        this.statuses.push({ sha: String(values.sha), ...(body as { state: string; context: string; description: string }) });
        return { status: 201, body: { id: this.#nextId++, state: String(body.state), context: String(body.context) } };
      case 'GET /user':
        return this.user === null
          ? refusal(403, 'Resource not accessible by integration')
          : { status: 200, body: { login: this.user, type: 'User' } };
      default:
        throw new Error(`The test server does not know ${method} ${path}.`);
    }
  }

  #patch(id: number, body: string): Answer {
    const comment = this.comments.find((one) => one.id === id);
    if (!comment) return refusal(404, 'Not Found');
    comment.body = body;
    return { status: 200, body: commentData(comment) };
  }

  #addReviewComment({ path, line, start_line, body }: Record<string, unknown>) {
    const made = {
      id: this.#nextId++,
      path: String(path),
      line: Number(line),
      ...(start_line ? { start_line: Number(start_line) } : {}),
      body: String(body),
    };
    this.reviewComments.push(made);
    return made;
  }

  #page(all: object[], url: URL): Answer {
    const size = Number(url.searchParams.get('per_page') ?? 30);
    const page = Number(url.searchParams.get('page') ?? 1);
    const next = new URL(url);
    next.searchParams.set('page', String(page + 1));
    const more = page * size < all.length;
    const link = `<${this.url}${next.pathname}${next.search}>; rel="next"`;
    return { status: 200, body: all.slice((page - 1) * size, page * size), ...(more ? { headers: { link } } : {}) };
  }
}

interface Answer {
  status: number;
  body: object | null;
  headers?: Record<string, string> | undefined;
}

function refusal(status: number, message: string): Answer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest' } };
}

function commentData({ id, body, user }: FakeComment) {
  return { id, body, user, html_url: `https://github.test/o/r/pull/7#issuecomment-${id}` };
}

async function readAll(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('utf8');
}
