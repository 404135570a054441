import { describe, expect, test } from '@jest/globals';
import { type CurlResult, curl } from '../../src/smoke/curl.ts';
import { nginxOutcome } from '../../src/smoke/outcome.ts';
import type { Place } from '../../src/smoke/vantage.ts';

/** A place whose curl answers each URL as `answer` says: exit code, status and words. */
function placeWith(answer: (url: string, run: number) => [exit: number, status: number, error: string]): Place & { runs: number } {
  const place = {
    name: 'test',
    runs: 0,
    run: async (_program: readonly string[], { input }: { input?: string | Uint8Array | undefined }) => {
      place.runs++;
      const text = String(input);
      const urls = [...text.matchAll(/^url = "(.+)"$/gm)].map((match) => match[1] as string);
      const mark = /nginx-gate-[0-9a-f]{18}/.exec(text)?.[0] ?? '';
      const lines = urls.map((url, index) => {
        const [exit, status, error] = answer(url, place.runs);
        return `${mark} ${index} ${exit}|${status}|0.1|0.01|1.1|10.0.0.1|120|${error}\n${mark}\n`;
      });
      return { code: 0, stdout: lines.join(''), stderr: '' };
    },
  };
  return place as unknown as Place & { runs: number };
}

const asked = (...urls: string[]) => urls.map((url) => ({ url, timeout: 10, connectTimeout: 5 }));

describe('many requests by one curl', () => {
  test('what curl gave up because of another request is asked again', async () => {
    const place = placeWith((url, run) => {
      if (url.endsWith('/big')) return [27, 0, 'Out of memory'];
      return run === 1 ? [42, 0, 'Transfer aborted due to critical error in another transfer'] : [0, 500, ''];
    });
    const results = await curl(place, asked('http://a/one', 'http://a/big', 'http://a/two'));
    expect(results?.map((r) => [r.exit, r.status])).toEqual([
      [0, 500],
      [27, null],
      [0, 500],
    ]);
    expect(place.runs).toBe(2);
  });

  test('what is given up again and again ends', async () => {
    const place = placeWith(() => [42, 0, 'Transfer aborted due to critical error in another transfer']);
    expect(await curl(place, asked('http://a/'))).toHaveLength(1);
    expect(place.runs).toBe(4);
  });
});

/** A curl that knows neither exit codes nor headers to write out, as in Debian 11: only the process says how it ended. */
function oldPlace(answer: (url: string) => [exit: number, status: number, words: string]): Place {
  return {
    name: 'test',
    run: async (_program, { input }) => {
      const text = String(input);
      const urls = [...text.matchAll(/^url = "(.+)"$/gm)].map((match) => match[1] as string);
      const mark = /nginx-gate-[0-9a-f]{18}/.exec(text)?.[0] ?? '';
      const answers = urls.map(answer);
      const lines = answers.map(([, status], index) => `${mark} ${index} |${status}|0.1|0.01|1.1|10.0.0.1|\n${mark}\n`);
      const dumped = text.includes('dump-header') ? 'HTTP/1.1 200 OK\r\nX-From: app\r\n\r\n' : '';
      const told = answers.filter(([exit]) => exit !== 0).map(([exit, , words]) => `curl: (${exit}) ${words}`);
      const stderr = ["curl: unknown --write-out variable: 'exitcode'", ...told].join('\n');
      return { code: answers.at(-1)?.[0] ?? 0, stdout: dumped + lines.join(''), stderr };
    },
  };
}

test('an old curl is asked one request at a time', async () => {
  const place = oldPlace((url) => (url.endsWith('/gone') ? [7, 0, 'Failed to connect to a port 80: Connection refused'] : [0, 200, '']));
  const requests = asked('http://a/one', 'http://a/gone', 'http://a/two').map((r) => ({ ...r, wantsHeaders: true }));
  const results = await curl(place, requests);
  expect(results?.map((r) => [r.exit, r.status, r.headers['x-from']])).toEqual([
    [0, 200, ['app']],
    [7, null, ['app']],
    [0, 200, ['app']],
  ]);
  expect(results?.[1]?.error).toContain('refused');
});

test.each([
  [{ code: null, stderr: 'spawn curl ENOENT' }, undefined],
  [{ code: 127, stderr: 'exec: "curl": executable file not found in $PATH' }, undefined],
  [{ code: 1, stderr: 'Error response from daemon: container 1a2b is not running' }, 'no-connection'],
])('%j: no curl is not the same as no nginx', async (ran, failure) => {
  const place: Place = { name: 'test', run: async () => ({ stdout: '', ...ran }) };
  const results = await curl(place, asked('http://a/'));
  expect(results?.map((r) => nginxOutcome(r).failure)).toEqual(failure === undefined ? undefined : [failure]);
});

test.each([
  [200, null],
  [503, 'timeout'],
  [null, 'timeout'],
])('a time-out after status %s is %s: an answer that goes on is an event stream', (status, failure) => {
  const result: CurlResult = {
    exit: 28,
    status,
    seconds: 10,
    connectSeconds: 0.01,
    httpVersion: '1.1',
    remote: '',
    error: '',
    headers: {},
  };
  expect(nginxOutcome(result).failure).toBe(failure);
});
