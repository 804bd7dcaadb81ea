// The fact table as a reader filters and sorts it. It computes from facts; it reads no text but quotes.
import type { Fact, Library } from '../../types.ts';
import { countBy, type LibraryView } from './library-view.ts';
import type { FactLine, FactPage, FactQuery, FactSort } from './views.ts';

const MAX_FILTERS = 500;

const titleOf = (library: Library, { reportId }: Fact): string => library.reports.get(reportId)?.title ?? '';

/** The figures that match, a part of them, and what they can be filtered by. */
export function factPage({ library, facts }: LibraryView, query: FactQuery): FactPage {
  const held = facts().filter(({ district }) => query.district === undefined || district === query.district);
  const matching = held.filter((fact) => matches(fact, query, library));
  const { sort, offset, limit } = query;
  const sorted = sort === undefined ? matching : sortedBy(matching, sort, library);
  if (query.descending === true) sorted.reverse();
  const years = new Set(held.map(({ period }) => yearOf(period)).filter((year) => year !== null));
  return {
    facts: sorted.slice(offset, offset + limit).map((fact) => factLine(fact, library)),
    total: matching.length,
    indicators: mostFrequent(held.map(({ indicator }) => indicator)).slice(0, MAX_FILTERS),
    periods: [...years].sort().reverse().slice(0, MAX_FILTERS),
  };
}

function matches(fact: Fact, { indicator, period, text }: FactQuery, library: Library): boolean {
  if (indicator !== undefined && fact.indicator !== indicator) return false;
  if (period !== undefined && !fact.period?.startsWith(period)) return false;
  if (text === undefined) return true;
  const wanted = text.normalize('NFKC').toLowerCase();
  const said = [fact.district, fact.subject, fact.indicator, fact.surface, titleOf(library, fact)].join('\n');
  return said.normalize('NFKC').toLowerCase().includes(wanted);
}

function sortedBy(facts: readonly Fact[], sort: FactSort, library: Library): Fact[] {
  const keyOf = (fact: Fact): string | number | null => (sort === 'title' ? titleOf(library, fact) : fact[sort]);
  // Code-unit order, not the language's: a hundred thousand rows must not wait for collation.
  return [...facts].sort((a, b) => compare(keyOf(a), keyOf(b)));
}

/** Ascending; what is not known comes last. */
function compare(a: string | number | null, b: string | number | null): number {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -1 : 1;
}

function factLine({ reportId, passageNumber: _, ...fact }: Fact, library: Library): FactLine {
  const quote = library.textOf(reportId).slice(fact.start, fact.end);
  return { ...fact, report: reportId, title: library.reports.get(reportId)?.title ?? '', quote };
}

const yearOf = (period: string | null): string | null => /^\d{4}/u.exec(period ?? '')?.[0] ?? null;

function mostFrequent(names: readonly string[]): string[] {
  return [...countBy(names, (name) => name)].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
