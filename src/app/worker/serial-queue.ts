// Works that must not run side by side, in the order in which they came.

/** Does a work when those before it are over; what comes of it is the caller's. */
export type Lane = <T>(work: () => Promise<T> | T) => Promise<T>;

/** A lane on which nothing is under way. */
export function createLane(): Lane {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}
