// Cells: a figure of one district for one measure and one period, as the fact table holds it. A fact with a change is two cells.
import { isOfFamily, type Measure, measureOf } from '../../lexicon/words/indicators.ts';
import { isSameTime, periodCovers } from '../../text/periods.ts';
import { UNITS } from '../../text/units.ts';
import type { Fact } from '../../types.ts';

/** A figure of one district (or a part of it) for one measure and one period. */
export interface Cell {
  readonly district: string;
  readonly measure: Measure;
  readonly value: number;
  readonly unit: string;
  /** Canonical period; null: the report names none. */
  readonly period: string | null;
  readonly isPlanned: boolean;
  readonly isApproximate: boolean;
  /** The row of the fact table that it comes from. */
  readonly fact: Fact;
}

/** What is asked of a district: one measure, in one of some periods (none: any). */
export interface AskedCell {
  readonly measure: Measure;
  readonly periods: readonly string[];
  /** True if planned figures are asked for, false for those reached; null: both. Where only the other kind is held, it answers. */
  readonly isPlanAsked: boolean | null;
}

/** Cells of the standing asked for, where there are any and no period decides. */
function ofTheStanding(cells: readonly Cell[], { periods, isPlanAsked }: AskedCell): readonly Cell[] {
  const own = cells.filter(({ isPlanned }) => isPlanned === isPlanAsked);
  return periods.length > 0 || own.length === 0 ? cells : own;
}

/** True if a unit can carry a figure of a measure: a level in its own family, a change in percent. */
export function fitsUnit({ measure, unit }: Pick<Cell, 'measure' | 'unit'>): boolean {
  if (unit === '位' || unit === '名' || unit === '') return measure.indicator?.family === 'ratio' && unit === '';
  if (measure.aspect === 'change') return unit === '%' || unit === '个百分点';
  return measure.indicator === null || isOfFamily(unit, measure.indicator.family);
}

/** Returns the cells of a fact: its figure and, where it states one, its change; none without a district. */
export function cellsOf(fact: Fact): Cell[] {
  const { district, subject, indicator, changePercent } = fact;
  if (district === null) return [];
  const measure = measureOf((subject ?? '') + indicator);
  const { value, unit, period, isPlanned, isApproximate } = fact;
  const shared = { district, period, isPlanned, isApproximate, fact };
  const isChange = measure.aspect === 'change';
  const own: Cell = { ...shared, measure, value: isChange ? (changePercent ?? value) : value, unit };
  if (isChange || changePercent === null || unit === '%') return [own];
  return [own, { ...shared, measure: { ...measure, aspect: 'change' }, value: changePercent, unit: '%' }];
}

/** Units of one family in which things are counted alike: 88家 and 88个. */
const THINGS: ReadonlySet<string> = new Set(['firm', 'item', 'building']);

/** The family of a unit and its factor to the family's base; cells compare only within one family. */
export function scaleOf(unit: string): { readonly family: string; readonly factor: number } {
  const known = UNITS.get(unit);
  if (!known) return { family: unit, factor: 1 };
  return { family: THINGS.has(known.dimension) ? 'thing' : known.dimension, factor: known.factor };
}

/** Returns how well a cell's period answers the periods asked for: 3 the very one, 1 a part of it, 0 not. */
function periodFit(asked: readonly string[], period: string | null): 0 | 1 | 3 {
  if (asked.length === 0) return 3;
  if (period === null) return 0;
  if (asked.some((one) => isSameTime(one, period))) return 3;
  return asked.some((one) => periodCovers(one, period)) ? 1 : 0;
}

/** Those of the cells that come nearest to the name asked for: by its own words before by another name. */
function nearest(cells: readonly Cell[], { literal }: Measure): readonly Cell[] {
  const own = cells.filter(({ measure }) => measure.literal === literal);
  return own.length > 0 ? own : cells;
}

/** Returns the cells of some facts that hold a measure, in the periods asked for: of the very period, else of parts of it. */
export function cellsFor(facts: readonly Fact[], asked: AskedCell): readonly Cell[] {
  const { measure, periods } = asked;
  const held = facts
    .flatMap(cellsOf)
    .filter((cell) => cell.measure.key === measure.key && cell.measure.aspect === measure.aspect && fitsUnit(cell));
  const fit = Math.max(0, ...held.map(({ period }) => periodFit(periods, period)));
  if (fit === 0) return [];
  const fitting = held.filter(({ period }) => periodFit(periods, period) === fit);
  return nearest(ofTheStanding(fitting, asked), measure);
}

/** Returns the one cell that all cells agree with; null if they give different figures, or there is none. */
export function agreed(cells: readonly Cell[]): Cell | null {
  const [first, ...rest] = cells;
  if (!first) return null;
  const { family, factor } = scaleOf(first.unit);
  const isSame = (other: Cell): boolean => {
    const scale = scaleOf(other.unit);
    const [left, right] = [first.value * factor, other.value * scale.factor];
    return scale.family === family && Math.abs(left - right) <= 1e-9 * Math.max(Math.abs(left), Math.abs(right));
  };
  return rest.every(isSame) ? first : null;
}

/** Returns the measures of which facts hold a change, for where a question names none: 哪个增长慢. */
export function changesIn(facts: readonly Fact[]): readonly Measure[] {
  return facts.flatMap(cellsOf).flatMap(({ measure }) => (measure.aspect === 'change' ? [measure] : []));
}
