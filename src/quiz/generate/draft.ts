// A proposal of a maker: a question, its key and the span that it stands on. What becomes of it is item-of.ts's to decide.

import type { ItemSubject } from '../types.ts';
import type { ItemEvidence } from './statements/evidence.ts';
import type { ItemSource } from './statements/sources.ts';

interface DraftBase {
  readonly subject: ItemSubject;
  readonly question: string;
  readonly source: ItemSource;
  readonly evidence: ItemEvidence;
  /**
   * What the item's id depends on beside subject, key and span; absent: its kind and question. To be given where kind or question
   * change with other reports (wrong answers at hand or not, a false statement): the id must not.
   */
  readonly identity?: string;
  /** Words that the explanation shows where they stand; absent: the key. */
  readonly shown?: string;
}

/** A proposal for an item, by kind. */
export type ItemDraft = DraftBase &
  (
    | {
        readonly kind: 'single';
        readonly key: string;
        readonly distractors: readonly string[];
        /** The words of the key that stand in the evidence; absent: the whole key. */
        readonly stated?: string;
      }
    | {
        readonly kind: 'true-false';
        readonly isTrue: boolean;
        /** What the report says at the place in question. */
        readonly key: string;
        /** What the question says instead; null where it says what the report says. */
        readonly altered: string | null;
      }
    | { readonly kind: 'several'; readonly keys: readonly string[]; readonly distractors: readonly string[] }
    | { readonly kind: 'order'; readonly steps: readonly string[] }
    | { readonly kind: 'fill-in'; readonly accepted: readonly [string, ...string[]] }
    | {
        readonly kind: 'short-answer';
        readonly points: readonly { readonly text: string; readonly evidence: ItemEvidence }[];
      }
  );

/** A blank to choose for. */
export const CHOICE_BLANK = '（　）';
/** A blank to be typed into. */
export const TYPED_BLANK = '____';
