// Whether a figure of a sentence is of the year asked for, where its sentence states figures of several: 上年新增31家，今年计划新增38家.
import type { Quantity } from '../text/numbers.ts';
import { periodsOverlap } from '../text/periods.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

/** The period stated last before a figure. */
function periodBefore({ start }: Quantity, { periods }: PreparedSentence): string | null {
  return periods.filter(({ end }) => end <= start).at(-1)?.period ?? null;
}

/**
 * True if a figure is of another period than asked for, and its sentence has one of its unit that is of that period.
 * @param asked canonical periods; those without a year (上半年) tell nothing here
 */
export function isOfOtherPeriod(quantity: Quantity, asked: readonly string[], prepared: PreparedSentence): boolean {
  const dated = asked.filter((period) => /^\d{4}/.test(period));
  const isAsked = (one: Quantity): boolean => {
    const own = periodBefore(one, prepared);
    return own !== null && dated.some((period) => periodsOverlap(period, own));
  };
  if (dated.length === 0 || periodBefore(quantity, prepared) === null || isAsked(quantity)) return false;
  return prepared.quantities.some((other) => other.unit === quantity.unit && isAsked(other));
}
