// Progress of a learner by district and topic, and the score of a set, as data: a channel draws it.

import type { Item } from '../types.ts';
import { dayOf, streakOf } from './days.ts';
import type { Card, HistoryEntry, SetQuestion } from './records.ts';
import { isMastered } from './schedule.ts';
import { dueCards } from './session.ts';

/** One district's or topic's line. */
export interface ProgressLine {
  /** null: reports without a district. */
  readonly name: string | null;
  /** Items there are. */
  readonly items: number;
  /** Of these items, those that the learner has answered. */
  readonly seen: number;
  readonly mastered: number;
  readonly due: number;
  readonly answers: number;
  readonly right: number;
}

/** A learner's progress. */
export interface LearnerProgress {
  readonly all: ProgressLine;
  /** Most answered first; all districts that have items. */
  readonly districts: readonly ProgressLine[];
  /** Most answered first; only topics that the learner has answered. */
  readonly topics: readonly ProgressLine[];
  /** Days in a row with an answer, up to today or yesterday. */
  readonly streakDays: number;
}

/** The data from which progress is computed. */
interface ProgressSource {
  readonly items: readonly Item[];
  /** Items that may not be put now (an exam holds them back): they count, but are not due. Default: none. */
  readonly heldBack?: ReadonlySet<Item['id']>;
  readonly cards: readonly Card[];
  readonly history: readonly HistoryEntry[];
  readonly now: Date;
  /** IANA name of the learner's time zone. */
  readonly zone: string;
}

/** Returns the progress of a learner. */
export function progressOf({
  items,
  cards,
  history,
  now,
  zone,
  heldBack = new Set(),
}: ProgressSource): LearnerProgress {
  const ids = new Set(items.map(({ id }) => id));
  const live = cards.filter(({ item }) => ids.has(item.id));
  const due = dueCards(live, items, now).filter(({ item }) => !heldBack.has(item.id));
  const lineOf = (name: string | null, isOwn: (of: LabelledAnswer) => boolean): ProgressLine => {
    const own = live.filter(({ item }) => isOwn(item));
    const answers = history.filter(isOwn);
    return {
      name,
      items: items.filter(isOwn).length,
      seen: own.length,
      mastered: own.filter(({ schedule }) => isMastered(schedule)).length,
      due: due.filter(({ item }) => isOwn(item)).length,
      answers: answers.length,
      right: answers.filter(({ isRight }) => isRight).length,
    };
  };
  // Of what was removed there is nothing to say any more.
  const lines = (nameOf: (of: LabelledAnswer) => string | null): ProgressLine[] =>
    [...new Set(items.map(nameOf))]
      .map((name) => lineOf(name, (of) => nameOf(of) === name))
      .sort((a, b) => b.answers - a.answers || b.items - a.items);
  const days = history.map(({ at }) => dayOf(at, zone));
  return {
    all: lineOf(null, () => true),
    districts: lines(({ district }) => district),
    topics: lines(({ topic }) => topic).filter(({ answers }) => answers > 0),
    streakDays: streakOf(days, dayOf(now, zone)),
  };
}

type LabelledAnswer = Pick<Item, 'district' | 'topic'>;

/** The score of a set. */
export interface Tally {
  readonly right: number;
  readonly answered: number;
  readonly all: number;
  /** Sum of the shares that were got right: part marks count. */
  readonly points: number;
  /** Questions that were taken out for all; they are in no other number. */
  readonly withdrawn: number;
  /** Answers that a person is still to judge. */
  readonly doubtful: number;
}

/** Counts the answered and the right questions of a set. @param withdrawn items that count for nobody */
export function tallyOf(setProgress: readonly SetQuestion[], withdrawn: ReadonlySet<Item['id']> = new Set()): Tally {
  const counted = setProgress.filter(({ question }) => !withdrawn.has(question.item.id));
  const attempts = counted.flatMap(({ attempt }) => attempt ?? []);
  return {
    right: attempts.filter(({ isRight }) => isRight).length,
    answered: attempts.length,
    all: counted.length,
    points: attempts.reduce((sum, { share }) => sum + share, 0),
    withdrawn: setProgress.length - counted.length,
    doubtful: attempts.filter(({ isDoubtful }) => isDoubtful).length,
  };
}

/** Returns the points of a tally as they are told, to one decimal. */
export function roundedPoints({ points }: Pick<Tally, 'points'>): number {
  return Math.round(points * 10) / 10;
}

/** True if a tally reaches the share that passes. */
export function hasPassed({ points, all }: Pick<Tally, 'points' | 'all'>, passShare: number): boolean {
  return all > 0 && points / all >= passShare - 1e-9;
}
