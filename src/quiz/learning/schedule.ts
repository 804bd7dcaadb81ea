// When a learner sees a fact again: FSRS (ts-fsrs), right → Good, wrong → Again, one step of ten minutes. It draws no items and keeps nothing.
import { createEmptyCard, type Card as FsrsCard, fsrs, Rating } from 'ts-fsrs';

/** A learner's memory of one fact, as FSRS describes it. Plain data: JSON with times in milliseconds since 1970. */
export interface Schedule {
  readonly dueAt: number;
  /** Days after which the fact is remembered with the wanted probability, > 0 once reviewed. */
  readonly stability: number;
  /** 1 … 10 once reviewed. */
  readonly difficulty: number;
  readonly elapsedDays: number;
  readonly scheduledDays: number;
  readonly learningSteps: number;
  readonly reviews: number;
  readonly lapses: number;
  /** FSRS's own: 0 new, 1 learning, 2 review, 3 relearning. */
  readonly state: number;
  readonly lastReviewAt: number | null;
  /** Wrong answers that outweigh the right ones, for `paced-schedule.ts`; absent: none. */
  readonly misses?: number;
}

/** Facts that are to be remembered longer than this without a review count as mastered. */
const MASTERED_DAYS = 21;

// Fuzz off: the same answers give the same schedule, on every machine. One step: who knows an item at once meets it another day,
// not ten minutes later; who does not meets it again on the same day.
const STEPS = { enable_fuzz: false, learning_steps: ['10m'], relearning_steps: ['10m'] } as const;

/** Returns the schedule after an answer at a time; null: the first answer. */
export type Reviewer = (before: Schedule | null, isRight: boolean, at: Date) => Schedule;

/** Returns what schedules by a learner's own parameters of FSRS. @param parameters 21 of them; null: the usual ones */
export function reviewerBy(parameters: readonly number[] | null): Reviewer {
  const scheduler = fsrs(parameters === null ? STEPS : { ...STEPS, w: parameters });
  return (before, isRight, at) => {
    const card = before === null ? createEmptyCard(at) : toCard(before);
    return fromCard(scheduler.next(card, at, isRight ? Rating.Good : Rating.Again).card);
  };
}

/** Schedules by the usual parameters. */
export const reviewed: Reviewer = reviewerBy(null);

/** True if a fact sits: it is in review and its stability is at least `MASTERED_DAYS`. */
export function isMastered({ state, stability }: Schedule): boolean {
  return state === 2 && stability >= MASTERED_DAYS;
}

function toCard(schedule: Schedule): FsrsCard {
  const { dueAt, stability, difficulty, elapsedDays, scheduledDays, learningSteps, reviews, lapses, state } = schedule;
  return {
    due: new Date(dueAt),
    stability,
    difficulty,
    elapsed_days: elapsedDays,
    scheduled_days: scheduledDays,
    learning_steps: learningSteps,
    reps: reviews,
    lapses,
    state,
    ...(schedule.lastReviewAt === null ? {} : { last_review: new Date(schedule.lastReviewAt) }),
  };
}

function fromCard(card: FsrsCard): Schedule {
  return {
    dueAt: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    elapsedDays: card.elapsed_days,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reviews: card.reps,
    lapses: card.lapses,
    state: card.state,
    lastReviewAt: card.last_review?.getTime() ?? null,
  };
}
