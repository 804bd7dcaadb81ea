import { expect, test } from 'vitest';
import { doneOn, leftToday, readPace, spansOn, USUAL_PACE } from '../../../src/quiz/learning/pace.ts';
import type { HistoryEntry } from '../../../src/quiz/learning/records.ts';
import { reviewed } from '../../../src/quiz/learning/schedule.ts';
import type { ItemId } from '../../../src/quiz/types.ts';
import { single } from '../made-up-items.ts';

const TODAY = new Date('2031-03-02T08:00:00Z');
const YESTERDAY = new Date('2031-03-01T08:00:00Z');
const isToday = (at: Date): boolean => at >= new Date('2031-03-02T00:00:00Z');
const entry = (n: number, at: Date): HistoryEntry => ({
  itemId: `item-${n}` as ItemId,
  district: null,
  topic: '',
  isRight: true,
  at,
});

test.each([
  ['新题 10 复习 60 目标 20', { newPerDay: 10, reviewsPerDay: 60, goal: 20 }],
  ['new 5', { newPerDay: 5, reviewsPerDay: null, goal: null }],
  ['新题 0', { newPerDay: 0, reviewsPerDay: null, goal: null }],
  ['复习 不限', { newPerDay: null, reviewsPerDay: null, goal: null }],
])('%s is read', (words, pace) => expect(readPace(words, USUAL_PACE)).toEqual(pace));

test.each(['', '十道', '新题 101', '复习 0', 'goal 501'])('%j is no pace', (words) => {
  expect(readPace(words, USUAL_PACE)).toBeNull();
});

test('what is not named stays as it was', () => {
  expect(readPace('goal 9', { newPerDay: 3, reviewsPerDay: 4, goal: null })).toEqual({
    newPerDay: 3,
    reviewsPerDay: 4,
    goal: 9,
  });
});

test('an item is new on the day it is met, a review later, and neither when it comes twice', () => {
  const history = [entry(1, YESTERDAY), entry(1, TODAY), entry(2, TODAY), entry(2, TODAY)];
  expect(doneOn(history, isToday)).toEqual({ fresh: 1, reviews: 1, answers: 3 });
  expect(leftToday({ newPerDay: 3, reviewsPerDay: 1, goal: null }, doneOn(history, isToday))).toEqual({
    fresh: 2,
    reviews: 0,
  });
  expect(leftToday(USUAL_PACE, doneOn(history, isToday)).fresh).toBe(Number.POSITIVE_INFINITY);
});

test('the sentences of today are those whose cards were answered today', () => {
  const cards = [TODAY, YESTERDAY].map((at, n) => ({
    item: single(n),
    schedule: reviewed(null, true, at),
    isRight: true,
  }));
  expect([...spansOn(cards, isToday)]).toEqual([['span-0', new Set(['item-0'])]]);
});
