// Indicators over districts and years, for charts: figures of whole districts, under the name that the dictionary knows, in one
// unit. Figures that contradict each other stay apart.

import type { ChartName, ChartPoint, Series, SeriesQuery } from '../../documents.ts';
import { measureOf } from '../../lexicon/words/indicators.ts';
import { oncePer } from '../../lexicon/words/once.ts';
import { UNITS } from '../../text/units.ts';
import type { Fact, Library } from '../../types.ts';
import { type Cell, cellsOf, fitsUnit, scaleOf } from '../cells/cell.ts';
import { timeOf } from '../cells/row.ts';

const MAX_CHARTS = 500;
/** Families of units whose values add up over districts. */
const ADDITIVE: ReadonlySet<string> = new Set([
  'money',
  'count',
  'person',
  'area',
  'mass',
  'length',
  'energy',
  'power',
]);
/** Attributes that every project has: figures of two projects are no series. */
const OF_EACH_PROJECT = /总投资|投资额$|注册资金|^占地|^面积$|用时/u;

/** The cells of one measure in one family of units. */
interface Group {
  readonly name: string;
  readonly isKnown: boolean;
  readonly isAdditive: boolean;
  readonly cells: readonly Cell[];
}

/** Returns the name under which a measure is charted: the dictionary's, or the report's own. */
function nameOf({ measure, fact }: Cell): string {
  const level = measure.indicator?.name ?? (measure.aspect === 'level' ? fact.indicator : measure.literal);
  return measure.aspect === 'change' ? `${level}增速` : level;
}

const keyOf = ({ measure, unit }: Pick<Cell, 'measure' | 'unit'>): string =>
  JSON.stringify([measure.key, measure.aspect, scaleOf(unit).family]);

function isChartable(cell: Cell): boolean {
  const { fact, measure } = cell;
  if (fact.subject !== null || !fitsUnit(cell) || OF_EACH_PROJECT.test(fact.indicator)) return false;
  return measure.indicator !== null || cell.period !== null;
}

function additive({ measure, unit }: Cell): boolean {
  if (measure.aspect === 'change') return false;
  return measure.indicator === null ? UNITS.get(unit)?.kind === 'count' : ADDITIVE.has(measure.indicator.family);
}

function grouped(facts: readonly Fact[]): Group[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of facts.flatMap(cellsOf).filter(isChartable)) {
    const key = keyOf(cell);
    const held = groups.get(key);
    if (held) held.push(cell);
    else groups.set(key, [cell]);
  }
  return [...groups.values()].flatMap((cells): Group[] => {
    const [first] = cells;
    if (!first) return [];
    const isKnown = first.measure.indicator !== null;
    return [{ name: nameOf(first), isKnown, isAdditive: additive(first), cells }];
  });
}

const groupsOf = oncePer((library: Library) => grouped(library.facts()));

/** Half a step of the last digit written, in the base unit: 0.05 亿 for 248.8亿元. */
function tolerance({ value, fact: { surface } }: Cell): number {
  const digits = /\d[\d,，]*(?:\.\d+)?/u.exec(surface)?.[0].replaceAll(/[,，]/gu, '');
  const written = Number(digits ?? Number.NaN);
  if (!Number.isFinite(written) || written === 0) return 0;
  return Math.abs(value / written) * 10 ** -(digits?.split('.')[1]?.length ?? 0) * 0.5000001;
}

/** True if two figures are one, or one is the other rounded. */
function agree(one: Cell, other: Cell): boolean {
  const [left, right] = [one, other].map(({ value, unit }) => value * scaleOf(unit).factor);
  const [first, second] = [one, other].map((cell) => tolerance(cell) * scaleOf(cell.unit).factor);
  return Math.abs((left ?? 0) - (right ?? 0)) <= Math.max(first ?? 0, second ?? 0, 1e-9 * Math.abs(left ?? 0));
}

