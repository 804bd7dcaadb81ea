// Sums, means, differences, multiples and shares over cells, written in the scale of the figures that they are computed from.
import { scaleOf } from './cell.ts';
import { type Grid, type NamedCell, refused, scaled, type Verdict } from './grid.ts';

const SCALE_WORDS: readonly (readonly [string, number])[] = [
  ['万亿', 1e12],
  ['亿', 1e8],
  ['万', 1e4],
];

/** The word of scale in which a figure is written. */
function scaleWord(surface: string): readonly [string, number] {
  const plain = surface.replace(/^[\d.,\s-]+/u, '');
  return SCALE_WORDS.find(([word]) => plain.startsWith(word)) ?? ['', 1];
}

const decimalsOf = (surface: string): number => /\.(\d+)/u.exec(surface)?.[1]?.length ?? 0;
const MAX_DECIMALS = 4;

/** A value as a figure, in the largest scale of the figures that it is computed from and as exact as the most exact of them. */
function asFigure(value: number, cells: readonly NamedCell[], moreDecimals = 0): string {
  const scales = cells.map(({ surface }) => scaleWord(surface));
  const [word, by] = scales.reduce((largest, scale) => (scale[1] > largest[1] ? scale : largest), ['', 1] as const);
  const exact = cells.map(({ surface }, index) => decimalsOf(surface) + Math.log10(by / (scales[index]?.[1] ?? 1)));
  const decimals = Math.min(MAX_DECIMALS, Math.max(0, ...exact) + moreDecimals);
  const unit = cells[0]?.unit ?? '';
  return `${Number((value / (by * scaleOf(unit).factor)).toFixed(decimals))}${word}${unit}`;
}

const MULTIPLE_DECIMALS = 2;
/** Families whose figures are parts of something: they do not add up. */
const RATES: ReadonlySet<string> = new Set(['percent', 'point', 'permille', 'times', '比']);

/** Returns the sum, mean, difference, multiple or share of the cells, with its operands; or why it can not be computed. */
export function computed(grid: Grid, kind: 'sum' | 'average' | 'difference' | 'multiple' | 'share'): Verdict {
  const { cells, missing, count } = grid;
  const isPartial = missing.length > 0 || cells.length < 2 || (count !== null && count !== cells.length);
  if (isPartial) {
    const lacking = missing.length > 0 ? `没有找到${missing.join('、')}的这项数字` : `只找到${cells.length}项数字`;
    return refused(`${lacking}，无法计算合计或比较。`);
  }
  const [first, second] = cells;
  if (!first || !second) return refused('数字不足，无法计算。');
  const isRate = RATES.has(scaleOf(first.unit).family);
  if (isRate && kind !== 'difference') return refused('比率不能相加或相除，无法计算。');
  const rough = cells.some(({ isApproximate }) => isApproximate) ? '约' : '';
  const values = cells.map(scaled);
  const sum = values.reduce((total, value) => total + value, 0);
  const operands = (sign: string): string => cells.map(({ surface }) => surface).join(sign);
  const said = (text: string, figure: string): Verdict => ({ text, names: [], computed: [figure] });
  if (kind === 'sum') {
    const figure = asFigure(sum, cells);
    return said(`合计${rough}${figure}（${operands('＋')}，由所引数字相加）。`, figure);
  }
  if (kind === 'average') {
    const figure = asFigure(sum / cells.length, cells, 1);
    return said(`平均${rough}${figure}（由所引${cells.length}项数字算得，未加权）。`, figure);
  }
  return ofTwo({ first, second, sum, rough }, { kind, cells });
}

function ofTwo(
  { first, second, sum, rough }: { first: NamedCell; second: NamedCell; sum: number; rough: string },
  { kind, cells }: { kind: 'difference' | 'multiple' | 'share'; cells: readonly NamedCell[] },
): Verdict {
  const names: string[] = [];
  if (kind === 'share') {
    const figure = `${Number(((100 * scaled(first)) / sum).toFixed(1))}%`;
    return { text: `${first.name}占${rough}${figure}（由所引${cells.length}项数字算得）。`, names, computed: [figure] };
  }
  if (cells.length > 2) return refused('要比较的多于一对，无法算差或倍数。');
  if (kind === 'multiple') {
    if (scaled(second) === 0) return refused('除数为零，无法计算。');
    const figure = `${Number((scaled(first) / scaled(second)).toFixed(MULTIPLE_DECIMALS))}倍`;
    return {
      text: `${first.name}是${second.name}的${rough}${figure}（${first.surface}÷${second.surface}）。`,
      names,
      computed: [figure],
    };
  }
  const difference = scaled(first) - scaled(second);
  const unit = first.unit === '%' ? '个百分点' : null;
  const figure = unit
    ? `${Number(Math.abs(difference).toFixed(MAX_DECIMALS))}${unit}`
    : asFigure(Math.abs(difference), [first, second]);
  if (difference === 0) return { text: `${first.name}、${second.name}相同：${first.surface}。`, names, computed: [] };
  const more = difference > 0 ? '多' : '少';
  return {
    text: `${first.name}比${second.name}${more}${rough}${figure}（由所引数字相减）。`,
    names,
    computed: [figure],
  };
}
