// A seeded generator of pseudo-random numbers: the same seed gives the same numbers. Not for secrets.

/** Draws uniform numbers in [0, 1). */
export type Random = () => number;

/**
 * Mulberry32 (T. Ettinger, public domain): 32 bits of state, fast, good enough for sampling.
 * @param seed any integer; only its lowest 32 bits count
 * @example seededRandom(1)() === seededRandom(1)() // => true
 */
export function seededRandom(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
