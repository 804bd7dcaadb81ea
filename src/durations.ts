// Lengths of time, in milliseconds.

/** One minute. */
export const MINUTE_MS = 60_000;
/** One hour. */
export const HOUR_MS = 60 * MINUTE_MS;
/** One day of 24 hours. */
export const DAY_MS = 24 * HOUR_MS;
