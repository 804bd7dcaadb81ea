// The list of reports: searched, filtered, sorted, page by page. Made for thousands of reports: nothing is read anew for a search.
import type { ReportMeta } from '../../types.ts';
import { yearOf } from '../conversations/source-set.ts';
import { type CountedReport, countBy, type LibraryView } from './library-view.ts';
import type { Facet, ReportPage, ReportQuery, ReportSort } from './views.ts';

const MAX_FACETS = 200;

/** What a list is made from. */
type Listed = Pick<LibraryView, 'library' | 'reports' | 'remembered'>;

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();
/** What the reports of a library are found by, folded once. */
const WORDS = {};

function wordsOf(view: Listed): ReadonlyMap<string, string> {
  return view.remembered(WORDS, () => {
    const words = ({ title, district, publisher, path }: ReportMeta): string =>
      fold([title, district, publisher, path].join('\n'));
    return new Map(view.reports().map((report) => [report.id, words(report)]));
  });
}

const COLLATOR = new Intl.Collator('zh');

/** Returns a part of the reports that match a query, with what else they can be filtered by. */
export function reportPage(view: Listed, query: ReportQuery): ReportPage {
  const { region = '', year, publisher, offset, limit } = query;
  const wanted = fold(query.text.trim());
  const words = wordsOf(view);
  const found = inOrder(view, query).filter(
    (report) => (wanted === '' || words.get(report.id)?.includes(wanted)) && (report.district ?? '').startsWith(region),
  );
  const isOfYear = (report: ReportMeta): boolean => year === undefined || yearOf(report) === year;
  const isBy = (report: ReportMeta): boolean => publisher === undefined || report.publisher === publisher;
  const matching = found.filter((report) => isOfYear(report) && isBy(report));
  const years = facetsOf(found.filter(isBy), yearOf);
  const publishers = facetsOf(found.filter(isOfYear), (report) => report.publisher ?? '');
  return {
    // Texts are read for the rows that are shown alone.
    reports: matching
      .slice(offset, offset + limit)
      .map((report) => ({ ...report, characters: view.library.textOf(report.id).length })),
    total: matching.length,
    years: years.sort((a, b) => b.value.localeCompare(a.value)).slice(0, MAX_FACETS),
    publishers: publishers.sort((a, b) => b.reports - a.reports).slice(0, MAX_FACETS),
  };
}

function facetsOf(reports: readonly CountedReport[], keyOf: (report: CountedReport) => string): Facet[] {
  return [...countBy(reports, keyOf)]
    .filter(([value]) => value !== '')
    .map(([value, count]) => ({ value, reports: count }));
}

function inOrder(view: Listed, { sort, descending }: ReportQuery): readonly CountedReport[] {
  if (sort === undefined) return view.reports();
  const compare = COMPARISONS[sort];
  // Sorted once for each order, however often it is searched: the comparison itself is the key.
  const ascending = view.remembered(compare, () => [...view.reports()].sort(compare));
  return descending ? [...ascending].reverse() : ascending;
}

type Comparison = (a: CountedReport, b: CountedReport) => number;

const byText =
  (textOf: (report: CountedReport) => string | null): Comparison =>
  (a, b) =>
    COLLATOR.compare(textOf(a) ?? '\uffff', textOf(b) ?? '\uffff');

const COMPARISONS: Readonly<Record<ReportSort, Comparison>> = {
  title: byText(({ title }) => title),
  district: byText(({ district }) => district),
  publishedOn: (a, b) => ((a.publishedOn ?? '') < (b.publishedOn ?? '') ? -1 : 1),
  facts: (a, b) => a.facts - b.facts,
};
