// The fact table as CSV.

import type { Language } from '../../types.ts';
import type { FactLine } from '../browse/views.ts';
import { csvText } from '../csv.ts';
import { wordingFor } from '../i18n/wording.ts';
import { factRows } from './fact-rows.ts';

/** Returns the figures as CSV. */
export function factsCsv(facts: readonly FactLine[], language: Language): string {
  const wording = wordingFor(language);
  const rows = factRows(facts, wording, (quote) => quote.replace(/\s+/gu, ' '));
  return csvText([wording.factColumns, ...rows]);
}
