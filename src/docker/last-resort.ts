/** What must still happen when the process ends in the middle of the work: by Ctrl-C, by a signal, or by a crash. */

const actions = new Set<() => void>();
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Runs `action`, which must be synchronous, when the process ends before the returned function is called.
 * A signal ends the process as it would have without us, unless somebody else listens for it too: then how to end is theirs to say.
 */
export function beforeSuddenExit(action: () => void): () => void {
  if (actions.size === 0) listen();
  actions.add(action);
  return () => {
    if (actions.delete(action) && actions.size === 0) unlisten();
  };
}

function listen(): void {
  process.on('exit', runAll);
  // First in line: a listener that was added with `once` is gone when its turn is over, and would not be counted.
  for (const signal of signals) process.prependListener(signal, onSignal);
}

function unlisten(): void {
  process.off('exit', runAll);
  for (const signal of signals) process.off(signal, onSignal);
}

function onSignal(signal: NodeJS.Signals): void {
  runAll();
  if (process.listenerCount(signal) > 0) return;
  process.kill(process.pid, signal);
}

function runAll(): void {
  const pending = [...actions];
  actions.clear();
  unlisten();
  for (const action of pending) {
    try {
      action();
    } catch {
      // The others still want their turn.
    }
  }
}
