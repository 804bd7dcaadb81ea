// Minding the house, and signing in: files, health, gaps, judgements, members, invitations, backup; join, leave, tokens.
import { createReadStream, rmSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { Readable } from 'node:stream';
import type { ReadableStream as WebStream } from 'node:stream/web';
import { z } from 'zod';
import { MOST_DAYS, MOST_USES } from '../../../chat/access/membership.ts';
import { MAX_FILE_BYTES } from '../../../chat/corpus/file-upload.ts';
import { quizItemJson } from './draw.ts';
import { type Endpoint, endpoint, readBytes } from './endpoint.ts';
import { asFile, fault, found, json, missing } from './http.ts';
import type { WebParts } from './parts.ts';
import { speak } from './routes-asking.ts';
import * as schema from './schemas.ts';

const MAX_NAME_CHARACTERS = 255;
/** The report page has its own styles inside, and runs nothing. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox";

/** The endpoints of those who mind the house. */
export function houseEndpoints(parts: WebParts): Endpoint[] {
  return [files(parts), ...records(parts), ...judgements(parts), ...people(parts)];
}

/** The text of a header that was percent-encoded; null where it cannot be read. */
function decoded(value: string | null): string | null {
  try {
    return value === null
      ? null
      : decodeURIComponent(value)
          .replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, '')
          .slice(0, MAX_NAME_CHARACTERS);
  } catch {
    return null;
  }
}

function files(parts: WebParts): Endpoint {
  return endpoint({
    method: 'post',
    path: '/api/files',
    summary:
      'A file, as the body: a maintainer’s is looked at and awaits a yes, anyone else’s is asked about and not kept',
    headers: { 'X-File-Name': 'name of the file, percent-encoded', 'X-Caption': 'what is said of it, percent-encoded' },
    output: schema.reply.nullable(),
    streams: true,
    handle: async (call) => {
      const name = decoded(call.request.headers.get('x-file-name'));
      if (name === null || name.trim() === '')
        return fault('input', 'X-File-Name is missing: the name of the file, percent-encoded.');
      const caption = decoded(call.request.headers.get('x-caption')) ?? '';
      const upload = parts.uploads.begin();
      if (upload === null) return fault('limit', 'Other files are on their way. Please try again.', { waitSeconds: 5 });
      try {
        const bytes = await readBytes(call.request, MAX_FILE_BYTES);
        if (bytes === null) return fault('too-large', `A file may have at most ${MAX_FILE_BYTES} bytes.`);
        const file = { name, sizeBytes: bytes.length, caption, download: async () => bytes };
        return await speak(call, parts, { say: (setting, { receive }) => receive(setting, file) });
      } finally {
        upload.end();
      }
    },
  });
}

function records({ conversation: { house } }: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/api/health',
      summary: 'How the reports came in, and the state of the house',
      output: schema.health,
      handle: async ({ visit }) =>
        found(await house.health(visit.setting), ({ status, health, page }) =>
          json({ status, health, hasPage: page !== null }),
        ),
    }),
    endpoint({
      method: 'get',
      path: '/api/health.html',
      summary: 'How the reports came in, as a page without scripts',
      output: 'text/html',
      handle: async ({ visit }) =>
        found(await house.health(visit.setting), ({ page }) =>
          page === null
            ? missing()
            : new Response(page, {
                headers: { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': PAGE_POLICY },
              }),
        ),
    }),
    endpoint({
      method: 'get',
      path: '/api/quiz',
      summary: 'Quiz items with their keys, drawn by a seed; without count all of them',
      query: z.object({
        district: z.string().max(200).optional(),
        count: z.coerce.number().int().min(1).max(10_000).optional(),
        seed: z.string().max(100).default('0'),
      }),
      output: schema.items,
      handle: async ({ visit, query }) =>
        found(await house.items(visit.setting, query), (items) => json({ items: items.map(quizItemJson) })),
    }),
    endpoint({
      method: 'get',
      path: '/api/backup',
      summary: 'State and index in one file, as npm run backup writes it',
      output: 'application/octet-stream',
      handle: async ({ visit }) => found(await house.backup(visit.setting), backupFile),
    }),
  ];
}

function judgements({ conversation: { house } }: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/api/gaps',
      summary: 'Questions that were refused, most frequent first',
      output: schema.gaps,
      handle: async ({ visit }) => found(await house.gaps(visit.setting), (gaps) => json({ gaps: gaps.slice(0, 500) })),
    }),
    endpoint({
      method: 'get',
      path: '/api/feedback',
      summary: 'How answers were judged',
      output: schema.feedback,
      handle: async ({ visit }) => found(await house.feedback(visit.setting), (told) => json(told)),
    }),
  ];
}

/** Sends a backup and deletes it. */
function backupFile(file: string): Response {
  const stream = createReadStream(file);
  stream.once('close', () => rmSync(dirname(file), { recursive: true, force: true }));
  return new Response(Readable.toWeb(stream) as WebStream as ReadableStream<Uint8Array>, {
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(statSync(file).size),
      ...asFile(basename(file)),
    },
  });
}

function people({ conversation: { house } }: WebParts): Endpoint[] {
  return [
    endpoint({
      method: 'get',
      path: '/api/members',
      summary: 'Who is in',
      output: schema.members,
      handle: async ({ visit }) =>
        found(await house.members(visit.setting), (members) =>
          json({ members: members.map(({ user, name, role, since }) => ({ id: user, name, role, since })) }),
        ),
    }),
    endpoint({
      method: 'delete',
      path: '/api/members/:id',
      summary: 'Ends a membership at once, with every session and token of it',
      output: schema.done,
      handle: async ({ visit, id }) =>
        found(await house.revoke(visit.setting, id), (done) => (done ? json({ done }) : missing())),
    }),
    endpoint({
      method: 'post',
      path: '/api/invitations',
      summary: 'A link by which people join',
      body: z.object({
        role: z.enum(['official', 'trainee', 'maintainer']),
        days: z.number().int().min(1).max(MOST_DAYS).default(7),
        uses: z.number().int().min(1).max(MOST_USES).default(1),
      }),
      output: schema.invitation,
      handle: async ({ visit, body }) =>
        found(await house.invite(visit.setting, body), ({ url, invite: { role, expiresAt, uses } }) =>
          json({ url, role, expiresAt, uses }),
        ),
    }),
  ];
}
