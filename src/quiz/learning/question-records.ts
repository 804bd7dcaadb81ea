// Questions that are put to learners, their answers and the cards they make. Interfaces only: `store/learning-*.ts` keep them on disk.

import type { Item, ItemId, ItemResponse } from '../types.ts';
import type { Schedule } from './schedule.ts';

/** A learner: a person on a channel. */
export interface Learner {
  readonly channel: string;
  readonly user: string;
}

/** Why a question is put: `round` in a group, the others to one learner. */
export type Purpose = 'quiz' | 'review' | 'mistakes' | 'exam' | 'round';

/** An item as it is put to someone. The item is kept as it was then: no rebuild of the index changes what is graded. */
export interface PosedQuestion {
  /** `[0-9a-z]{1,12}`; `Posed.token`. */
  readonly token: string;
  readonly channel: string;
  readonly chat: string;
  /** null: whoever is in the chat may answer, each once. */
  readonly user: string | null;
  readonly purpose: Purpose;
  /** The set that it belongs to and its place there, from 0; a round's belongs to none. */
  readonly set: number | null;
  readonly n: number;
  readonly item: Item;
  /** null: not put yet. */
  readonly putAt: Date | null;
  /** From then on it takes no answer; unanswered questions are not counted wrong. */
  readonly closesAt: Date;
  readonly isSkipped: boolean;
}

/** One graded answer. */
export interface Attempt {
  readonly token: string;
  readonly learner: Learner;
  readonly response: ItemResponse;
  readonly isRight: boolean;
  /** Share of what was asked for, 0 … 1. */
  readonly share: number;
  readonly at: Date;
}

/** What grading makes of an answer: with a schedule the learner's card changes, with null (exams, until they end) it does not. */
export interface GradedResponse {
  readonly response: ItemResponse;
  readonly isRight: boolean;
  readonly share: number;
  readonly schedule: Schedule | null;
}

/** What came of an answer. `already`: answered before, nothing changed; `unknown`: no such question, or not this learner's. */
export type Settled =
  | { readonly outcome: 'graded' | 'already'; readonly question: PosedQuestion; readonly attempt: Attempt }
  | { readonly outcome: 'closed' | 'ungraded'; readonly question: PosedQuestion }
  | { readonly outcome: 'unknown' };

/** Whose answer came when. */
export interface AnswerArrival {
  readonly learner: Learner;
  readonly at: Date;
  /** The channel's own name for the message that brought it; absent: it has none. */
  readonly message?: string | null;
}

/** Questions and their answers. */
export interface PosedQuestions {
  /** Puts an item to a chat: to one user, or to all (`user: null`). */
  put(
    question: Pick<PosedQuestion, 'channel' | 'chat' | 'user' | 'purpose' | 'item' | 'closesAt'>,
    at: Date,
  ): PosedQuestion;
  find(token: string): PosedQuestion | null;
  /** The question that a learner answered last; null: none. */
  latest(learner: Learner): PosedQuestion | null;
  /** Notes that a question of a set is shown now; a second time changes nothing. */
  show(token: string, at: Date): void;
  skip(token: string): void;
  /**
   * Takes an answer in one transaction: grades it (`grade` gets the question and the learner's schedule of its item; null: cannot be
   * read as an answer), keeps the attempt and the card. Keyed by question and learner: a second answer changes nothing.
   */
  settle(
    token: string,
    answer: AnswerArrival,
    grade: (question: PosedQuestion, schedule: Schedule | null) => GradedResponse | null,
  ): Settled;
  /** The answer that a message brought; null: none. A message that is handed in again must not answer the next question. */
  broughtBy(learner: Learner, message: string): Attempt | null;
  /** The answers to a question, oldest first. */
  attempts(token: string): readonly Attempt[];
}

/** Questions drawn for one learner. */
export interface PracticeSet {
  readonly id: number;
  readonly learner: Learner;
  readonly chat: string;
  readonly purpose: Purpose;
  /** Code of the exam, or null. */
  readonly exam: string | null;
  /** How the learner called themselves; null: unknown. */
  readonly name: string | null;
  readonly begunAt: Date;
  readonly closesAt: Date;
  readonly endedAt: Date | null;
}

/** A question of a set and what became of it. */
export interface SetQuestion {
  readonly question: PosedQuestion;
  readonly attempt: Attempt | null;
}

/** Sets of questions; a learner has at most one under way. */
export interface Sets {
  /** Begins a set and ends the one under way; null where the learner has had this exam already. */
  begin(
    set: Pick<PracticeSet, 'learner' | 'chat' | 'purpose' | 'exam' | 'name' | 'closesAt'> & {
      readonly items: readonly Item[];
    },
    at: Date,
  ): PracticeSet | null;
  find(id: number): PracticeSet | null;
  /** The set that is neither ended nor closed; null: none. */
  underWay(learner: Learner, at: Date): PracticeSet | null;
  /** Its questions in their order. */
  progress(id: number): readonly SetQuestion[];
  /** Ends a set; a paper that is handed in takes no more answers. */
  end(id: number, at: Date): void;
}

/** An item with a learner's schedule. */
export interface Card {
  readonly item: Item;
  readonly schedule: Schedule;
  /** Whether the latest answer was right. */
  readonly isRight: boolean;
}

/** How an item's cards change with the index. */
export interface CardChange {
  readonly from: Item;
  /**
   * `gone`: the cards are retired, learners are told; `changed`: another answer to the same question, which is due at once, learners
   * are told; `moved`: same question, same answer, another span: nobody need know; `back`: what was retired is there again.
   */
  readonly how: 'gone' | 'changed' | 'moved' | 'back';
  /** The item in its place; for `gone` and `back` the same. */
  readonly to: Item;
}

/** The cards of all learners. Retired ones are never put; only they are left out below. */
export interface Cards {
  of(learner: Learner): readonly Card[];
  /** Every item that some learner has a card of, retired or not, once. */
  items(): readonly Item[];
  /** Changes cards after re-indexing, leaves notices, and notes the fingerprint of the items, all in one transaction. */
  change(
    changes: readonly CardChange[],
    { fingerprint, at }: { readonly fingerprint: string; readonly at: Date },
  ): void;
  /** The fingerprint of the items that cards were last brought up to date with. */
  fingerprint(): string | null;
  /** Items that maintainers took out. */
  retired(): ReadonlySet<ItemId>;
}
