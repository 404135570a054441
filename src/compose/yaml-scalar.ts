/** What a plain (unquoted) YAML scalar means to Compose: the rules of Go's yaml.v3, which differ from YAML 1.2 in octal numbers, underscores and dates. */
import type { ScalarType } from './tree.ts';

const nulls = new Set(['', '~', 'null', 'Null', 'NULL']);
const yes = new Set(['true', 'True', 'TRUE']);
const no = new Set(['false', 'False', 'FALSE']);
const decimal = /^[-+]?[0-9]+$/;
const float = /^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$/;
const date = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt]|[ \t]+)(\d{1,2}):(\d{1,2}):(\d{1,2})(?:\.(\d{1,9}))?[ \t]*(Z|[-+]\d{1,2}:?\d{2})?)?$/;

/** The type of a plain scalar, and its text as Compose prints it. */
export function resolvePlain(plain: string): { type: ScalarType; text: string } {
  if (nulls.has(plain)) return { type: 'null', text: '' };
  if (yes.has(plain)) return { type: 'bool', text: 'true' };
  if (no.has(plain)) return { type: 'bool', text: 'false' };
  const first = plain.charCodeAt(0);
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46;
  if (!numeric || plain.length > 64) return { type: 'string', text: plain };
  return resolveNumber(plain) ?? { type: 'string', text: plain };
}

function resolveNumber(plain: string): { type: ScalarType; text: string } | undefined {
  if (date.test(plain)) return resolveDate(plain);
  if (/^[-+]?\.(?:inf|Inf|INF)$/.test(plain)) return { type: 'float', text: plain.startsWith('-') ? '-Inf' : '+Inf' };
  if (/^\.(?:nan|NaN|NAN)$/.test(plain)) return { type: 'float', text: 'NaN' };
  const digits = plain.replaceAll('_', '');
  const whole = wholeNumber(digits);
  if (whole !== undefined) return { type: 'int', text: whole.toString() };
  if (float.test(digits)) return { type: 'float', text: printFloat(Number(digits)) };
  return undefined;
}

/** Decimal, 0x, 0b, 0o and C's octal with a leading zero, within 64 bits; a larger decimal is a float. */
function wholeNumber(digits: string): bigint | undefined {
  const sign = digits.startsWith('-') ? -1n : 1n;
  const body = digits.replace(/^[-+]/, '');
  let value: bigint;
  if (/^0[0-7]+$/.test(body)) value = BigInt(`0o${body.slice(1)}`);
  else if (/^0\d/.test(body)) return undefined;
  else if (decimal.test(body) && decimal.test(digits)) value = BigInt(body);
  else if (/^0(?:[xX][0-9a-fA-F]+|[bB][01]+|[oO][0-7]+)$/.test(body)) value = BigInt(body.toLowerCase());
  else return undefined;
  const signed = sign * value;
  return signed >= -(2n ** 63n) && signed < 2n ** 64n ? signed : undefined;
}

/** A float as Go's `%v` prints it: shortest digits, with an exponent below 1e-4 and from 1e6. */
export function printFloat(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : '-Inf';
  if (value === 0) return Object.is(value, -0) ? '-0' : '0';
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  const power = Number(exponent);
  if (power >= -4 && power < 6) return expand(value, mantissa, power);
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`;
}

function expand(value: number, mantissa: string, power: number): string {
  if (power >= 0) return String(value);
  const digits = mantissa.replace('-', '').replace('.', '');
  return `${value < 0 ? '-' : ''}0.${'0'.repeat(-power - 1)}${digits}`;
}

/** yaml.v3 reads an unquoted date as a time, and Compose prints it in full. */
function resolveDate(plain: string): { type: ScalarType; text: string } | undefined {
  const [, year, month, day, hour = '0', minute = '0', second = '0'] = date.exec(plain) as unknown as string[];
  const time = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second)));
  if (Number.isNaN(time.getTime()) || time.getUTCMonth() !== Number(month) - 1) return undefined;
  return { type: 'time', text: `${time.toISOString().slice(0, 19).replace('T', ' ')} +0000 UTC` };
}
