// What a question asks to be computed, computed from cells: a verdict only where all cells compared are of one measure, unit family,
// period and standing (reached or planned). It looks nothing up and cites nothing; the caller shows every cell beside it.

import { scaleOf } from './cell.ts';
import { computed } from './computed.ts';
import { type Grid, type NamedCell, refused, scaled, type Verdict } from './grid.ts';
import type { AskedStatistic, Direction, Statistic } from './statistic.ts';

const RELATIVE_SLACK = 1e-9;

function isEqual(left: number, right: number): boolean {
  return Math.abs(left - right) <= RELATIVE_SLACK * Math.max(Math.abs(left), Math.abs(right));
}

/** Returns why the cells can not be compared; null if they can. */
export function obstacle({ cells, isOverPeriods }: Pick<Grid, 'cells' | 'isOverPeriods'>): string | null {
  const differs = (of: (cell: NamedCell) => unknown): boolean => new Set(cells.map(of)).size > 1;
  if (differs(({ measure }) => `${measure.key}/${measure.aspect}`)) return '各项数字的指标不同';
  if (differs(({ unit }) => scaleOf(unit).family)) return '各项数字的单位不同';
  if (!isOverPeriods && differs(({ period }) => period)) return '各项数字的时间不同或不明';
  if (differs(({ isPlanned }) => isPlanned)) return '有的是计划数，有的是实际数';
  return null;
}

/** Rough figures (近6000张) that lie within this share of each other may stand in either order. */
const ROUGH_SHARE = 0.05;
const ROUGH = '有的数字只是约数，分不出先后。';

const isNear = (left: number, right: number): boolean =>
  Math.abs(left - right) <= ROUGH_SHARE * Math.max(Math.abs(left), Math.abs(right));

/** True if two figures of which one is rough are not told apart by what they say. */
function areTooNear(one: NamedCell, other: NamedCell): boolean {
  return (one.isApproximate || other.isApproximate) && isNear(scaled(one), scaled(other));
}

const byWay = (cells: readonly NamedCell[], { sign }: Direction): NamedCell[] =>
  [...cells].sort((a, b) => sign * (scaled(b) - scaled(a)));

/** 在报告写明这项数字的3个区县中. */
const amongThem = ({ cells, isOverPeriods }: Grid): string =>
  isOverPeriods ? '' : `（在报告写明这项数字的${cells.length}个区县中）`;

const NUMERALS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

function rankVerdict(grid: Grid, { rank, direction }: Extract<Statistic, { kind: 'rank' }>): Verdict {
  const { cells, missing, isOverPeriods } = grid;
  if (cells.length < 2) return refused(`只找到${cells.length}项数字，无法比较。`);
  const ordered = byWay(cells, direction);
  const picked = ordered[rank - 1];
  if (!picked) return refused(`只找到${cells.length}项数字，没有第${NUMERALS[rank] ?? rank}。`);
  const same = ordered.filter((cell) => isEqual(scaled(cell), scaled(picked)));
  if (ordered.some((cell) => cell !== picked && areTooNear(cell, picked))) return refused(ROUGH);
  const ahead = ordered.filter((cell) => !same.includes(cell) && direction.sign * (scaled(cell) - scaled(picked)) > 0);
  const names = same.map(({ name }) => name);
  // Where two share a place, the place after it is empty: they are named at the one they share.
  const place = ahead.length + 1;
  const said = place === 1 ? `最${direction.word}` : `第${NUMERALS[place] ?? place}${direction.word}`;
  const tied = names.length > 1 ? '并列' : '';
  const isWhole = isOverPeriods && missing.length === 0;
  const among = isWhole ? '' : amongThem(grid);
  return {
    text: `${names.join('、')}${tied}${said}：${picked.surface}${among}。`,
    names,
    computed: [`${cells.length}个`],
  };
}

