/** The variables that a script sets: to plain text and once, or (null) in some other way. */
export function assignedOnce(script: string): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const match of script.matchAll(
    /(?:^|[\n;]|export )[ \t]*([A-Za-z_]\w*)=(?:"([^"$`\n]*)"|'([^'\n]*)'|([^\s"'$`;&|]*))(?=[\s;]|$)/g,
  )) {
    const name = match[1] as string;
    found.set(name, found.has(name) ? null : (match[2] ?? match[3] ?? match[4] ?? ''));
  }
  for (const match of script.matchAll(/\b(?:read|for)\s+(?:-r\s+)?([A-Za-z_]\w*)/g)) found.set(match[1] as string, null);
  for (const match of script.matchAll(/(?<![\w$])([A-Za-z_]\w*)=["']?[^\s"'$`]{0,200}[$`]/g)) found.set(match[1] as string, null);
  return found;
}
