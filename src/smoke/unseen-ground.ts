import type { Ground, NginxState } from './ground.ts';
import { unknownApp } from './ground.ts';
import type { AppState } from './observation.ts';
import type { Place } from './vantage.ts';

/** nginx in a container that cannot be seen from here: only its published ports are known, by the files. */
export class UnseenGround implements Ground {
  readonly name: string;
  readonly place = null;
  readonly machine: Place;
  readonly workerUser = null;

  constructor(from: Place) {
    this.name = from.name;
    this.machine = from;
  }

  isStopped(): boolean {
    return false;
  }

  configuration(): Promise<null> {
    return Promise.resolve(null);
  }

  nginxState(): Promise<NginxState> {
    return Promise.resolve({ running: null, says: null, isFinal: false });
  }

  app(): Promise<AppState> {
    return Promise.resolve(unknownApp);
  }

  errorLog(): Promise<string> {
    return Promise.resolve('');
  }

  addresses(): Promise<null> {
    return Promise.resolve(null);
  }

  ownListeners(): Promise<null> {
    return Promise.resolve(null);
  }

  mayHeal(): Promise<boolean> {
    return Promise.resolve(true);
  }

  refresh(): Promise<void> {
    return Promise.resolve();
  }

  published(): null {
    return null;
  }

  publishedAs(): null {
    return null;
  }

  serviceAt(): null {
    return null;
  }

  mayHaveMoved(): boolean {
    return false;
  }
}
