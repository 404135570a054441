import { createHash } from 'node:crypto';
import type { Finding } from '../core/finding.ts';
import type { LineReader } from '../core/report.ts';
import { type ChangedLines, changedLine, changedLines } from '../report/markdown.ts';
import { fenceFor, prose } from '../report/markdown-text.ts';
import { starred } from '../report/secrets.ts';
import { visible } from '../report/visible.ts';
import { type Client, type RepositoryName, statusOf } from './client.ts';
import type { PullRequest } from './event.ts';
import type { ChangedFile } from './pull-request.ts';

/** More would bury the review. The rest stands in the comment as it is. */
const mostSuggestions = 20;

/** One change that a reviewer can commit with a click. Lines are those of the new side. */
export interface Suggestion {
  path: string;
  first: number;
  last: number;
  body: string;
  /** In the body; the same on the next push, so that nothing is said twice. */
  mark: string;
}

/**
 * The suggestions that GitHub will take: the fix is certain, all its lines stand in one hunk of the diff, and the diff shows them
 * as they are here (the checkout is a merge, whose lines may have moved). Fixes of the same lines are one suggestion, as a second
 * would take back the first.
 */
export function suggestionsFor(findings: readonly Finding[], files: readonly ChangedFile[], lineOf: LineReader): Suggestion[] {
  const byPath = new Map(files.map((file) => [file.path, file]));
  const inDiff = findings.filter((finding) => finding.fix?.edits?.some((edit) => byPath.get(edit.location.file)?.shown));
  return together(inDiff, lineOf).flatMap((group) => suggestionFor(group, byPath) ?? []);
}

interface Group {
  findings: Finding[];
  change: ChangedLines;
}

/** Findings whose fixes touch the same lines, with what all of their edits make of them. A fix that contradicts an earlier one is left out. */
function together(findings: readonly Finding[], lineOf: LineReader): Group[] {
  const groups: Group[] = [];
  for (const finding of findings) {
    const change = changedLine(finding, lineOf);
    if (!change) continue;
    const near = groups.find(({ change: other }) => other.file === change.file && other.first <= change.last && change.first <= other.last);
    if (!near) {
      groups.push({ findings: [finding], change });
      continue;
    }
    const all = [...near.findings, finding];
    const both = changedLines(
      all.flatMap((one) => one.fix?.edits ?? []),
      lineOf,
    );
    if (both) Object.assign(near, { findings: all, change: both });
  }
  return groups;
}

function suggestionFor({ findings, change }: Group, files: ReadonlyMap<string, ChangedFile>): Suggestion | null {
  const file = files.get(change.file);
  if (!file?.shown) return null;
  const hunk = file.hunkOf.get(change.first);
  for (let line = change.first; line <= change.last; line++) {
    const here = withoutReturn(change.before[line - change.first] ?? '');
    if (file.hunkOf.get(line) !== hunk || hunk === undefined || withoutReturn(file.shown.get(line) ?? '') !== here) return null;
  }
  const lines = change.after.map(withoutReturn);
  // What cannot be shown as it is must not be committed with a click.
  if (lines.some((line) => visible(line) !== line.replaceAll('\t', ' ') || starred(change.file, line) !== line)) return null;
  const text = lines.join('\n');
  const fingerprints = findings.map((finding) => finding.fingerprint);
  const mark = `<!-- nginx-gate:fix:${createHash('sha256')
    .update([...fingerprints, text].join('\0'))
    .digest('hex')
    .slice(0, 24)} -->`;
  const fence = fenceFor(text);
  const said = findings.map((finding) => `**${prose(finding.check)}**: ${prose(finding.message)}`).join('\n\n');
  const body = `${said}\n\n${fence}suggestion\n${text}\n${fence}\n${mark}`;
  return { path: change.file, first: change.first, last: change.last, body, mark };
}

function withoutReturn(line: string): string {
  return line.replace(/\r$/, '');
}

/**
 * Posts the suggestions that no earlier run has posted, as one review; if GitHub refuses that, each by itself, so that
 * one line that it does not take loses only itself.
 * @returns how many were refused
 * @throws an error of the API other than a refusal of a line
 */
export async function postSuggestions(
  client: Client,
  repository: RepositoryName,
  pull: PullRequest,
  suggestions: readonly Suggestion[],
): Promise<number> {
  if (suggestions.length === 0) return 0;
  const known = await marksOn(client, repository, pull);
  const fresh = suggestions.filter((one) => !known.has(one.mark)).slice(0, mostSuggestions);
  if (fresh.length === 0) return 0;
  const place = { ...repository, pull_number: pull.number };
  const comments = fresh.map(reviewComment);
  try {
    const body = 'nginx-gate knows these fixes for certain.';
    await client.rest.pulls.createReview({ ...place, commit_id: pull.headSha, event: 'COMMENT', body, comments });
    return 0;
  } catch (error) {
    if (statusOf(error) !== 422) throw error;
  }
  let refused = 0;
  for (const comment of comments) {
    try {
      await client.rest.pulls.createReviewComment({ ...place, commit_id: pull.headSha, ...comment });
    } catch (error) {
      if (statusOf(error) !== 422) throw error;
      refused += 1;
    }
  }
  return refused;
}

/** `start_line` only for more than one line: GitHub refuses it when it equals `line`. */
function reviewComment({ path, first, last, body }: Suggestion) {
  const side = 'RIGHT' as const;
  return { path, body, side, line: last, ...(first === last ? {} : { start_line: first, start_side: side }) };
}

async function marksOn(client: Client, repository: RepositoryName, pull: PullRequest): Promise<Set<string>> {
  const marks = new Set<string>();
  const pages = client.paginate.iterator(client.rest.pulls.listReviewComments, { ...repository, pull_number: pull.number, per_page: 100 });
  for await (const { data } of pages) {
    for (const comment of data) {
      const mark = /<!-- nginx-gate:fix:[0-9a-f]{24} -->/.exec(comment.body)?.[0];
      if (mark) marks.add(mark);
    }
  }
  return marks;
}
