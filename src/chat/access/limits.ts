// How much may be asked in a minute, by each person over all their chats and by all together; strangers have a count of their own, so that
// they use up nobody's. Kept in memory: a restart forgives.

const WINDOW_MS = 60_000;

/** Questions, or requests, in any 60 seconds. */
export interface Limits {
  readonly perPerson: number;
  readonly inAll: number;
}

/** Counts questions. */
export interface Limiter {
  /** Counts one question, unless there are too many: then the milliseconds (> 0) until one may ask again. 0: counted. */
  charge(person: string, now: Date): number;
  /** The same for somebody who is no member. */
  chargeStranger(person: string, now: Date): number;
}

/** A limiter over a sliding minute. A question that is turned away does not count. */
export function createLimiter(limits: Limits): Limiter {
  return { charge: createCounter(limits), chargeStranger: createCounter(limits) };
}

function createCounter({ perPerson, inAll }: Limits): Limiter['charge'] {
  const timesByPerson = new Map<string, number[]>();
  let all: number[] = [];
  return (person, now) => {
    const at = now.getTime();
    // What lies ahead was counted before the clock was set back.
    const isRecent = (time: number): boolean => time > at - WINDOW_MS && time <= at;
    all = all.filter(isRecent);
    // People who have not asked for a minute leave the table, or it would grow for ever.
    if (all.length === 0) timesByPerson.clear();
    const own = (timesByPerson.get(person) ?? []).filter(isRecent);
    const waitMs = Math.max(waitFor(own, perPerson, at), waitFor(all, inAll, at));
    if (waitMs > 0) return waitMs;
    timesByPerson.set(person, [...own, at]);
    all.push(at);
    return 0;
  };
}

/** Milliseconds until fewer than `most` of the times lie within the window. */
function waitFor(times: readonly number[], most: number, at: number): number {
  const oldest = times.at(-most);
  return times.length < most || oldest === undefined ? 0 : oldest + WINDOW_MS - at;
}
