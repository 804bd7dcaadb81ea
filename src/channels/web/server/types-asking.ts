// The JSON of asking: who one is, replies, answers, history. Types alone.
import type { Act, Role } from '../../../chat/access/policy.ts';
import type { Block, Button, Posed } from '../../../chat/reply.ts';

/** `zh` or `en`: the language of our own words. */
export type WebLanguage = 'zh' | 'en';

/** Every failure: `code` for programs, `message` for people, `id` where the log tells more. */
export interface FaultJson {
  readonly error: {
    /** 400 `input` · 401 `sign-in` · 403 `forbidden`, `csrf`, `origin`, `host` · 404 `missing` · 413 `too-large` · 429 `limit` · 500 `failed`. */
    readonly code: string;
    readonly message: string;
    readonly id?: string;
  };
}

/** `GET /api/me`: who one is and what one may. */
export interface MeJson {
  readonly id: string;
  readonly role: Role;
  readonly name: string | null;
  /** The language that the person chose; null: none, the browser tells. */
  readonly language: WebLanguage | null;
  /** Goes back as `X-CSRF-Token` with every write; it is the same as long as one is signed in. */
  readonly csrf: string;
  /** Whether one signed in (and can leave); false: the owner on the machine itself. */
  readonly isSignedIn: boolean;
  /** Deeds of the policy that are allowed. */
  readonly acts: readonly Act[];
  /** The commands of one's role, in the language of the request (`Accept-Language`, or the chosen one). */
  readonly commands: readonly { readonly command: string; readonly description: string }[];
  /** Whether a language model writes, so that answers come in pieces. */
  readonly streams: boolean;
  /** Endings of files that can be sent, with their dot. */
  readonly formats: readonly string[];
  readonly version: string;
  /** Name of the index's live generation; `none` where there is none. */
  readonly generation: string;
}

/** A report beside its text. Dates are as exact as they are known. */
export interface DocumentJson {
  readonly id: string;
  readonly path: string;
  readonly title: string;
  readonly district: string | null;
  readonly publisher: string | null;
  readonly publishedOn: string | null;
  readonly url: string | null;
}

/** The exact span behind a claim: `text of the report`.slice(start, end) === quote, in UTF-16 units. Its place: `/read/ID?from=START&to=END`. */
export interface CitationJson {
  readonly n: number;
  readonly document: DocumentJson;
  readonly start: number;
  readonly end: number;
  readonly quote: string;
  /** The span as read, only where it differs. */
  readonly reading?: string;
  readonly heading: readonly string[];
}

/** A sentence of an answer and the numbers of its citations. */
export interface ClaimJson {
  readonly text: string;
  readonly citations: readonly number[];
}

/** An answer in the shape of the command-line contract. */
export interface AnswerJson {
  readonly status: 'answered' | 'refused';
  /** The direct answer alone; empty where refused. */
  readonly short: string;
  /** The whole message with its marks, as plain text. */
  readonly text: string;
  readonly claims: readonly ClaimJson[];
  readonly citations: readonly CitationJson[];
  readonly refusal: {
    readonly reason: string;
    readonly message: string;
    readonly nearest: readonly CitationJson[];
  } | null;
  readonly interpretation: {
    readonly question: string;
    /** Full names. */
    readonly districts: readonly string[];
    readonly period: string | null;
    /** The language of our words around the quotes. */
    readonly language?: WebLanguage;
  };
  readonly mode: 'extractive' | 'generated';
}

/** The answer behind a reply's blocks. */
export interface ShownJson {
  /** Under which it is found in one's history. */
  readonly id: string;
  readonly question: string;
  readonly answer: AnswerJson;
  /** What `POST /api/press` takes to offer other districts, other years; null: none are offered. */
  readonly changes?: { readonly district: string | null; readonly period: string | null };
}

/** A reply of the conversation, as data. Every text is plain text. */
export interface ReplyJson {
  readonly language: WebLanguage;
  readonly blocks: readonly Block[];
  readonly buttons: readonly Button[];
  /** How a reply to a pressed button is shown; default: `message`. */
  readonly shownAs?: 'message' | 'edit' | 'note';
  /** Its `key` is there to mark the options once answered; in exams it is null. The server grades whatever is shown. */
  readonly posed?: Posed;
  readonly shown?: ShownJson;
  readonly file?: { readonly name: string; readonly text: string };
  /** `url` is a data URL of a PNG. */
  readonly picture?: { readonly name: string; readonly url: string; readonly caption: string };
}

/**
 * Server-sent events of `POST /api/say` and `/api/press` with `Accept: text/event-stream`: any number of `text` and `progress`, then
 * one `reply` (whose data is `null` where nothing is said) or one `fault`; then the stream ends.
 */
export interface StreamEvents {
  /** A settled sentence of an answer that is being written. */
  readonly text: { readonly text: string };
  readonly progress: { readonly line: string };
  readonly reply: ReplyJson | null;
  readonly fault: FaultJson;
}

/** `GET /api/suggestions`. */
export interface SuggestionsJson {
  readonly questions: readonly string[];
}

/** One line of one's history. */
export interface ExchangeLineJson {
  readonly id: string;
  readonly question: string;
  /** ISO 8601. */
  readonly at: string;
  readonly status: 'answered' | 'refused';
  /** The direct answer, or why it was refused; ≤ 160 characters. */
  readonly short: string;
}

/** `GET /api/history?query=&before=ID`: latest first, at most 30; `before` the last id goes on. */
export interface HistoryJson {
  readonly exchanges: readonly ExchangeLineJson[];
  readonly more: boolean;
}

/** `GET /api/exchanges/ID`. */
export interface ExchangeJson {
  readonly id: string;
  readonly question: string;
  readonly at: string;
  readonly reply: ReplyJson;
}
