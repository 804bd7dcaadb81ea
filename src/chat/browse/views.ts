// The data of the browsing API: reports, figures, passages, as a page draws them. No logic; texts are plain text, offsets count UTF-16 units.
import type { Fact, ReportId, ReportMeta, SentenceRole } from '../../types.ts';

/** A report in a list. */
export interface ListedReport extends ReportMeta {
  readonly characters: number;
  readonly passages: number;
  readonly facts: number;
}

/** The ways in which a list of reports can be sorted. */
export const REPORT_SORTS = ['title', 'district', 'publishedOn', 'facts'] as const;

/** A way in which a list of reports can be sorted. */
export type ReportSort = (typeof REPORT_SORTS)[number];

/** Which reports are wanted. Absent: no matter. */
export interface ReportQuery {
  /** Stands in the title, the district, the publisher or the path. */
  readonly text: string;
  /** The beginning of the district's full name: a province, a city, or the district itself. */
  readonly region?: string | undefined;
  readonly year?: string | undefined;
  readonly publisher?: string | undefined;
  /** Absent: in the order of the index. */
  readonly sort?: ReportSort | undefined;
  readonly descending?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A value by which reports can be filtered, and how many of those that pass the other filters have it. */
export interface Facet {
  readonly value: string;
  readonly reports: number;
}

/** A part of the list of reports. */
export interface ReportPage {
  readonly reports: readonly ListedReport[];
  /** The number of all matches. */
  readonly total: number;
  /** Years of publication, latest first. */
  readonly years: readonly Facet[];
  /** Most frequent first. */
  readonly publishers: readonly Facet[];
}

/** A heading of a report; level 1 is the outermost. */
export interface Heading {
  readonly title: string;
  readonly level: number;
  readonly start: number;
}

/** A sentence of a report; `read` only where it differs from the slice of the text. */
export interface ReadSentence {
  readonly start: number;
  readonly end: number;
  readonly role: SentenceRole;
  readonly read?: string;
}

/** A report, opened. Sentences come in order and do not overlap; what lies between them is white space. */
export interface OpenReport {
  /** True if pictures of its pages can be shown. */
  readonly hasPages: boolean;
  readonly meta: ReportMeta;
  readonly text: string;
  readonly outline: readonly Heading[];
  readonly sentences: readonly ReadSentence[];
}

/** A district and how much is held on it. */
export interface DistrictLine {
  /** Full name. */
  readonly name: string;
  /** The shortest name that no other district in the list has: `泉山区`, `徐州市鼓楼区`. */
  readonly short: string;
  /** Empty where the name starts lower. */
  readonly province: string;
  /** Empty where there is none. */
  readonly city: string;
  readonly reports: number;
  readonly facts: number;
}

/** A topic and how many reports speak of it. */
export interface TopicLine {
  /** As `/topic NAME` takes it. */
  readonly name: string;
  readonly reports: number;
}

/** A figure with its words. */
export interface FactLine extends Omit<Fact, 'reportId' | 'passageNumber'> {
  readonly report: ReportId;
  readonly title: string;
  readonly quote: string;
}

/** The columns by which a fact table can be sorted. */
export const FACT_SORTS = ['district', 'indicator', 'period', 'value', 'unit', 'title'] as const;

/** The columns by which a fact table can be sorted. */
export type FactSort = (typeof FACT_SORTS)[number];

/** Which figures are wanted. Absent: no matter. */
export interface FactQuery {
  /** Full name. */
  readonly district?: string | undefined;
  readonly indicator?: string | undefined;
  /** A prefix: `2016` finds `2016-05` too. */
  readonly period?: string | undefined;
  /** Stands in the district, the subject, the indicator, the figure as written or the title. */
  readonly text?: string | undefined;
  /** Absent: in the order of the reports. */
  readonly sort?: FactSort | undefined;
  readonly descending?: boolean | undefined;
  readonly offset: number;
  readonly limit: number;
}

/** A part of the fact table, and what it can be filtered by. */
export interface FactPage {
  readonly facts: readonly FactLine[];
  /** The number of all matches. */
  readonly total: number;
  /** Indicators of the district, most frequent first. */
  readonly indicators: readonly string[];
  /** Years of the district, latest first. */
  readonly periods: readonly string[];
}

/** A passage that was found. */
export interface FoundPassage {
  readonly report: ReportId;
  readonly title: string;
  readonly heading: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly score: number;
  readonly text: string;
}

/** A line of one's own history. */
export interface PastLine {
  readonly id: string;
  readonly question: string;
  readonly at: Date;
  readonly status: 'answered' | 'refused';
  /** The direct answer, or why it was refused. */
  readonly short: string;
}
