// Runs tasks of one key one after another, and tasks of different keys side by side. It knows nothing of what the tasks do.

/** A queue for each key. */
export interface SerialQueue {
  /** Runs a task after the earlier ones of its key and returns its outcome; a task that fails does not stop the next. */
  run<T>(key: string, task: () => Promise<T> | T): Promise<T>;
  /** Returns how many tasks of a key are running or waiting. */
  lengthOf(key: string): number;
  /** Resolves when no task is left, those that tasks add included. */
  idle(): Promise<void>;
}

/** Creates an empty queue. */
export function createSerialQueue(): SerialQueue {
  const lines = new Map<string, { length: number; last: Promise<unknown> }>();
  return {
    run: (key, task) => {
      const line = lines.get(key) ?? { length: 0, last: Promise.resolve() };
      lines.set(key, line);
      line.length += 1;
      const outcome = line.last.then(task);
      const leave = (): void => {
        line.length -= 1;
        if (line.length === 0) lines.delete(key);
      };
      line.last = outcome.then(leave, leave);
      return outcome;
    },
    lengthOf: (key) => lines.get(key)?.length ?? 0,
    idle: async () => {
      while (lines.size > 0) await Promise.all([...lines.values()].map(({ last }) => last));
    },
  };
}

/** So many places for work of all kinds. */
export interface Semaphore {
  /** Runs a piece of work as soon as there is a place, in the order of asking. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Creates a semaphore. @param places ≥ 1 */
export function createSemaphore(places: number): Semaphore {
  let taken = 0;
  const waiting: (() => void)[] = [];
  return {
    run: async (work) => {
      if (taken >= places) await new Promise<void>((resolve) => waiting.push(resolve));
      else taken += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next === undefined) taken -= 1;
        else next();
      }
    },
  };
}
