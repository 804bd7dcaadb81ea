// The JSON of reading and browsing: reports, districts, figures, charts, search. Types alone.
import type { DocumentJson } from './types-asking.ts';

/** A report in the list. */
export interface ReportLineJson extends DocumentJson {
  readonly characters: number;
  readonly passages: number;
  readonly facts: number;
  /** Names of the fields that were inferred from the text. */
  readonly inferred: readonly string[];
}

/** `GET /api/reports?query=&offset=&limit=` (limit ≤ 500, the default); `total` counts what matches. */
export interface ReportsJson {
  readonly total: number;
  readonly reports: readonly ReportLineJson[];
}

/** A heading of a report; level 1 is the outermost. */
export interface HeadingJson {
  readonly title: string;
  readonly level: number;
  readonly start: number;
}

/** A sentence of a report; `read` only where it differs from the slice. Sentences come in order and do not overlap; gaps are white space. */
export interface SentenceJson {
  readonly start: number;
  readonly end: number;
  readonly role: 'body' | 'heading' | 'boilerplate';
  readonly read?: string;
}

/** `GET /api/reports/ID`. Offsets count UTF-16 units of `text`. */
export interface ReportJson {
  readonly meta: DocumentJson & { readonly inferred: readonly string[] };
  readonly text: string;
  readonly outline: readonly HeadingJson[];
  readonly sentences: readonly SentenceJson[];
}

/** `GET /api/districts`: full and short name, how much is held. */
export interface DistrictsJson {
  readonly districts: readonly {
    readonly name: string;
    readonly short: string;
    readonly reports: number;
    readonly facts: number;
  }[];
}

/** `GET /api/topics`: names of topics, as `/topic NAME` takes them, with the number of reports that speak of each; most spoken of first. */
export interface TopicsJson {
  readonly topics: readonly { readonly name: string; readonly reports: number }[];
}

/** A figure and where it stands. */
export interface FactJson {
  readonly report: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  readonly district: string | null;
  /** What in the district it is of, where not the district as a whole. */
  readonly subject: string | null;
  readonly indicator: string;
  readonly period: string | null;
  readonly value: number;
  readonly unit: string;
  /** The figure as written. */
  readonly surface: string;
  readonly changePercent: number | null;
  readonly isPlanned: boolean;
  readonly isApproximate: boolean;
}

/** What the fact table can be sorted by. */
export type FactSort = 'district' | 'indicator' | 'period' | 'value' | 'unit' | 'title';

/**
 * `GET /api/facts?district=&indicator=&period=&text=&sort=&descending=true&offset=&limit=` (limit ≤ 500, default 100). `district` and
 * `indicator` are exact, `period` a prefix (`2016`), `text` stands anywhere. `indicators` and `periods` are those of the district,
 * for filters: at most 500, most frequent (indicators) or latest (years) first. With `format=csv`: all rows that match, as a file.
 */
export interface FactsJson {
  readonly facts: readonly FactJson[];
  readonly total: number;
  readonly indicators: readonly string[];
  readonly periods: readonly string[];
}

/** A point of a chart. */
export interface PointJson {
  readonly district: string;
  readonly short: string;
  readonly period: string;
  readonly value: number;
  readonly unit: string;
  readonly surface: string;
  readonly isPlanned: boolean;
  /** Where the figure stands. */
  readonly report: string;
  readonly title: string;
  readonly start: number;
  readonly end: number;
}

/**
 * `GET /api/series?indicator=&district=`: one indicator over years and districts, figures of whole districts in one unit (the most
 * frequent); one point a district and period, ordered by district, then period. Without `indicator`: no points, but `charts`.
 */
export interface SeriesJson {
  readonly indicator: string;
  readonly unit: string;
  readonly points: readonly PointJson[];
  /** Indicators that have two or more points (of that district, where one is named), most points first; at most 60. */
  readonly charts: readonly { readonly indicator: string; readonly unit: string; readonly points: number }[];
}

/** `GET /api/search?query=&top=` (top ≤ 50, default 10). */
export interface SearchJson {
  readonly hits: readonly {
    readonly report: string;
    readonly title: string;
    readonly heading: readonly string[];
    readonly start: number;
    readonly end: number;
    readonly score: number;
    /** The passage, ≤ 600 characters. */
    readonly text: string;
  }[];
}
