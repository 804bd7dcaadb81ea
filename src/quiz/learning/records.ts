// The data that is recorded of learners: questions put to them, answers, cards, habits, disputes, exams. `store/state/learning-*.ts`
// keeps them on disk.
import type { Item, ItemId, ItemResponse } from '../types.ts';
import type { ExamRules } from './exam-rules.ts';
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
  /** True until a person has judged an answer that is near. */
  readonly isDoubtful: boolean;
}

/** The result of grading: with a schedule the learner's card changes, with null (exams, until they end) it does not. */
export interface GradedResponse {
  readonly response: ItemResponse;
  readonly isRight: boolean;
  readonly share: number;
  readonly schedule: Schedule | null;
  /** Default: false. */
  readonly isDoubtful?: boolean;
}

/** The outcome of an answer. `already`: answered before, nothing changed; `unknown`: no such question, or not this learner's. */
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
  /** True if it takes the place of an earlier answer (papers that may be changed until they are handed in). Default: false. */
  readonly replaces?: boolean;
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
  /** The question that a paper stands at, from 0; −1: its overview; null: the first that is open. */
  readonly shownN: number | null;
}

/** A question of a set and what became of it. */
export interface SetQuestion {
  readonly question: PosedQuestion;
  readonly attempt: Attempt | null;
}

/** An item with a learner's schedule. */
export interface Card {
  readonly item: Item;
  readonly schedule: Schedule;
  /** True if the latest answer was right. */
  readonly isRight: boolean;
}

/** A change of an item's cards with the index. */
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

/** One answer in the history. */
export interface HistoryEntry {
  readonly itemId: ItemId;
  readonly district: string | null;
  readonly topic: string;
  readonly isRight: boolean;
  readonly at: Date;
}

/** The pace that a learner sets. */
export interface Pace {
  /** New items a day, ≥ 0; null: as many as are asked for. */
  readonly newPerDay: number | null;
  /** Reviews a day, ≥ 1; null: all that are due. */
  readonly reviewsPerDay: number | null;
  /** Answers a day that the learner wants to give; null: none. */
  readonly goal: number | null;
}

/** What a fit to a learner's answers found. */
export interface MemoryFit {
  /** FSRS's 21 parameters; null: the usual ones predict as well. */
  readonly parameters: readonly number[] | null;
  /** Reviews on later days that there were at the time. */
  readonly reviews: number;
  /** Of these, the latest, which the fit did not see. */
  readonly heldOut: number;
  /** Mean log loss on them, ≥ 0, by the fitted parameters and by the usual ones. */
  readonly loss: number;
  readonly usualLoss: number;
}

/** When a learner wants to be reminded. */
export interface Habit {
  readonly learner: Learner;
  /** Where to remind. */
  readonly chat: string;
  /** Minutes after midnight in `zone`, 0 … 1,439; null: never. */
  readonly remindAtMinute: number | null;
  /** IANA name (`Asia/Shanghai`) or offset (`+08:00`). */
  readonly zone: string;
  readonly pausedUntil: Date | null;
  /** null: the usual one. */
  readonly pace: Pace | null;
  /** FSRS fitted to this learner's answers; null: not yet. */
  readonly memory: MemoryFit | null;
}

/** Something a learner is told once. */
export type Notice =
  /** `fact`: the span that the item stood on; nobody is told twice of one. Absent: a maintainer took the item out. */
  | { readonly kind: 'retired' | 'changed'; readonly question: string; readonly fact?: string }
  | { readonly kind: 'decided'; readonly question: string; readonly verdict: DisputeVerdict };

/** The decision of a maintainer on a dispute: the item goes, stays, or its source was mended. */
export type DisputeVerdict = 'retired' | 'dismissed' | 'fixed';

/** An item that a learner reported or that its statistics flag. */
export interface Dispute {
  readonly id: number;
  readonly item: Item;
  /** How many learners reported it; 0: statistics alone did. */
  readonly reports: number;
  /** What they found wrong with it, in their words, each once. */
  readonly reasons: readonly string[];
}

/** Items of one kind and district, of which every paper holds `count`. */
export interface Stratum {
  readonly count: number;
  readonly items: readonly Item[];
}

/** An exam. */
export interface Exam {
  /** `[A-Z0-9]{4,12}`. */
  readonly code: string;
  readonly channel: string;
  readonly madeBy: string;
  readonly madeAt: Date;
  /** Nothing is revealed before. */
  readonly endsAt: Date;
  /** Time for one paper, in minutes. */
  readonly minutes: number;
  readonly seed: number;
  /** What it is about, in words; empty: everything. */
  readonly about: string;
  readonly strata: readonly Stratum[];
  readonly rules: ExamRules;
}
