// Answers that compute over districts, or over the periods of one: the cells, a citation for each, and before them what code makes of
// them. Cells come from the fact table; for a district that it holds none of, from what the reader found.
import { findQuantities } from '../../text/numbers.ts';
import { PLAN_ASKED } from '../../understand/cues.ts';
import type { Understanding } from '../../understand/types.ts';
import { clip, type Draft, MAX_SHORT } from '../compose/draft.ts';
import type { AnswerResources, SearchResult } from '../context.ts';
import { scaleOf } from './cell.ts';
import { districtsOf, districtsOver, rowsOfDistricts } from './district-rows.ts';
import { rowsOfPeriods } from './period-rows.ts';
import { readMissing } from './reader-rows.ts';
import type { Row, Rows } from './row.ts';
import { type AskedStatistic, readShown, readStatistic } from './statistic.ts';
import { judge } from './verdict.ts';

/** With more rows than this each is only its figure. */
const MAX_WHOLE_ROWS = 8;
const MAX_MISSING = 6;
const MISSING = '未找到';
const NOT_COMPARED = '【时间或口径不同，未列入比较】';
/** Kinds of statistic that want all parts. */
const TOTALS: ReadonlySet<string> = new Set(['sum', 'average', 'share']);

/** The lines below the verdict: a row each, or all figures in one line where there are many. */
function linesOf({ rows, missing }: Rows, isNamed: boolean): string[] {
  const absent =
    missing.length > MAX_MISSING
      ? `${missing.slice(0, MAX_MISSING).join('、')}等${missing.length}个区县`
      : missing.join('、');
  if (rows.length > MAX_WHOLE_ROWS)
    return [
      rows.map(({ name, surface }) => `${name}${surface}`).join('、'),
      ...(missing.length > 0 ? [`${MISSING}：${absent}`] : []),
    ];
  const room = Math.floor(MAX_SHORT.passage / (rows.length + 1)) - 2;
  const lines = rows.map(({ name, said, surface }) => `${name}：${said.length <= room - name.length ? said : surface}`);
  if (isNamed) return [...lines, ...missing.map((name) => `${name}：${MISSING}`)];
  return missing.length > 0 ? [...lines, `${MISSING}：${absent}`] : lines;
}

/** Rows of one measure, time, unit family and standing, the most there are of, and the others, which no verdict can hold beside them. */
function alike(rows: readonly Row[]): { readonly compared: readonly Row[]; readonly aside: readonly Row[] } {
  const kindOf = ({ measure, period, unit, isPlanned }: Row): string =>
    [measure.key, period, scaleOf(unit).family, isPlanned].join('/');
  const kinds = rows.map(kindOf);
  const sizeOf = (kind: string): number => kinds.filter((other) => other === kind).length;
  const most = kinds.reduce((best, kind) => (sizeOf(kind) > sizeOf(best) ? kind : best), kinds[0] ?? '');
  const largest = rows.filter((row) => kindOf(row) === most);
  return largest.length > 1
    ? { compared: largest, aside: rows.filter((row) => !largest.includes(row)) }
    : { compared: rows, aside: [] };
}

/** Rows in the order of the verdict, then the others as they stand. */
function ordered(rows: readonly Row[], names: readonly string[]): Row[] {
  const placeOf = ({ name }: Row): number => (names.includes(name) ? names.indexOf(name) : names.length);
  return [...rows].sort((a, b) => placeOf(a) - placeOf(b));
}

function draftOf(
  found: Rows,
  asked: AskedStatistic,
  options: { isOverPeriods: boolean; isNamed: boolean },
): Draft | null {
  const { isOverPeriods, isNamed } = options;
  // A total wants all its parts: all districts there are, or as many as the question counts.
  const isTotal = TOTALS.has(asked.statistic.kind) && asked.count !== found.rows.length;
  const missing = isOverPeriods || isNamed || isTotal ? found.missing : [];
  const isSplit = !(isOverPeriods || isNamed || TOTALS.has(asked.statistic.kind));
  const { compared, aside } = isSplit ? alike(found.rows) : { compared: found.rows, aside: [] };
  const verdict = judge({ cells: compared, missing, isOverPeriods, count: asked.count }, asked);
  const rows = ordered(compared, verdict.names);
  const [first, ...rest] = [...rows, ...aside].flatMap(({ supports }) => supports);
  if (!first) return null;
  const others = aside.map((row) => ({
    ...row,
    said: `${row.said}${NOT_COMPARED}`,
    surface: `${row.surface}${NOT_COMPARED}`,
  }));
  const lines = [
    ...(verdict.text === '' ? [] : [verdict.text]),
    ...linesOf({ rows: [...rows, ...others], missing: found.missing }, isNamed),
  ];
  const computed = [...findQuantities(verdict.text).map(({ surface }) => surface), `${found.missing.length}个`];
  return { short: clip(lines.join('\n'), MAX_SHORT.passage), supports: [first, ...rest], computed };
}

/** What is asked to be computed, or of a comparison by figures: shown. */
function askedOf({ matching, scope, asks: [ask, ...more] }: Understanding): AskedStatistic | null {
  const computed = readStatistic(matching);
  if (computed || scope !== 'compare' || more.length > 0) return computed;
  return readShown(matching, ask.shape === 'figure');
}

/**
 * Returns the draft of a question that asks for something to be computed over districts or periods; null where it asks for no such thing,
 * or no cell is found.
 */
export function draftStatistic(
  understanding: Understanding,
  found: readonly SearchResult[],
  resources: AnswerResources,
): Draft | null {
  const asked = understanding.language === 'zh' ? askedOf(understanding) : null;
  if (!asked) return null;
  const { periods, scope, matching } = understanding;
  const isPlanAsked = PLAN_ASKED.test(matching);
  const districts = districtsOf(understanding);
  const [district] = districts;
  if (asked.over !== null && districts.length === 1 && district !== undefined) {
    const rows = rowsOfPeriods(asked, { facts: resources.library.facts(district), periods }, resources);
    return rows.rows.length > 1 ? draftOf(rows, asked, { isOverPeriods: true, isNamed: true }) : null;
  }
  const over = districtsOver(understanding, asked, resources);
  if (!over) return null;
  const table = rowsOfDistricts(asked, { ...over, periods, isPlanAsked }, resources);
  const isRead = table.missing.length > 0 && (scope === 'compare' || scope === 'each');
  const read = isRead ? readMissing(understanding, { asked, found, table }, resources) : table;
  return draftOf(read, asked, { isOverPeriods: false, isNamed: over.isNamed });
}
