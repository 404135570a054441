import { expect, test } from '@jest/globals';
import type { Draft } from '../../src/core/finding.ts';
import { withoutSequels } from '../../src/gate/judge.ts';

const draft = (check: string, message: string, line = 3): Draft => ({
  check,
  severity: 'error',
  message,
  why: '',
  location: { file: 'site.conf', start: { line, column: 5 }, end: { line, column: 9 } },
  related: [],
});

test('a name that is nothing at all is not told once more for the port that it lacks', () => {
  const nameless = draft('unknown-host', 'nothing in the project is called bakend.');
  const portless = draft('wrong-arguments', 'fastcgi_pass needs a port: "bakend" is no upstream.');
  const elsewhere = draft('wrong-arguments', 'fastcgi_pass needs a port: "app" is no upstream.', 9);
  expect(withoutSequels([nameless, portless, elsewhere])).toEqual([nameless, elsewhere]);
});
