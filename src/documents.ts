// Documents put together from what reports say: charts, briefs, comparisons, drafts. Data only: no behaviour.
import type { Citation, ReportId, ReportMeta } from './types.ts';

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

/** A line of a brief: words of a report with the citations (by number) that carry them. */
export interface BriefLine {
  /** The report's own heading or lead of the point; null: none. */
  readonly label: string | null;
  readonly text: string;
  /** True if it tells what came of something. */
  readonly isResult: boolean;
  readonly citations: readonly [number, ...number[]];
}

/** Lines under a heading of the report; null: under none. */
export interface BriefTheme {
  readonly title: string | null;
  readonly lines: readonly BriefLine[];
}

/** A key figure. */
export interface BriefFigure {
  /** Full name. */
  readonly district: string | null;
  /** What in the district the figure is of; null: the district. */
  readonly subject: string | null;
  readonly indicator: string;
  /** As written, with what makes it rough (近, 以上). */
  readonly surface: string;
  readonly value: number;
  readonly unit: string;
  /** Canonical; null: the report names none. */
  readonly period: string | null;
  readonly changePercent: number | null;
  readonly isPlanned: boolean;
  readonly citations: readonly [number, ...number[]];
}

/** Statements on one thing that can not all be right. */
export interface Contradiction {
  readonly about: string;
  readonly period: string | null;
  readonly lines: readonly BriefLine[];
}

/** What a brief is of. */
export type BriefSubject =
  | { readonly kind: 'district'; readonly district: string }
  | { readonly kind: 'report'; readonly report: ReportId }
  | { readonly kind: 'topic'; readonly topic: string; readonly districts: readonly string[] };

/** How long a brief is to be: at most so many characters of lines; or its figures alone. */
export type BriefLength = number | 'figures';

/** A brief: what reports say of a district, of a topic, or what one report says; every line cited. */
export interface Brief {
  readonly subject: BriefSubject;
  readonly length: BriefLength;
  readonly reports: readonly ReportMeta[];
  readonly overview: readonly BriefLine[];
  readonly figures: readonly BriefFigure[];
  /** Practices, under the headings of the report; of a topic, under the districts. */
  readonly practices: readonly BriefTheme[];
  readonly results: readonly BriefLine[];
  readonly problems: readonly BriefLine[];
  readonly plans: readonly BriefLine[];
  readonly contradictions: readonly Contradiction[];
  readonly citations: readonly Citation[];
}

/** Which brief is wanted. */
export interface BriefQuery {
  readonly subject: BriefSubject;
  readonly length: BriefLength;
  /** The reports that it is limited to; absent: all. */
  readonly within?: ReadonlySet<ReportId> | undefined;
}

/** A column of a comparison: an indicator by its name, or what is told. */
export type ComparisonColumn =
  | { readonly kind: 'figure'; readonly indicator: string }
  | { readonly kind: 'practices' | 'results' | 'problems' | 'plans' };

/** A cell of a comparison; without lines nothing was found. */
export interface ComparisonCell {
  /** Of a column of figures: each figure with its canonical period as its label. */
  readonly lines: readonly BriefLine[];
  /** The figure of a column of figures, if it is the only one. */
  readonly figure: BriefFigure | null;
}

/** Which comparison is wanted. */
export interface ComparisonQuery {
  /** Full names. */
  readonly districts: readonly string[];
  /** Absent or empty: all that reports tell. */
  readonly topic?: string | undefined;
  /** Absent: the indicators that most of the districts have, then what is told. */
  readonly columns?: readonly ComparisonColumn[] | undefined;
  /** The reports that it is limited to; absent: all. */
  readonly within?: ReadonlySet<ReportId> | undefined;
}

/** Districts side by side. */
export interface Comparison {
  readonly districts: readonly string[];
  readonly topic: string;
  readonly columns: readonly ComparisonColumn[];
  /** One a district, of one cell a column. */
  readonly rows: readonly (readonly ComparisonCell[])[];
  readonly citations: readonly Citation[];
}

/** A cell of a table of a document, with the numbers of its citations. */
export interface DocumentCell {
  readonly text: string;
  /** The figure as a number, for spreadsheets; null: it is none. */
  readonly value: number | null;
  readonly unit: string | null;
  readonly citations: readonly number[];
}

/** A table of a document; the first cell of a row heads it. */
export interface DocumentTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly DocumentCell[])[];
}

/** A paragraph of a document. */
export interface DocumentLine {
  readonly label: string | null;
  readonly text: string;
  readonly citations: readonly number[];
  /** Present: no sentence of a report carries it; what to say of that. */
  readonly mark?: string;
}

/** A section of a document. */
export interface DocumentSection {
  readonly title: string;
  readonly level: 1 | 2;
  readonly lines: readonly DocumentLine[];
  readonly table: DocumentTable | null;
}

/** Any document as it is shown, printed and exported: headings, paragraphs and tables, with numbered citations. */
export interface CitedDocument {
  readonly title: string;
  /** What it was made of, and when: lines below the title. */
  readonly about: readonly string[];
  readonly sections: readonly DocumentSection[];
  readonly citations: readonly Citation[];
}

/** The sections of a brief that a draft follows. */
export type DraftSection = 'overview' | 'figures' | 'practices' | 'results' | 'problems' | 'plans';

/** A sentence of a draft. */
export interface DraftSentence {
  readonly section: DraftSection;
  readonly text: string;
  /** The citations of the brief that carry it; none: it is not from the reports. */
  readonly citations: readonly number[];
}

/** A text that a language model wrote from a brief: a document, no answer. */
export interface Draft {
  readonly brief: Brief;
  readonly sentences: readonly DraftSentence[];
}
