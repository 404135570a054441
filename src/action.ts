import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { GateError, messageOf } from './core/errors.ts';
import type { Annotation } from './report/annotations.ts';
import { visible } from './report/visible.ts';
import { runAction } from './workflow/run.ts';
import type { Runner } from './workflow/runner.ts';

const runner: Runner = {
  input: (name) => core.getInput(name, { trimWhitespace: false }),
  output: (name, value) => {
    if (process.env.GITHUB_OUTPUT) core.setOutput(name, value);
  },
  say: (text) => {
    // The runner looks for `##[…]` anywhere in a line, so only this keeps it from obeying what a file says.
    const token = randomUUID();
    core.info(`::stop-commands::${token}\n${text.trimEnd()}\n::${token}::`);
  },
  annotate,
  warn: (message) => core.warning(message, { title: 'nginx-gate' }),
  summary: async (markdown) => {
    await core.summary.addRaw(markdown).write();
  },
  fail: (message) => core.setFailed(message),
  secret: (value) => core.setSecret(value),
};

function annotate({ severity, message, ...properties }: Annotation): void {
  const tell = { error: core.error, warning: core.warning, notice: core.notice }[severity];
  tell(message, properties);
}

/**
 * A cancelled job gets a signal and some seconds: enough to remove containers; at the second signal it ends at once. The listener
 * stays: who runs a child process counts the others that listen, and ends the process where there is none.
 */
function abortOnSignal(): AbortController {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) process.exit(1);
    controller.abort(new GateError('The job was cancelled.'));
  };
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, stop);
  return controller;
}

const { signal } = abortOnSignal();
try {
  await runAction(runner, process.env, signal);
} catch (thrown) {
  // What was under way when the job was cancelled fails in its own words.
  const error = signal.aborted ? signal.reason : thrown;
  if (process.env.NGINX_GATE_DEBUG && error instanceof Error) runner.say(String(error.stack));
  core.setFailed(error instanceof GateError ? visible(error.message) : `This is a fault of nginx-gate itself: ${messageOf(error)}`);
}
