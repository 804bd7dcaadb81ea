// The learner of a turn: who it is, by which clock, with which rights and papers.
import { DEFAULT_ZONE, dayOf } from '../../quiz/learning/days.ts';
import { difficultyBy } from '../../quiz/learning/difficulty.ts';
import { type DayDone, type DayLeft, doneOn, leftToday, reviewsByDay, USUAL_PACE } from '../../quiz/learning/pace.ts';
import type { Exam, Habit, HistoryEntry, Learner, Pace, PracticeSet } from '../../quiz/learning/records.ts';
import { statisticsOf } from '../../quiz/learning/statistics.ts';
import type { Difficulty } from '../../quiz/quiz-words.ts';
import type { Item } from '../../quiz/types.ts';
import { judge } from '../access/policy.ts';
import type { Turn } from '../turn.ts';

/** Returns the learner who speaks. */
export function learnerOf({ speaker: { channel, user } }: Pick<Turn, 'speaker'>): Learner {
  return { channel, user };
}

/** Returns the learner's habit; what has never been set is blank. */
export function habitOf(turn: Turn): Habit {
  const learner = learnerOf(turn);
  const blank = { chat: turn.speaker.chat, remindAtMinute: null, zone: DEFAULT_ZONE, pausedUntil: null };
  return turn.parts.state.learning.habits.of(learner) ?? { learner, ...blank, pace: null, memory: null };
}

/** Returns the learner's time zone. */
export function zoneOf(turn: Turn): string {
  return turn.parts.state.learning.habits.of(learnerOf(turn))?.zone ?? DEFAULT_ZONE;
}

/** Returns the learner's pace. */
export function paceOf(turn: Turn): Pace {
  return turn.parts.state.learning.habits.of(learnerOf(turn))?.pace ?? USUAL_PACE;
}

/** Returns what the learner has done today, by their own clock. */
export function dayDone(turn: Turn): DayDone {
  const now = turn.parts.now();
  return doneOn(turn.parts.state.learning.history.of(learnerOf(turn), now), isTodayOf(turn));
}

/** Returns what the learner's pace leaves of today. */
export function dayLeft(turn: Turn): DayLeft {
  const now = turn.parts.now();
  const history = turn.parts.state.learning.history.of(learnerOf(turn), now);
  const zone = zoneOf(turn);
  const today = dayOf(now, zone);
  const dayIn = (at: Date): string => dayOf(at, zone);
  const done = doneOn(history, (at) => dayIn(at) === today);
  const isEarlier = ({ at }: HistoryEntry): boolean => dayIn(at) !== today;
  return leftToday(paceOf(turn), done, reviewsByDay(history.filter(isEarlier), dayIn));
}

/** Returns whether a moment lies on the learner's today. */
export function isTodayOf(turn: Turn): (at: Date) => boolean {
  const zone = zoneOf(turn);
  const today = dayOf(turn.parts.now(), zone);
  return (at) => dayOf(at, zone) === today;
}

/** Returns what tells how hard items are, by everybody's first answers. */
export function difficultyFor({ parts }: Turn): (item: Item) => Difficulty {
  return difficultyBy(statisticsOf(parts.state.learning.history.all(parts.now())));
}

/** True if the speaker may set exams and see everybody's results. */
export function isExaminer({ role, place }: Turn): boolean {
  return judge('examine', { role, place, isApproved: true }) === 'allowed';
}

/** Returns the speaker's paper of an exam; null: none. */
export function ownPaper({ code }: Exam, turn: Turn): PracticeSet | null {
  const { channel, user } = turn.speaker;
  const papers = turn.parts.state.learning.exams.papers(code);
  return papers.find(({ learner }) => learner.channel === channel && learner.user === user) ?? null;
}
