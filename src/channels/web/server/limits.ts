// Limits of the web server: one call at a time and user, requests a minute, concurrent uploads.
import { createSerialQueue } from '../../../serial-queue.ts';

/** Runs the calls of each user one after the other. */
export interface TurnQueue {
  /** Runs a call after those of the same person; null if too many are waiting. */
  run<T>(person: string, work: () => Promise<T>): Promise<T> | null;
}

/** Creates a queue. @param maxWaiting calls of one person, the running one included */
export function createTurnQueue(maxWaiting: number): TurnQueue {
  const queue = createSerialQueue();
  return {
    run: (person, work) => (queue.lengthOf(person) >= maxWaiting ? null : queue.run(person, work)),
  };
}

/** Counts requests per minute. */
export interface RequestCounter {
  /** Counts a request; returns the seconds to wait if there were too many, else 0. */
  count(person: string, now: Date): number;
}

const WINDOW_MS = 60_000;

/** Creates a counter that allows a number of requests per person and minute; every minute starts from zero. */
export function createRequestCounter(maxPerMinute: number): RequestCounter {
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
      return count > maxPerMinute ? Math.ceil((startedAt + WINDOW_MS - at) / 1_000) : 0;
    },
  };
}

/** Limits concurrent operations. */
export interface Slots {
  /** Takes a slot until `end` is called; null if all are taken. */
  begin(): { end(): void } | null;
}

/** Creates a number of slots. */
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
