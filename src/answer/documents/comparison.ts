// Districts side by side: indicators, practices, results, problems, plans, on all or on one topic; every cell cited or empty.
import type {
  Brief,
  BriefFigure,
  BriefLine,
  Comparison,
  ComparisonCell,
  ComparisonColumn,
  ComparisonQuery,
} from '../../documents.ts';
import { measureOf } from '../../lexicon/words/indicators.ts';
import type { Citation, Library } from '../../types.ts';
import { briefOf } from './brief/brief.ts';
import { MEASURE } from './brief/salience.ts';

/** Most districts in one comparison. */
export const MAX_COMPARED = 50;
const MAX_FIGURE_COLUMNS = 5;
const MAX_LINES = 3;
/** Room for what is told of a district, in characters. */
const ROW_CHARACTERS = 1_800;
const TOLD = [{ kind: 'practices' }, { kind: 'results' }, { kind: 'problems' }] as const;

/** The key under which names of one indicator fall together; the level and its change do not. */
function keyOf(indicator: string): string {
  const { key, aspect } = measureOf(indicator);
  return `${key} ${aspect}`;
}

/** The indicators of the districts, those of most of them first, those of the dictionary before others. */
function commonIndicators(briefs: readonly Brief[], isTopic: boolean): ComparisonColumn[] {
  const held = new Map<string, { name: string; districts: number; isKnown: boolean; place: number }>();
  for (const { figures } of briefs) {
    const own = new Map(
      figures.filter(({ subject }) => subject === null).map((figure) => [keyOf(figure.indicator), figure.indicator]),
    );
    for (const [key, name] of own) {
      const { indicator, aspect } = measureOf(name);
      const known = indicator !== null && aspect === 'level' ? indicator.name : name;
      const before = held.get(key) ?? { name: known, districts: 0, isKnown: indicator !== null, place: held.size };
      held.set(key, { ...before, districts: before.districts + 1 });
    }
  }
  const least = briefs.length < 3 ? 1 : 2;
  return [...held.values()]
    .filter(({ districts, isKnown }) => isTopic || districts >= 2 || (districts >= least && isKnown))
    .sort((a, b) => b.districts - a.districts || Number(b.isKnown) - Number(a.isKnown) || a.place - b.place)
    .slice(0, MAX_FIGURE_COLUMNS)
    .map(({ name }) => ({ kind: 'figure', indicator: name }));
}

function linesOf(brief: Brief, kind: (typeof TOLD)[number]['kind'] | 'plans'): readonly BriefLine[] {
  if (kind !== 'practices' && kind !== 'results') return brief[kind];
  const told = brief.practices.flatMap(({ lines }) => lines);
  const ofResults = (line: BriefLine): boolean => line.isResult;
  return kind === 'practices'
    ? [...told, ...brief.overview.filter(({ text }) => MEASURE.test(text))].filter((line) => !ofResults(line))
    : [...brief.results, ...told.filter(ofResults)];
}

/** A figure as a line; its label is its period. */
const lineOf = ({ surface, period, citations }: BriefFigure): BriefLine => ({
  label: period,
  text: surface,
  isResult: false,
  citations,
});

function cellOf(column: ComparisonColumn, brief: Brief): ComparisonCell {
  if (column.kind !== 'figure') return { lines: linesOf(brief, column.kind).slice(0, MAX_LINES), figure: null };
  const key = keyOf(column.indicator);
  const found = brief.figures.filter(({ indicator, subject }) => subject === null && keyOf(indicator) === key);
  const [first, ...more] = found;
  return {
    lines: found.slice(0, MAX_LINES).map(lineOf),
    figure: first !== undefined && more.length === 0 ? first : null,
  };
}

/** Numbers the citations of several briefs through, in the order of their cells. */
class SharedNumbers {
  readonly citations: Citation[] = [];
  readonly #known = new Map<string, number>();

  cell({ lines, figure }: ComparisonCell, own: readonly Citation[]): ComparisonCell {
    const cited = <Item extends { readonly citations: readonly [number, ...number[]] }>(item: Item): Item => {
      const [first, ...rest] = item.citations.map((n) => this.#numberOf(own[n - 1]));
      return { ...item, citations: [first ?? 0, ...rest] };
    };
    return { lines: lines.map(cited), figure: figure === null ? null : cited(figure) };
  }

  #numberOf(citation: Citation | undefined): number {
    if (citation === undefined) throw new RangeError('a line cites what its brief does not hold');
    const { report, start, end } = citation;
    const key = `${report.id} ${start} ${end}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    this.citations.push({ ...citation, n: this.citations.length + 1 });
    this.#known.set(key, this.citations.length);
    return this.citations.length;
  }
}

/** Returns districts side by side, at most 50. */
export function comparisonOf(
  { districts, topic = '', columns, within }: ComparisonQuery,
  library: Library,
): Comparison {
  const compared = [...new Set(districts)].slice(0, MAX_COMPARED);
  const briefs = compared.map((district) =>
    briefOf(
      {
        subject: topic === '' ? { kind: 'district', district } : { kind: 'topic', topic, districts: [district] },
        length: ROW_CHARACTERS,
        within,
      },
      library,
    ),
  );
  const shown = columns ?? [...commonIndicators(briefs, topic !== ''), ...TOLD];
  const shared = new SharedNumbers();
  const rows = briefs.map((brief) => shown.map((column) => shared.cell(cellOf(column, brief), brief.citations)));
  return { districts: compared, topic, columns: shown, rows, citations: shared.citations };
}
