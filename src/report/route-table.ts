import type { Report, ReportedEndpoint, ReportedRoute, StackReport } from '../core/report.ts';
import { columnsOf, visible } from './visible.ts';
import { endpointName } from './words.ts';

const head = ['LISTEN', 'SERVER', 'LOCATION', 'TARGET', 'ENDPOINT', 'SERVICE', 'VERDICT', 'AT'];

/** The route table as text, for `nginx-gate routes`: one stack after the other, one line for each endpoint. */
export function routeTable(report: Report): string {
  return report.stacks.map((stack) => stackTable(stack)).join('\n');
}

function stackTable(stack: StackReport): string {
  const rows = stack.routes.flatMap((route) => (route.endpoints.length === 0 ? [null] : route.endpoints).map((e) => row(route, e)));
  return `${visible(title(stack))}\n${rows.length === 0 ? '  no location hands requests on\n' : aligned([head, ...rows])}`;
}

function title({ name, directory, nginx }: StackReport): string {
  const where = [directory === '' ? '.' : directory, ...(nginx.service ? [`service ${nginx.service}`] : []), nginx.image ?? nginx.main];
  return `${name} (${where.join(', ')})`;
}

function aligned(table: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => table.reduce((most, cells) => Math.max(most, columnsOf(cells[column] ?? '')), 0));
  const padded = (cell: string, column: number) => cell + ' '.repeat((widths[column] ?? 0) - columnsOf(cell));
  return table.map((cells) => `  ${cells.map(padded).join('  ').trimEnd()}\n`).join('');
}

function row(route: ReportedRoute, endpoint: ReportedEndpoint | null): string[] {
  const at = endpoint ?? route;
  return [
    short(route.listen),
    short(route.serverNames),
    route.location ?? '-',
    `${route.directive} ${route.target}`,
    endpoint ? endpointName(endpoint) : '-',
    endpoint?.service ?? '-',
    endpoint ? verdict(endpoint) : '-',
    `${at.file}:${at.line}`,
  ].map(visible);
}

function verdict({ verdict, reason }: ReportedEndpoint): string {
  return reason && verdict !== 'ok' ? `${verdict} (${reason})` : verdict;
}

function short(words: readonly string[]): string {
  if (words.length === 0) return '-';
  return words.length > 2 ? `${words.slice(0, 2).join(',')},+${words.length - 2}` : words.join(',');
}
