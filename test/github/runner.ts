/** A runner for one job step: runs the real bundle with what GitHub's runner sets, and reads its log by the runner's rules. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { node24 } from '../support/node24.ts';
import type { FakeGithub } from './fake-github.ts';

const bundle = join(import.meta.dirname, '..', '..', 'dist', 'index.js');

export interface Annotation {
  kind: string;
  message: string;
  properties: Record<string, string>;
}

export interface StepResult {
  status: number | null;
  /** What a reader of the log sees. */
  log: string;
  /** What the runner records: at most ten of a kind. */
  annotations: Annotation[];
  /** Commands other than annotations that the runner would have obeyed. */
  obeyed: string[];
  outputs: Record<string, string>;
  summary: string;
}

export interface Step {
  github: FakeGithub;
  files: Record<string, string>;
  inputs?: Record<string, string>;
  event?: string;
  payload?: object;
  env?: Record<string, string>;
  /** Where in the workspace the files are; a `.git` folder stands there too. */
  path?: string;
  /** The checkout is an archive, as actions/checkout makes it on a runner without git. */
  archive?: boolean;
  /** Gets the running step, to stop it as the runner does. */
  started?: (child: ChildProcess) => void;
}

/** A pull request's payload; `headRepo` null for a deleted fork. */
export function pullRequestPayload(github: FakeGithub, headRepo: string | null = 'o/r', actor = 'somebody') {
  const repo = headRepo === null ? null : { full_name: headRepo };
  return { pull_request: { number: 7, head: { sha: github.headSha, repo }, base: { sha: 'c'.repeat(40) } }, sender: { login: actor } };
}

export async function runStep(step: Step): Promise<StepResult> {
  const folder = mkdtempSync(join(tmpdir(), 'nginx-gate-step-'));
  try {
    const workspace = join(folder, 'workspace');
    mkdirSync(workspace);
    write(folder, { 'event.json': JSON.stringify(step.payload ?? pullRequestPayload(step.github)), output: '', 'summary.md': '' });
    const top = join(workspace, step.path ?? '');
    write(top, step.files);
    if (Object.keys(step.files).length > 0 && !step.archive) spawnSync('git', ['init', '-q', top]);
    const { status, stdout } = await run(workspace, environment(step, folder, workspace), step.started);
    return {
      status,
      ...readLog(stdout),
      outputs: readOutputs(readFileSync(join(folder, 'output'), 'utf8')),
      summary: readFileSync(join(folder, 'summary.md'), 'utf8'),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function environment(step: Step, folder: string, workspace: string): NodeJS.ProcessEnv {
  const defaults = { engine: 'none', 'github-token': 'ghs_test', ...step.inputs };
  return {
    PATH: process.env.PATH,
    HOME: folder,
    RUNNER_TEMP: folder,
    NODE_COMPILE_CACHE: join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'compiled'),
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: step.github.url,
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: 'o/r',
    GITHUB_SHA: 'd'.repeat(40),
    GITHUB_RUN_ID: '1',
    GITHUB_EVENT_NAME: step.event ?? 'pull_request',
    GITHUB_EVENT_PATH: join(folder, 'event.json'),
    GITHUB_OUTPUT: join(folder, 'output'),
    GITHUB_STEP_SUMMARY: join(folder, 'summary.md'),
    GITHUB_WORKSPACE: workspace,
    ...Object.fromEntries(Object.entries(defaults).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...step.env,
  };
}

function write(folder: string, files: Record<string, string>): void {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
}

function run(cwd: string, env: NodeJS.ProcessEnv, started?: Step['started']): Promise<{ status: number | null; stdout: string }> {
  return new Promise((done, fail) => {
    const child = spawn(node24(), [bundle], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
    started?.(child);
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (part) => {
      stdout += part;
    });
    child.stderr.setEncoding('utf8').on('data', (part) => {
      stdout += part;
    });
    child.on('error', fail);
    child.on('close', (status) => done({ status, stdout }));
  });
}

/** Reads a log as the runner does: `::command::` at the start of a line, `##[command]` anywhere, nothing while commands are stopped. */
export function readLog(stdout: string): Pick<StepResult, 'log' | 'annotations' | 'obeyed'> {
  const all: Annotation[] = [];
  const obeyed: string[] = [];
  const log: string[] = [];
  let stopped: string | null = null;
  for (const line of stdout.split(/\r?\n/)) {
    const command = /^\s*::([a-z-]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/i.exec(line);
    if (stopped !== null) {
      if (line.trim() === `::${stopped}::`) stopped = null;
      else log.push(line);
    } else if (command?.[1] === 'stop-commands') stopped = command[3] ?? '';
    else if (command && ['error', 'warning', 'notice'].includes(command[1] ?? '')) all.push(annotation(command));
    else if (command) obeyed.push(command[1] ?? '');
    else if (/##\[[a-z-]+[^\]]*\]/i.test(line)) obeyed.push(line);
    else log.push(line);
  }
  const ofKind = (kind: string) => all.filter((one) => one.kind === kind).slice(0, 10);
  return { log: log.join('\n'), annotations: [...ofKind('error'), ...ofKind('warning'), ...ofKind('notice')], obeyed };
}

function annotation(command: RegExpExecArray): Annotation {
  const properties = Object.fromEntries(
    (command[2] ?? '')
      .split(',')
      .flatMap((pair) => (pair.includes('=') ? [[pair.slice(0, pair.indexOf('=')), unescaped(pair.slice(pair.indexOf('=') + 1))]] : [])),
  );
  return { kind: command[1] ?? '', message: unescaped(command[3] ?? '').slice(0, 4096), properties };
}

function unescaped(text: string): string {
  return text.replaceAll('%3A', ':').replaceAll('%2C', ',').replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function readOutputs(text: string): Record<string, string> {
  return Object.fromEntries([...text.matchAll(/^(\S+)<<(\S+)\n([\s\S]*?)\n\2$/gm)].map((found) => [found[1], found[3]]));
}
