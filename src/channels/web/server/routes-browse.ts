// Reading and browsing: reports, districts, topics, figures, charts, search.
import { z } from 'zod';
import { FACT_SORTS } from '../../../chat/browse/views.ts';
import { factsCsv } from './csv.ts';
import { documentJson } from './draw.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { asFile, found, json } from './http.ts';
import type { WebParts } from './parts.ts';
import * as schema from './schemas.ts';

const MOST_ROWS = 500;
const MOST_FILE_ROWS = 100_000;

const name = z.string().max(200);
const offset = z.coerce.number().int().min(0).max(1_000_000).default(0);
const limit = z.coerce.number().int().min(1).max(MOST_ROWS).default(100);
const factQuery = z.object({
  district: name.optional(),
  indicator: name.optional(),
  period: name.optional(),
  text: name.optional(),
  sort: z.enum(FACT_SORTS).optional(),
  descending: z.enum(['true', 'false']).optional(),
  offset,
  limit,
  format: z.enum(['json', 'csv']).default('json'),
});

/** The endpoints of reading and browsing. */
export function readingEndpoints(parts: WebParts): Endpoint[] {
  return [...reports(parts), ...overviews(parts), ...figures(parts)];
}

function reports({ conversation: { reading } }: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/api/reports',
      summary: 'The reports that are indexed',
      query: z.object({ query: name.default(''), offset, limit: limit.default(MOST_ROWS) }),
      output: schema.reports,
      handle: async ({ visit, query: { query, ...part } }) =>
        found(await reading.reports(visit.setting, { text: query, ...part }), ({ reports, total }) =>
          json({
            total,
            reports: reports.map((report) => {
              const { characters, passages, facts, inferred } = report;
              return { ...documentJson(report), characters, passages, facts, inferred };
            }),
          }),
        ),
    }),
    endpoint({
      method: 'get',
      path: '/api/reports/:id',
      summary: 'A report: its text, outline and sentences; offsets count UTF-16 units',
      output: schema.report,
      handle: async ({ visit, id }) =>
        found(await reading.report(visit.setting, id), ({ meta, ...report }) =>
          json({ meta: { ...documentJson(meta), inferred: meta.inferred }, ...report }),
        ),
    }),
  ];
}

function overviews({ conversation: { reading } }: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/api/districts',
      summary: 'The districts on which there are reports',
      output: schema.districts,
      handle: async ({ visit }) => found(await reading.districts(visit.setting), (districts) => json({ districts })),
    }),
    endpoint({
      method: 'get',
      path: '/api/topics',
      summary: 'Topics of which reports speak',
      output: schema.topics,
      handle: async ({ visit }) => found(await reading.topics(visit.setting), (topics) => json({ topics })),
    }),
    endpoint({
      method: 'get',
      path: '/api/search',
      summary: 'The passages behind an answer, best first',
      query: z.object({ query: z.string().min(1).max(1_000), top: z.coerce.number().int().min(1).max(50).default(10) }),
      output: schema.search,
      handle: async ({ visit, query: { query, top } }) =>
        found(await reading.search(visit.setting, { text: query, count: top }), (hits) => json({ hits })),
    }),
  ];
}

function figures({ conversation: { reading } }: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/api/facts',
      summary: 'The figures that the reports state; with format=csv all that match, as a file',
      query: factQuery,
      output: schema.facts,
      handle: async ({ visit, query: { format, descending, ...query } }) => {
        const isFile = format === 'csv';
        const part = isFile ? { offset: 0, limit: MOST_FILE_ROWS } : {};
        const wanted = { ...query, ...part, descending: descending === 'true' };
        return found(await reading.facts(visit.setting, wanted), (page) => {
          if (!isFile) return json(page);
          const headers = { 'content-type': 'text/csv; charset=utf-8', ...asFile('facts.csv') };
          return new Response(factsCsv(page.facts, visit.setting.speaker.language), { headers });
        });
      },
    }),
    endpoint({
      method: 'get',
      path: '/api/series',
      summary: 'One indicator over years and districts, for a chart',
      query: z.object({ indicator: name.optional(), district: name.optional() }),
      output: schema.series,
      handle: async ({ visit, query }) => found(await reading.series(visit.setting, query), (series) => json(series)),
    }),
  ];
}
