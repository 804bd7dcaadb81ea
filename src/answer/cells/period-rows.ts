// The rows of a statistic over the periods of one district, out of the fact table.

import { inPeriodWords } from '../../text/period-words.ts';
import { periodsOverlap } from '../../text/periods.ts';
import type { Fact } from '../../types.ts';
import type { AnswerResources } from '../context.ts';
import { agreed, cellsFor } from './cell.ts';
import { type Rows, rowOf } from './row.ts';
import type { AskedStatistic } from './statistic.ts';

const PERIOD_OF = {
  quarter: /^(\d{4})-(?:01\/\1-03|04\/\1-06|07\/\1-09|10\/\1-12)$/,
  year: /^\d{4}$/,
  month: /^\d{4}-\d{2}$/,
} as const;

/** Returns the rows of the periods of one district. */
export function rowsOfPeriods(
  { measure, over }: AskedStatistic,
  { facts, periods }: { facts: readonly Fact[]; periods: readonly string[] },
  resources: AnswerResources,
): Rows {
  const pattern = over && PERIOD_OF[over];
  const cells = cellsFor(
    facts.filter(({ period }) => period !== null && pattern?.test(period)),
    { measure, periods: [], isPlanAsked: null },
  );
  const times = [...new Set(cells.map(({ period }) => period ?? ''))]
    .filter((time) => periods.length === 0 || periods.some((one) => periodsOverlap(one, time)))
    .sort();
  const rows = times.map((time) => {
    const cell = agreed(cells.filter(({ period }) => period === time));
    return cell && rowOf(inPeriodWords(time), cell, resources);
  });
  return { rows: rows.filter((row) => row !== null), missing: [] };
}
