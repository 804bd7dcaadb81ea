// Runs tasks of one chat one after another, tasks of different chats side by side, and so many at once as the machine bears.

/** Queues by key. */
export interface Queues {
  /** Runs a task after the earlier ones of its key. The task must not reject. */
  add(key: string, task: () => Promise<void>): void;
  /** Resolves when nothing is left to do. */
  idle(): Promise<void>;
}

/** Empty queues. */
export function createQueues(): Queues {
  const tails = new Map<string, Promise<void>>();
  return {
    add: (key, task) => {
      const tail = (tails.get(key) ?? Promise.resolve()).then(task).then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
      tails.set(key, tail);
    },
    idle: async () => {
      while (tails.size > 0) await Promise.all(tails.values());
    },
  };
}

/** Places for work that loads the machine. */
export interface Slots {
  /** Runs a work as soon as there is a place, in the order of asking: a chat asks for one at a time, so no chat can crowd out others. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/** Places for `count` works at once. */
export function createSlots(count: number): Slots {
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
