// What is kept of learners: sets of questions, answers, cards, exams, faults, habits. Interfaces only: `store/learning.ts` keeps them on disk.
import type { Exams, Faults, Habits, History, Notices } from './learner-records.ts';
import type { Cards, Questions, Sets } from './question-records.ts';

export type {
  Answered,
  Exam,
  Exams,
  Fault,
  Faults,
  FaultVerdict,
  Habit,
  Habits,
  History,
  Notice,
  Notices,
  Stratum,
} from './learner-records.ts';
export type {
  Arrival,
  Attempt,
  Card,
  CardChange,
  Cards,
  Graded,
  Learner,
  PracticeSet,
  Purpose,
  Question,
  Questions,
  Sets,
  Settled,
  Standing,
} from './question-records.ts';

/** Everything that is kept of learners. */
export interface Learning {
  readonly questions: Questions;
  readonly sets: Sets;
  readonly cards: Cards;
  readonly history: History;
  readonly habits: Habits;
  readonly notices: Notices;
  readonly faults: Faults;
  readonly exams: Exams;
}
