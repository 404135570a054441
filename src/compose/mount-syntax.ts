/** The short syntax of `volumes`: `[SOURCE:]TARGET[:OPTIONS]`. */

export interface ShortMount {
  type: 'bind' | 'volume';
  /** Null for an anonymous volume. */
  source: string | null;
  target: string;
  readOnly: boolean;
}

export function parseMount(text: string): ShortMount | { error: string } {
  if (text === '') return { error: 'A volume needs a path in the container.' };
  const parts = splitColons(text);
  if (parts.includes('')) return { error: `"${text}" has an empty part between its colons.` };
  if (parts.length > 3) return { error: `"${text}" has too many colons.` };
  const [first = '', second, options = ''] = parts;
  if (second === undefined) return { type: 'volume', source: null, target: first, readOnly: false };
  return { type: isPath(first) ? 'bind' : 'volume', source: first, target: second, readOnly: readOnly(options) };
}

/** A colon after a single letter that begins a part belongs to a Windows drive. */
function splitColons(text: string): string[] {
  if (text.length <= 2) return [text];
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf(':'); at !== -1; at = text.indexOf(':', at + 1)) {
    if (at - from === 1 && /\p{L}/u.test(text.charAt(from))) continue;
    parts.push(text.slice(from, at));
    from = at + 1;
  }
  parts.push(text.slice(from));
  return parts;
}

function readOnly(options: string): boolean {
  return options.split(',').reduce((value, option) => (option === 'ro' ? true : option === 'rw' ? false : value), false);
}

/** A source that is a path of the host and not the name of a volume. */
export function isPath(source: string): boolean {
  return /^(?:[./~]|\\\\|\p{L}:)/u.test(source);
}
