// Administration: files, health, refused questions, feedback, members, quiz items, backup.
import { createReadStream, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { z } from '@hono/zod-openapi';
import { MAX_FILE_BYTES } from '../../../chat/corpus/file-upload.ts';
import { ITEM_FORMATS } from '../../../chat/practice/files/item-file.ts';
import { type Api, atMost, byId, EVENTS, gives, givesFile, parameter, route } from './api.ts';
import { attachment, missing, unwrap } from './http.ts';
import type { WebParts } from './parts.ts';
import { quizItemJson } from './reply-json.ts';
import { converse } from './routes-asking.ts';
import { done, reply } from './schemas.ts';
import * as schema from './schemas-admin.ts';
import { encodedHeader, fileName, uploadsAtOnce } from './uploads.ts';

const MAX_GAPS = 500;
const MAX_UPLOADS = 3;
/** The report page has its own styles inside, and runs nothing. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** Adds the routes of administration. */
export function addAdminRoutes(api: Api, parts: WebParts): void {
  addFileRoute(api, parts);
  addHealthRoutes(api, parts);
  addRecordRoutes(api, parts);
  addBankRoute(api, parts);
  addMemberRoutes(api, parts);
}

function addFileRoute(api: Api, parts: WebParts): void {
  api.openapi(
    route(
      'post /api/files',
      'Upload a file as the body: a maintainer’s is checked and awaits approval, anyone else’s is asked about and not kept',
      {
        middleware: [uploadsAtOnce(MAX_UPLOADS), atMost(MAX_FILE_BYTES)],
        request: {
          headers: z.object({
            'x-file-name': fileName,
            'x-caption': encodedHeader
              .optional()
              .openapi({ type: 'string', description: 'what is said of it, percent-encoded' }),
          }),
          query: z.object({ for: parameter(z.enum(['adding', 'asking']).default('adding')) }),
          body: { required: true, content: { 'application/octet-stream': {} } },
        },
        responses: gives(reply.nullable(), EVENTS),
      },
    ),
    async (c) => {
      const { 'x-file-name': name, 'x-caption': caption = '' } = c.req.valid('header');
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const isForAsking = c.req.valid('query').for === 'asking';
      const file = { name, sizeBytes: bytes.length, caption, isForAsking, download: async () => bytes };
      return converse(c, parts, { say: (setting, { receive }) => receive(setting, file) });
    },
  );
}

function addHealthRoutes(api: Api, { conversation: { admin } }: WebParts): void {
  api.openapi(
    route('get /api/health', 'Status, and the ingest report of the live index', { responses: gives(schema.health) }),
    async (c) => {
      const { status, health, page } = unwrap(await admin.health(c.var.visit.setting));
      return c.json({ status, health, hasPage: page !== null }, 200);
    },
  );
  api.openapi(
    route('get /api/health.html', 'The ingest report as a page without scripts', { responses: givesFile('text/html') }),
    async (c) => {
      const { page } = unwrap(await admin.health(c.var.visit.setting));
      if (page === null) throw missing();
      return c.html(page, 200, { 'content-security-policy': PAGE_POLICY });
    },
  );
  api.openapi(
    route('get /api/backup', 'State and index in one file, as npm run backup writes it', {
      responses: givesFile('application/octet-stream'),
    }),
    async (c) => sendBackup(unwrap(await admin.backup(c.var.visit.setting))),
  );
}

/** Sends a backup and deletes it. */
function sendBackup(file: string): Response {
  const stream = createReadStream(file);
  stream.once('close', () => rmSync(dirname(file), { recursive: true, force: true }));
  return new Response(Readable.toWeb(stream) as WebStream as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(statSync(file).size),
      'content-disposition': attachment(basename(file)),
    },
  });
}

function addRecordRoutes(api: Api, { conversation: { admin } }: WebParts): void {
  api.openapi(
    route('get /api/quiz', 'Quiz items with their keys, drawn by a seed; without count all of them', {
      request: {
        query: z.object({
          district: parameter(z.string().max(200).optional()),
          count: parameter(z.coerce.number().int().min(1).max(10_000).optional()),
          seed: parameter(z.string().max(100).default('0')),
        }),
      },
      responses: gives(schema.items),
    }),
    async (c) => {
      const items = unwrap(await admin.items(c.var.visit.setting, c.req.valid('query')));
      return c.json({ items: items.map(quizItemJson) }, 200);
    },
  );
  api.openapi(
    route('get /api/gaps', 'Questions that were refused, most frequent first', { responses: gives(schema.gaps) }),
    async (c) => c.json({ gaps: unwrap(await admin.gaps(c.var.visit.setting)).slice(0, MAX_GAPS) }, 200),
  );
  api.openapi(route('get /api/feedback', 'How answers were judged', { responses: gives(schema.feedback) }), async (c) =>
    c.json(unwrap(await admin.feedback(c.var.visit.setting)), 200),
  );
}

function addBankRoute(api: Api, { conversation: { admin } }: WebParts): void {
  const query = z.object({ name: z.string().min(1).max(30), format: z.enum(ITEM_FORMATS) });
  api.openapi(
    route('get /api/banks/file', 'The published items of a bank: a Word paper, GIFT, Moodle XML, Anki, CSV or xlsx', {
      request: { query },
      responses: givesFile('application/octet-stream'),
    }),
    async (c) => {
      const file = unwrap(await admin.bankFile(c.var.visit.setting, c.req.valid('query')));
      if (file === null) throw missing();
      const headers = { 'content-type': file.type, 'content-disposition': attachment(file.name) };
      return new Response(new Uint8Array(file.bytes), { headers });
    },
  );
}

function addMemberRoutes(api: Api, { conversation: { admin } }: WebParts): void {
  api.openapi(route('get /api/members', 'All members', { responses: gives(schema.members) }), async (c) => {
    const list = unwrap(await admin.members(c.var.visit.setting));
    return c.json({ members: list.map(({ user, name, role, since }) => ({ id: user, name, role, since })) }, 200);
  });
  api.openapi(
    route('delete /api/members/{id}', 'End a membership at once, with all its sessions and tokens', {
      request: { params: byId },
      responses: gives(done),
    }),
    async (c) => {
      if (!unwrap(await admin.revoke(c.var.visit.setting, c.req.valid('param').id))) throw missing();
      return c.json({ done: true }, 200);
    },
  );
}
