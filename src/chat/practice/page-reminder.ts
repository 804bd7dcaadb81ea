// The reminder of a channel that shows what is due while it is open, and sends nothing.
import { minuteOf } from '../../quiz/learning/days.ts';
import { dueCards } from '../../quiz/learning/session.ts';
import type { Turn } from '../turn.ts';
import { learnerOf } from './learner.ts';
import { playableItems } from './posed.ts';
import { tidyCards } from './tidy.ts';

/** What is due, once the learner's hour has come. */
export interface PageReminder {
  readonly due: number;
  readonly text: string;
}

/** Returns what to remind of now; null before the hour, without one, during a pause, and where nothing is due. */
export function pageReminder(turn: Turn): PageReminder | null {
  const { habits, cards } = turn.parts.state.learning;
  const now = turn.parts.now();
  const habit = habits.of(learnerOf(turn));
  if (habit === null || habit.remindAtMinute === null) return null;
  if (habit.pausedUntil !== null && habit.pausedUntil > now) return null;
  if (minuteOf(now, habit.zone) < habit.remindAtMinute) return null;
  tidyCards(turn);
  const due = dueCards(cards.of(learnerOf(turn)), playableItems(turn), now).length;
  return due === 0 ? null : { due, text: turn.wording.reminder(due) };
}
