// The rows of a statistic that the fact table leaves empty, out of what the reader found for their districts.
import { measureOf } from '../../lexicon/words/indicators.ts';
import { fold } from '../../text/normalise.ts';
import { findQuantities } from '../../text/numbers.ts';
import type { Understanding } from '../../understand/types.ts';
import { type ReaderCell, readCells } from '../compose/comparison.ts';
import type { AnswerResources, SearchResult } from '../context.ts';
import { nameOf, type Row, type Rows, timeOf } from './row.ts';
import type { AskedStatistic } from './statistic.ts';
import { obstacle } from './verdict.ts';

/** A cell that the reader found: of the indicator that the fact table says, else of the one asked for if its clause names that. */
function rowOfReader(
  { district, choice }: ReaderCell,
  { measure }: AskedStatistic,
  { library }: AnswerResources,
): Row | null {
  if (!choice || choice.draft.isUnsure) return null;
  const { short, supports } = choice.draft;
  const [figure] = findQuantities(short.split('（')[0] ?? '');
  if (!figure) return null;
  const { sentence } = supports[0].prepared;
  const fact = library
    .facts(district)
    .find((each) => each.surface === figure.surface && each.start >= sentence.start && each.end <= sentence.end);
  const own = fact ? measureOf((fact.subject ?? '') + fact.indicator) : null;
  const isNamed = fold(short)
    .replace(/[的了"'“”]/gu, '')
    .includes(measure.literal);
  if (!isNamed) return null;
  const shared = { name: nameOf(district), value: figure.value, unit: figure.unit, surface: figure.surface };
  return {
    ...shared,
    measure: own ?? measure,
    period: timeOf(fact?.period ?? supports[0].periods[0]?.period ?? null),
    isPlanned: fact?.isPlanned ?? false,
    isApproximate: figure.approximate,
    said: short.replace(/[。；;]+$/u, ''),
    supports,
  };
}

/** Returns the rows with those that the fact table leaves empty filled by what the reader finds. */
export async function readMissing(
  understanding: Understanding,
  {
    asked,
    found,
    table,
    isNamed,
  }: { asked: AskedStatistic; found: readonly SearchResult[]; table: Rows; isNamed: boolean },
  resources: AnswerResources,
): Promise<Rows> {
  const open = found.filter(({ search }) => table.missing.includes(nameOf(search.districts[0] ?? '')));
  const cells = await readCells(understanding, open, resources);
  // Where no district is named, a figure of another time or indicator is no reason to compare none.
  const [first] = table.rows;
  const isAlike = (row: Row): boolean =>
    isNamed || !first || obstacle({ cells: [first, row], isOverPeriods: false }) === null;
  const rows = cells.flatMap((cell) => rowOfReader(cell, asked, resources) ?? []).filter(isAlike);
  const named = new Set(rows.map(({ name }) => name));
  const order = found.map(({ search }) => nameOf(search.districts[0] ?? ''));
  const all = [...table.rows, ...rows].sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name));
  return { rows: all, missing: table.missing.filter((name) => !named.has(name)) };
}
