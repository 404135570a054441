import { checks } from '../checks/index.ts';
import { GateError } from '../core/errors.ts';
import { nearest } from '../core/nearest.ts';
import { explained, pageOf } from '../gate/rules.ts';
import { type Explanation, explainLine } from '../smoke/explain.ts';
import type { CommandLine } from './options.ts';
import { writeReport } from './output.ts';

/** `nginx-gate explain`: a check's page, or what a line of nginx's log or of `nginx -t` means. @throws GateError when nothing is named */
export function explainCommand(line: CommandLine): number {
  const text = line.rest.join(' ').trim();
  if (text === '')
    throw new GateError(`Name a check or a log line: nginx-gate explain port-mismatch. The checks are ${explained.join(', ')}.`);
  const format = line.value('format');
  if (format !== 'text' && format !== 'json') throw new GateError('explain prints --format text or json.');
  const page = pageOf(text);
  if (page !== undefined) writeReport(format === 'json' ? jsonOf(checkExplanation(text)) : page, undefined);
  else if (/^[a-z0-9/-]+$/.test(text)) throw new GateError(unknownCheck(text));
  else {
    const explanation = explainLine(text);
    writeReport(format === 'json' ? jsonOf(explanation) : textOf(explanation), undefined);
  }
  return 0;
}

function unknownCheck(word: string): string {
  const near = nearest(word, explained);
  return `There is no check "${word}"${near ? `; did you mean "${near}"?` : `. The checks are ${explained.join(', ')}.`}`;
}

/** A check as an explanation: its summary says why, the last section of its page how to mend it. */
function checkExplanation(id: string): Explanation {
  const check = checks.find((c) => c.id === id);
  const page = pageOf(id) ?? '';
  return {
    schema: 'nginx-gate-explain/1',
    kind: 'check',
    fields: { check: id, severity: check?.severity ?? 'error' },
    causes: [{ id, why: check?.summary ?? firstParagraph(page), fix: section(page, 'fix'), tellApart: '' }],
  };
}

function firstParagraph(page: string): string {
  return (
    page
      .split(/\n{2,}/)
      .find((part) => part.trim() !== '' && !part.startsWith('#'))
      ?.replace(/\s+/g, ' ')
      .trim() ?? ''
  );
}

/** The text below the first heading that holds a word. */
function section(page: string, word: string): string {
  const parts = page.split(/^#+ /m);
  const found = parts.find((part) => (part.split('\n', 1)[0] ?? '').toLowerCase().includes(word));
  return (found ?? '').split('\n').slice(1).join('\n').trim();
}

function jsonOf(explanation: Explanation): string {
  return `${JSON.stringify(explanation, null, 2)}\n`;
}

function textOf({ fields, causes }: Explanation): string {
  const known = Object.entries(fields).flatMap(([name, value]) =>
    value === null || value === undefined || value === '' ? [] : [`  ${name.padEnd(10)} ${plain(String(value))}`],
  );
  const seen = known.length > 0 ? `${known.join('\n')}\n\n` : '';
  if (causes.length === 0) return `${seen}Nobody knows this line: it is none of nginx's messages that nginx-gate has learnt.\n`;
  const told = causes.map(
    (cause, i) =>
      `${i + 1}. ${cause.id}: ${cause.why}\n   fix: ${cause.fix}\n${cause.tellApart ? `   tell apart: ${cause.tellApart}\n` : ''}`,
  );
  return `${seen}${told.join('\n')}`;
}

/** A log line may come from a stranger's request: nothing of it may steer the terminal. */
function plain(text: string): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
