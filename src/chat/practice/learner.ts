// Whose learning a turn is about, and by which clock.
import { DEFAULT_ZONE } from '../../quiz/learning/days.ts';
import type { Learner } from '../../quiz/learning/records.ts';
import type { Turn } from '../turn.ts';

/** The learner who speaks. */
export function learnerOf({ speaker: { channel, user } }: Pick<Turn, 'speaker'>): Learner {
  return { channel, user };
}

/** The learner's time zone. */
export function zoneOf(turn: Turn): string {
  return turn.parts.state.learning.habits.of(learnerOf(turn))?.zone ?? DEFAULT_ZONE;
}
