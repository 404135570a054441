import type { Report } from '../core/report.ts';
import type { ReportContext } from './context.ts';
import { renderJson } from './json.ts';
import { renderJunit } from './junit.ts';
import { renderMarkdown } from './markdown.ts';
import { renderSarif } from './sarif.ts';
import { renderTerminal } from './terminal.ts';
import { renderGithub } from './workflow-commands.ts';

export type Format = 'text' | 'json' | 'sarif' | 'github' | 'junit' | 'markdown';

/** Every format by its name on the command line. All answer the whole text with its last line end. */
export const formats: Readonly<Record<Format, (report: Report, context: ReportContext) => string>> = {
  text: renderTerminal,
  json: renderJson,
  sarif: renderSarif,
  github: renderGithub,
  junit: renderJunit,
  markdown: renderMarkdown,
};

export function render(format: Format, report: Report, context: ReportContext): string {
  return formats[format](report, context);
}
