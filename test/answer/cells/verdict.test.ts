// The law of verdicts: whatever is said of cells is what they prove.
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { scaleOf } from '../../../src/answer/cells/cell.ts';
import type { Grid, NamedCell, Verdict } from '../../../src/answer/cells/grid.ts';
import type { Statistic } from '../../../src/answer/cells/statistic.ts';
import { judge } from '../../../src/answer/cells/verdict.ts';
import { findQuantities, type Quantity } from '../../../src/text/numbers.ts';

const UNITS = ['家', '个', '%', '元', '美元', '亩', '公顷'] as const;
const WAYS = [
  { sign: 1, word: '多' },
  { sign: -1, word: '少' },
  { sign: 1, word: '高' },
  { sign: -1, word: '慢' },
] as const;

const cell = (unit: fc.Arbitrary<string>) =>
  fc.record({
    key: fc.constantFrom('企业', '企业', '企业', '产值'),
    value: fc.integer({ min: 0, max: 40 }),
    unit,
    period: fc.constantFrom('2023', '2023', '2023', '2024', null),
    isPlanned: fc.constantFrom(false, false, false, true),
    isApproximate: fc.constantFrom(false, false, false, true),
  });

const named = (
  {
    key,
    ...rest
  }: { key: string; value: number; unit: string } & Pick<NamedCell, 'period' | 'isPlanned' | 'isApproximate'>,
  index: number,
): NamedCell => ({
  ...rest,
  name: `${'甲乙丙丁戊己'[index]}区`,
  measure: { key, aspect: 'level' },
  surface: `${rest.value}${rest.unit}`,
});

const cells = fc.oneof(
  fc.array(cell(fc.constantFrom(...UNITS)), { maxLength: 6 }),
  fc.constantFrom(...UNITS).chain((unit) => fc.array(cell(fc.constant(unit)), { maxLength: 6 })),
  fc
    .constantFrom(...UNITS)
    .chain((unit) =>
      fc
        .array(cell(fc.constant(unit)), { minLength: 2, maxLength: 6 })
        .map((all) => all.map((one) => ({ ...one, key: '企业', period: '2023', isPlanned: false }))),
    ),
);
const grids: fc.Arbitrary<Grid> = fc.record({
  cells: cells.map((all) => all.map(named)),
  missing: fc.constantFrom([], [], ['庚区']),
  isOverPeriods: fc.constant(false),
  count: fc.constantFrom(null, null, 3),
});
const bound = (value: number): Quantity => ({
  start: 0,
  end: 0,
  surface: `${value}家`,
  value,
  unit: '家',
  approximate: false,
  kind: 'count',
});
const statistics: fc.Arbitrary<Statistic> = fc.oneof(
  fc.record({
    kind: fc.constant('rank' as const),
    direction: fc.constantFrom(...WAYS),
    rank: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: fc.constantFrom('order' as const, 'compared' as const), direction: fc.constantFrom(...WAYS) }),
  fc.record({
    kind: fc.constant('bound' as const),
    low: fc.integer({ max: 40, min: 0 }).map(bound),
    high: fc.constant(null),
    includesEnds: fc.boolean(),
  }),
  fc.record({
    kind: fc.constantFrom(
      'sum' as const,
      'average' as const,
      'difference' as const,
      'multiple' as const,
      'share' as const,
    ),
  }),
);

const baseValue = ({ value, unit }: NamedCell): number => value * scaleOf(unit).factor;
const isDecided = ({ names, computed }: Verdict): boolean => names.length > 0 || computed.length > 0;

function areComparable(grid: Grid): boolean {
  const count = (of: (one: NamedCell) => unknown): number => new Set(grid.cells.map(of)).size;
  return [
    count((one) => one.measure.key),
    count((one) => scaleOf(one.unit).family),
    count((one) => one.period),
    count((one) => one.isPlanned),
  ].every((each) => each <= 1);
}

test('no verdict over cells of two indicators, unit families, periods, or of plans beside results', () => {
  void fc.assert(
    fc.property(grids, statistics, (grid, statistic) => {
      if (!areComparable(grid)) expect(isDecided(judge(grid, { statistic }))).toBe(false);
    }),
  );
});

test('the first by a direction is behind no other cell; the nth has n − 1 ahead of it', () => {
  void fc.assert(
    fc.property(grids, statistics, (grid, statistic) => {
      const { names, text } = judge(grid, { statistic });
      if ((statistic.kind !== 'rank' && statistic.kind !== 'compared') || names.length === 0) return;
      const { sign, word } = statistic.direction;
      const of = grid.cells.filter(({ name }) => names.includes(name));
      const ahead = grid.cells.filter((one) => of.every((other) => sign * (baseValue(one) - baseValue(other)) > 1e-9));
      expect(of.map(({ name }) => name).sort()).toEqual([...names].sort());
      if (text.includes(`最${word}`) || text.includes(`更${word}`)) expect(ahead).toEqual([]);
      else expect(text).toContain(`第${'零一二三四五六'[ahead.length + 1]}${word}`);
    }),
  );
});

test('an order is in order', () => {
  void fc.assert(
    fc.property(grids, statistics, (grid, statistic) => {
      const { names } = judge(grid, { statistic });
      if (statistic.kind !== 'order' || names.length === 0) return;
      const values = names.map((name) => baseValue(grid.cells.find((one) => one.name === name) as NamedCell));
      expect(values).toEqual([...values].sort((a, b) => statistic.direction.sign * (b - a)));
    }),
  );
});

test('those that meet a bound meet it, and no other does', () => {
  void fc.assert(
    fc.property(grids, statistics, (grid, statistic) => {
      const verdict = judge(grid, { statistic });
      if (statistic.kind !== 'bound' || !isDecided(verdict)) return;
      const low = statistic.low?.value ?? 0;
      const meets = (one: NamedCell) => (statistic.includesEnds ? baseValue(one) >= low : baseValue(one) > low);
      expect(verdict.names).toEqual(grid.cells.filter(meets).map(({ name }) => name));
    }),
  );
});

test('every figure that is said is a cell’s, the question’s, or what the cells come to', () => {
  void fc.assert(
    fc.property(grids, statistics, (grid, statistic) => {
      const { text, computed } = judge(grid, { statistic });
      const known = [...computed, ...grid.cells.map(({ surface }) => surface)];
      const unknown = findQuantities(text).filter(
        ({ surface, kind }) => kind !== 'ordinal' && !known.includes(surface) && !/^\d+项$/.test(surface),
      );
      expect(unknown.map(({ surface }) => surface)).toEqual([]);
      if (statistic.kind !== 'sum' || computed.length === 0) return;
      const sum = grid.cells.reduce((total, one) => total + baseValue(one), 0);
      const [figure] = findQuantities(computed[0] ?? '');
      expect((figure?.value ?? 0) * scaleOf(figure?.unit ?? '').factor).toBeCloseTo(sum, 3);
    }),
  );
});

test('nothing is summed or compared while a district is missing', () => {
  void fc.assert(
    fc.property(grids, statistics, (grid, statistic) => {
      if (grid.missing.length === 0 || ['rank', 'order', 'bound'].includes(statistic.kind)) return;
      expect(isDecided(judge(grid, { statistic }))).toBe(false);
    }),
  );
});
