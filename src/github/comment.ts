import { createHash } from 'node:crypto';
import { type Client, type RepositoryName, statusOf } from './client.ts';

/** GitHub refuses longer bodies: 65,536 characters. Counted in bytes here, which are never fewer. */
export const longestBody = 65_000;

/** A comment that is found again by a mark that nobody sees. */
export interface StickyComment {
  /** Tells one configuration of the gate from another. */
  id: string;
  body: string;
  /** Write one even where there was none before. */
  create: boolean;
}

/** An id from what tells two jobs on one pull request apart. */
export function stickyId(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 16);
}

interface Found {
  id: number;
  url: string;
  body: string;
}

/**
 * Creates, updates or leaves the one comment of this configuration; others of ours with the same mark (two jobs that raced)
 * are deleted. A comment that was deleted meanwhile is made anew.
 * @returns its address, or null when none was wanted
 * @throws an error of the API
 */
export async function writeSticky(
  client: Client,
  repository: RepositoryName,
  issue: number,
  sticky: StickyComment,
): Promise<string | null> {
  const mark = `<!-- nginx-gate:${sticky.id} -->`;
  const body = `${mark}\n${sticky.body}`;
  for (let attempt = 1; ; attempt++) {
    try {
      return await writeOnce(client, repository, issue, mark, body, sticky.create);
    } catch (error) {
      // A creation that failed on GitHub's side may have happened: look again before trying again.
      const status = statusOf(error);
      if (attempt === 3 || (status !== null && status < 500)) throw error;
    }
  }
}

async function writeOnce(
  client: Client,
  repository: RepositoryName,
  issue: number,
  mark: string,
  body: string,
  create: boolean,
): Promise<string | null> {
  const [kept, ...spare] = await findOurs(client, repository, issue, mark);
  for (const one of spare) await remove(client, repository, one.id);
  if (kept) {
    if (folded(kept.body) === folded(body)) return kept.url;
    const url = await update(client, repository, kept.id, body);
    if (url !== null) return url;
  }
  if (!create && !kept) return null;
  const { data } = await client.rest.issues.createComment({ ...repository, issue_number: issue, body });
  return data.html_url;
}

async function findOurs(client: Client, repository: RepositoryName, issue: number, mark: string): Promise<Found[]> {
  const found: Found[] = [];
  let self: string | null | undefined;
  const pages = client.paginate.iterator(client.rest.issues.listComments, { ...repository, issue_number: issue, per_page: 100 });
  for await (const { data } of pages) {
    for (const comment of data) {
      // Anybody can write the mark; only a bot's comment, or one of the token's own user, is ours to change.
      if (!comment.body || !carries(comment.body, mark)) continue;
      if (comment.user?.type !== 'Bot') {
        if (self === undefined) self = await ownLogin(client);
        if (self === null || comment.user?.login !== self) continue;
      }
      found.push({ id: comment.id, url: comment.html_url, body: comment.body });
    }
  }
  return found;
}

/** Whether a comment begins with the mark, or has it on a line of its own below what somebody wrote above; not in a quote or a block of code. */
function carries(body: string, mark: string): boolean {
  const at = `\n${body}`.replaceAll('\r\n', '\n').indexOf(`\n${mark}\n`);
  return at !== -1 && (body.slice(0, at).match(/^(?:```|~~~)/gm)?.length ?? 0) % 2 === 0;
}

/** The user of a personal token; null for a job's token, which has none. */
async function ownLogin(client: Client): Promise<string | null> {
  try {
    return (await client.rest.users.getAuthenticated()).data.login;
  } catch {
    return null;
  }
}

/** Null when the comment is gone. */
async function update(client: Client, repository: RepositoryName, id: number, body: string): Promise<string | null> {
  try {
    return (await client.rest.issues.updateComment({ ...repository, comment_id: id, body })).data.html_url;
  } catch (error) {
    if (statusOf(error) === 404) return null;
    throw error;
  }
}

async function remove(client: Client, repository: RepositoryName, id: number): Promise<void> {
  try {
    await client.rest.issues.deleteComment({ ...repository, comment_id: id });
  } catch {
    // Left for the next run; the kept comment says all.
  }
}

/** GitHub may change line ends and blanks at the end. */
function folded(body: string): string {
  return body.replaceAll('\r\n', '\n').trimEnd();
}
