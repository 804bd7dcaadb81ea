// Documents: briefs and comparisons as data, and these, answers and figures as Word files and spreadsheets.
import { z } from '@hono/zod-openapi';
import { type WantedDocument, wantedIn } from '../../../chat/documents/document-query.ts';
import type { ExportedFile } from '../../../chat/documents/documents-api.ts';
import { MEDIA_TYPES } from '../../../chat/export/notes.ts';
import { type Api, atMost, byId, gives, givesFile, parameter, route, takes } from './api.ts';
import { attachment, HttpFault, unwrap } from './http.ts';
import type { WebParts } from './parts.ts';
import { citedDocumentJson } from './reply-json.ts';
import * as schema from './schemas.ts';

const MAX_IDS = 100;
const text = z.string().max(4_000);
const optional = parameter(text.optional());
const format = parameter(z.enum(['docx', 'xlsx']).default('docx'));
const wanted = z.object({
  kind: parameter(z.enum(['brief', 'comparison'])),
  district: optional,
  report: optional,
  topic: optional,
  districts: optional,
  columns: optional,
  length: optional,
  turned: optional,
});
const anyFile = givesFile('application/octet-stream');

function documentWanted(parts: z.infer<typeof wanted>): WantedDocument {
  const found = wantedIn(parts);
  if (found === null)
    throw new HttpFault(
      'input',
      'Name a district, a topic or a report; a length is full, page, short, figures or a number.',
    );
  return found;
}

function headersOf({ name, format: kind }: ExportedFile): Record<string, string> {
  return { 'content-type': MEDIA_TYPES[kind], 'content-disposition': attachment(name) };
}

const bodyOf = ({ bytes }: ExportedFile): ArrayBuffer => bytes.slice().buffer;

/** Adds the routes of documents and drafts. */
export function addDocumentRoutes(api: Api, parts: WebParts): void {
  addMadeRoutes(api, parts);
  addDraftRoutes(api, parts);
}

function addDraftRoutes(api: Api, { conversation: { drafts } }: WebParts): void {
  api.openapi(
    route(
      'post /api/drafts',
      'A draft that the configured language model writes from a brief; missing where it writes nothing',
      {
        middleware: atMost(),
        request: takes(wanted),
        responses: gives(schema.draft),
      },
    ),
    async (c) => {
      const order = documentWanted(c.req.valid('json'));
      if (order.kind !== 'brief') throw new HttpFault('input', 'A draft is written from a brief.');
      const { id, document } = unwrap(await drafts.write(c.var.visit.setting, order));
      return c.json({ id, document: citedDocumentJson(document) }, 200);
    },
  );
  api.openapi(
    route('post /api/drafts/{id}/accept', 'Take a sentence over that no report carries, or mark it again', {
      middleware: atMost(),
      request: { params: byId, ...takes(z.object({ line: z.number().int().min(0), isAccepted: z.boolean() })) },
      responses: gives(schema.draft),
    }),
    async (c) => {
      const looked = await drafts.accept(c.var.visit.setting, c.req.valid('param').id, c.req.valid('json'));
      const { id, document } = unwrap(looked);
      return c.json({ id, document: citedDocumentJson(document) }, 200);
    },
  );
  api.openapi(
    route('get /api/drafts/{id}/file', 'A draft as a Word file or a spreadsheet; what is not accepted stays marked', {
      request: { params: byId, query: z.object({ format }) },
      responses: anyFile,
    }),
    async (c) => {
      const { format: kind } = c.req.valid('query');
      const file = unwrap(await drafts.file(c.var.visit.setting, c.req.valid('param').id, kind));
      return c.body(bodyOf(file), 200, headersOf(file));
    },
  );
}

function addMadeRoutes(api: Api, { conversation: { documents } }: WebParts): void {
  api.openapi(
    route('get /api/documents', 'A brief or a comparison, as data', {
      request: { query: wanted },
      responses: gives(schema.citedDocument),
    }),
    async (c) => {
      const found = unwrap(await documents.document(c.var.visit.setting, documentWanted(c.req.valid('query'))));
      return c.json(citedDocumentJson(found), 200);
    },
  );
  api.openapi(
    route('get /api/documents/file', 'A brief or a comparison as a Word file or a spreadsheet', {
      request: { query: wanted.extend({ format }) },
      responses: anyFile,
    }),
    async (c) => {
      const { format: kind, ...parts } = c.req.valid('query');
      const file = unwrap(await documents.file(c.var.visit.setting, documentWanted(parts), kind));
      return c.body(bodyOf(file), 200, headersOf(file));
    },
  );
  api.openapi(
    route(
      'get /api/exchanges/file',
      'Your answers as one Word file or spreadsheet; `ids`: exchanges, parted by commas',
      {
        request: { query: z.object({ ids: parameter(text), format }) },
        responses: anyFile,
      },
    ),
    async (c) => {
      const { ids, format: kind } = c.req.valid('query');
      const wantedIds = ids.split(',').slice(0, MAX_IDS);
      const file = unwrap(await documents.answersFile(c.var.visit.setting, wantedIds, kind));
      return c.body(bodyOf(file), 200, headersOf(file));
    },
  );
}
