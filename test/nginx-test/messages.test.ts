import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { rules } from '../../src/nginx-test/message-table.ts';
import { kindOf, readMessage, readMessages } from '../../src/nginx-test/messages.ts';

describe('what nginx -t says', () => {
  test('both shapes of a line, and each message once', () => {
    const output = `2026/11/22 10:23:17 [emerg] 126#126: unknown directive "foo" in /etc/nginx/a b.conf:11
nginx: [emerg] unknown directive "foo" in /etc/nginx/a b.conf:11
nginx: configuration file /etc/nginx/nginx.conf test failed
`;
    expect(readMessages(output)).toMatchObject([
      { level: 'emerg', text: 'unknown directive "foo"', file: '/etc/nginx/a b.conf', line: 11, groups: { name: 'foo' } },
      { level: 'info', rule: { id: 'test-failed' } },
    ]);
  });

  test('lines of anybody else are passed over', () => {
    expect(readMessages('Enter PEM pass phrase:\n\nError Opening file /x\nnginx: [odd] x\n')).toEqual([]);
  });

  test('what nobody knows is a fault when nginx stopped at it', () => {
    const kinds = ['emerg', 'warn', 'notice'].map((level) => readMessage(`nginx: [${level}] the moon is full in /etc/nginx/nginx.conf:3`));
    expect(kinds.map((message) => message && kindOf(message))).toEqual(['fault', 'warning', 'progress']);
  });

  test('a parameter of a newer nginx is no fault of the file’s alone', () => {
    const kind = (value: string) => {
      const message = readMessage(`nginx: [emerg] invalid parameter "${value}" in /etc/nginx/nginx.conf:3`);
      return message && kindOf(message);
    };
    expect([kind('resolve'), kind('sll')]).toEqual(['version', 'fault']);
  });

  test('a very long line costs no time', () => {
    expect(readMessages(`nginx: [emerg] open() "${'a"'.repeat(200_000)}\n`.repeat(5))).toHaveLength(1);
  });

  test('every rule has an id of its own; every fault has words and a fix', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
    const wordless = rules.filter((rule) => ['fault', 'build', 'version'].includes(rule.kind) && rule.id !== 'invalid-value-cmd');
    expect(wordless.filter((rule) => rule.says === undefined || rule.fix === undefined).map((rule) => rule.id)).toEqual([]);
    for (const rule of wordless) expect(rule.says?.({})).toMatch(/^\S.*\.$/);
  });
});

interface MessageFact {
  id: string;
  sample: string;
  verified: boolean;
}
interface CaseFact {
  id: string;
  kind: 'ok' | 'config' | 'warning' | 'environment';
  output: string[];
  matched: string[];
}

const facts = join(import.meta.dirname, '../../../shared/facts');
const measured = existsSync(facts) ? describe : describe.skip;
if (!existsSync(facts)) process.stderr.write('skipped: messages that were measured (no ../shared/facts)\n');

function read<T>(name: string): T {
  return JSON.parse(readFileSync(join(facts, name), 'utf8')) as T;
}

/** Measured as one kind, told here as another, and why. */
const otherwise: Record<string, string> = {
  'shape-g-duplicate': 'caused by a -g option that we do not give',
  'envsubst-empty': 'an empty variable is a fault of the files: nobody sets it later',
  'cert-empty': 'decided by the file: an empty one is a placeholder and replaced beforehand',
  'cert-junk': 'decided by the file: what is no PEM stands in the repository',
  'cert-weak': 'our stand-ins are strong enough, so it is the repository’s own certificate',
  'cert-dir-is-file': 'a folder in place of a certificate is a fault of the mount',
  'zone-too-big': 'the size is no size for nginx, whatever the memory',
  'unknown-directive': 'may belong to a module: a fault in the image that will run, else skipped',
  'shape-default-log': 'as unknown-directive',
  'shape-file-log': 'as unknown-directive',
  'shape-devstderr': 'as unknown-directive',
  'warn-stapling': 'said of self-signed certificates, and the stand-ins are: nothing to tell',
  'unknown-variable': 'may belong to a newer version: a fault in the image that will run, else skipped',
};

measured('the messages that were measured', () => {
  test('each sample is known by its id', () => {
    const messages = existsSync(facts) ? read<MessageFact[]>('nginx-t.json').filter((fact) => fact.verified) : [];
    expect(messages.length).toBeGreaterThan(90);
    const wrong = messages.filter((fact) => readMessage(fact.sample)?.rule?.id !== fact.id);
    expect(wrong.map((fact) => `${fact.id}: ${readMessage(fact.sample)?.rule?.id}`)).toEqual([]);
  });

  test('each case is read as it was', () => {
    const cases = existsSync(facts) ? read<CaseFact[]>('nginx-t-cases.json') : [];
    expect(cases.length).toBeGreaterThan(100);
    const wrong = cases.filter((one) => {
      const ids = [...new Set(readMessages(one.output.join('\n')).map((message) => message.rule?.id))];
      return ids.join() !== [...new Set(one.matched)].join();
    });
    expect(wrong.map((one) => `${one.id}: ${readMessages(one.output.join('\n')).map((message) => message.rule?.id)}`)).toEqual([]);
  });

  test('and weighed as it was, but for those that are listed with their reason', () => {
    const cases = existsSync(facts) ? read<CaseFact[]>('nginx-t-cases.json') : [];
    const weight = (one: CaseFact) => {
      const kinds = readMessages(one.output.join('\n')).map(kindOf);
      if (kinds.includes('fault')) return 'config';
      if (kinds.some((kind) => ['environment', 'build', 'version'].includes(kind))) return 'environment';
      return kinds.includes('warning') ? 'warning' : 'ok';
    };
    const fits = (one: CaseFact) =>
      weight(one) === one.kind || (weight(one) === 'ok' && one.output.every((line) => !/\[(?:warn|emerg)/.test(line)));
    const differs = cases.filter((one) => !fits(one)).map((one) => one.id);
    expect(differs.sort()).toEqual(Object.keys(otherwise).sort());
  });
});
