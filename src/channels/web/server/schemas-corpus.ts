// The JSON of the corpus as maintainers handle it: files that wait, taking them in.
import { z } from '@hono/zod-openapi';
import type { PendingFile } from '../../../chat/corpus/corpus-admin.ts';
import { count, dateTime, list, text, textOrNull } from './schemas.ts';

export { done } from './schemas.ts';

/** `POST /api/pending`. */
export const added = z.object({ id: text }).openapi('AddedFile');

const pendingFile = z
  .object({
    id: text,
    name: text,
    bytes: count,
    addedAt: dateTime,
    url: textOrNull,
    verdict: z.enum(['unchecked', 'sound', 'doubtful', 'unreadable']),
    reports: list(z.object({ title: text, district: textOrNull, publishedOn: textOrNull })),
    /** What was left out or is doubtful. */
    remarks: list(text),
  })
  .openapi('PendingFile');
/** JSON of a waiting file. */
export type PendingFileJson = z.infer<typeof pendingFile>;

/** `GET /api/pending`; `progress`: how far a build is. */
export const pending = z.object({ files: list(pendingFile), progress: textOrNull }).openapi('Pending');
/** JSON of `GET /api/pending`. */
export type PendingJson = z.infer<typeof pending>;

/** `POST /api/pending/accept`: how many files came in, and the health of the index. */
export const accepted = z.object({ files: count, health: list(text) }).openapi('AcceptedFiles');
/** JSON of `POST /api/pending/accept`. */
export type AcceptedJson = z.infer<typeof accepted>;

const MAX_SHOWN_REPORTS = 3;
const MAX_SHOWN_REMARKS = 5;

/** Returns a waiting file as JSON, the first of its reports and remarks alone. */
export function pendingJson({ reports, remarks, ...file }: PendingFile): PendingFileJson {
  const shown = reports.slice(0, MAX_SHOWN_REPORTS).map((report) => ({ ...report }));
  return { ...file, reports: shown, remarks: remarks.slice(0, MAX_SHOWN_REMARKS) };
}
