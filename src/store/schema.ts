// The tables of a generation's database, and rows ↔ nouns. One place, so that what is written is what is read.
import type { Fact, Passage, ReportId, ReportMeta, Sentence, SentenceRole } from '../types.ts';

/** Creates the tables of an empty database. */
export const SCHEMA = `
  CREATE TABLE reports (
    position INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, path TEXT NOT NULL, title TEXT NOT NULL, district TEXT, publisher TEXT,
    published_on TEXT, url TEXT, inferred TEXT NOT NULL, encoding TEXT NOT NULL, fingerprint TEXT NOT NULL, health TEXT NOT NULL,
    text TEXT NOT NULL
  ) STRICT;
  CREATE TABLE passages (
    number INTEGER PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports(id), start INTEGER NOT NULL, end INTEGER NOT NULL,
    heading TEXT NOT NULL, sentences TEXT NOT NULL
  ) STRICT;
  CREATE INDEX passages_of_report ON passages(report_id);
  CREATE TABLE facts (
    position INTEGER PRIMARY KEY, report_id TEXT NOT NULL REFERENCES reports(id), passage_number INTEGER NOT NULL REFERENCES passages(number),
    start INTEGER NOT NULL, end INTEGER NOT NULL, district TEXT, indicator TEXT NOT NULL, period TEXT, value REAL NOT NULL,
    unit TEXT NOT NULL, surface TEXT NOT NULL, change_percent REAL
  ) STRICT;
  CREATE INDEX facts_of_district ON facts(district);
`;

/** A report's row without its text. */
export interface ReportRow {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly district: string | null;
  readonly publisher: string | null;
  readonly published_on: string | null;
  readonly url: string | null;
  readonly inferred: string;
}

/** A passage's row: heading and sentences as JSON. */
export interface PassageRow {
  readonly number: number;
  readonly report_id: string;
  readonly start: number;
  readonly end: number;
  readonly heading: string;
  readonly sentences: string;
}

/** A fact's row. */
export interface FactRow {
  readonly report_id: string;
  readonly passage_number: number;
  readonly start: number;
  readonly end: number;
  readonly district: string | null;
  readonly indicator: string;
  readonly period: string | null;
  readonly value: number;
  readonly unit: string;
  readonly surface: string;
  readonly change_percent: number | null;
}

const ROLES: readonly SentenceRole[] = ['body', 'heading', 'boilerplate'];

/** [start relative to the passage, length, role, reading where it differs from the slice] */
type PackedSentence = readonly [start: number, length: number, role: number, read?: string];

/** A report's row as a report's description. */
export function reportOf(row: ReportRow): ReportMeta {
  const { id, path, title, district, publisher, published_on: publishedOn, url } = row;
  return {
    id: id as ReportId,
    path,
    title,
    district,
    publisher,
    publishedOn,
    url,
    inferred: JSON.parse(row.inferred) as string[],
  };
}

/** Sentences of a passage as JSON; readings are kept only where they differ from the source. */
export function packSentences(passage: Pick<Passage, 'start' | 'sentences'>, text: string): string {
  const packed = passage.sentences.map(({ start, end, role, read }): PackedSentence => {
    const place = [start - passage.start, end - start, ROLES.indexOf(role)] as const;
    return read === text.slice(start, end) ? place : [...place, read];
  });
  return JSON.stringify(packed);
}

/** A passage's row and its report's text as a passage. */
export function passageOf(row: PassageRow, text: string): Passage {
  const packed = JSON.parse(row.sentences) as PackedSentence[];
  const sentences = packed.map(([offset, length, role, read]): Sentence => {
    const start = row.start + offset;
    return { start, end: start + length, role: ROLES[role] ?? 'body', read: read ?? text.slice(start, start + length) };
  });
  const heading = JSON.parse(row.heading) as string[];
  return {
    number: row.number,
    reportId: row.report_id as ReportId,
    start: row.start,
    end: row.end,
    heading,
    sentences,
  };
}

/** A fact's row as a fact. */
export function factOf(row: FactRow): Fact {
  const { report_id, passage_number, change_percent, ...rest } = row;
  return { ...rest, reportId: report_id as ReportId, passageNumber: passage_number, changePercent: change_percent };
}
