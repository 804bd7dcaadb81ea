// The fact table as CSV.

import type { Language } from '../../types.ts';
import type { FactLine } from '../browse/views.ts';
import { csvText } from '../csv.ts';
import { wordingFor } from '../i18n/wording.ts';

/** Returns the figures as CSV. */
export function factsCsv(facts: readonly FactLine[], language: Language): string {
  const { factColumns, factFlag } = wordingFor(language);
  const flag = (isSo: boolean): string => (isSo ? factFlag : '');
  const rows = facts.map((fact) => [
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
    fact.quote.replace(/\s+/gu, ' '),
  ]);
  return csvText([factColumns, ...rows]);
}
