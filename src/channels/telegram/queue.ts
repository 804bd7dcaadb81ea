// Runs tasks of one chat one after another, tasks of different chats side by side.

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
