// How far a learner is, by district and topic, as data: a channel draws it.

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

/** What progress is made of. */
export interface ProgressSource {
  readonly items: readonly Item[];
  /** Items that may not be put now (an exam holds them back): they count, but are not due. Default: none. */
  readonly heldBack?: ReadonlySet<Item['id']>;
  readonly cards: readonly Card[];
  readonly history: readonly HistoryEntry[];
  readonly now: Date;
  /** IANA name of the learner's time zone. */
  readonly zone: string;
}

/** The progress of a learner. */
export function progressOf({
  items,
  cards: all,
  history,
  now,
  zone,
  heldBack = new Set(),
}: ProgressSource): LearnerProgress {
  const live = new Set(items.map(({ id }) => id));
  const cards = all.filter(({ item }) => live.has(item.id));
  const due = dueCards(cards, items, now).filter(({ item }) => !heldBack.has(item.id));
  const lines = (nameOf: (of: Pick<Item, 'district' | 'topic'>) => string | null): ProgressLine[] => {
    // Of what was removed there is nothing to say any more.
    const names = new Set(items.map(nameOf));
    const line = (name: string | null): ProgressLine => {
      const isOf = (of: Pick<Item, 'district' | 'topic'>): boolean => nameOf(of) === name;
      const own = { items: items.filter(isOf), history: history.filter(isOf) };
      return lineOf(name, {
        ...own,
        cards: cards.filter(({ item }) => isOf(item)),
        due: due.filter(({ item }) => isOf(item)),
      });
    };
    return [...names].map(line).sort((a, b) => b.answers - a.answers || b.items - a.items);
  };
  const days = history.map(({ at }) => dayOf(at, zone));
  return {
    all: lineOf(null, { items, history, cards, due }),
    districts: lines(({ district }) => district),
    topics: lines(({ topic }) => topic).filter(({ answers }) => answers > 0),
    streakDays: streakOf(days, dayOf(now, zone)),
  };
}

interface LineParts {
  readonly items: readonly Item[];
  readonly history: readonly HistoryEntry[];
  readonly cards: readonly Card[];
  readonly due: readonly Card[];
}

function lineOf(name: string | null, { items, history, cards, due }: LineParts): ProgressLine {
  return {
    name,
    items: items.length,
    seen: cards.length,
    mastered: cards.filter(({ schedule }) => isMastered(schedule)).length,
    due: due.length,
    answers: history.length,
    right: history.filter(({ isRight }) => isRight).length,
  };
}

/** The score of a set. */
export interface Tally {
  readonly right: number;
  readonly answered: number;
  readonly all: number;
}

/** Counts the answered and the right questions of a set. */
export function tallyOf(setProgress: readonly SetQuestion[]): Tally {
  const attempts = setProgress.flatMap(({ attempt }) => attempt ?? []);
  return {
    right: attempts.filter(({ isRight }) => isRight).length,
    answered: attempts.length,
    all: setProgress.length,
  };
}
