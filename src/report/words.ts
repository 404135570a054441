// What every report says in the same words: counts, names of endpoints, what was looked at.
import type { Finding } from '../core/finding.ts';
import { severities } from '../core/finding.ts';
import type { NginxTestReport, Report, ReportedEndpoint, ReportedRoute, SmokeRequest, StackReport, Verdict } from '../core/report.ts';

/** "1 route", "2 routes". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`;
}

/** "a", "a and b", "a, b and c". */
export function listed(words: readonly string[]): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

/** "2 errors and 1 warning", "no findings". */
export function countedFindings(findings: readonly Finding[]): string {
  const counted = severities.flatMap((severity) => {
    const number = findings.filter((f) => f.severity === severity).length;
    return number === 0 ? [] : [count(number, severity)];
  });
  return counted.length === 0 ? 'no findings' : listed(counted);
}

/** `api:3000`, `[::1]:3000`, `unix:/run/app.sock`. */
export function endpointName(endpoint: ReportedEndpoint): string {
  if (endpoint.socket !== null) return `unix:${endpoint.socket}`;
  const host = endpoint.host ?? '?';
  const bracketed = host.includes(':') && !host.startsWith('[') ? `[${host}]` : host;
  return endpoint.port === null ? bracketed : `${bracketed}:${endpoint.port}`;
}

/** `shop.example on 80`; a server without a name is told by its listen addresses alone. */
export function serverName(route: ReportedRoute): string {
  const names = route.serverNames.filter((name) => name !== '');
  const listen = route.listen.length === 0 ? '' : listed(route.listen);
  if (names.length === 0) return listen === '' ? 'server' : `server on ${listen}`;
  return listen === '' ? names.join(' ') : `${names.join(' ')} on ${listen}`;
}

const verdicts: readonly Verdict[] = ['ok', 'wrong', 'external', 'unverified'];

/** "5 endpoints ok, 1 wrong, 2 unverified"; each place in the files counts once however many routes end there. */
export function countedEndpoints(routes: readonly ReportedRoute[]): string {
  const byPlace = new Map<string, Verdict>();
  for (const endpoint of routes.flatMap((route) => route.endpoints)) {
    const key = `${endpoint.file}:${endpoint.line}:${endpointName(endpoint)}`;
    if (byPlace.get(key) !== 'wrong') byPlace.set(key, endpoint.verdict);
  }
  const all = [...byPlace.values()];
  const parts = verdicts.flatMap((verdict) => {
    const number = all.filter((v) => v === verdict).length;
    return number === 0 ? [] : [`${number} ${verdict}`];
  });
  return parts.length === 0 ? 'no endpoints' : `${all.length === 1 ? 'endpoint' : 'endpoints'}: ${parts.join(', ')}`;
}

/** What the real `nginx -t` said: "nginx -t passed on nginx:1.27 (docker, 3 files)". */
export function nginxTestWords(test: NginxTestReport | undefined): string {
  if (!test) return 'nginx -t was not asked for';
  const where = test.image === null ? (test.engine === 'nginx' ? 'the nginx of this machine' : 'an unknown image') : test.image;
  switch (test.status) {
    case 'passed':
      return `nginx -t passed on ${where} (${engineWords(test)}${count(test.files, 'file')})${because(test)}`;
    case 'failed':
      return `nginx -t failed on ${where}${test.engine === null ? '' : ` (${test.engine})`}${because(test)}`;
    case 'vacuous':
      return `nginx -t read none of the repository's files on ${where}${because(test)}`;
    case 'skipped':
      return `nginx -t ${test.engine === null ? 'did not run' : 'can tell nothing'}${because(test)}`;
  }
}

/** Why it ran where it ran, or did not: an image is never replaced in silence. */
function because({ reason }: NginxTestReport): string {
  return reason === null ? '' : `: ${reason.replace(/\.$/, '')}`;
}

function engineWords(test: NginxTestReport): string {
  return test.engine === null ? '' : `${test.engine}, `;
}

/**
 * One line on what was looked at in a stack.
 * @param all the stacks of the report: where several have its name, what tells it apart stands behind it
 */
export function lookedAt(stack: StackReport, all: readonly StackReport[] = []): string {
  const files = count(stack.nginx.files.length, 'configuration file');
  return `${stack.name}${apart(stack, all)}: ${files}, ${count(stack.routes.length, 'route')}, ${countedEndpoints(stack.routes)}; ${stack.smoke ? smokeWords(stack) : nginxTestWords(stack.nginxTest)}`;
}

function apart(stack: StackReport, all: readonly StackReport[]): string {
  const namesakes = all.filter(({ name }) => name === stack.name);
  if (namesakes.length < 2) return '';
  const { service, files, main } = stack.nginx;
  const own = service !== null && namesakes.filter((one) => one.nginx.service === service).length === 1;
  const variant = stack.composeFiles.at(-1);
  const alike = namesakes.filter((one) => one.nginx.service === service && one.composeFiles.at(-1) === variant);
  return ` (${own ? service : service !== null && variant !== undefined && alike.length === 1 ? variant : (files[0] ?? service ?? main)})`;
}

function smokeWords(stack: StackReport): string {
  const requests = stack.smoke?.requests ?? [];
  const failed = requests.filter((request) => request.cause !== null).length;
  const skipped = stack.smoke?.skipped ?? [];
  const first = skipped[0];
  const left = first ? `, ${count(skipped.length, 'route')} not asked (${first.file}:${first.line}: ${first.because})` : '';
  return `${count(requests.length, 'request')} from ${stack.smoke?.vantage}, ${failed === 0 ? 'all healthy' : `${failed} failed`}${left}`;
}

/** How far the failures of a stack's requests reach, as a sentence to open with: "shop: 1 of 3 requests fails, …". Empty where none failed. */
export function scopeOf({ name, smoke }: StackReport): string {
  const failed = smoke?.requests.some((request) => request.cause !== null) ?? false;
  return failed && smoke?.scope ? `${name}: ${smoke.scope.replace(/\.$/, '')}.` : '';
}

/** What an endpoint answered without nginx: its status, else what went wrong in few words (the evidence has the whole). */
export function directWords({ status, result }: SmokeRequest['direct'][number]): string {
  return status === null ? result.replace(/ \(.*\)$/s, '') : String(status);
}

/** Findings split into those that count and those that the change under review did not cause. */
export function split(report: Report, notCaused: ReadonlySet<string> = new Set()): { caused: Finding[]; others: Finding[] } {
  return {
    caused: report.findings.filter((f) => !notCaused.has(f.fingerprint)),
    others: report.findings.filter((f) => notCaused.has(f.fingerprint)),
  };
}
