import type { Project, Service } from '../compose/model.ts';
import type { Finding } from '../core/finding.ts';
import type { Report, ReportedRoute, StackReport } from '../core/report.ts';
import { isSecretName, unspoken } from '../report/secrets.ts';
import type { Stack } from '../stack/model.ts';

const stars = '*****';
const longestValue = 200;
const valuesAtOnce = 50;
/** Passwords that are words: they stand in messages as what they are, and hide nothing. */
const words = /^(?:pass(?:word)?|secret|token|example|change-?me|default|admin|root|user|test|none|true|false|null|\d{1,5})$/i;

/**
 * A report without the values of the stacks' own secrets: a template's variable, or one that compose puts into a value, reaches
 * messages, targets and names of hosts. Lines of files are not in a report; whoever shows one stars it (report/secrets.ts).
 */
export function withoutSecretValues(report: Report, stacks: readonly Stack[]): Report {
  const hide = hider(stacks);
  return {
    ...report,
    stacks: report.stacks.map((stack) => stackWithout(stack, hide)),
    findings: report.findings.map((f) => findingWithout(f, hide)),
  };
}

type Hide = (text: string) => string;

function findingWithout(finding: Finding, hide: Hide): Finding {
  return {
    ...finding,
    message: hide(finding.message),
    why: hide(finding.why),
    ...(finding.fix ? { fix: { ...finding.fix, message: hide(finding.fix.message) } } : {}),
    related: finding.related.map((other) => ({ ...other, label: hide(other.label) })),
  };
}

function stackWithout(stack: StackReport, hide: Hide): StackReport {
  const { nginxTest } = stack;
  return {
    ...stack,
    routes: stack.routes.map((route) => routeWithout(route, hide)),
    ...(nginxTest
      ? {
          nginxTest: {
            ...nginxTest,
            stubbed: nginxTest.stubbed.map(hide),
            reason: nginxTest.reason === null ? null : hide(nginxTest.reason),
          },
        }
      : {}),
  };
}

function routeWithout(route: ReportedRoute, hide: Hide): ReportedRoute {
  return {
    ...route,
    serverNames: route.serverNames.map(hide),
    location: route.location === null ? null : hide(route.location),
    target: hide(route.target),
    endpoints: route.endpoints.map((endpoint) => ({
      ...endpoint,
      host: endpoint.host === null ? null : hide(endpoint.host),
      socket: endpoint.socket === null ? null : hide(endpoint.socket),
      reason: endpoint.reason === null ? null : hide(endpoint.reason),
    })),
  };
}

/** Takes out the values of variables that are named as secrets, and what is a secret by its surroundings. */
function hider(stacks: readonly Stack[]): Hide {
  const projects = [...new Set(stacks.flatMap((stack) => stack.project ?? []))];
  const names = new Set(projects.flatMap(namesIn).map((name) => name.toLowerCase()));
  const values = new Set(
    projects
      .flatMap((project) => project.services.flatMap(secretsOf))
      .filter((value) => value.length >= 4 && !words.test(value) && !names.has(value.toLowerCase())),
  );
  if (values.size === 0) return unspoken;
  const patterns = patternsOf([...values].sort((a, b) => b.length - a.length));
  return (text) => unspoken(patterns.reduce((shown, pattern) => shown.replace(pattern, stars), text));
}

/** V8 refuses a pattern of some 30,000 letters, and a value may be a whole file: then all that follows its beginning is hidden. */
function patternsOf(values: readonly string[]): RegExp[] {
  const written = values.map((value) => {
    if (value.length > longestValue) return `${escaped(value.slice(0, longestValue))}[\\s\\S]*`;
    // Short ones stand inside other words by chance.
    return value.length < 8 ? `(?<!\\w)${escaped(value)}(?!\\w)` : escaped(value);
  });
  const patterns: RegExp[] = [];
  for (let at = 0; at < written.length; at += valuesAtOnce) {
    // nginx folds names of hosts to small letters.
    patterns.push(new RegExp(written.slice(at, at + valuesAtOnce).join('|'), 'gi'));
  }
  return patterns;
}

function secretsOf(service: Service): string[] {
  return [...service.environment, ...(service.build?.args ?? [])].flatMap(([name, { value }]) =>
    value !== null && isSecretName(name) ? [value] : [],
  );
}

/** What messages must be able to name, though somebody took it for a password: POSTGRES_PASSWORD=postgres. */
function namesIn({ services, networks }: Project): string[] {
  return [
    ...networks.keys(),
    ...services.flatMap((service) => [
      service.name,
      service.hostname?.value ?? '',
      service.containerName?.value ?? '',
      ...(service.image?.value.split(/[/:@]/) ?? []),
      ...[...service.networks.values()].flatMap((network) => network.aliases.map((alias) => alias.value)),
    ]),
  ];
}

function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
