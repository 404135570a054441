import { type Complaint, wrong } from './complaint.ts';
import type { Directive } from './directives.ts';
import { isTemplate } from './parameters.ts';
import type { ConfigNode } from './parser.ts';

/** Kinds of values that nginx's own setters take once in a block. */
export const takenOnce = new Set(['flag', 'text', 'number', 'size', 'offset', 'milliseconds', 'seconds', 'buffers', 'one-of', 'once']);

/** What nginx's setter for this kind of value refuses. */
export function checkValue(node: ConfigNode, { kind, values, name }: Directive): Complaint | null {
  const [first] = node.args;
  if (first === undefined || node.args.some((a) => isTemplate(a.text))) return null;
  const { text } = first;
  const invalid = (what: string, says = `"${name}" directive invalid value`) =>
    wrong(says, `${name} takes ${what}, not "${text}".`, null, first);
  switch (kind) {
    case 'flag':
      if (/^(on|off)$/i.test(text)) return null;
      return invalid('"on" or "off"', `invalid value "${text}" in "${name}" directive, it must be "on" or "off"`);
    case 'number':
      return /^\d{1,18}$/.test(text) ? null : invalid('a number', `"${name}" directive invalid number`);
    case 'size':
      return /^\d{1,15}[kKmM]?$/.test(text) ? null : invalid('a size such as 8k or 1m');
    case 'offset':
      return /^\d{1,15}[kKmMgG]?$/.test(text) ? null : invalid('a size such as 8k, 1m or 1g');
    case 'milliseconds':
    case 'seconds':
      return isTime(text, kind === 'seconds') ? null : invalid('a time such as 30s or 5m');
    case 'buffers':
      return checkBuffers(node, name);
    case 'one-of':
      return values.length === 0 || values.includes(text.toLowerCase())
        ? null
        : invalid(`one of ${values.join(', ')}`, `invalid value "${text}"`);
    case 'some-of':
      return checkWords(node, name, values);
    default:
      return null;
  }
}

function checkBuffers(node: ConfigNode, name: string): Complaint | null {
  const [number, size] = node.args;
  const sound = /^[1-9]\d{0,8}$/.test(number?.text ?? '') && /^\d*[1-9]\d*[kKmM]?$/.test(size?.text ?? '');
  return sound ? null : wrong(`"${name}" directive invalid value`, `${name} takes a number and a size, such as "8 16k".`, null, number);
}

function checkWords(node: ConfigNode, name: string, values: readonly string[]): Complaint | null {
  const known = new Set(values.map((v) => v.toLowerCase()));
  const word = values.length === 0 ? undefined : node.args.find((a) => !known.has(a.text.toLowerCase()));
  return word === undefined
    ? null
    : wrong(`invalid value "${word.text}"`, `${name} doesn't know "${word.text}"; it knows ${values.join(', ')}.`, null, word);
}

/** nginx's times: numbers with falling units, `1h 30m`; a bare number is seconds. Only times in milliseconds know `ms`, only times in seconds know years and months. */
export function isTime(text: string, seconds: boolean): boolean {
  const units = seconds ? ['y', 'M', 'w', 'd', 'h', 'm', 's'] : ['w', 'd', 'h', 'm', 's', 'ms'];
  let rest = text;
  let from = 0;
  let valid = false;
  while (rest !== '') {
    const part = /^(\d{1,15})(ms|[yMwdhms])? */.exec(rest);
    if (part === null) return false;
    valid = true;
    const unit = part[2];
    if (unit !== undefined) {
      const at = units.indexOf(unit);
      if (at < from) return false;
      from = at + 1;
    }
    rest = rest.slice(part[0].length);
  }
  return valid;
}
