import type { Stack } from '../stack/model.ts';

const secretName = /pass|secret|token|credential|api_?key|private|auth|session|cookie|dsn/i;
const hidden = '•••';

/** A function that takes secrets out of a text: values of the project's own variables, and what looks like one anywhere. */
export function redactor(stack: Stack): (text: string) => string {
  const values = new Set<string>();
  for (const service of stack.project?.services ?? []) {
    for (const [name, { value }] of service.environment) {
      if (value !== null && value.length >= 6 && (secretName.test(name) || /:\/\/[^/\s:@]+:[^/\s@]+@/.test(value))) values.add(value);
    }
  }
  const known = [...values].sort((a, b) => b.length - a.length);
  return (text) => {
    let out = text;
    for (const value of known) out = out.replaceAll(value, hidden);
    return out
      .replace(/(:\/\/[^/\s:@"]{1,100}:)[^/\s@"]{1,200}@/g, `$1${hidden}@`)
      .replace(/\b(Bearer|Basic) [\w.~+/=-]{6,2000}/gi, `$1 ${hidden}`)
      .replace(
        /([?&;\s"'](?:[\w-]{0,40}(?:pass(?:word|wd)?|secret|token|api_?key|signature|session|code|auth)[\w-]{0,20})["']?\s?[=:]\s?["']?)[^&\s"',;]{1,2000}/gi,
        `$1${hidden}`,
      );
  };
}

/** Every text inside a value, redacted; the value is JSON-like. */
export function redacted<T>(value: T, redact: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, v: unknown) => (typeof v === 'string' ? redact(v) : v));
}
