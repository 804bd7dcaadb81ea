// What is kept of learners: sets of questions, answers, cards, exams, disputes, habits. Interfaces only: `store/learning.ts` keeps them on disk.
import type { AnswerHistory, Disputes, Exams, Habits, Notices } from './learner-records.ts';
import type { Cards, PosedQuestions, Sets } from './question-records.ts';

export type {
  AnswerHistory,
  Dispute,
  Disputes,
  DisputeVerdict,
  Exam,
  Exams,
  Habit,
  Habits,
  HistoryEntry,
  Notice,
  Notices,
  Stratum,
} from './learner-records.ts';
export type {
  AnswerArrival,
  Attempt,
  Card,
  CardChange,
  Cards,
  GradedResponse,
  Learner,
  PosedQuestion,
  PosedQuestions,
  PracticeSet,
  Purpose,
  SetQuestion,
  Sets,
  Settled,
} from './question-records.ts';

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
}
