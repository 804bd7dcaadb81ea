// Documents put together from what reports say: charts, briefs, comparisons, drafts. Data only: no behaviour.
import type { ReportId } from './types.ts';

/** A point of a chart and where its figure stands. */
export interface ChartPoint {
  /** Full name. */
  readonly district: string;
  /** Canonical; a year and its end are one. Null: the report names no time. */
  readonly period: string | null;
  /** In the unit of the series. */
  readonly value: number;
  readonly surface: string;
  readonly isPlanned: boolean;
  readonly isApproximate: boolean;
  /** True if another report, or another sentence, gives another figure for the same district and time. */
  readonly isDisputed: boolean;
  readonly report: ReportId;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/** An indicator of which there is a chart. */
export interface ChartName {
  readonly indicator: string;
  readonly unit: string;
  /** Number of values. */
  readonly points: number;
  readonly districts: number;
  /** True if the dictionary of indicators holds it; false: it is named alike in the reports. */
  readonly isKnown: boolean;
}

/** One indicator over years and districts, in one unit; and the indicators of which there is such a chart. */
export interface Series {
  readonly indicator: string;
  readonly unit: string;
  /** True if values of districts add up, so that each has a share of the whole. */
  readonly isAdditive: boolean;
  /** Ordered by district, then period. */
  readonly points: readonly ChartPoint[];
  readonly charts: readonly ChartName[];
}

/** Which chart is wanted. */
export interface SeriesQuery {
  /** Any name of the indicator; absent: no points, but the list of charts. */
  readonly indicator?: string | undefined;
  /** Full name; absent: all districts. */
  readonly district?: string | undefined;
}
