// A row of a grid of figures: its cell as it is compared, how it is said, and what it is cited from.
import { districtNames, partsOf } from '../../lexicon/places/districts.ts';
import { divisions } from '../../lexicon/places/divisions.ts';
import type { Candidate } from '../../read/candidates.ts';
import { formatExtract } from '../../read/cut.ts';
import type { AnswerResources } from '../context.ts';
import type { Cell } from './cell.ts';
import type { NamedCell } from './grid.ts';
import { isOfPart, showCell } from './shown-cell.ts';

/** A row of the grid: its cell as it is compared, how it is said, and the sentences that state it. */
export interface Row extends NamedCell {
  readonly said: string;
  readonly supports: readonly [Candidate, ...Candidate[]];
}

/** The rows that hold a cell, and the names of those that hold none. */
export interface Rows {
  readonly rows: readonly Row[];
  readonly missing: readonly string[];
}

/** Returns the name of a district's row; with its city or municipality where districts of several bear the name (鼓楼区, 朝阳区). */
export function nameOf(district: string): string {
  const { display } = districtNames(district);
  const sharing = (divisions().byName.get(display) ?? []).filter(({ former }) => !former);
  const { city, province } = partsOf(district);
  const above = city || province;
  return sharing.length > 1 && !display.startsWith(above) ? above + display : display;
}

const YEAR_END = /^(\d{4})-12(?:-31)?$/;
/** Returns the time of a cell as it is compared: a year and its end are one. */
export const timeOf = (period: string | null): string | null => period?.replace(YEAR_END, '$1') ?? null;

/** Returns the row of a cell; null if its figure does not stand in its sentence as read, or is of a part of the district. */
export function rowOf(name: string, cell: Cell, resources: AnswerResources): Row | null {
  const shown = showCell(cell, resources);
  if (!shown || isOfPart(shown)) return null;
  const { measure, value, unit, isPlanned, isApproximate } = cell;
  const period = timeOf(cell.period);
  const { surface, window, candidate } = shown;
  const said = formatExtract({ value: surface, window });
  return { name, measure, value, unit, surface, period, isPlanned, isApproximate, said, supports: [candidate] };
}
