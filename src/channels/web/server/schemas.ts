// The JSON that the endpoints give, as schemas: for the OpenAPI document, and for tests that hold every response against them.
import { z } from 'zod';

const text = z.string();
const count = z.number().int().min(0);
const maybe = z.string().nullable();
const when = z.iso.datetime();
const list = <T extends z.ZodType>(of: T): z.ZodArray<T> => z.array(of);

const document = z.object({
  id: text,
  path: text,
  title: text,
  district: maybe,
  publisher: maybe,
  publishedOn: maybe,
  url: maybe,
});
const citation = z.object({
  n: z.number().int().min(1),
  document,
  start: count,
  end: count,
  quote: text,
  reading: text.optional(),
  heading: list(text),
});
const answer = z.object({
  status: z.enum(['answered', 'refused']),
  short: text,
  text,
  claims: list(z.object({ text, citations: list(count) })),
  citations: list(citation),
  refusal: z.object({ reason: text, message: text, nearest: list(citation) }).nullable(),
  interpretation: z.object({ question: text, districts: list(text), period: maybe, language: text.optional() }),
  mode: z.enum(['extractive', 'generated']),
});
const block = z.union([
  z.object({
    kind: z.enum(['notice', 'headline', 'text', 'source']),
    text,
    tells: z.enum(['understood', 'nearest']).optional(),
  }),
  z.object({ kind: z.literal('quote'), before: text, text, after: text }),
]);
const posed = z.object({
  token: text,
  form: z.enum(['one', 'several', 'order', 'typed']),
  question: text,
  options: list(text),
  key: z.object({ correct: list(count), explanation: text }).nullable(),
  closesInSeconds: count.nullable(),
});

/** Every failure. */
export const faultSchema = z.object({ error: z.object({ code: text, message: text, id: text.optional() }) });

/** A reply of the conversation; its texts are plain text. */
export const reply = z.object({
  language: z.enum(['zh', 'en']),
  blocks: list(block),
  buttons: list(z.object({ label: text, token: text })),
  shownAs: z.enum(['message', 'edit', 'note']).optional(),
  posed: posed.optional(),
  shown: z
    .object({ id: text, question: text, answer, changes: z.object({ district: maybe, period: maybe }).optional() })
    .optional(),
  file: z.object({ name: text, text }).optional(),
  picture: z.object({ name: text, url: text, caption: text }).optional(),
});

/** Who one is. */
export const me = z.object({
  id: text,
  role: text,
  name: maybe,
  language: z.enum(['zh', 'en']).nullable(),
  csrf: text,
  isSignedIn: z.boolean(),
  acts: list(text),
  commands: list(z.object({ command: text, description: text })),
  streams: z.boolean(),
  formats: list(text),
  version: text,
  generation: text,
});

/** Something was done, or there was nothing to do. */
export const done = z.object({ done: z.boolean() });
/** How much was deleted. */
export const deleted = z.object({ deleted: count });
/** Questions that the reports answer. */
export const suggestions = z.object({ questions: list(text) });

/** A part of one's history. */
export const history = z.object({
  exchanges: list(
    z.object({ id: text, question: text, at: when, status: z.enum(['answered', 'refused']), short: text }),
  ),
  more: z.boolean(),
});
/** One exchange. */
export const exchange = z.object({ id: text, question: text, at: when, reply });

/** Reports in a list. */
export const reports = z.object({
  total: count,
  reports: list(document.extend({ characters: count, passages: count, facts: count, inferred: list(text) })),
});
/** A report, opened. */
export const report = z.object({
  meta: document.extend({ inferred: list(text) }),
  text,
  outline: list(z.object({ title: text, level: z.number().int().min(1), start: count })),
  sentences: list(
    z.object({ start: count, end: count, role: z.enum(['body', 'heading', 'boilerplate']), read: text.optional() }),
  ),
});
/** Districts. */
export const districts = z.object({
  districts: list(z.object({ name: text, short: text, reports: count, facts: count })),
});
/** Topics. */
export const topics = z.object({ topics: list(z.object({ name: text, reports: count })) });

const place = z.object({ report: text, title: text, start: count, end: count });
const fact = place.extend({
  quote: text,
  district: maybe,
  subject: maybe,
  indicator: text,
  period: maybe,
  value: z.number(),
  unit: text,
  surface: text,
  changePercent: z.number().nullable(),
  isPlanned: z.boolean(),
  isApproximate: z.boolean(),
});
/** A part of the fact table. */
export const facts = z.object({ facts: list(fact), total: count, indicators: list(text), periods: list(text) });
/** A chart. */
export const series = z.object({
  indicator: text,
  unit: text,
  points: list(
    place.extend({
      district: text,
      short: text,
      period: text,
      value: z.number(),
      unit: text,
      surface: text,
      isPlanned: z.boolean(),
    }),
  ),
  charts: list(z.object({ indicator: text, unit: text, points: count })),
});
/** Passages. */
export const search = z.object({
  hits: list(place.extend({ heading: list(text), score: z.number(), text })),
});

/** Members. */
export const members = z.object({ members: list(z.object({ id: text, name: maybe, role: text, since: when })) });
/** A new invitation. */
export const invitation = z.object({ url: z.url(), role: text, expiresAt: when, uses: count });
/** Refused questions. */
export const gaps = z.object({
  gaps: list(z.object({ reason: text, subject: text, question: text, times: count })),
});
/** Judgements. */
export const feedback = z.object({
  counts: list(z.object({ verdict: text, times: count })),
  latest: list(z.object({ verdict: text, question: text, at: when })),
});
/** Health. */
export const health = z.object({
  status: list(text),
  health: z.record(text, z.unknown()).nullable(),
  hasPage: z.boolean(),
});
/** Tokens without their secrets. */
export const tokens = z.object({
  tokens: list(z.object({ id: text, name: text, madeAt: when, usedAt: when.nullable() })),
});
/** A token, this once. */
export const newToken = z.object({ id: text, token: text });
/** A link for one’s own other device. */
export const deviceLink = z.object({ url: z.url(), expiresAt: when });
/** Signed in. */
export const joined = z.object({ role: text });

/** Quiz items with their keys. */
export const items = z.object({
  items: list(
    z.object({
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
      district: maybe,
      topic: text,
    }),
  ),
});
