import type { Finding } from '../core/finding.ts';
import type { NginxTestReport, ReportedEndpoint, ReportedRoute, SmokeReport, StackReport, Verdict } from '../core/report.ts';
import type { Endpoint, Stack, StackRoute } from '../stack/model.ts';
import { judge } from '../stack/verdict.ts';
import { placeOf } from './judge.ts';

/** A stack as reports show it. `findings` are those that are told: an error at a target makes its verdict `wrong`. */
export function stackReport(
  stack: Stack,
  findings: readonly Finding[],
  ran: { nginxTest?: NginxTestReport; smoke?: SmokeReport },
): StackReport {
  const errors = new Map(findings.filter((f) => f.severity === 'error').map((f) => [placeOf(f.location), f.check]));
  return {
    name: stack.name,
    directory: stack.directory,
    composeFiles: stack.project?.files ?? [],
    nginx: {
      service: stack.nginx.service?.name ?? null,
      image: stack.nginx.image,
      main: stack.nginx.main,
      files: [...new Set(stack.config.files.flatMap((file) => file.origin ?? []))],
    },
    routes: stack.routes.flatMap((route) => reportedRoute(route, stack, errors)),
    ...ran,
  };
}

/** A route of the image's own configuration has no place in the repository and is left out. */
function reportedRoute({ route, endpoints }: StackRoute, stack: Stack, errors: ReadonlyMap<string, string>): ReportedRoute[] {
  const at = route.directive.at;
  if (at === null) return [];
  return [
    {
      listen: route.server?.listens.map((l) => l.text) ?? [],
      serverNames: route.server?.names ?? [],
      location: route.location,
      directive: route.name,
      target: route.target,
      file: at.file,
      line: at.start.line,
      column: at.start.column,
      endpoints: endpoints.map((endpoint) => reportedEndpoint(endpoint, stack, errors)),
    },
  ];
}

function reportedEndpoint(endpoint: Endpoint, stack: Stack, errors: ReadonlyMap<string, string>): ReportedEndpoint {
  const { target, reach } = endpoint;
  const { verdict, reason } = told(judge(endpoint, stack), errors.get(placeOf(target.at)));
  return {
    host: target.host,
    port: target.port,
    socket: target.socket,
    protocol: target.protocol,
    service: 'service' in reach ? reach.service.name : null,
    verdict,
    reason,
    file: target.at.file,
    line: target.at.start.line,
  };
}

/** `wrong` needs a finding of severity error that is told: a suppressed one leaves the endpoint unverified. */
function told(judged: { verdict: Verdict; reason: string | null }, error: string | undefined): { verdict: Verdict; reason: string | null } {
  if (error !== undefined) return { verdict: 'wrong', reason: error };
  return judged.verdict === 'wrong' ? { verdict: 'unverified', reason: `${judged.reason} is not told` } : judged;
}
