// The nouns of quizzing. Data only. An item is made by code from a verified span, never by a language model.
import type { Citation } from '../types.ts';

/** Identity of an item: a hash of its kind, question, key and span. The same generation gives the same ids. */
export type ItemId = string & { readonly __brand: 'ItemId' };

/** Kinds of items: how each is answered. */
export type ItemKind = 'single' | 'several' | 'true-false' | 'fill-in' | 'order' | 'short-answer';

/** Subjects of items: what each asks for. */
export type ItemSubject =
  | 'figure'
  | 'name'
  | 'date'
  | 'district-of-practice'
  | 'practice-of-district'
  | 'not-one-of'
  | 'parts'
  | 'steps'
  | 'statement'
  | 'practice'
  | 'meaning'
  | 'purpose'
  | 'term'
  | 'measures-for-problem'
  | 'measures-for-aim'
  | 'results'
  | 'case'
  | 'comparison'
  | 'matching';

/** One point that a short answer must make, with the words that state it. */
export interface KeyPoint {
  readonly text: string;
  readonly citation: Citation;
}

/** Fields that every item has. */
export interface ItemBase {
  readonly id: ItemId;
  readonly subject: ItemSubject;
  /**
   * Names district and period, stands alone, does not give the key away (so the years of all districts to choose from where the
   * district is asked for: each report has its own); 1–300 characters, as a Telegram poll takes.
   */
  readonly question: string;
  /** Why the key is right, 1–200 characters, at most two line feeds. */
  readonly explanation: string;
  /** The span that states the key. */
  readonly citation: Citation;
  /** Returns the SHA-256 of the quote and its report's id: a card is stale when no item of the live generation carries it. */
  readonly spanHash: string;
  /** Full name; null where the report has none. */
  readonly district: string | null;
  /** A topic of the lexicon (`topics.txt`), or the heading that the span stands under. */
  readonly topic: string;
}

/** One of the options is right: single choice, or right/wrong with a real alteration. */
export interface SingleItem extends ItemBase {
  readonly kind: 'single' | 'true-false';
  /** 2–10 options of 1–100 characters, all different. */
  readonly options: readonly string[];
  /** Index of the right option. */
  readonly correct: number;
}

/** Two or more options are right, at least one is not. */
export interface SeveralItem extends ItemBase {
  readonly kind: 'several';
  readonly options: readonly string[];
  /** Indices of the right options, ascending. */
  readonly correct: readonly number[];
}

/** Steps to be put in order. */
export interface OrderItem extends ItemBase {
  readonly kind: 'order';
  /** The steps, shuffled. */
  readonly options: readonly string[];
  /** Indices into `options` in the right order: each once. */
  readonly correct: readonly number[];
}

/** A blank (`____`) to be filled in by typing. */
export interface FillInItem extends ItemBase {
  readonly kind: 'fill-in';
  /** What counts as right; the first is shown. Graded with numerals and variants normalised. */
  readonly accepted: readonly [string, ...string[]];
}

/** A practice to be told in one's own words, graded by key points. */
export interface ShortAnswerItem extends ItemBase {
  readonly kind: 'short-answer';
  readonly keyPoints: readonly [KeyPoint, ...KeyPoint[]];
}

/** A quiz item whose key and span were set by code. */
export type Item = SingleItem | SeveralItem | OrderItem | FillInItem | ShortAnswerItem;

/** A learner's parsed answer: chosen options (for `order`: in the learner's order), or typed text. */
export type ItemResponse = { readonly options: readonly number[] } | { readonly text: string };
