// A learner's pace: how much that is new and how many reviews a day, the goal, and what has been done of them today. Pure.
import type { Card, HistoryEntry, Pace } from './records.ts';

/** The pace of who has set none. */
export const USUAL_PACE: Pace = { newPerDay: null, reviewsPerDay: null, goal: null };
/** The bounds of a pace. */
export const PACE_LIMITS = { newPerDay: 100, reviewsPerDay: 500, goal: 500 } as const;

const WORDS = {
  newPerDay: /(?:new|新题)\s*[=:：]?\s*(\d{1,3}|off|不限)/iu,
  reviewsPerDay: /(?:reviews?|复习)\s*[=:：]?\s*(\d{1,3}|off|不限)/iu,
  goal: /(?:goal|目标)\s*[=:：]?\s*(\d{1,3}|off|不设|不限)/iu,
} as const;

/** Reads a pace out of words, on top of the one before; null: nothing is said, or a number is out of bounds. @example readPace('新题 10 复习 60', USUAL_PACE) */
export function readPace(words: string, before: Pace): Pace | null {
  const text = words.normalize('NFKC');
  let pace = before;
  let isRead = false;
  for (const field of ['newPerDay', 'reviewsPerDay', 'goal'] as const) {
    const said = WORDS[field].exec(text)?.[1];
    if (said === undefined) continue;
    const value = /^\d/u.test(said) ? Number(said) : null;
    if (value !== null && (value > PACE_LIMITS[field] || (field !== 'newPerDay' && value < 1))) return null;
    pace = { ...pace, [field]: value };
    isRead = true;
  }
  return isRead ? pace : null;
}

/** What a learner has done today. */
export interface DayDone {
  /** Items met for the first time. */
  readonly fresh: number;
  /** Items met before today that were answered, each once. */
  readonly reviews: number;
  readonly answers: number;
}

/** Counts what was done on a day. @param history oldest first @param isToday true for moments of the day */
export function doneOn(history: readonly HistoryEntry[], isToday: (at: Date) => boolean): DayDone {
  const met = new Set<string>();
  let [fresh, reviews, answers] = [0, 0, 0];
  const today = new Set<string>();
  for (const { itemId, at } of history) {
    if (isToday(at)) {
      answers += 1;
      if (!met.has(itemId)) fresh += 1;
      else if (!today.has(itemId)) reviews += 1;
      today.add(itemId);
    }
    met.add(itemId);
  }
  return { fresh, reviews, answers };
}

/** What may still be put today; infinite where the learner has set no bound. */
export interface DayLeft {
  readonly fresh: number;
  readonly reviews: number;
}

/** Days that tell what a usual day is, and how much fuller than they a day may be: a backlog is spread over several. */
const USUAL_DAYS = 7;
const MAX_GROWTH = 1.15;
/** For each new item a day at least so many reviews. */
const MIN_REVIEWS_EACH = 2;

/**
 * Returns the most reviews of a day: the learner's own bound; without one, for who bounds new items, a quarter more than on usual
 * days, so that days left out do not heap up; else none. @param earlier reviews on earlier days of practice, oldest first
 */
export function reviewsBound({ newPerDay, reviewsPerDay }: Pace, earlier: readonly number[]): number {
  if (reviewsPerDay !== null || newPerDay === null) return reviewsPerDay ?? Number.POSITIVE_INFINITY;
  const usual = earlier.slice(-USUAL_DAYS).sort((a, b) => a - b);
  const median = usual[usual.length >> 1] ?? 0;
  return Math.max(MIN_REVIEWS_EACH * newPerDay, Math.ceil(median * MAX_GROWTH));
}

/** Returns what a pace leaves of a day. @param earlier reviews on earlier days of practice, oldest first */
export function leftToday(pace: Pace, done: DayDone, earlier: readonly number[] = []): DayLeft {
  const { newPerDay } = pace;
  return {
    fresh: newPerDay === null ? Number.POSITIVE_INFINITY : Math.max(0, newPerDay - done.fresh),
    reviews: Math.max(0, reviewsBound(pace, earlier) - done.reviews),
  };
}

/** Returns how many reviews each day of practice held, oldest first. @param history oldest first @param dayOf names the day of a moment */
export function reviewsByDay(history: readonly HistoryEntry[], dayOf: (at: Date) => string): number[] {
  const days = new Map<string, number>();
  const metOn = new Map<string, string>();
  const answered = new Set<string>();
  for (const { itemId, at } of history) {
    const day = dayOf(at);
    const first = metOn.get(itemId) ?? day;
    metOn.set(itemId, first);
    const isReview = first !== day && !answered.has(`${day} ${itemId}`);
    answered.add(`${day} ${itemId}`);
    days.set(day, (days.get(day) ?? 0) + (isReview ? 1 : 0));
  }
  return [...days.values()];
}

/** Returns the spans of what was answered on a day: another item of one of them would give itself away. */
export function spansOn(
  cards: readonly Card[],
  isToday: (at: Date) => boolean,
): ReadonlyMap<string, ReadonlySet<string>> {
  const spans = new Map<string, Set<string>>();
  for (const { item, schedule } of cards) {
    if (schedule.lastReviewAt === null || !isToday(new Date(schedule.lastReviewAt))) continue;
    const ids = spans.get(item.spanHash) ?? new Set<string>();
    spans.set(item.spanHash, ids.add(item.id));
  }
  return spans;
}