function orderVerdict(grid: Grid, { direction }: { readonly direction: Direction }): Verdict {
  if (grid.cells.length < 2) return refused(`只找到${grid.cells.length}项数字，无法排序。`);
  const ordered = byWay(grid.cells, direction);
  if (ordered.some((cell, index) => index > 0 && areTooNear(cell, ordered[index - 1] ?? cell))) return refused(ROUGH);
  const text = ordered
    .map((cell, index) => {
      const before = ordered[index - 1];
      const mark = before === undefined ? '' : isEqual(scaled(before), scaled(cell)) ? '＝' : '＞';
      return `${direction.sign > 0 ? mark : mark.replace('＞', '＜')}${cell.name}`;
    })
    .join('');
  return {
    text: `${text}${amongThem(grid)}。`,
    names: ordered.map(({ name }) => name),
    computed: [`${grid.cells.length}个`],
  };
}

function comparedVerdict({ cells, missing }: Grid, { direction }: { readonly direction: Direction }): Verdict {
  if (missing.length > 0) return refused(`没有找到${missing.join('、')}的这项数字，无法比较。`);
  const [first, second] = byWay(cells, direction);
  if (!first || !second) return refused('数字不足，无法比较。');
  if (areTooNear(first, second)) return refused(ROUGH);
  if (isEqual(scaled(first), scaled(second)))
    return { text: `${first.name}、${second.name}相同：${first.surface}。`, names: [], computed: [] };
  const word = cells.length > 2 ? '最' : '更';
  return { text: `${first.name}${word}${direction.word}：${first.surface}。`, names: [first.name], computed: [] };
}

/** True if a cell's figure lies within the bounds of a question; null where a rough figure leaves it open. */
function isWithin(cell: NamedCell, { low, high, includesEnds }: Extract<Statistic, { kind: 'bound' }>): boolean | null {
  const value = scaled(cell);
  const [from, to] = [low, high].map((bound) => bound && bound.value * scaleOf(bound.unit).factor);
  const meets = (difference: number, reference: number): boolean =>
    isEqual(difference + reference, reference) ? includesEnds : difference > 0;
  if (cell.isApproximate && [from, to].some((end) => end != null && isNear(end, value))) return null;
  if (from != null && !meets(value - from, from)) return false;
  return to == null || meets(to - value, to);
}

function boundVerdict(grid: Grid, statistic: Extract<Statistic, { kind: 'bound' }>): Verdict {
  const bounds = [statistic.low, statistic.high].filter((bound) => bound !== null);
  const [cell] = grid.cells;
  if (!cell) return refused('没有找到这项数字。');
  if (bounds.some(({ unit }) => unit !== '' && scaleOf(unit).family !== scaleOf(cell.unit).family))
    return refused('问题中的单位和报告的单位不同，无法比较。');
  const open = grid.cells.filter((each) => isWithin(each, statistic) === null);
  if (open.length > 0) return refused(`${open.map(({ name }) => name).join('、')}的数字只是约数，无法判断。`);
  const met = grid.cells.filter((each) => isWithin(each, statistic));
  const names = met.map(({ name }) => name);
  const counts = `${grid.cells.length}个区县中${met.length}个`;
  const said = names.length > 0 ? names.join('、') : '没有区县';
  const computed = [...bounds.map(({ surface }) => surface), `${grid.cells.length}个`, `${met.length}个`];
  return { text: `${said}符合（报告写明这项数字的${counts}）。`, names, computed };
}

/** Returns what the cells say of a statistic: a verdict that they prove, or why there is none. */
export function judge(grid: Grid, { statistic }: Pick<AskedStatistic, 'statistic'>): Verdict {
  if (statistic.kind === 'shown') return refused('');
  const reason = obstacle(grid);
  if (reason !== null) return refused(`${reason}，无法比较。`);
  switch (statistic.kind) {
    case 'rank':
      return rankVerdict(grid, statistic);
    case 'order':
      return orderVerdict(grid, statistic);
    case 'compared':
      return comparedVerdict(grid, statistic);
    case 'bound':
      return boundVerdict(grid, statistic);
    default:
      return computed(grid, statistic.kind);
  }
}
