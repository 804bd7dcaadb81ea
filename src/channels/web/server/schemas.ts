// The JSON of the API: asking, replies, answers, history. Each shape is described once: a zod schema checks what comes in, documents what
// goes out and gives the type that server and client share (`import type`: no schema reaches the browser). Every text is plain text.
import { z } from '@hono/zod-openapi';
import { isAction, POLICY, ROLES } from '../../../chat/access/policy.ts';

/** A list that nobody changes. */
export const list = <T extends z.ZodType>(of: T): z.ZodReadonly<z.ZodArray<T>> => z.array(of).readonly();
/** Any text. */
export const text = z.string();
/** A whole number from 0 on. */
export const count = z.number().int().min(0);
/** A text, or null where nothing is known. */
export const textOrNull = z.string().nullable();
/** A time in ISO 8601, UTC. */
export const dateTime = z.iso.datetime();
/** What a member may do is told by it. */
export const role = z.enum(ROLES).openapi('Role');

const status = z.enum(['answered', 'refused']);
const language = z.enum(['zh', 'en']).openapi('Language', { description: 'The language of our own words.' });
/** The language of our own words. */
export type WebLanguage = z.infer<typeof language>;

/** Every failure: `code` for programs, `message` for people, `id` where the log tells more. */
export const fault = z
  .object({
    error: z.object({
      code: text.openapi({
        description:
          '400 input · 401 sign-in · 403 forbidden, csrf, origin, host · 404 missing · 413 too-large · 429 limit · 500 failed',
      }),
      message: text,
      id: text.optional(),
    }),
  })
  .openapi('Fault');
/** JSON of every failure. */
export type FaultJson = z.infer<typeof fault>;

/** `GET /api/me`: who one is and what one may. */
export const me = z
  .object({
    id: text,
    role,
    name: textOrNull,
    /** The language that the person chose; null: none, the browser tells. */
    language: language.nullable(),
    /** Goes back as `X-CSRF-Token` with every write; it is the same as long as one is signed in. */
    csrf: text,
    /** True if one signed in (and can leave); false: the owner on the machine itself. */
    isSignedIn: z.boolean(),
    /** Actions that the policy allows. */
    acts: list(z.enum(Object.keys(POLICY).filter(isAction))),
    /** The commands of one's role, in the language of the request (`Accept-Language`, or the chosen one). */
    commands: list(z.object({ command: text, description: text })),
    /** True if a language model writes, so that answers come in pieces. */
    streams: z.boolean(),
    /** Endings of files that can be sent, with their dot. */
    formats: list(text),
    version: text,
    /** Name of the index's live generation; `none` where there is none. */
    generation: text,
  })
  .openapi('Me');
/** JSON of `GET /api/me`. */
export type MeJson = z.infer<typeof me>;

/** A report beside its text. Dates are as exact as they are known. */
export const document = z
  .object({
    id: text,
    path: text,
    title: text,
    district: textOrNull,
    publisher: textOrNull,
    publishedOn: textOrNull,
    url: textOrNull,
  })
  .openapi('Document');

/** The exact span behind a claim: `text of the report`.slice(start, end) === quote, in UTF-16 units. Its place: `/read/ID?from=START&to=END`. */
export const citation = z
  .object({
    n: z.number().int().min(1),
    document,
    start: count,
    end: count,
    quote: text,
    /** The span as read, only where it differs. */
    reading: text.optional(),
    heading: list(text),
  })
  .openapi('Citation');
/** JSON of a citation. */
export type CitationJson = z.infer<typeof citation>;

const answer = z
  .object({
    status,
    /** The direct answer alone; empty where refused. */
    short: text,
    /** The whole message with its marks, as plain text. */
    text,
    /** Sentences of the answer and the numbers of their citations. */
    claims: list(z.object({ text, citations: list(count) })),
    citations: list(citation),
    refusal: z.object({ reason: text, message: text, nearest: list(citation) }).nullable(),
    interpretation: z.object({
      question: text,
      /** Full names. */
      districts: list(text),
      period: textOrNull,
      language: language.optional(),
    }),
    mode: z.enum(['extractive', 'generated']),
  })
  .openapi('Answer');

const block = z
  .union([
    z.object({
      kind: z.enum(['notice', 'headline', 'text', 'source']),
      text,
      tells: z.enum(['understood', 'nearest']).optional(),
    }),
    z.object({ kind: z.literal('quote'), before: text, text, after: text }),
  ])
  .openapi('Block');

/** Its `key` is there to mark the options once answered; in exams it is null. The server grades whatever is shown. */
const posed = z
  .object({
    token: text,
    form: z.enum(['one', 'several', 'order', 'typed']),
    question: text,
    options: list(text),
    key: z.object({ correct: list(count), explanation: text }).nullable(),
    closesInSeconds: count.nullable(),
  })
  .openapi('PosedItem');

const shown = z
  .object({
    /** Under which it is found in one's history. */
    id: text,
    question: text,
    answer,
    /** What `POST /api/press` takes to offer other districts, other years; null: none are offered. */
    changes: z.object({ district: textOrNull, period: textOrNull }).optional(),
  })
  .openapi('ShownAnswer');
/** JSON of the answer behind a reply's blocks. */
export type ShownJson = z.infer<typeof shown>;

/** A reply of the conversation, as data. */
export const reply = z
  .object({
    language,
    blocks: list(block),
    buttons: list(z.object({ label: text, token: text })),
    /** How a reply to a pressed button is shown; default: `message`. */
    shownAs: z.enum(['message', 'edit', 'note']).optional(),
    posed: posed.optional(),
    shown: shown.optional(),
    file: z.object({ name: text, text }).optional(),
    /** `url` is a data URL of a PNG. */
    picture: z.object({ name: text, url: text, caption: text }).optional(),
  })
  .openapi('Reply');
/** JSON of a reply. */
export type ReplyJson = z.infer<typeof reply>;

/** Something was done, or there was nothing to do. */
export const done = z.object({ done: z.boolean() }).openapi('Done');
/** How much was deleted. */
export const deleted = z.object({ deleted: count }).openapi('Deleted');

/** `GET /api/suggestions`: questions that the reports answer. */
export const suggestions = z.object({ questions: list(text) }).openapi('Suggestions');
/** JSON of `GET /api/suggestions`. */
export type SuggestionsJson = z.infer<typeof suggestions>;

const exchangeLine = z.object({
  id: text,
  question: text,
  at: dateTime,
  status,
  /** The direct answer, or why it was refused; ≤ 160 characters. */
  short: text,
});
/** JSON of one line of one's history. */
export type ExchangeLineJson = z.infer<typeof exchangeLine>;

/** `GET /api/history?query=&before=ID`: latest first, at most 30; `before` the last id goes on. */
export const history = z.object({ exchanges: list(exchangeLine), more: z.boolean() }).openapi('History');
/** JSON of `GET /api/history`. */
export type HistoryJson = z.infer<typeof history>;

/** `GET /api/exchanges/ID`. */
export const exchange = z.object({ id: text, question: text, at: dateTime, reply }).openapi('Exchange');
/** JSON of `GET /api/exchanges/ID`. */
export type ExchangeJson = z.infer<typeof exchange>;
