import { GateError } from '../core/errors.ts';
import { type Explanation, explain } from '../gate/explain.ts';
import { explained, pageOf } from '../gate/rules.ts';
import { visible } from '../report/visible.ts';
import type { CommandLine } from './options.ts';
import { writeReport } from './output.ts';

/** `nginx-gate explain`: a check's page, or what a line of nginx's log or of `nginx -t` means. @throws GateError when nothing is named */
export function explainCommand(line: CommandLine): number {
  const text = line.rest.join(' ').trim();
  if (text === '')
    throw new GateError(`Name a check or a log line: nginx-gate explain port-mismatch. The checks are ${explained.join(', ')}.`);
  const format = line.value('format');
  if (format !== 'text' && format !== 'json') throw new GateError('explain prints --format text or json.');
  const explanation = explain(text);
  writeReport(format === 'json' ? `${JSON.stringify(explanation, null, 2)}\n` : (pageOf(text) ?? textOf(explanation)), undefined);
  return 0;
}

function textOf({ fields, causes }: Explanation): string {
  const known = Object.entries(fields).flatMap(([name, value]) => (value === '' ? [] : [`  ${name.padEnd(10)} ${visible(String(value))}`]));
  const seen = known.length > 0 ? `${known.join('\n')}\n\n` : '';
  if (causes.length === 0) return `${seen}Nobody knows this line: it is none of nginx's messages that nginx-gate has learnt.\n`;
  const told = causes.map(({ id, why, fix, tellApart }, i) => {
    const lines = [`${i + 1}. ${id}: ${why}`, `   fix: ${fix}`, ...(tellApart ? [`   tell apart: ${tellApart}`] : [])];
    return `${lines.join('\n')}\n`;
  });
  return `${seen}${told.join('\n')}`;
}
