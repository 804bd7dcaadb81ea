// The JSON of conversations, of links that show them to others, and of what a person is reminded of.
import { z } from '@hono/zod-openapi';
import { count, dateTime, exchange, list, text, textOrNull } from './schemas.ts';

const MAX_CHOICES = 3_000;
const names = z.array(z.string().max(300)).max(MAX_CHOICES).readonly();

/** The reports that a conversation is limited to: those that pass all filters (an empty one passes all), and those that are ticked. */
export const sourceSet = z
  .object({ districts: names, years: names, publishers: names, reports: names })
  .openapi('SourceSet');
/** JSON of a set of reports. */
export type SourceSetJson = z.infer<typeof sourceSet>;

const conversationLine = z.object({
  id: text,
  name: textOrNull,
  question: text,
  questions: count,
  at: dateTime,
  /** Send as `before` to go on after this line. */
  latest: text,
});
/** JSON of a conversation in a list. */
export type ConversationLineJson = z.infer<typeof conversationLine>;

/** `GET /api/conversations`: latest first, at most 30. */
export const conversations = z
  .object({ conversations: list(conversationLine), more: z.boolean() })
  .openapi('Conversations');
/** JSON of `GET /api/conversations`. */
export type ConversationsJson = z.infer<typeof conversations>;

/** `GET /api/conversations/ID`: also of one in which nothing was asked yet. */
export const conversation = z
  .object({
    id: text,
    name: textOrNull,
    /** Null: all reports answer. */
    sources: sourceSet.nullable(),
    sourceCount: count.nullable(),
    /** The latest 60, oldest first. */
    exchanges: list(exchange),
    /** The file that its questions are about for now. */
    file: z.object({ title: text, until: dateTime }).nullable(),
  })
  .openapi('Conversation');
/** JSON of `GET /api/conversations/ID`. */
export type ConversationJson = z.infer<typeof conversation>;

/** What `POST /api/conversations/ID` sets; what is absent stays as it is. */
export const conversationSettings = z.object({
  name: z.string().trim().max(80).nullable().optional(),
  sources: sourceSet.nullable().optional(),
});

/** `POST /api/conversations/ID`. */
export const sourceCount = z.object({ sourceCount: count.nullable() }).openapi('SourceCount');
/** JSON of `POST /api/conversations/ID`. */
export type SourceCountJson = z.infer<typeof sourceCount>;

/** `POST /api/shares`: the link is told this once. */
export const newShare = z.object({ id: text, url: text }).openapi('NewShare');
/** JSON of `POST /api/shares`. */
export type NewShareJson = z.infer<typeof newShare>;

const share = z.object({ id: text, conversation: text, exchange: textOrNull, at: dateTime });
/** `GET /api/shares`: one's own links, latest first. */
export const shares = z.object({ shares: list(share) }).openapi('Shares');
/** JSON of `GET /api/shares`. */
export type SharesJson = z.infer<typeof shares>;

/** `GET /api/shared/SECRET`. */
export const shared = z.object({ by: textOrNull, at: dateTime, exchanges: list(exchange) }).openapi('Shared');
/** JSON of `GET /api/shared/SECRET`. */
export type SharedJson = z.infer<typeof shared>;

/** `GET /api/reminder`: what is due, once the hour that one set has come; 0 before, and without one. */
export const reminder = z.object({ due: count, text }).openapi('Reminder');
/** JSON of `GET /api/reminder`. */
export type ReminderJson = z.infer<typeof reminder>;
