import parseDiff from 'parse-diff';
import type { Changes, FileChange } from '../core/changes.ts';
import type { Client, RepositoryName } from './client.ts';
import type { PullRequest, RunContext } from './event.ts';

/** GitHub lists at most 3,000 files of a pull request. Source: the OpenAPI description of `pulls/list-files`. */
export const mostFiles = 3000;

/** One file of a pull request. */
export interface ChangedFile extends FileChange {
  path: string;
  /** The lines of the new side that are shown in the diff, by number; null where GitHub gives no patch (binary, very large). */
  shown: Map<number, string> | null;
  /** The hunk that a shown line belongs to. */
  hunkOf: Map<number, number>;
}

/** The files that a pull request changes. */
export interface ChangedFiles {
  files: ChangedFile[];
  /** GitHub's list ended at its limit: a file that it does not name may be changed all the same. */
  cut: boolean;
}

/** @throws an error of the API */
export async function changedFiles(client: Client, repository: RepositoryName, pull: PullRequest): Promise<ChangedFiles> {
  const files: ChangedFile[] = [];
  let named = 0;
  const pages = client.paginate.iterator(client.rest.pulls.listFiles, { ...repository, pull_number: pull.number, per_page: 100 });
  for await (const { data } of pages) {
    for (const file of data) {
      named += 1;
      files.push(readPatch(file.filename, file.status === 'removed' ? undefined : file.patch, file.status, file.changes));
      if (file.previous_filename) files.push(readPatch(file.previous_filename, undefined, 'removed'));
    }
    if (named >= mostFiles) break;
  }
  return { files, cut: named >= mostFiles };
}

/**
 * What a patch says of the file as it is now. Without one (removed, binary, too large to show) anything may have changed in it.
 * A renamed file without changes has no patch either, and no touched line.
 */
export function readPatch(path: string, patch: string | undefined, status: string, changes = 0): ChangedFile {
  const file: ChangedFile = { path, shown: null, hunkOf: new Map(), touched: 'all', lostLines: false };
  if (patch === undefined) {
    return status === 'renamed' && changes === 0 ? { ...file, touched: new Set() } : { ...file, lostLines: status !== 'added' };
  }
  const shown = new Map<number, string>();
  const touched = new Set<number>();
  for (const [hunk, chunk] of (parseDiff(patch)[0]?.chunks ?? []).entries()) {
    const reader = { next: chunk.newStart, removed: 0, added: 0 };
    const endOfRun = () => {
      if (reader.removed > 0 && reader.added === 0) touched.add(Math.max(1, reader.next - 1)).add(reader.next);
      if (reader.removed > reader.added) file.lostLines = true;
      reader.removed = 0;
      reader.added = 0;
    };
    for (const change of chunk.changes) {
      if (change.content.startsWith('\\')) continue;
      if (change.type === 'normal') endOfRun();
      if (change.type === 'del') {
        reader.removed += 1;
        continue;
      }
      shown.set(reader.next, change.content.slice(1));
      file.hunkOf.set(reader.next, hunk);
      if (change.type === 'add') {
        touched.add(reader.next);
        reader.added += 1;
      }
      reader.next += 1;
    }
    endOfRun();
  }
  return { ...file, shown, touched };
}

/** The same as what decides whether a change caused a finding. */
export function changesOf(files: readonly ChangedFile[]): Changes {
  return new Map(files.map((file) => [file.path, file]));
}

/** The commit that a pull request stands at now. @throws an error of the API */
export async function currentHead(client: Client, repository: RepositoryName, pull: PullRequest): Promise<string> {
  const { data } = await client.rest.pulls.get({ ...repository, pull_number: pull.number });
  return data.head.sha;
}

/**
 * The pull request of a run: the event's own, else the one that brought the commit: an open one with this head, the one merged as
 * this commit, any open one, the first merged one. Null when there is none. @throws an error of the API
 */
export async function pullRequestFor(client: Client, run: RunContext): Promise<PullRequest | null> {
  if (run.pullRequest) return run.pullRequest;
  if (!/^[0-9a-f]{40}$/.test(run.sha)) return null;
  const { data } = await client.rest.repos.listPullRequestsAssociatedWithCommit({ ...run.repository, commit_sha: run.sha });
  const open = data.filter((pull) => pull.state === 'open');
  const found =
    open.find((pull) => pull.head.sha === run.sha) ??
    data.find((pull) => pull.merge_commit_sha === run.sha) ??
    open[0] ??
    data.find((pull) => pull.merged_at !== null);
  return found ? { number: found.number, headSha: found.head.sha } : null;
}
