// The JSON of administration and of signing in: members, invitations, tokens, refused questions, feedback, health, quiz items.
import { z } from '@hono/zod-openapi';
import { citation, count, dateTime, list, role, text, textOrNull } from './schemas.ts';

const member = z.object({ id: text, name: textOrNull, role, since: dateTime }).openapi('Member');
/** JSON of a member, as maintainers see them. */
export type MemberJson = z.infer<typeof member>;

/** `GET /api/members`. */
export const members = z.object({ members: list(member) }).openapi('Members');
/** JSON of `GET /api/members`. */
export type MembersJson = z.infer<typeof members>;

/** `POST /api/invitations`. */
export const invitation = z.object({ url: z.url(), role, expiresAt: dateTime, uses: count }).openapi('Invitation');
/** JSON of `POST /api/invitations`. */
export type InvitationJson = z.infer<typeof invitation>;

/** `GET /api/gaps`: questions that were refused, most frequent first. */
export const gaps = z
  .object({ gaps: list(z.object({ reason: text, subject: text, question: text, times: count })) })
  .openapi('Gaps');
/** JSON of `GET /api/gaps`. */
export type GapsJson = z.infer<typeof gaps>;

/** `GET /api/feedback`: how answers were judged. */
export const feedback = z
  .object({
    counts: list(z.object({ verdict: text, times: count })),
    latest: list(z.object({ verdict: text, question: text, at: dateTime })),
  })
  .openapi('Feedback');
/** JSON of `GET /api/feedback`. */
export type FeedbackJson = z.infer<typeof feedback>;

/** `GET /api/health`: the ingest report, as `npm run ingest -- --json` prints it, and the status in words. */
export const health = z
  .object({
    status: list(text),
    /** Null where the index was built by an older version. */
    health: z.record(text, z.unknown()).nullable(),
    /** True if `/api/health.html` shows the report. */
    hasPage: z.boolean(),
  })
  .openapi('Health');
/** JSON of `GET /api/health`. */
export type HealthJson = z.infer<typeof health>;

/** A token for scripts, without its secret; `usedAt` is null until it is used. */
const token = z.object({ id: text, name: text, madeAt: dateTime, usedAt: dateTime.nullable() }).openapi('Token');
/** `GET /api/tokens`. */
export const tokens = z.object({ tokens: list(token) }).openapi('Tokens');
/** JSON of `GET /api/tokens`. */
export type TokensJson = z.infer<typeof tokens>;

/** `POST /api/tokens`: the only time that the token itself is shown. */
export const newToken = z.object({ id: text, token: text }).openapi('NewToken');
/** JSON of `POST /api/tokens`. */
export type NewTokenJson = z.infer<typeof newToken>;

/** `POST /api/devices`: a link that signs oneself in on another device, once. */
export const deviceLink = z.object({ url: z.url(), expiresAt: dateTime }).openapi('DeviceLink');
/** JSON of `POST /api/devices`. */
export type DeviceLinkJson = z.infer<typeof deviceLink>;

/** `POST /api/join`: signed in by a cookie. */
export const joined = z.object({ role }).openapi('Joined');
/** JSON of `POST /api/join`. */
export type JoinedJson = z.infer<typeof joined>;

/** `GET /api/quiz`: quiz items with their keys, as `quiz export` prints them. `correct`: an index, indices, or the accepted texts. */
export const items = z
  .object({
    items: list(
      z
        .object({
          id: text,
          kind: text,
          subject: text,
          question: text,
          options: list(text),
          correct: z.union([count, list(count), list(text)]),
          accepted: list(text).optional(),
          keyPoints: list(z.object({ text, citation })).optional(),
          explanation: text,
          citation,
          district: textOrNull,
          topic: text,
        })
        .openapi('QuizItem'),
    ),
  })
  .openapi('QuizItems');
