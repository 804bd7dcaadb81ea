import { createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import { describe, expect, test } from 'vitest';
import { isMastered, reviewed, type Schedule } from '../../../src/quiz/learning/schedule.ts';

const START = new Date('2031-03-01T08:00:00Z');

/** Recorded histories: hours since the answer before, and whether the answer was right. */
const HISTORIES: Readonly<Record<string, readonly (readonly [hours: number, isRight: boolean])[]>> = {
  'always right, on time': [
    [0, true],
    [0.2, true],
    [48, true],
    [240, true],
    [900, true],
    [2_500, true],
  ],
  'always wrong': [
    [0, false],
    [0.1, false],
    [0.1, false],
    [24, false],
    [72, false],
  ],
  'wrong first, then learned': [
    [0, false],
    [0.1, true],
    [0.3, true],
    [24, true],
    [120, true],
  ],
  'lapses after months': [
    [0, true],
    [0.2, true],
    [72, true],
    [400, true],
    [3_000, false],
    [0.2, true],
    [48, true],
  ],
  'long overdue': [
    [0, true],
    [9_000, true],
    [9_000, true],
    [20_000, false],
  ],
  'at the same moment': [
    [0, true],
    [0, true],
    [0, false],
    [0, true],
  ],
};

function theirs(history: (typeof HISTORIES)[string]): Schedule[] {
  const scheduler = fsrs({ enable_fuzz: false, learning_steps: ['10m'], relearning_steps: ['10m'] });
  let card = createEmptyCard(START);
  let at = START.getTime();
  return history.map(([hours, isRight]) => {
    at += hours * 3_600_000;
    const grade: Grade = isRight ? Rating.Good : Rating.Again;
    card = scheduler.repeat(card, new Date(at))[grade].card;
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
  });
}

function ours(history: (typeof HISTORIES)[string]): Schedule[] {
  let schedule: Schedule | null = null;
  let at = START.getTime();
  return history.map(([hours, isRight]) => {
    at += hours * 3_600_000;
    // Through JSON, as it lies on disk.
    schedule = JSON.parse(JSON.stringify(reviewed(schedule, isRight, new Date(at)))) as Schedule;
    return schedule;
  });
}

describe('a schedule', () => {
  test.each(Object.entries(HISTORIES))('is FSRS’s own for a learner who is %s', (_, history) => {
    expect(ours(history)).toEqual(theirs(history));
  });

  test('is FSRS’s own for 500 histories at random', () => {
    let seed = 7;
    const chance = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      return seed / 2_147_483_647;
    };
    for (let n = 0; n < 500; n++) {
      const history = Array.from(
        { length: 1 + Math.floor(chance() * 12) },
        () => [chance() ** 3 * 4_000, chance() < 0.8] as const,
      );
      expect(ours(history)).toEqual(theirs(history));
    }
  });

  test('comes back soon after a wrong answer, and ever later after right ones', () => {
    const wrong = reviewed(null, false, START);
    expect(wrong.dueAt - START.getTime()).toBeLessThanOrEqual(10 * 60_000);
    const dues = ours(HISTORIES['always right, on time'] ?? []).map(({ scheduledDays }) => scheduledDays);
    expect(dues).toEqual([...dues].sort((a, b) => a - b));
    expect(dues.at(-1)).toBeGreaterThan(30);
  });

  test('counts as mastered once it holds for three weeks, not before, and not after a lapse', () => {
    const right = ours(HISTORIES['always right, on time'] ?? []);
    expect(right.map(isMastered)).toEqual([false, false, false, true, true, true]);
    const lapsed = ours(HISTORIES['lapses after months'] ?? [])[4] as Schedule;
    expect([lapsed, { ...lapsed, stability: 400 }].map(isMastered)).toEqual([false, false]);
  });
});
