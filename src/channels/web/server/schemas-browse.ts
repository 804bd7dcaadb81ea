// The JSON of browsing: reports, districts, topics, figures, charts, search. Offsets count UTF-16 units of a report's text.
import { z } from '@hono/zod-openapi';
import { FACT_SORTS, REPORT_SORTS } from '../../../chat/browse/views.ts';
import { count, document, list, text, textOrNull } from './schemas.ts';

/** A sort key of the fact table. */
export const factSort = z.enum(FACT_SORTS);

/** Names of the fields that were inferred from the text. */
const inferred = list(text);
const reportLine = document
  .extend({ characters: count, passages: count, facts: count, inferred })
  .openapi('ReportLine');
/** JSON of a report in the list. */
export type ReportLineJson = z.infer<typeof reportLine>;

/** A sort key of the list of reports. */
export const reportSort = z.enum(REPORT_SORTS);

const facet = z.object({ value: text, reports: count });
/** JSON of a value by which reports can be filtered. */
export type FacetJson = z.infer<typeof facet>;

/** `GET /api/reports`; `total` counts what matches, a facet what passes the other filters. */
export const reports = z
  .object({ total: count, reports: list(reportLine), years: list(facet), publishers: list(facet) })
  .openapi('Reports');
/** JSON of `GET /api/reports`. */
export type ReportsJson = z.infer<typeof reports>;

const sentence = z.object({
  start: count,
  end: count,
  role: z.enum(['body', 'heading', 'boilerplate']),
  /** The normalized text, only if it differs from the original. */
  read: text.optional(),
});
/** JSON of a sentence of a report. */
export type SentenceJson = z.infer<typeof sentence>;

/** `GET /api/reports/ID`. */
export const report = z
  .object({
    meta: document.extend({ inferred }),
    /** True: `GET /api/reports/ID/pages` tells where its text stands on the pages of its file. */
    hasPages: z.boolean(),
    text,
    outline: list(z.object({ title: text, level: z.number().int().min(1), start: count })),
    sentences: list(sentence),
  })
  .openapi('Report');
/** JSON of `GET /api/reports/ID`. */
export type ReportJson = z.infer<typeof report>;

const share = z.number().min(0).max(1);
const box = z.object({ left: share, top: share, width: share, height: share });

/**
 * `GET /api/reports/ID/pages?from=&to=`: the pages of a report's file and where the words of [from, to) stand, in shares of a page's
 * width and height. `pdf`: draw the file (`…/original`); `picture`: `…/pages/N` is a JPEG; `ofd`: `…/pages/N` is a drawing.
 */
export const pages = z
  .object({
    source: z.enum(['pdf', 'ofd', 'picture']),
    /** Width ÷ height of each page. */
    ratios: list(z.number()),
    spans: list(box.extend({ start: count, end: count, page: z.number().int().min(1), confidence: share.optional() })),
    /** Folder of the program that draws PDF files in a browser. */
    viewer: text,
  })
  .openapi('Pages');
/** JSON of the pages of a report. */
export type PagesJson = z.infer<typeof pages>;

/** `GET /api/reports/ID/pages/N` of an OFD file: texts with their boxes, rules as boxes without a height or a width. */
export const drawing = z.object({ texts: list(box.extend({ text })), rules: list(box) }).openapi('Drawing');
/** JSON of a page of an OFD file. */
export type DrawingJson = z.infer<typeof drawing>;

const districtLine = z.object({ name: text, short: text, province: text, city: text, reports: count, facts: count });
/** JSON of a district. */
export type DistrictLineJson = z.infer<typeof districtLine>;

/** `GET /api/districts`: full name, its parts, the shortest name that no other has, how much is indexed. */
export const districts = z.object({ districts: list(districtLine) }).openapi('Districts');
/** JSON of `GET /api/districts`. */
export type DistrictsJson = z.infer<typeof districts>;

/** `GET /api/topics`: names of topics, as `/topic NAME` takes them, with the number of reports on each; most first. */
export const topics = z.object({ topics: list(z.object({ name: text, reports: count })) }).openapi('Topics');
/** JSON of `GET /api/topics`. */
export type TopicsJson = z.infer<typeof topics>;

const span = z.object({ report: text, title: text, start: count, end: count });
const fact = span
  .extend({
    quote: text,
    district: textOrNull,
    subject: textOrNull,
    indicator: text,
    period: textOrNull,
    value: z.number(),
    unit: text,
    surface: text,
    changePercent: z.number().nullable(),
    isPlanned: z.boolean(),
    isApproximate: z.boolean(),
  })
  .openapi('Fact');
/** JSON of a figure and where it stands. */
export type FactJson = z.infer<typeof fact>;

/**
 * `GET /api/facts`: `district` and `indicator` are exact, `period` is a prefix (`2016`), `text` stands anywhere. `indicators` and
 * `periods` are those of the district, for filters: at most 500, most frequent (indicators) or latest (years) first.
 */
export const facts = z
  .object({ facts: list(fact), total: count, indicators: list(text), periods: list(text) })
  .openapi('Facts');
/** JSON of `GET /api/facts`. */
export type FactsJson = z.infer<typeof facts>;

const point = span
  .extend({
    district: text,
    period: textOrNull,
    value: z.number(),
    surface: text,
    isPlanned: z.boolean(),
    isApproximate: z.boolean(),
    isDisputed: z.boolean(),
  })
  .openapi('Point');
/** JSON of a point of a chart, and where its figure stands. */
export type PointJson = z.infer<typeof point>;

/**
 * `GET /api/series`: one indicator over years and districts, figures of whole districts in one unit (the most frequent), ordered by
 * district, then period; figures that contradict each other are points of their own (`isDisputed`). `charts`: the indicators that
 * have two or more values (of that district, where one is named), those of the dictionary of indicators first; at most 500.
 */
export const series = z
  .object({
    indicator: text,
    unit: text,
    isAdditive: z.boolean(),
    points: list(point),
    charts: list(z.object({ indicator: text, unit: text, points: count, districts: count, isKnown: z.boolean() })),
  })
  .openapi('Series');
/** JSON of `GET /api/series`. */
export type SeriesJson = z.infer<typeof series>;

/** `GET /api/search`: passages, best first; `text` is cut at 600 characters. */
export const search = z
  .object({ hits: list(span.extend({ heading: list(text), score: z.number(), text })) })
  .openapi('Search');
/** JSON of `GET /api/search`. */
export type SearchJson = z.infer<typeof search>;
