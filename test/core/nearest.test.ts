import { expect, test } from '@jest/globals';
import { editDistance, nearest } from '../../src/core/nearest.ts';

test.each([
  ['apii', 'api'],
  ['proxy_pas', 'proxy_pass'],
  ['API', 'api'],
  ['something-else', null],
  ['db', null],
])('%s -> %s', (word, expected) => {
  expect(nearest(word, ['api', 'proxy_pass', 'web-frontend'])).toBe(expected);
});

test('swapped neighbours count once', () => {
  expect(editDistance('sevrer', 'server')).toBe(1);
  expect(editDistance('', 'abc')).toBe(3);
});
