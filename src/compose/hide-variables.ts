/** Text with variables, to be taken apart: what stands in their braces is no syntax of the text around them. */

/** Stands for a variable. */
export const hidden = '\u0000';

const deepest = 8;

/** `${HOST:-127.0.0.1}:80` with one sign in the place of each variable. */
export function hideVariables(text: string): string {
  let shown = text.replaceAll('$$', '');
  for (let depth = 0; depth < deepest && shown.includes('${'); depth++) shown = shown.replace(/\$\{[^{}]*\}/g, hidden);
  return shown.replace(/\$[A-Za-z_]\w*/g, hidden);
}
