import type { Asked } from './asked.ts';
import type { CurlResult } from './curl.ts';
import type { ConfiguredRoute } from './plan.ts';
import type { Site } from './site.ts';
import { throughNginx } from './through-nginx.ts';

/** What people wrote into `.nginx-gate.yml` must hold. */
export async function meetExpectations(site: Site, asked: Asked): Promise<void> {
  const { request, answer } = asked;
  const { expect } = request;
  if (expect === null || answer === null) return;
  const unmet = unmetBy(answer, asked.nginx.status, expect);
  if (expect.body != null && !(await bodyHolds(site, asked, expect.body))) unmet.push(`has a body without “${expect.body}”`);
  if (unmet.length > 0) asked.nginx = { ...asked.nginx, unmet: unmet.join(', and ') };
  else if (expect.status != null) asked.nginx = { ...asked.nginx, asExpected: true };
}

/** Each expectation of status, headers and time that does not hold, in words. */
function unmetBy(answer: CurlResult, status: number | null, expect: ConfiguredRoute): string[] {
  const unmet: string[] = [];
  if (expect.status != null && status !== expect.status) unmet.push(`answers ${status ?? 'nothing'} instead of ${expect.status}`);
  for (const [name, value] of Object.entries(expect.headers ?? {})) {
    const got = answer.headers[name.toLowerCase()] ?? [];
    if (!got.includes(value)) unmet.push(`answers with ${name}: ${got.join(', ') || 'nothing'} instead of ${value}`);
  }
  if (expect.seconds != null && answer.seconds > expect.seconds)
    unmet.push(`took ${answer.seconds.toFixed(1)} s instead of at most ${expect.seconds} s`);
  return unmet;
}

/** No more of a body is looked through, in bytes. */
const largestBody = '4000000';

async function bodyHolds(site: Site, { request, marker }: Asked, text: string): Promise<boolean> {
  const { place, front } = site.doors.doorOf(request);
  const { timeout } = site.options;
  const { url, headers = [], connectTo } = throughNginx(request, front, marker);
  const limits = ['--max-time', String(timeout), '--max-filesize', largestBody];
  const host = connectTo?.host.includes(':') ? `[${connectTo.host}]` : connectTo?.host;
  const to = connectTo ? ['--connect-to', `::${host}:${connectTo.port}`] : [];
  const args = [...headers.flatMap(([name, value]) => ['-H', `${name}: ${value}`]), ...to, '--', url];
  const words = ['curl', '-q', '-s', '-k', '-g', '--path-as-is', '--noproxy', '*', ...limits];
  const ran = await place.run(words, { args, timeout: timeout + 5 });
  return ran.stdout.includes(text);
}
