// Learners' data in the state file, from the modules that hold its parts.
import type Database from 'better-sqlite3';
import { type Banks, openBanks } from './banks/banks.ts';
import { type Cards, openCards, openCardWriter } from './learning-cards.ts';
import { type Exams, openExams } from './learning-exams.ts';
import { type Disputes, openDisputes } from './learning-item-reports.ts';
import { openKeptItems } from './learning-items.ts';
import {
  type AnswerHistory,
  type Habits,
  type Notices,
  openHabits,
  openHistory,
  openNotices,
} from './learning-people.ts';
import { openQuestions, type PosedQuestions } from './learning-questions.ts';
import { openSets, type Sets } from './learning-sets.ts';

/** Everything that is kept of learners. */
export interface Learning {
  readonly questions: PosedQuestions;
  readonly sets: Sets;
  readonly cards: Cards;
  readonly history: AnswerHistory;
  readonly habits: Habits;
  readonly notices: Notices;
  readonly disputes: Disputes;
  readonly exams: Exams;
  readonly banks: Banks;
}

/** The learners' data in an open state file. */
export function openLearning(database: Database.Database): Learning {
  const items = openKeptItems(database);
  const cards = openCardWriter(database, items);
  return {
    questions: openQuestions(database, { items, cards }),
    sets: openSets(database, items),
    cards: openCards(database, items),
    history: openHistory(database),
    habits: openHabits(database),
    notices: openNotices(database),
    disputes: openDisputes(database, items),
    exams: openExams(database, { items, cards }),
    banks: openBanks(database),
  };
}
