import { described } from '../checks/index.ts';
import type { RuleText } from '../report/context.ts';
import pages from './pages.json' with { type: 'json' };

/** The page of a check as Markdown, or undefined when there is no such check. */
export function pageOf(id: string): string | undefined {
  return Object.hasOwn(pages, id) ? (pages as Record<string, string>)[id] : undefined;
}

/** The ids that have a page. */
export const explained: readonly string[] = Object.keys(pages);

/** Every check with its page, for formats that carry a list of rules. */
export const rules: readonly RuleText[] = described.map(({ id, summary, severity }) => {
  const help = pageOf(id);
  return { id, summary, severity, ...(help === undefined ? {} : { help }) };
});
