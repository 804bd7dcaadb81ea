// The fact table as CSV.

import type { FactLine } from '../../../chat/browse/views.ts';
import { csvText } from '../../../chat/csv.ts';
import { wordingFor } from '../../../chat/i18n/wording.ts';
import type { WebLanguage } from './schemas.ts';

/** Returns the figures as CSV. */
export function factsCsv(facts: readonly FactLine[], language: WebLanguage): string {
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
