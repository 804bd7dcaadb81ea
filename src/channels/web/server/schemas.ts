// JSON of the API: user, replies, answers, history. One zod schema a shape: it types server and client (`import type`, so that no
// schema reaches the browser) and documents the API. Every text is plain text.
import { z } from '@hono/zod-openapi';
import { isAction, POLICY, ROLES } from '../../../chat/access/policy.ts';

/** A read-only array. */
export const list = <T extends z.ZodType>(of: T): z.ZodReadonly<z.ZodArray<T>> => z.array(of).readonly();
/** A string. */
export const text = z.string();
/** A non-negative integer. */
export const count = z.number().int().min(0);
/** A string, or null if unknown. */
export const textOrNull = z.string().nullable();
/** A time in ISO 8601, UTC. */
export const dateTime = z.iso.datetime();
/** A role. */
export const role = z.enum(ROLES).openapi('Role');

const status = z.enum(['answered', 'refused']);
const language = z.enum(['zh', 'en']).openapi('Language', { description: 'The language of the interface.' });
/** The language of the interface. */
export type WebLanguage = z.infer<typeof language>;

/** An error: `code` for programs, `message` for people, `id` of the log entry if there is one. */
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
/** JSON of an error. */
export type FaultJson = z.infer<typeof fault>;

/** `GET /api/me`: the user and their permissions. */
export const me = z
  .object({
    id: text,
    role,
    name: textOrNull,
    /** The chosen language; null: none, the browser's applies. */
    language: language.nullable(),
    /** Send as `X-CSRF-Token` with every write; constant for a session. */
    csrf: text,
    /** False for the owner on the local machine, who does not sign in. */
    isSignedIn: z.boolean(),
    /** Allowed actions. */
    acts: list(z.enum(Object.keys(POLICY).filter(isAction))),
    /** Commands of the role, in the language of the request (`Accept-Language`, or the chosen one). */
    commands: list(z.object({ command: text, description: text })),
    /** True if a language model chooses what answers: a first sentence is streamed meanwhile. */
    streams: z.boolean(),
    /** Accepted file extensions, with the dot. */
    formats: list(text),
    version: text,
    /** Name of the live index generation; `none` without an index. */
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
    /** Present: its text was recognised from pictures. */
    isScanned: z.boolean().optional(),
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
    /** The normalized span, only if it differs. */
    reading: text.optional(),
    heading: list(text),
    /** How sure text recognition was of the words, 0 … 1; only of scans. */
    confidence: z.number().min(0).max(1).optional(),
  })
  .openapi('Citation');
/** JSON of a citation. */
export type CitationJson = z.infer<typeof citation>;

const answer = z
  .object({
    status,
    /** The direct answer alone; empty if refused. */
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
      /** What the question calls its districts, if by former names, and the year until which they bore them. */
      formerNames: list(z.object({ fullName: text, name: text, until: count.nullable(), change: text })).optional(),
    }),
    mode: z.literal('extractive'),
    certainty: z.enum(['sure', 'unsure']).optional(),
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

/** A quiz item. `key` marks the options once answered; null in exams. The server grades. */
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
    /** Id in the history. */
    id: text,
    question: text,
    answer,
    /** Tokens for `POST /api/press` that offer other districts or periods; null: none. */
    changes: z.object({ district: textOrNull, period: textOrNull }).optional(),
  })
  .openapi('ShownAnswer');
/** JSON of the answer behind a reply's blocks. */
export type ShownJson = z.infer<typeof shown>;

const documentCell = z.object({
  text,
  /** The figure as a number; null: it is none. */
  value: z.number().nullable(),
  unit: textOrNull,
  citations: list(count),
});

/** A brief, a comparison, a draft: headings, paragraphs and tables with the numbers of their citations. */
export const citedDocument = z
  .object({
    title: text,
    about: list(text),
    sections: list(
      z.object({
        title: text,
        level: z.union([z.literal(1), z.literal(2)]),
        lines: list(
          z.object({
            label: textOrNull,
            text,
            citations: list(count),
            /** Present: no sentence of a report carries it. */
            mark: text.optional(),
          }),
        ),
        table: z.object({ columns: list(text), rows: list(list(documentCell)) }).nullable(),
      }),
    ),
    citations: list(citation),
  })
  .openapi('CitedDocument');
/** A draft and the id under which it is kept. */
export const draft = z.object({ id: text, document: citedDocument }).openapi('Draft');
/** JSON of a draft. */
export type DraftJson = z.infer<typeof draft>;
/** JSON of a document. */
export type CitedDocumentJson = z.infer<typeof citedDocument>;

/** A reply of the conversation, as data. */
export const reply = z
  .object({
    language,
    blocks: list(block),
    buttons: list(z.object({ label: text, token: text })),
    /** How the reply to a button press is shown; default: `message`. */
    shownAs: z.enum(['message', 'edit', 'note']).optional(),
    posed: posed.optional(),
    shown: shown.optional(),
    /** The document that the blocks draw as text; `address` is the query of `GET /api/documents` that makes it anew. */
    document: z.object({ content: citedDocument, address: text }).optional(),
    file: z.object({ name: text, text }).optional(),
    /** `url` is a data URL of a PNG. */
    picture: z.object({ name: text, url: text, caption: text }).optional(),
  })
  .openapi('Reply');
/** JSON of a reply. */
export type ReplyJson = z.infer<typeof reply>;

/** True if something was done, false if there was nothing to do. */
export const done = z.object({ done: z.boolean() }).openapi('Done');
/** The number of deleted exchanges. */
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
  /** The direct answer, or the reason of the refusal; ≤ 160 characters. */
  short: text,
});
/** JSON of a line of the history. */
export type ExchangeLineJson = z.infer<typeof exchangeLine>;

/** `GET /api/history?query=&before=ID`: latest first, at most 30; `before` the last id goes on. */
export const history = z.object({ exchanges: list(exchangeLine), more: z.boolean() }).openapi('History');
/** JSON of `GET /api/history`. */
export type HistoryJson = z.infer<typeof history>;

/** `GET /api/exchanges/ID`. */
export const exchange = z.object({ id: text, question: text, at: dateTime, reply }).openapi('Exchange');
/** JSON of `GET /api/exchanges/ID`. */
export type ExchangeJson = z.infer<typeof exchange>;
