import { type Command, options } from './options.ts';

const usage: Record<Command, { arguments: string; summary: string }> = {
  check: { arguments: '[DIR]', summary: 'read every stack, check every proxy target, run the real "nginx -t"' },
  smoke: { arguments: '[DIR]', summary: 'request each route through nginx and straight at the upstream, name the cause of what fails' },
  routes: { arguments: '[DIR]', summary: 'print where each location leads' },
  explain: { arguments: 'CHECK | LOG LINE', summary: 'what a check or a line of nginx means, why, and the smallest fix' },
  init: { arguments: '[DIR]', summary: 'write two workflow files and .nginx-gate.yml' },
};

/** The help of the program, or of one command. */
export function helpText(command: Command | null): string {
  return command === null ? programHelp() : commandHelp(command);
}

function programHelp(): string {
  const lines = Object.entries(usage).map(([name, { arguments: args, summary }]) => `  ${`${name} ${args}`.padEnd(26)}${summary}`);
  return [
    'nginx-gate stops nginx 502s before a deploy and explains them after one.',
    '',
    'Usage: nginx-gate COMMAND [OPTIONS]',
    '',
    ...lines,
    '',
    'nginx-gate COMMAND --help lists the options of a command.',
    'Exit status: 0 clean, 1 findings, 2 the job could not be done.',
    '',
  ].join('\n');
}

function commandHelp(command: Command): string {
  const { arguments: args, summary } = usage[command];
  const lines = Object.entries(options)
    .filter(([, option]) => (option.commands as readonly Command[]).includes(command))
    .map(([name, option]) => optionLine(name, option));
  return [`nginx-gate ${command} ${args}: ${summary}`, '', ...lines, ''].join('\n');
}

function optionLine(
  name: string,
  option: { value?: string; choices?: readonly string[]; short?: string; default?: string; help: string },
): string {
  const flag = `${option.short ? `-${option.short}, ` : ''}--${name}${option.value ? ` ${option.value}` : ''}`;
  const choices = option.choices ? ` (${option.choices.join(', ')})` : '';
  const preset = option.default ? ` [${option.default}]` : '';
  return `  ${flag.padEnd(26)}  ${option.help}${choices}${preset}`;
}
