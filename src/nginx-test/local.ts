import type { Ran } from '../docker/engine.ts';
import type { Stack } from '../stack/model.ts';
import type { Bench } from './bench.ts';
import type { Sandbox } from './sandbox.ts';

export function localRefusal(_stack: Stack, version: string | null): string | null {
  return version === null ? 'no nginx is on PATH' : 'not yet';
}

export class LocalBench implements Bench {
  constructor(readonly_: Stack) {
    void readonly_;
  }
  run(_sandbox: Sandbox): Promise<Ran> {
    throw new Error('not yet');
  }
  inTree(text: string): string {
    return text;
  }
  async close(): Promise<void> {}
}
