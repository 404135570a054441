import { describe, expect, test } from '@jest/globals';
import { described } from '../../src/checks/index.ts';
import { explain } from '../../src/gate/explain.ts';

describe('explain', () => {
  test.each(described)('$id: why, what to do, and how severe it is', ({ id, severity, summary }) => {
    const { kind, fields, causes } = explain(id);
    expect({ kind, fields }).toEqual({ kind: 'check', fields: { check: id, severity } });
    expect(causes).toEqual([{ id, why: summary, fix: expect.stringMatching(/^[A-Z`]/), tellApart: '' }]);
    expect(causes[0]?.fix).not.toMatch(/^## /m);
  });

  test('a word that is no check names the nearest, a line of a log is read', () => {
    expect(() => explain('port-mismtch')).toThrow('did you mean "port-mismatch"?');
    expect(explain('connect() failed (111: Connection refused) while connecting to upstream').kind).toBe('log');
  });
});
