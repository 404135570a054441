/** Runs the real `nginx -t` on stacks: the file tree that nginx will see, in a place that has nothing else. */
import { messageOf } from '../core/errors.ts';
import type { Draft } from '../core/finding.ts';
import type { NginxTestReport } from '../core/report.ts';
import { EngineError } from '../docker/engine.ts';
import type { Stack } from '../stack/model.ts';
import { type Bench, ContainerBench, type ImageFiles } from './bench.ts';
import { makeStandIns, type StandIns } from './certificate.ts';
import { Engines, imageFor, type Likeness, type NginxTestOptions } from './choose.ts';
import { judge, type Outcome } from './judge.ts';
import { LocalBench, localRefusal } from './local.ts';
import { sandboxFor, stubbedBy } from './sandbox.ts';

export type { NginxTestOptions } from './choose.ts';

/** Said of a file that another tool or a person must finish first. */
export const unfinishedReason = 'nothing loads this file as it is: it is an example or a template of another tool';

export interface NginxTestResult {
  stack: Stack;
  report: NginxTestReport;
  findings: Draft[];
}

interface Place {
  engine: 'docker' | 'podman' | 'nginx';
  image: string | null;
  likeness: Likeness;
  bench: Bench;
  /** What the report must say about this place. */
  notes: string[];
}

/** The engine spends most of a test's time waiting: three at once take 0.6 of the time of one after the other on two processors. */
const atOnce = 3;

/**
 * Tests every stack, a few at once. What cannot be tested is `skipped` with a reason; this throws only when `signal` says so.
 */
export async function runNginxTests(stacks: readonly Stack[], options: NginxTestOptions): Promise<NginxTestResult[]> {
  const engines = new Engines(options);
  const imageFiles: ImageFiles = new Map();
  const standIns = makeStandIns();
  const results = new Array<NginxTestResult>(stacks.length);
  const left = stacks.entries();
  const work = async (): Promise<void> => {
    for (const [index, stack] of left) {
      options.progress?.(`nginx -t: ${stack.name}`);
      const place = untestableBecause(stack) ?? (await placeFor(stack, options, engines, imageFiles));
      results[index] = typeof place === 'string' ? skipped(stack, place) : await testAt(stack, place, standIns, options.signal);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: atOnce }, work));
  // Only when all have ended: each removes its own container first.
  for (const { reason } of ended.filter((one) => one.status === 'rejected')) throw reason;
  return results;
}

function skipped(stack: Stack, reason: string): NginxTestResult {
  return { stack, report: { status: 'skipped', engine: null, image: null, files: 0, stubbed: [], reason }, findings: [] };
}

/** Why nothing can be learned from running nginx on a stack. */
function untestableBecause({ nginx }: Stack): string | null {
  if (nginx.assumed && nginx.unfinished) return unfinishedReason;
  return nginx.mainStandsIn ? `nginx’s main file ${nginx.main} is not in the repository` : null;
}

/** The first engine that can run this stack, or why none can. */
async function placeFor(stack: Stack, options: NginxTestOptions, engines: Engines, imageFiles: ImageFiles): Promise<Place | string> {
  if (options.engine === 'none') return 'nginx -t is switched off';
  const { image, likeness, because } = imageFor(stack, options.image);
  const refusals: string[] = [];
  const missed: string[] = [];
  for (const name of engines.order) {
    if (name === 'nginx') {
      const build = await engines.local();
      const refusal = options.foreign ? 'a change from a fork is never tested with the local nginx' : localRefusal(stack, build);
      if (refusal !== null) refusals.push(refusal);
      if (build === null || refusal !== null) continue;
      const notes = [...refusals, `tested with nginx ${build.version} of this machine`];
      return { engine: name, image: null, likeness: 'other', bench: new LocalBench(stack, build), notes };
    }
    const engine = await engines.container(name);
    const refusal = typeof engine === 'string' ? engine : await engine.obtain(image, options.signal, options.progress);
    if (refusal !== null) refusals.push(refusal);
    if (refusal !== null && typeof engine !== 'string') missed.push(refusal);
    if (typeof engine === 'string' || refusal !== null) continue;
    const notes = [...missed, ...(because === null ? [] : [because])];
    return { engine: name, image, likeness, bench: new ContainerBench(engine, image, stack, imageFiles), notes };
  }
  return refusals.join('; ');
}

/** An engine or a file system that refuses is a reason to skip; a mistake of ours is not. */
function isOfThePlace(error: unknown): boolean {
  return error instanceof EngineError || (error instanceof Error && 'syscall' in error);
}

async function testAt(stack: Stack, place: Place, standIns: StandIns, signal?: AbortSignal): Promise<NginxTestResult> {
  const { bench, engine, image, likeness } = place;
  const sandbox = sandboxFor(stack, standIns, likeness === 'other');
  let outcome: Outcome;
  try {
    outcome = await judge({ stack, sandbox, bench, likeness, standIns, image }, signal);
  } catch (error) {
    signal?.throwIfAborted();
    if (!isOfThePlace(error)) throw error;
    outcome = { status: 'skipped', files: 0, reason: messageOf(error), findings: [] };
  } finally {
    await bench.close();
  }
  const reason = [...place.notes, ...(outcome.reason === null ? [] : [outcome.reason])].join('; ');
  return {
    stack,
    report: {
      status: outcome.status,
      engine,
      image,
      files: outcome.files,
      stubbed: stubbedBy(sandbox),
      reason: reason === '' ? null : reason,
    },
    findings: outcome.findings,
  };
}
