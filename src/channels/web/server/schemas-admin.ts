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

/** An open invitation; its link is known to who made it alone. */
const openInvitation = z
  .object({ id: text, role, by: text, inviter: textOrNull, uses: count, expiresAt: dateTime })
  .openapi('OpenInvitation');
/** JSON of an open invitation. */
export type OpenInvitationJson = z.infer<typeof openInvitation>;
/** `GET /api/invitations`. */
export const invitations = z.object({ invitations: list(openInvitation) }).openapi('Invitations');
/** JSON of `GET /api/invitations`. */
export type InvitationsJson = z.infer<typeof invitations>;

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

/** The extent of a token: all that its person may do but making keys, or asking alone. */
export const tokenScope = z.enum(['all', 'ask']).openapi('TokenScope');

/** `usedAt` is to the hour and null until then; `expiresAt` is null where a token holds until it is revoked. */
const used = { madeAt: dateTime, usedAt: dateTime.nullable(), expiresAt: dateTime.nullable() };

/** A token for scripts, without its secret. */
const token = z.object({ id: text, name: text, scope: tokenScope, ...used }).openapi('Token');
/** JSON of a token. */
export type TokenJson = z.infer<typeof token>;
/** `GET /api/tokens`. */
export const tokens = z.object({ tokens: list(token) }).openapi('Tokens');
/** JSON of `GET /api/tokens`. */
export type TokensJson = z.infer<typeof tokens>;

/** `POST /api/tokens`: the only time that the token itself is shown. */
export const newToken = z.object({ id: text, token: text }).openapi('NewToken');
/** JSON of `POST /api/tokens`. */
export type NewTokenJson = z.infer<typeof newToken>;

/** A session of a browser: the device that it was begun on, as far as it is known, and whether it is the one that asks. */
const session = z.object({ id: text, device: textOrNull, isThis: z.boolean(), ...used }).openapi('Session');
/** JSON of a session. */
export type SessionJson = z.infer<typeof session>;
/** `GET /api/sessions`. */
export const sessions = z.object({ sessions: list(session) }).openapi('Sessions');
/** JSON of `GET /api/sessions`. */
export type SessionsJson = z.infer<typeof sessions>;

/** Anybody's session or token, as owners see it. */
const key = z
  .object({ id: text, kind: z.enum(['session', 'token']), user: text, holder: textOrNull, name: textOrNull, ...used })
  .openapi('Key');
/** JSON of anybody's session or token. */
export type KeyJson = z.infer<typeof key>;
/** `GET /api/keys`. */
export const keys = z.object({ keys: list(key) }).openapi('Keys');
/** JSON of `GET /api/keys`. */
export type KeysJson = z.infer<typeof keys>;

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
