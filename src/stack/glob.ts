/**
 * Whether one name matches a pattern of `*`, `?`, `[…]` and `\` (glob(3), Go's filepath.Match). Time grows with the
 * product of both lengths at most, whatever the pattern.
 */
export function matchesName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let retry = 0;
  let index = 0;
  while (index < name.length) {
    const step = at < pattern.length ? matchOne(pattern, at, name[index] as string) : 0;
    if (pattern[at] === '*') {
      star = at++;
      retry = index;
    } else if (step > 0) {
      at += step;
      index++;
    } else if (star !== -1) {
      at = star + 1;
      index = ++retry;
    } else return false;
  }
  while (pattern[at] === '*') at++;
  return at >= pattern.length;
}

/** How many units of the pattern match this character; 0 when they don't. */
function matchOne(pattern: string, at: number, char: string): number {
  const first = pattern[at];
  if (first === '?') return 1;
  if (first === '\\' && at + 1 < pattern.length) return pattern[at + 1] === char ? 2 : 0;
  if (first === '[') {
    const end = pattern.indexOf(']', at + 2);
    if (end !== -1) return inClass(pattern.slice(at + 1, end), char) ? end - at + 1 : 0;
  }
  return first === char ? 1 : 0;
}

function inClass(body: string, char: string): boolean {
  const negated = body[0] === '!' || body[0] === '^';
  const items = negated ? body.slice(1) : body;
  let found = false;
  for (let at = 0; at < items.length; at++) {
    const from = items[at] as string;
    if (items[at + 1] === '-' && at + 2 < items.length) {
      if (char >= from && char <= (items[at + 2] as string)) found = true;
      at += 2;
    } else if (char === from) found = true;
  }
  return found !== negated;
}

/** Whether a path matches a pattern whose parts are matched name by name; `**` stands for any number of folders. */
export function matchesPath(pattern: readonly string[], path: readonly string[]): boolean {
  // reachable[j]: the pattern up to here matches the first j names.
  let reachable = new Array<boolean>(path.length + 1).fill(false);
  reachable[0] = true;
  for (const part of pattern) {
    const next = new Array<boolean>(path.length + 1).fill(false);
    for (let index = 0; index <= path.length; index++) {
      if (!reachable[index]) continue;
      if (part === '**') for (let to = index; to <= path.length; to++) next[to] = true;
      else if (index < path.length && matchesName(part, path[index] as string)) next[index + 1] = true;
    }
    reachable = next;
  }
  return reachable[path.length] === true;
}
