// The corpus as maintainers handle it on the page: files that wait, taking them in, corrections of reports.
import { z } from '@hono/zod-openapi';
import type { LookupResult } from '../../../chat/browse/browse-api.ts';
import type { Outcome } from '../../../chat/corpus/corpus-api.ts';
import { MAX_FILE_BYTES } from '../../../chat/corpus/file-upload.ts';
import { type Api, atMost, byId, gives, route, takes } from './api.ts';
import { HttpFault, missing, unwrap } from './http.ts';
import type { WebParts } from './parts.ts';
import * as schema from './schemas-corpus.ts';
import { fileName, uploadsAtOnce } from './uploads.ts';

const MAX_UPLOADS = 6;
const MAX_IDS = 5_000;
const MAX_IDS_BYTES = 512 * 1_024;
const id = z.string().max(32);
const ids = z.array(id).max(MAX_IDS);
const value = z.string().max(300);

/** Returns what was done. @throws HttpFault where the policy refused, or with the remedy where it could not be done */
function outcomeOf<T>(looked: LookupResult<Outcome<T>>): T {
  const outcome = unwrap(looked);
  if ('remedy' in outcome) throw new HttpFault('input', outcome.remedy);
  return outcome.done;
}

/** Adds the routes of the corpus. */
export function addCorpusRoutes(api: Api, parts: WebParts): void {
  addPendingRoutes(api, parts);
  addCorrectionRoutes(api, parts);
}

function addPendingRoutes(api: Api, { conversation: { admin } }: WebParts): void {
  api.openapi(
    route('post /api/pending', 'Upload a file as the body; it is checked in its turn and waits to be taken in', {
      middleware: [uploadsAtOnce(MAX_UPLOADS), atMost(MAX_FILE_BYTES)],
      request: {
        headers: z.object({ 'x-file-name': fileName }),
        body: { required: true, content: { 'application/octet-stream': {} } },
      },
      responses: gives(schema.added),
    }),
    async (c) => {
      const bytes = new Uint8Array(await c.req.arrayBuffer());
      const file = { name: c.req.valid('header')['x-file-name'], bytes };
      return c.json({ id: outcomeOf(await admin.addFile(c.var.visit.setting, file)) }, 200);
    },
  );
  api.openapi(
    route('get /api/pending', 'The files that wait, each with what was found in it', {
      responses: gives(schema.pending),
    }),
    async (c) => {
      const { files, progress } = outcomeOf(await admin.pending(c.var.visit.setting));
      return c.json({ files: files.map(schema.pendingJson), progress }, 200);
    },
  );
  api.openapi(
    route(
      'post /api/pending/accept',
      'Take waiting files in and build the index once: those named, or all that are sound',
      {
        middleware: atMost(MAX_IDS_BYTES),
        request: takes(z.object({ ids: z.union([ids, z.literal('sound')]) })),
        responses: gives(schema.accepted),
      },
    ),
    async (c) => {
      const accepted = outcomeOf(await admin.accept(c.var.visit.setting, c.req.valid('json').ids));
      if (accepted === null) throw missing();
      return c.json({ files: accepted.files, health: [...accepted.health] }, 200);
    },
  );
  api.openapi(
    route('post /api/pending/discard', 'Throw waiting files away', {
      middleware: atMost(MAX_IDS_BYTES),
      request: takes(z.object({ ids })),
      responses: gives(schema.done),
    }),
    async (c) => c.json({ done: outcomeOf(await admin.discard(c.var.visit.setting, c.req.valid('json').ids)) }, 200),
  );
}

function addCorrectionRoutes(api: Api, { conversation: { admin } }: WebParts): void {
  const fields = z.object({
    title: value.optional(),
    district: value.optional(),
    publisher: value.optional(),
    publishedOn: value.optional(),
    kind: value.optional(),
  });
  api.openapi(
    route('post /api/reports/{id}/correction', 'Correct fields of a report; an empty value: it has none', {
      middleware: atMost(),
      request: { params: byId, ...takes(fields) },
      responses: gives(schema.done),
    }),
    async (c) => {
      const set = Object.entries(c.req.valid('json')).filter(
        (entry): entry is [string, string] => entry[1] !== undefined,
      );
      const { setting } = c.var.visit;
      const done = outcomeOf(await admin.correct(setting, c.req.valid('param').id, Object.fromEntries(set)));
      return c.json({ done }, 200);
    },
  );
  api.openapi(
    route('delete /api/reports/{id}/correction', 'Take the last correction of a report back', {
      request: { params: byId },
      responses: gives(schema.done),
    }),
    async (c) => {
      if (!outcomeOf(await admin.undoCorrection(c.var.visit.setting, c.req.valid('param').id))) throw missing();
      return c.json({ done: true }, 200);
    },
  );
}
