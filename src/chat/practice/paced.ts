// The pace of a learner in conversation: the next day of a card, balanced over days and apart from its siblings, and what rests.
import { DAY_MS } from '../../durations.ts';
import { dayOf } from '../../quiz/learning/days.ts';
import { countReviews, fitMemory, isFitDue } from '../../quiz/learning/memory-fit.ts';
import { isLeech, paced, REST_DAYS } from '../../quiz/learning/paced-schedule.ts';
import type { PosedQuestion } from '../../quiz/learning/records.ts';
import { reviewerBy, type Schedule } from '../../quiz/learning/schedule.ts';
import type { Item } from '../../quiz/types.ts';
import type { Block } from '../reply.ts';
import type { Turn } from '../turn.ts';
import { habitOf, learnerOf, zoneOf } from './learner.ts';

/** An answer that a schedule follows from. */
interface Answered {
  readonly item: Item;
  readonly isRight: boolean;
  readonly at: Date;
}

/** Returns a card's schedule after an answer: FSRS's own day, moved to a quieter one near it and away from its siblings. */
export function nextSchedule(before: Schedule | null, { item, isRight, at }: Answered, turn: Turn): Schedule {
  const zone = zoneOf(turn);
  const loads = new Map<string, number>();
  const siblings = new Set<string>();
  for (const { item: other, schedule } of turn.parts.state.learning.cards.of(learnerOf(turn))) {
    if (other.id === item.id) continue;
    const day = dayOf(new Date(schedule.dueAt), zone);
    loads.set(day, (loads.get(day) ?? 0) + 1);
    if (other.spanHash === item.spanHash) siblings.add(day);
  }
  const dayIn = (days: number): string => dayOf(new Date(at.getTime() + days * DAY_MS), zone);
  return paced(reviewerBy(habitOf(turn).memory?.parameters ?? null)(before, isRight, at), {
    before,
    isRight,
    at,
    loadOn: (days) => loads.get(dayIn(days)) ?? 0,
    hasSiblingOn: (days) => siblings.has(dayIn(days)),
  });
}

/** Returns the notice that a question rests because it was missed again and again; none otherwise. */
export function restedNote({ item }: PosedQuestion, turn: Turn): Block[] {
  const card = turn.parts.state.learning.cards.of(learnerOf(turn)).find((one) => one.item.id === item.id);
  return card !== undefined && isLeech(card.schedule) ? [{ kind: 'notice', text: turn.wording.rested(REST_DAYS) }] : [];
}

/** Fits FSRS to the learner's answers where that is due. What was tried is kept, better or not, until there are so many more; where no optimizer is installed nothing is. */
export async function refitMemory(turn: Turn): Promise<void> {
  const { history, habits } = turn.parts.state.learning;
  const learner = learnerOf(turn);
  const zone = zoneOf(turn);
  const dayIn = (at: Date): string => dayOf(at, zone);
  const answers = history.of(learner, turn.parts.now());
  if (!isFitDue(countReviews(answers, dayIn), habitOf(turn).memory)) return;
  const memory = await fitMemory(answers, dayIn);
  if (memory !== null) habits.set({ ...habitOf(turn), memory });
}
