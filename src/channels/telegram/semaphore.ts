// Limits how many pieces of work that load the machine run at once.

/** A counting semaphore. */
export interface Semaphore {
  /** Runs a piece of work as soon as there is a place, in the order of asking: a chat asks for one at a time, so no chat crowds out others. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Creates a semaphore with `count` places. */
export function createSemaphore(count: number): Semaphore {
  let free = count;
  const waiting: (() => void)[] = [];
  return {
    run: async (work) => {
      if (free > 0) free -= 1;
      else await new Promise<void>((resolve) => waiting.push(resolve));
      try {
        return await work();
      } finally {
        // The place is handed on, so that nobody who comes now can take it from who waits.
        const next = waiting.shift();
        if (next) next();
        else free += 1;
      }
    },
  };
}
