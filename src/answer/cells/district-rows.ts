// The rows of a statistic over districts, out of the fact table.
import { type Measure, measureOf } from '../../lexicon/words/indicators.ts';
import type { Fact, Library } from '../../types.ts';
import type { Understanding } from '../../understand/types.ts';
import type { AnswerResources } from '../context.ts';
import { type AskedCell, agreed, type Cell, cellsFor, changesIn, scaleOf } from './cell.ts';
import { nameOf, type Rows, rowOf, timeOf } from './row.ts';
import type { AskedStatistic } from './statistic.ts';

/** Districts by full name, and whether the question names each of them. */
interface DistrictsOver {
  readonly districts: readonly string[];
  readonly isNamed: boolean;
}

/** Returns the districts that a question names; of those that no report is labelled with, tables may hold rows. */
export function districtsOf({ districts, namedDistricts }: Understanding): readonly string[] {
  return districts.length > 0 ? districts : namedDistricts;
}

/** Returns the districts that reports or rows of tables are on. */
export function allDistricts(library: Library): readonly string[] {
  const stated = library.facts().flatMap(({ district }) => district ?? []);
  const labelled = [...library.reports.values()].flatMap(({ district }) => district ?? []);
  const all = [...new Set([...labelled, ...stated])];
  // A city is no row beside its own counties.
  return all.filter((one) => !all.some((other) => other !== one && other.startsWith(one)));
}

/** Returns the districts that a statistic runs over; null where it runs over none. */
export function districtsOver(
  understanding: Understanding,
  asked: AskedStatistic,
  { library }: AnswerResources,
): DistrictsOver | null {
  const { scope } = understanding;
  const districts = districtsOf(understanding);
  if (districts.length > 1) return { districts, isNamed: true };
  const [whole] = districts;
  // 甲县占五个县总和的多少: one of all, it first.
  const isShare = asked.statistic.kind === 'share' && asked.count !== null;
  if (scope === 'one' && !asked.isWithin && !isShare) return null;
  const parts = allDistricts(library);
  if (isShare && whole !== undefined)
    return { districts: [whole, ...parts.filter((one) => one !== whole)], isNamed: false };
  return { districts: whole === undefined ? parts : parts.filter((one) => one.startsWith(whole)), isNamed: false };
}

/** The time for which most districts hold a cell, the latest of equals; asked for or not. */
function commonTime(held: readonly (readonly Cell[])[]): string | null {
  const counts = new Map<string | null, number>();
  for (const cells of held)
    for (const time of new Set(cells.map(({ period }) => timeOf(period))))
      counts.set(time, (counts.get(time) ?? 0) + 1);
  const [best] = [...counts].sort(
    ([one, many], [other, more]) => more - many || (other ?? '').localeCompare(one ?? ''),
  );
  return best?.[0] ?? null;
}

/** The cell of a district: of the common time, else of another time, so that it is shown. */
function cellAt(cells: readonly Cell[], time: string | null): Cell | null {
  return agreed(cells.filter(({ period }) => timeOf(period) === time)) ?? agreed(cells);
}

/** Words of a measure that the unit of its figures says already (新建通组路里程 is 新建通组路 in 公里), and that unit's dimension. */
const SAID_BY_UNIT: readonly (readonly [RegExp, string])[] = [
  [/总?(?:里程|长度)$/u, 'length'],
  [/总?面积$/u, 'area'],
];

/** 种辣椒 is said of the area under it. */
const GROWN = /^(?:栽|播)?种(?:植)?(.{1,6})$/u;
const GROWN_AREA = ['种植面积', '播种面积'];

/** Other names under which the figures of a measure that is no known indicator may stand. */
function otherNames({ literal, aspect, indicator }: Measure): { measure: Measure; family: string | null }[] {
  if (indicator !== null) return [];
  // So many more of a thing are new ones.
  if (aspect === 'change') return [{ measure: measureOf(`新增${literal}`), family: null }];
  const grown = GROWN.exec(literal)?.[1];
  if (grown !== undefined) return GROWN_AREA.map((ending) => ({ measure: measureOf(grown + ending), family: 'area' }));
  return SAID_BY_UNIT.flatMap(([said, family]) => {
    const bare = literal.replace(said, '');
    return bare === literal || bare.length < 2 ? [] : [{ measure: measureOf(bare), family }];
  });
}

/** The cells of each district for a measure; where none holds any, for another name of it. */
function cellsOfAll(facts: readonly (readonly Fact[])[], asked: AskedCell): (readonly Cell[])[] {
  const held = facts.map((each) => cellsFor(each, asked));
  if (held.some((cells) => cells.length > 0)) return held;
  for (const { measure: other, family } of otherNames(asked.measure)) {
    const fitting = facts.map((each) =>
      cellsFor(each, { ...asked, measure: other }).filter(
        ({ unit }) => family === null || scaleOf(unit).family === family,
      ),
    );
    if (fitting.some((cells) => cells.length > 0)) return fitting;
  }
  return held;
}

/** What the question measures; where it names no more than a change (哪个增长慢), the one change that all districts hold. */
function measureOver({ measure }: AskedStatistic, facts: readonly (readonly Fact[])[]): Measure | null {
  if (measure.key !== '') return measure;
  const [first = [], ...rest] = facts.map(changesIn);
  const shared = first.filter(({ key }) => rest.every((others) => others.some((other) => other.key === key)));
  const [only, ...more] = new Map(shared.map((each) => [each.key, each])).values();
  return only && more.length === 0 ? only : (shared.find(({ key }) => key === measureOf('GDP').key) ?? null);
}

/** Returns the rows of districts, of one time where they hold it. */
export function rowsOfDistricts(
  asked: AskedStatistic,
  { districts, isNamed, ...time }: DistrictsOver & Pick<AskedCell, 'periods' | 'isPlanAsked'>,
  resources: AnswerResources,
): Rows {
  const facts = districts.map((district) => resources.library.facts(district));
  const measure = measureOver(asked, isNamed ? facts : facts.filter((held) => changesIn(held).length > 0));
  const held = measure ? cellsOfAll(facts, { measure, ...time }) : facts.map(() => []);
  const common = commonTime(held);
  const rows = districts.map((district, index) => {
    const cell = cellAt(held[index] ?? [], common);
    return cell && rowOf(nameOf(district), cell, resources);
  });
  return {
    rows: rows.filter((row) => row !== null),
    missing: districts.filter((_, index) => !rows[index]).map(nameOf),
  };
}
