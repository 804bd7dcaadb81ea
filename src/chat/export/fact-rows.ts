// The fact table row by row, as files hold it.
import type { FactLine } from '../browse/views.ts';
import type { Wording } from '../i18n/wording.ts';

/** A cell of a table in a file. */
export type Cell = string | number | null;

/** Returns the figures as rows under `factColumns` of the wording. @param quoteOf the exact words as the file holds them */
export function factRows(
  facts: readonly FactLine[],
  { factFlag }: Pick<Wording, 'factFlag'>,
  quoteOf: (quote: string) => string,
): Cell[][] {
  const flag = (isSo: boolean): Cell => (isSo ? factFlag : null);
  return facts.map((fact) => [
    fact.district,
    fact.subject,
    fact.indicator,
    fact.period,
    fact.value,
    fact.unit,
    fact.surface,
    fact.changePercent,
    flag(fact.isPlanned),
    flag(fact.isApproximate),
    fact.title,
    fact.start,
    fact.end,
    quoteOf(fact.quote),
  ]);
}
