// What is kept of learners, in the state file: the rooms of it stand in files of their own.
import type Database from 'better-sqlite3';
import type { Learning } from '../../quiz/learning/learning-records.ts';
import { openCards, openCardWriter } from './learning-cards.ts';
import { openExams } from './learning-exams.ts';
import { openDisputes } from './learning-item-reports.ts';
import { openKeptItems } from './learning-items.ts';
import { openHabits, openHistory, openNotices } from './learning-people.ts';
import { openQuestions } from './learning-questions.ts';
import { openSets } from './learning-sets.ts';

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
  };
}
