// One line for each speaker: a conversation's calls for one person must not overlap. Who waits too often is turned away.
import { createSerialQueue } from '../../../serial-queue.ts';

/** Lines of work. */
export interface Lines {
  /** Does a work after those of the same person; null where too many wait already. */
  run<T>(person: string, work: () => Promise<T>): Promise<T> | null;
}

/** Lines in which at most so many works of one person stand, the one under way included. */
export function createLines(mostWaiting: number): Lines {
  const queue = createSerialQueue();
  return {
    run: (person, work) => (queue.lengthOf(person) >= mostWaiting ? null : queue.run(person, work)),
  };
}

/** Counts requests in windows of a minute. */
export interface RequestCounter {
  /** Counts one; the seconds until more are served where there were too many, else 0. */
  count(person: string, now: Date): number;
}

const WINDOW_MS = 60_000;

/** A counter that allows so many requests of one person a minute. It forgets all of them with each new minute. */
export function createRequestCounter(mostPerMinute: number): RequestCounter {
  let startedAt = 0;
  const counts = new Map<string, number>();
  return {
    count: (person, now) => {
      const at = now.getTime();
      if (at - startedAt >= WINDOW_MS || at < startedAt) {
        startedAt = at;
        counts.clear();
      }
      const count = (counts.get(person) ?? 0) + 1;
      counts.set(person, count);
      return count > mostPerMinute ? Math.ceil((startedAt + WINDOW_MS - at) / 1_000) : 0;
    },
  };
}

/** Places for work that is heavy. */
export interface Slots {
  /** Takes a place until `end` is called; null where all are taken. */
  begin(): { end(): void } | null;
}

/** So many places. */
export function createSlots(count: number): Slots {
  let taken = 0;
  return {
    begin: () => {
      if (taken >= count) return null;
      taken += 1;
      return {
        end: () => {
          taken -= 1;
        },
      };
    },
  };
}
