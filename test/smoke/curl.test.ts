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
        return `${mark} ${index} ${exit}|${status}|0.1|0.01|1.1|10.0.0.1|${error}\n${mark}\n`;
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
