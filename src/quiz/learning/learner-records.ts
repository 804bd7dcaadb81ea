// Learners' history, habits and notices; disputed items; exams. Interfaces only: `store/learning-*.ts` keep them on disk.

import type { Item, ItemId } from '../types.ts';
import type { Learner, PracticeSet } from './question-records.ts';
import type { Schedule } from './schedule.ts';

/** What is known of the answers given, for progress and statistics. Answers of exams that have not ended are left out. */
export interface AnswerHistory {
  /** A learner's answers, oldest first. */
  of(learner: Learner, at: Date): readonly HistoryEntry[];
  /** Everybody's latest, oldest first: some tens of thousands at most. */
  all(at: Date): readonly (HistoryEntry & { readonly learner: string })[];
}

/** One answer in the history. */
export interface HistoryEntry {
  readonly itemId: ItemId;
  readonly district: string | null;
  readonly topic: string;
  readonly isRight: boolean;
  readonly at: Date;
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
}

/** Habits and notices. */
export interface Habits {
  /** null: the learner has set nothing. */
  of(learner: Learner): Habit | null;
  set(habit: Habit): void;
  /** Those on a channel who want to be reminded. */
  reminded(channel: string): readonly Habit[];
}

/** Something a learner is told once. */
export type Notice =
  /** `fact`: the span that the item stood on; nobody is told twice of one. Absent: a maintainer took the item out. */
  | { readonly kind: 'retired' | 'changed'; readonly question: string; readonly fact?: string }
  | { readonly kind: 'decided'; readonly question: string; readonly verdict: DisputeVerdict };

/** Notices that wait for their learner. */
export interface Notices {
  /** Takes the first that wait, at most so many: they are not told again; `left` wait on. */
  take(learner: Learner, most: number): { readonly notices: readonly Notice[]; readonly left: number };
  /** Learners on a channel for whom notices wait. */
  waiting(channel: string): readonly Learner[];
}

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

/** Disputes about items, open until a maintainer decides. */
export interface Disputes {
  /** Reports an item; by null: statistics do, unless it was decided about before. False where it was reported already. */
  report(item: Item, by: Learner | null, at: Date): boolean;
  /** Adds to the learner's open report what is wrong; nothing where they reported none. @param reason ≤ 200 characters */
  explain(item: ItemId, by: Learner, reason: string): void;
  find(id: number): Dispute | null;
  /** Open disputes, most reported first. */
  open(): readonly Dispute[];
  /** Decides; reporters are told once. Cards of a retired item go, those of a mended one are due at once. False where nothing of this id is open. */
  decide(id: number, verdict: DisputeVerdict, at: Date): boolean;
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
}

/** Exams and their papers. */
export interface Exams {
  make(exam: Exam): void;
  find(code: string): Exam | null;
  /** A maker's exams, latest first. */
  latest(channel: string, most: number): readonly Exam[];
  /** The papers of an exam, in the order in which they were begun. */
  papers(code: string): readonly PracticeSet[];
  /** Ends it early. */
  end(code: string, at: Date): void;
  /** Items that an exam which has not ended may put: practice must not reveal them. */
  reserved(at: Date): ReadonlySet<ItemId>;
  /** Enters the answers of ended exams into cards, each exam once. */
  settleEnded(at: Date, review: (before: Schedule | null, isRight: boolean, at: Date) => Schedule): void;
}
