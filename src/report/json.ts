import type { Report } from '../core/report.ts';

/** The report as DESIGN.md section 3 and schema/report.schema.json have it. Everything else is made from the same data. */
export function renderJson(report: Report): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
