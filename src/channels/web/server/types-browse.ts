// The JSON of reading and browsing: reports, districts, figures, charts, search. Types alone.
import type {
  DistrictLine,
  FactLine,
  FoundPassage,
  Heading,
  Point,
  ReadSentence,
  Series,
  TopicLine,
} from '../../../chat/browse/views.ts';
import type { DocumentJson } from './types-asking.ts';

export type { FactSort, ReadSentence as SentenceJson } from '../../../chat/browse/views.ts';

/** What a view tells of a report, with the report's id as programs outside know it: a text. */
type Plain<View extends { readonly report: string }> = Omit<View, 'report'> & { readonly report: string };

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

/** `GET /api/reports/ID`. Offsets count UTF-16 units of `text`. */
export interface ReportJson {
  readonly meta: DocumentJson & { readonly inferred: readonly string[] };
  readonly text: string;
  readonly outline: readonly Heading[];
  readonly sentences: readonly ReadSentence[];
}

/** `GET /api/districts`: full and short name, how much is held. */
export interface DistrictsJson {
  readonly districts: readonly DistrictLine[];
}

/** `GET /api/topics`: names of topics, as `/topic NAME` takes them, with the number of reports that speak of each; most spoken of first. */
export interface TopicsJson {
  readonly topics: readonly TopicLine[];
}

/** A figure and where it stands. */
export type FactJson = Plain<FactLine>;

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

/** A point of a chart, and where its figure stands. */
export type PointJson = Plain<Point>;

/**
 * `GET /api/series?indicator=&district=`: one indicator over years and districts, figures of whole districts in one unit (the most
 * frequent); one point a district and period, ordered by district, then period. Without `indicator`: no points, but
 * `charts`: indicators that have two or more points (of that district, where one is named), most points first; at most 60.
 */
export interface SeriesJson extends Omit<Series, 'points'> {
  readonly points: readonly PointJson[];
}

/** `GET /api/search?query=&top=` (top ≤ 50, default 10); `text` is the passage, ≤ 600 characters. */
export interface SearchJson {
  readonly hits: readonly Plain<FoundPassage>[];
}
