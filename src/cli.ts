#!/usr/bin/env -S node --
import { type CommandLine, parseCommandLine } from './command-line/options.ts';
import { endQuietlyOnClosedPipe } from './command-line/output.ts';
import { GateError, messageOf } from './core/errors.ts';
import { visible } from './report/visible.ts';
import { version } from './version.ts';

/** Each command is loaded only when it is asked for: most of the time of a short one is spent on reading the program. */
async function run(line: CommandLine, signal: AbortSignal): Promise<number> {
  if (line.has('help')) return print((await import('./command-line/help.ts')).helpText(line.command));
  if (line.has('version')) return print(`nginx-gate ${version}\n`);
  switch (line.command) {
    case 'check':
      if (line.has('watch')) return (await import('./command-line/watch.ts')).watch(line, signal);
      return (await import('./command-line/check.ts')).checkCommand(line, signal);
    case 'smoke':
      return (await import('./command-line/smoke.ts')).smokeCommand(line, signal);
    case 'routes':
      return (await import('./command-line/routes.ts')).routesCommand(line);
    case 'explain':
      return (await import('./command-line/explain.ts')).explainCommand(line);
    case 'init':
      return (await import('./command-line/init.ts')).initCommand(line);
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
