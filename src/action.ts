import { randomUUID } from 'node:crypto';
import * as core from '@actions/core';
import { GateError, messageOf } from './core/errors.ts';
import type { Annotation } from './report/annotations.ts';
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

/** A cancelled job gets a signal and some seconds: enough to remove containers. */
function abortOnSignal(): AbortController {
  const controller = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => controller.abort(new GateError('The job was cancelled.')));
  return controller;
}

try {
  await runAction(runner, process.env, abortOnSignal().signal);
} catch (error) {
  if (process.env.NGINX_GATE_DEBUG && error instanceof Error) runner.say(String(error.stack));
  core.setFailed(error instanceof GateError ? error.message : `This is a fault of nginx-gate itself: ${messageOf(error)}`);
}
