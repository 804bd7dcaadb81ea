// The stretches of a text that are taken already, so that several patterns share it and none takes what another has.
import type { Span } from '../types.ts';

/** The stretches of one text that are taken. */
export interface Taken {
  /** True if no unit of the stretch is taken. Its cost is the length of the stretch, however many others there are. */
  isFree(span: Span): boolean;
  take(span: Span): void;
}

/** Creates the stretches of a text of which nothing is taken. @param length in UTF-16 units */
export function nothingTaken(length: number): Taken {
  const units = new Uint8Array(length);
  return {
    isFree: ({ start, end }) => {
      for (let index = start; index < end; index++) if (units[index] === 1) return false;
      return true;
    },
    take: ({ start, end }) => void units.fill(1, start, end),
  };
}
