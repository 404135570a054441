/** Runs a task for each item, a bounded number at a time. */
export async function eachBounded<T>(items: readonly T[], most: number, task: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: Math.min(most, items.length) }, async () => {
      for (const item of queue) await task(item);
    }),
  );
}
