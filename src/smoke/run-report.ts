import type { SmokeReport } from '../core/report.ts';
import type { Asked } from './asked.ts';
import { findingsOf, type Told } from './findings.ts';
import type { Skipped } from './plan.ts';
import { redacted } from './redact.ts';
import type { SmokeRun } from './run.ts';
import type { Site } from './site.ts';
import { marked } from './through-nginx.ts';

/** What a run says: the findings, the report's table, and the evidence for a ticket; no secrets in any of them. */
export function reportOf(site: Site, asked: readonly Asked[], skipped: readonly Skipped[]): SmokeRun {
  const { stack, redact } = site;
  const findings = findingsOf(
    asked.flatMap((a) => a.told),
    stack,
  );
  return {
    stack,
    report: redacted(tableOf(site, asked, skipped), redact),
    findings: findings.map((f) => redacted(f, redact)),
    evidence: redacted(evidenceOf(site, asked, skipped), redact),
  };
}

function tableOf(site: Site, asked: readonly Asked[], skipped: readonly Skipped[]): SmokeReport {
  return {
    vantage: site.doors.vantage,
    scope: scopeOf(asked),
    skipped: skipped.map(({ what, because, at }) => ({ file: at.file, line: at.start.line, route: what, because })),
    requests: asked.map((a) => ({
      file: a.request.at.file,
      line: a.request.at.start.line,
      url: a.url,
      nginx: { status: a.nginx.status, seconds: a.seconds },
      direct: a.direct.filter((d) => d.probe === 'as-nginx').map(({ address, status, result }) => ({ address, status, result })),
      log: a.log.map((e) => e.text),
      cause: causeOf(a.told),
    })),
  };
}

function evidenceOf(site: Site, asked: readonly Asked[], skipped: readonly Skipped[]): object {
  return {
    stack: site.stack.name,
    vantage: site.doors.vantage,
    startedAt: new Date(site.since).toISOString(),
    scope: scopeOf(asked),
    skipped: skipped.map(({ what, because, at }) => ({ what, because, file: at.file, line: at.start.line })),
    requests: asked.map((a) => ({
      kind: a.request.kind,
      url: a.url,
      path: marked(a.request.path, a.marker),
      file: a.request.at.file,
      line: a.request.at.start.line,
      nginx: { ...a.nginx, seconds: a.seconds },
      direct: a.direct,
      log: a.log.map((e) => e.text),
      causes: a.told.map(({ diagnosis, observation, endpoint, served }) => ({
        endpoint: endpoint?.target.written ?? null,
        ...diagnosis,
        served,
        app: observation.app,
      })),
    })),
  };
}

/** What the report names; a failure that nobody can explain is `unknown`, not healthy. */
function causeOf(told: readonly Told[]): string | null {
  const first = told.find((t) => !t.served) ?? told[0];
  return first === undefined ? null : (first.diagnosis.cause ?? 'unknown');
}

/** One upstream, or everything? What a person wants to know first. */
function scopeOf(asked: readonly Asked[]): string {
  const failed = asked.filter((a) => a.told.some((t) => !t.served));
  if (failed.length === 0) return 'every request is answered';
  if (failed.length === asked.length)
    return failed.every((a) => a.nginx.failure === 'no-connection')
      ? 'nginx does not answer'
      : 'every request fails: nginx, DNS or all upstreams';
  const controls = asked.filter((a) => a.request.kind === 'control');
  const targets = new Set(failed.map((a) => a.request.route?.route.target ?? a.request.path));
  const rest = controls.some((a) => a.told.length === 0) ? '; what nginx answers itself is fine' : '';
  return `${failed.length} of ${asked.length} requests ${failed.length === 1 ? 'fails' : 'fail'}, at ${[...targets].slice(0, 3).join(', ')}${rest}`;
}
