#!/usr/bin/env -S node --
import { checkCommand } from './command-line/check.ts';
import { explainCommand } from './command-line/explain.ts';
import { helpText } from './command-line/help.ts';
import { initCommand } from './command-line/init.ts';
import { type CommandLine, parseCommandLine } from './command-line/options.ts';
import { endQuietlyOnClosedPipe } from './command-line/output.ts';
import { routesCommand } from './command-line/routes.ts';
import { smokeCommand } from './command-line/smoke.ts';
import { watch } from './command-line/watch.ts';
import { GateError, messageOf } from './core/errors.ts';
import { visible } from './report/visible.ts';
import { version } from './version.ts';

async function run(line: CommandLine, signal: AbortSignal): Promise<number> {
  if (line.has('help')) return print(helpText(line.command));
  if (line.has('version')) return print(`nginx-gate ${version}\n`);
  switch (line.command) {
    case 'check':
      return line.has('watch') ? watch(line, signal) : checkCommand(line, signal);
    case 'smoke':
      return smokeCommand(line, signal);
    case 'routes':
      return routesCommand(line);
    case 'explain':
      return explainCommand(line);
    case 'init':
      return initCommand(line);
    default:
      return 2;
  }
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}

/** The first signal stops the job in good order (containers are removed), the second at once. */
function abortOnSignal(): AbortController {
  const controller = new AbortController();
  for (const [name, status] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const) {
    process.once(name, () => {
      process.exitCode = status;
      controller.abort(new GateError('Stopped.'));
      process.once(name, () => process.exit(status));
    });
  }
  return controller;
}

async function main(): Promise<void> {
  endQuietlyOnClosedPipe();
  const { signal } = abortOnSignal();
  try {
    const status = await run(parseCommandLine(process.argv.slice(2)), signal);
    if (!signal.aborted) process.exitCode = status;
  } catch (thrown) {
    const error = signal.aborted ? signal.reason : thrown;
    if (!signal.aborted) process.exitCode = 2;
    process.stderr.write(error instanceof GateError ? `nginx-gate: ${visible(error.message)}\n` : crash(error));
  }
}

/** A fault of ours: one line for everybody, the trace for those who ask for it. */
function crash(error: unknown): string {
  const trace = process.env.NGINX_GATE_DEBUG && error instanceof Error ? `${error.stack}\n` : '';
  return `nginx-gate: this is a fault of nginx-gate itself: ${visible(messageOf(error))} (NGINX_GATE_DEBUG=1 prints the trace)\n${trace}`;
}

await main();
