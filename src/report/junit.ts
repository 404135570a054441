import { type Finding, fails } from '../core/finding.ts';
import type { Report, ReportedRoute, StackReport } from '../core/report.ts';
import type { ReportContext } from './context.ts';
import { visible } from './visible.ts';
import { endpointName, nginxTestWords, serverName } from './words.ts';

interface Case {
  suite: string;
  name: string;
  file: string;
  line: number;
  result: { kind: 'failure' | 'skipped' | 'system-out'; message: string; type?: string; text: string } | null;
}

/**
 * JUnit as GitLab and Jenkins read it: a test case for each finding (a failure from `failOn` on, else its text alone),
 * for each route without one, and for the real `nginx -t` of each stack.
 */
export function renderJunit(report: Report, context: ReportContext): string {
  const cases = [
    ...report.findings.map((finding) => findingCase(finding, report, context)),
    ...report.stacks.flatMap((stack) => stackCases(stack, report)),
  ];
  const suites = [...new Set(cases.map((one) => one.suite))].map((name) =>
    suite(
      name,
      cases.filter((one) => one.suite === name),
    ),
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="nginx-gate" ${totals(cases)}>\n${suites.join('')}</testsuites>\n`;
}

function suite(name: string, cases: Case[]): string {
  return `  <testsuite name="${xml(name)}" ${totals(cases)}>\n${cases.map(testCase).join('')}  </testsuite>\n`;
}

function totals(cases: readonly Case[]): string {
  const number = (kind: string) => cases.filter((one) => one.result?.kind === kind).length;
  return `tests="${cases.length}" failures="${number('failure')}" errors="0" skipped="${number('skipped')}"`;
}

function testCase({ suite, name, file, line, result }: Case): string {
  const open = `    <testcase classname="${xml(suite)}" name="${xml(name)}" file="${xml(file)}" line="${line}"`;
  if (result === null) return `${open}/>\n`;
  if (result.kind === 'system-out') return `${open}>\n      <system-out>${xml(result.text)}</system-out>\n    </testcase>\n`;
  if (result.kind === 'skipped') return `${open}>\n      <skipped message="${xml(result.message)}"/>\n    </testcase>\n`;
  return `${open}>\n      <failure message="${xml(result.message)}" type="${xml(result.type ?? '')}">${xml(result.text)}</failure>\n    </testcase>\n`;
}

function findingCase(finding: Finding, report: Report, context: ReportContext): Case {
  const { file, start } = finding.location;
  const failing = fails(finding.severity, context.failOn) && !context.notCaused?.has(finding.fingerprint);
  const text = [
    `${file}:${start.line}:${start.column} ${finding.severity} ${finding.check}`,
    finding.message,
    ...finding.related.map(({ location, label }) => `${location.file}:${location.start.line}: ${label}`),
    `why: ${finding.why}`,
    ...(finding.fix ? [`fix: ${finding.fix.message}`] : []),
  ].join('\n');
  const kind = failing ? 'failure' : 'system-out';
  const name = `${finding.check} at ${file}:${start.line}:${start.column}`;
  return {
    suite: suiteOf(file, report),
    name,
    file,
    line: start.line,
    result: { kind, message: finding.message, type: finding.check, text },
  };
}

function suiteOf(file: string, report: Report): string {
  const stack = report.stacks.find((one) => one.nginx.files.includes(file) || one.composeFiles.includes(file));
  return stack?.name ?? 'nginx-gate';
}

function stackCases(stack: StackReport, report: Report): Case[] {
  const faulty = new Set(report.findings.map((finding) => `${finding.location.file}:${finding.location.start.line}`));
  const told = (route: ReportedRoute) => [route, ...route.endpoints].some((at) => faulty.has(`${at.file}:${at.line}`));
  const routes = stack.routes.filter((route) => !told(route)).map((route) => routeCase(route, stack));
  return stack.nginxTest ? [...routes, nginxTestCase(stack)] : routes;
}

function routeCase(route: ReportedRoute, stack: StackReport): Case {
  const ends = route.endpoints.map(endpointName).join(', ');
  const name = `${serverName(route)} ${route.location ?? ''} ${route.directive} ${ends === '' ? route.target : ends}`.replace(/\s+/g, ' ');
  return { suite: stack.name, name, file: route.file, line: route.line, result: null };
}

function nginxTestCase(stack: StackReport): Case {
  const file = stack.nginx.files[0] ?? stack.composeFiles[0] ?? stack.directory;
  const words = nginxTestWords(stack.nginxTest);
  const skipped = stack.nginxTest?.status === 'skipped';
  // What `nginx -t` refuses stands among the findings; a second failure here would count one fault twice.
  const result =
    stack.nginxTest?.status === 'passed'
      ? null
      : { kind: skipped ? ('skipped' as const) : ('system-out' as const), message: words, text: words };
  return { suite: stack.name, name: 'nginx -t', file, line: 1, result };
}

/** Text for XML 1.0: what the standard does not allow at all is shown by its number. */
function xml(text: string): string {
  return text
    .split('\n')
    .map(visible)
    .join('\n')
    .replace(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#10;');
}
