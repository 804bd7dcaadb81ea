// What is compared, and what is said of it: cells under the names of their rows, and a verdict. It compares nothing.
import type { Measure } from '../../lexicon/words/indicators.ts';
import { scaleOf } from './cell.ts';

/** A cell as it is compared: under the name of its row (a district or a period). */
export interface NamedCell {
  readonly name: string;
  readonly measure: Pick<Measure, 'key' | 'aspect'>;
  readonly value: number;
  readonly unit: string;
  readonly surface: string;
  /** Null: unknown. Rows that are periods have none to compare. */
  readonly period: string | null;
  readonly isPlanned: boolean;
  readonly isApproximate: boolean;
}

/** What is said of the cells. */
export interface Verdict {
  readonly text: string;
  /** Names of the rows that the verdict is about, in its order; empty where nothing is decided. */
  readonly names: readonly string[];
  /** Figures of the text that code computed, or that the question stated. */
  readonly computed: readonly string[];
}

/** The cells of the rows that hold one, and the names of the rows that hold none. */
export interface Grid {
  readonly cells: readonly NamedCell[];
  readonly missing: readonly string[];
  /** True if the rows are periods of one district. */
  readonly isOverPeriods: boolean;
  /** Number of rows that the question counts (三个区); null: not said. */
  readonly count: number | null;
}

/** Returns the value of a cell in the base of its unit family. */
export const scaled = ({ value, unit }: Pick<NamedCell, 'value' | 'unit'>): number => value * scaleOf(unit).factor;
/** Returns a verdict that says why there is none. */
export const refused = (text: string): Verdict => ({ text, names: [], computed: [] });
