// Whether a figure of a sentence is of the year asked for, where its sentence states figures of several: 上年新增31家，今年计划新增38家.
import type { Quantity } from '../text/numbers.ts';
import { tellsOf } from './period-match.ts';
import type { PreparedSentence } from './prepared-sentence.ts';

/** The period stated last before a figure. */
function periodBefore({ start }: Quantity, { periods }: PreparedSentence): string | null {
  return periods.filter(({ end }) => end <= start).at(-1)?.period ?? null;
}

/**
 * True if a figure is of another period than asked for, and its sentence has one of its unit that is of that period.
 * @param asked canonical periods
 */
export function isOfOtherPeriod(quantity: Quantity, asked: readonly string[], prepared: PreparedSentence): boolean {
  const isAsked = (one: Quantity): boolean => {
    const own = periodBefore(one, prepared);
    return own !== null && asked.some((period) => tellsOf(period, { period: own }, { shape: 'figure' }));
  };
  if (asked.length === 0 || periodBefore(quantity, prepared) === null || isAsked(quantity)) return false;
  return prepared.quantities.some((other) => other.unit === quantity.unit && isAsked(other));
}
