// Browsing: reports, districts, topics, figures, charts, search.
import { z } from '@hono/zod-openapi';
import { factsCsv } from '../../../chat/export/facts-csv.ts';
import { MEDIA_TYPES } from '../../../chat/export/notes.ts';
import { documentJson } from '../../../chat/json.ts';
import { type Api, byId, CSV, gives, parameter, route } from './api.ts';
import { attachment, unwrap } from './http.ts';
import type { WebParts } from './parts.ts';
import * as schema from './schemas-browse.ts';

const MAX_ROWS = 500;
const MAX_FILE_ROWS = 100_000;

const name = z.string().max(200);
const filter = parameter(name.optional());
const offset = parameter(z.coerce.number().int().min(0).max(1_000_000).default(0)).openapi({ type: 'integer' });
const limit = z.coerce.number().int().min(1).max(MAX_ROWS);

/** Adds the routes of browsing. */
export function addBrowseRoutes(api: Api, parts: WebParts): void {
  addReportRoutes(api, parts);
  addOverviewRoutes(api, parts);
  addFigureRoutes(api, parts);
}

function addReportRoutes(api: Api, { conversation: { browse } }: WebParts): void {
  api.openapi(
    route('get /api/reports', 'The indexed reports', {
      request: {
        query: z.object({
          query: name.default(''),
          region: filter,
          year: filter,
          publisher: filter,
          sort: parameter(schema.reportSort.optional()),
          descending: parameter(z.enum(['true', 'false']).default('false')),
          offset,
          limit: parameter(limit.default(MAX_ROWS)),
        }),
      },
      responses: gives(schema.reports),
    }),
    async (c) => {
      const { query, descending, ...part } = c.req.valid('query');
      const wanted = { text: query, ...part, descending: descending === 'true' };
      const { reports, ...page } = unwrap(await browse.reports(c.var.visit.setting, wanted));
      const lines = reports.map((report) => {
        const { characters, passages, facts, inferred } = report;
        return { ...documentJson(report), characters, passages, facts, inferred };
      });
      return c.json({ ...page, reports: lines }, 200);
    },
  );
  api.openapi(
    route('get /api/reports/{id}', 'A report: its text, outline and sentences; offsets count UTF-16 units', {
      request: { params: byId },
      responses: gives(schema.report),
    }),
    async (c) => {
      const { meta, ...report } = unwrap(await browse.report(c.var.visit.setting, c.req.valid('param').id));
      return c.json({ meta: { ...documentJson(meta), inferred: meta.inferred }, ...report }, 200);
    },
  );
}

function addOverviewRoutes(api: Api, { conversation: { browse } }: WebParts): void {
  api.openapi(
    route('get /api/districts', 'The districts that have reports', { responses: gives(schema.districts) }),
    async (c) => c.json({ districts: unwrap(await browse.districts(c.var.visit.setting)) }, 200),
  );
  api.openapi(
    route('get /api/topics', 'The topics that reports cover', { responses: gives(schema.topics) }),
    async (c) => c.json({ topics: unwrap(await browse.topics(c.var.visit.setting)) }, 200),
  );
  api.openapi(
    route('get /api/search', 'The passages that an answer would rest on, best first', {
      request: {
        query: z.object({
          query: z.string().min(1).max(1_000),
          top: parameter(z.coerce.number().int().min(1).max(50).default(10)),
        }),
      },
      responses: gives(schema.search),
    }),
    async (c) => {
      const { query, top } = c.req.valid('query');
      return c.json({ hits: unwrap(await browse.search(c.var.visit.setting, { text: query, count: top })) }, 200);
    },
  );
}

function addFigureRoutes(api: Api, { conversation: { browse, documents } }: WebParts): void {
  api.openapi(
    route('get /api/facts', 'The figures in the reports; with format=csv or xlsx all that match, as a file', {
      request: {
        query: z.object({
          district: filter,
          indicator: filter,
          period: filter,
          text: filter,
          sort: parameter(schema.factSort.optional()),
          descending: parameter(z.enum(['true', 'false']).default('false')),
          offset,
          limit: parameter(limit.default(100)),
          format: parameter(z.enum(['json', 'csv', 'xlsx']).default('json')),
        }),
      },
      responses: gives(schema.facts, CSV),
    }),
    async (c) => {
      const { format, descending, ...query } = c.req.valid('query');
      const part = format === 'json' ? {} : { offset: 0, limit: MAX_FILE_ROWS };
      const { setting } = c.var.visit;
      const page = unwrap(await browse.facts(setting, { ...query, ...part, descending: descending === 'true' }));
      if (format === 'json') return c.json(page, 200);
      if (format === 'xlsx') {
        const { name: file, bytes } = unwrap(await documents.factsFile(setting, page.facts));
        const type = { 'content-type': MEDIA_TYPES.xlsx, 'content-disposition': attachment(file) };
        return new Response(bytes.slice().buffer, { headers: type });
      }
      const headers = { 'content-type': 'text/csv; charset=utf-8', 'content-disposition': attachment('facts.csv') };
      return c.body(factsCsv(page.facts, setting.speaker.language), 200, headers);
    },
  );
  api.openapi(
    route('get /api/series', 'One indicator over years and districts, for a chart', {
      request: { query: z.object({ indicator: filter, district: filter }) },
      responses: gives(schema.series),
    }),
    async (c) => c.json(unwrap(await browse.series(c.var.visit.setting, c.req.valid('query'))), 200),
  );
}
