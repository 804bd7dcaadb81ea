// The tables of a generation's database, and rows ↔ nouns. One place, so that what is written is what is read.
import { readFileSync } from 'node:fs';
import type { ReportPages } from '../../pages.ts';
import type { Fact, Passage, ReportId, ReportMeta, Sentence, SentenceRole } from '../../types.ts';

/** Creates the tables of an empty database; `INDEXES` follow when they are filled. */
export const SCHEMA = readFileSync(new URL('schema.sql', import.meta.url), 'utf8');

/** Creates the indexes of a filled database. */
export const INDEXES = 'CREATE INDEX facts_of_district ON facts(district);';

/**
 * Copies reports [from, to) of the attached database `previous`, moved by the given numbers of rows, tables in this order.
 * Parameters: $from, $to (positions of reports), $reports, $passages, $facts (what is added to each number).
 */
export const COPIES = [
  `INSERT INTO reports SELECT position + $reports, id, path, title, district, publisher, published_on, kind, url, is_scanned, inferred, encoding,
     fingerprint, text_hash, signature, health, first_passage + $passages, passage_count, first_fact + $facts, fact_count, text, pages
     FROM previous.reports WHERE position >= $from AND position < $to ORDER BY position`,
  `INSERT INTO passages SELECT number + $passages, report_id, start, end, heading, sentences, embedded FROM previous.passages
     WHERE number >= (SELECT first_passage FROM previous.reports WHERE position = $from)
       AND number < (SELECT first_passage + passage_count FROM previous.reports WHERE position = $to - 1) ORDER BY number`,
  `INSERT INTO facts SELECT position + $facts, report_id, passage_number + $passages, start, end, district, subject,
     indicator, period, value, unit, surface, change_percent, is_planned, is_approximate FROM previous.facts
     WHERE position >= (SELECT first_fact FROM previous.reports WHERE position = $from)
       AND position < (SELECT first_fact + fact_count FROM previous.reports WHERE position = $to - 1) ORDER BY position`,
] as const;

/** Columns of a fact's row. */
export const FACT_COLUMNS =
  'report_id, passage_number, start, end, district, subject, indicator, period, value, unit, surface, change_percent, is_planned, is_approximate';

/** Facts of results whose district, subject, indicator, period and unit have more than one value. */
export const RIVAL_FACTS = `
  SELECT ${FACT_COLUMNS} FROM facts JOIN (
    SELECT district AS d, subject AS s, indicator AS i, period AS p, unit AS u FROM facts
    WHERE district IS NOT NULL AND period IS NOT NULL AND NOT is_planned AND NOT is_approximate
    GROUP BY d, s, i, p, u HAVING min(value) < max(value)
  ) ON district = d AND subject IS s AND indicator = i AND period = p AND unit = u
  WHERE NOT is_planned AND NOT is_approximate ORDER BY position
`;

/** Counts what must be none in a sound database: rows that the reports do not account for, and reports out of step with their rows. */
export const ROW_FLAWS = `
  SELECT ((SELECT count(*) FROM passages) <> (SELECT coalesce(sum(passage_count), 0) FROM reports))
       + ((SELECT count(*) FROM facts) <> (SELECT coalesce(sum(fact_count), 0) FROM reports))
       + (SELECT count(*) FROM reports r JOIN reports n ON n.position = r.position + 1
            WHERE n.first_passage <> r.first_passage + r.passage_count OR n.first_fact <> r.first_fact + r.fact_count)
       + (SELECT count(*) FROM reports r JOIN passages p ON p.number IN (r.first_passage, r.first_passage + r.passage_count - 1)
            WHERE r.passage_count > 0 AND p.report_id <> r.id)
       + (SELECT count(*) FROM facts f LEFT JOIN passages p ON p.number = f.passage_number
            WHERE p.report_id IS NOT f.report_id OR f.start < p.start OR f.end > p.end OR f.start >= f.end)
       AS flaws
`;

/** A report's row without its text. */
export interface ReportRow {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly district: string | null;
  readonly publisher: string | null;
  readonly published_on: string | null;
  readonly kind: string | null;
  readonly url: string | null;
  /** 0 or 1. */
  readonly is_scanned: number;
  readonly inferred: string;
  readonly first_passage: number;
  readonly passage_count: number;
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
  readonly subject: string | null;
  readonly indicator: string;
  readonly period: string | null;
  readonly value: number;
  readonly unit: string;
  readonly surface: string;
  readonly change_percent: number | null;
  /** 0 or 1. */
  readonly is_planned: number;
  /** 0 or 1. */
  readonly is_approximate: number;
}

type PackedBox = readonly [left: number, top: number, width: number, height: number];
type PackedPages = Pick<ReportPages, 'source' | 'fileHash' | 'ratios' | 'drawings'> & {
  readonly spans: readonly (readonly [start: number, end: number, page: number, ...PackedBox, confidence?: number])[];
};

/** Pages as JSON; null for none. */
export function packPages(pages: ReportPages | null): string | null {
  if (pages === null) return null;
  const spans = pages.spans.map(({ start, end, page, left, top, width, height, confidence }) => {
    const place = [start, end, page, left, top, width, height] as const;
    return confidence === undefined ? place : ([...place, confidence] as const);
  });
  return JSON.stringify({ ...pages, spans } satisfies PackedPages);
}

/** Returns packed pages as pages. */
export function pagesOf(packed: string): ReportPages {
  const { spans, ...file } = JSON.parse(packed) as PackedPages;
  return {
    ...file,
    spans: spans.map(([start, end, page, left, top, width, height, confidence]) => ({
      ...{ start, end, page, left, top, width, height },
      ...(confidence !== undefined && { confidence }),
    })),
  };
}

const ROLES: readonly SentenceRole[] = ['body', 'heading', 'boilerplate'];

/** [start relative to the passage, length, role, normalized text where it differs from the slice] */
type PackedSentence = readonly [start: number, length: number, role: number, read?: string];

/** Returns a report's row as a report's description. */
export function reportOf(row: ReportRow): ReportMeta {
  const { id, path, title, district, publisher, published_on: publishedOn, kind, url } = row;
  return {
    id: id as ReportId,
    path,
    title,
    district,
    publisher,
    publishedOn,
    kind,
    url,
    ...(row.is_scanned === 1 && { isScanned: true }),
    inferred: JSON.parse(row.inferred) as string[],
  };
}

/** Sentences of a passage as JSON; normalized texts are kept only where they differ from the source. */
export function packSentences(passage: Pick<Passage, 'start' | 'sentences'>, text: string): string {
  const packed = passage.sentences.map(({ start, end, role, read }): PackedSentence => {
    const place = [start - passage.start, end - start, ROLES.indexOf(role)] as const;
    return read === text.slice(start, end) ? place : [...place, read];
  });
  return JSON.stringify(packed);
}

/** Returns a passage's row and its report's text as a passage. */
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

/** Returns a fact's row as a fact. */
export function factOf(row: FactRow): Fact {
  const { report_id, passage_number, change_percent, is_planned, is_approximate, ...rest } = row;
  const place = { reportId: report_id as ReportId, passageNumber: passage_number };
  const marks = { isPlanned: is_planned === 1, isApproximate: is_approximate === 1 };
  return { ...rest, ...place, changePercent: change_percent, ...marks };
}
