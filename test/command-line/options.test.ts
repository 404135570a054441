import { describe, expect, test } from '@jest/globals';
import { helpText } from '../../src/command-line/help.ts';
import { commands, options, parseCommandLine } from '../../src/command-line/options.ts';
import { GateError } from '../../src/core/errors.ts';

describe('command line', () => {
  test('values, defaults and repeats', () => {
    const line = parseCommandLine(['check', 'examples/shop', '--compose', 'a.yml', '--compose=b.yml', '--no-color']);
    expect([line.command, line.rest]).toEqual(['check', ['examples/shop']]);
    expect([line.value('format'), line.values('compose'), line.has('no-color'), line.has('quiet')]).toEqual([
      'text',
      ['a.yml', 'b.yml'],
      true,
      false,
    ]);
  });

  test.each([
    [['chekc'], 'Did you mean "check"?'],
    [['check', '--formt', 'json'], 'Did you mean --format?'],
    [['check', '--format', 'yaml'], '--format yaml is not known; it may be text,'],
    [['check', '--format'], '--format needs a value'],
    [['check', '--quiet=yes'], '--quiet takes no value'],
    [['routes', '--engine', 'none'], '--engine is for check, not for routes'],
    [['check', '--config', 'a', '--config', 'b'], 'given twice'],
    [[], 'A command is needed'],
    [['check', '--__proto__'], 'There is no option'],
  ])('%j is refused in one line', (argv, message) => {
    expect(() => parseCommandLine(argv)).toThrow(GateError);
    expect(() => parseCommandLine(argv)).toThrow(message);
  });

  test('every option stands in the help of its commands', () => {
    for (const command of commands) {
      const help = helpText(command);
      const wanted = Object.entries(options).filter(([, o]) => (o.commands as readonly string[]).includes(command));
      expect(wanted.filter(([name]) => !help.includes(`--${name}`))).toEqual([]);
    }
    expect(parseCommandLine(['--help']).command).toBeNull();
  });
});