/** The figures told of one district and time: results before plans; each that differs once. */
function distinct(cells: readonly Cell[]): Cell[] {
  const results = cells.filter(({ isPlanned }) => !isPlanned);
  const kept: Cell[] = [];
  for (const cell of results.length > 0 ? results : cells)
    if (!kept.some((other) => agree(other, cell))) kept.push(cell);
  return kept;
}

function byPlace(cells: readonly Cell[]): Cell[][] {
  const places = new Map<string, Cell[]>();
  for (const cell of cells) {
    const key = `${cell.district}\n${timeOf(cell.period) ?? ''}`;
    places.set(key, [...(places.get(key) ?? []), cell]);
  }
  return [...places.values()].map(distinct);
}

function mostFrequentUnit(cells: readonly Cell[]): string {
  const counts = new Map<string, number>();
  for (const { unit } of cells) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

function pointsOf(cells: readonly Cell[], unit: string, library: Library): ChartPoint[] {
  const points = byPlace(cells).flatMap((told) =>
    told.map(({ district, period, value, unit: own, fact, isPlanned, isApproximate }): ChartPoint => {
      const { reportId, surface, start, end } = fact;
      const scaled = value * (scaleOf(own).factor / scaleOf(unit).factor);
      const title = library.reports.get(reportId)?.title ?? '';
      // A change is told beside the figure: what is written there is the figure's own.
      const written = fact.value === value && fact.unit === own ? surface : `${value > 0 ? '+' : ''}${value}${own}`;
      const shared = { district, period: timeOf(period), value: Number(scaled.toPrecision(12)), surface: written };
      const state = { isPlanned, isApproximate, isDisputed: told.length > 1 };
      return { ...shared, ...state, report: reportId, title, start, end };
    }),
  );
  // Code-unit order: the same on every machine.
  const order = ({ district, period }: ChartPoint): string => `${district}\n${period ?? ''}`;
  return points.sort((a, b) => (order(a) < order(b) ? -1 : Number(order(a) > order(b))));
}

function chartName({ name, isKnown, cells }: Group): ChartName {
  const told = byPlace(cells).flat();
  const districts = new Set(told.map(({ district }) => district)).size;
  return { indicator: name, unit: mostFrequentUnit(cells), points: told.length, districts, isKnown };
}

const chartsOfAll = oncePer((library: Library) => listed(groupsOf(library)));

/** Charts with two or more values: those of the dictionary first, most values first. */
function listed(groups: readonly Group[]): ChartName[] {
  return groups
    .map(chartName)
    .filter(({ points }) => points >= 2)
    .sort((a, b) => Number(b.isKnown) - Number(a.isKnown) || b.points - a.points)
    .slice(0, MAX_CHARTS);
}

const inDistrict = (groups: readonly Group[], district: string): Group[] =>
  groups
    .map((group) => ({ ...group, cells: group.cells.filter((cell) => cell.district === district) }))
    .filter(({ cells }) => cells.length > 0);

/** Returns one indicator in its most frequent unit, of one district or all; and what else there are charts of. */
export function seriesIn(library: Library, { indicator = '', district }: SeriesQuery): Series {
  const groups = district === undefined ? groupsOf(library) : inDistrict(groupsOf(library), district);
  const charts = district === undefined ? chartsOfAll(library) : listed(groups);
  const wanted = measureOf(indicator);
  const named = groups.filter(
    ({ name, cells }) =>
      name === indicator || cells.some(({ measure }) => measure.key === wanted.key && measure.aspect === wanted.aspect),
  );
  const [group] = named.sort((a, b) => b.cells.length - a.cells.length);
  if (indicator === '' || group === undefined) return { indicator, unit: '', isAdditive: false, points: [], charts };
  const unit = mostFrequentUnit(group.cells);
  const { name, isAdditive } = group;
  return { indicator: name, unit, isAdditive, points: pointsOf(group.cells, unit, library), charts };
}
