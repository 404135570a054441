import { described } from '../checks/index.ts';
import { GateError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { type Explanation, explainLine } from '../smoke/explain.ts';
import { explained, pageOf } from './rules.ts';

export type { Explanation };

/** What a check, or a line of nginx's log or of `nginx -t`, means. @throws GateError for a word that is no check */
export function explain(text: string): Explanation {
  const page = pageOf(text);
  if (page !== undefined) return checkExplanation(text, page);
  if (/^[a-z0-9/-]+$/.test(text)) throw new GateError(unknownCheck(text));
  return explainLine(text);
}

function unknownCheck(word: string): string {
  const near = nearest(word, explained);
  return `There is no check "${word}"${near ? `; did you mean "${near}"?` : `. The checks are ${explained.join(', ')}.`}`;
}

/** A check as an explanation: its summary says why, the last section of its page what to do. */
function checkExplanation(id: string, page: string): Explanation {
  const check = described.find((c) => c.id === id);
  return {
    schema: 'nginx-gate-explain/1',
    kind: 'check',
    fields: { check: id, severity: check?.severity ?? 'error' },
    causes: [{ id, why: check?.summary ?? firstParagraph(page), fix: section(page, 'What to do'), tellApart: '' }],
  };
}

function firstParagraph(page: string): string {
  const parts = page.split(/\n{2,}/);
  const first = parts.find((part) => part.trim() !== '' && !part.startsWith('#')) ?? '';
  return first.replace(/\s+/g, ' ').trim();
}

/** The text below a heading. */
function section(page: string, heading: string): string {
  const found = page.split(/^## /m).find((part) => part.startsWith(`${heading}\n`)) ?? '';
  return found.slice(heading.length).trim();
}
