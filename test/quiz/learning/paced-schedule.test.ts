import { expect, test } from 'vitest';
import { isLeech, type PacedOptions, paced, REST_DAYS, spreadOf } from '../../../src/quiz/learning/paced-schedule.ts';
import { reviewed, type Schedule } from '../../../src/quiz/learning/schedule.ts';

const DAY_MS = 86_400_000;
const AT = new Date('2031-03-01T08:00:00Z');
const QUIET: Omit<PacedOptions, 'before' | 'isRight' | 'at'> = { loadOn: () => 0, hasSiblingOn: () => false };

function inDays(days: number): Schedule {
  return { ...reviewed(null, true, AT), state: 2, dueAt: AT.getTime() + days * DAY_MS, lastReviewAt: AT.getTime() };
}
const daysOf = ({ dueAt }: Schedule): number => Math.round((dueAt - AT.getTime()) / DAY_MS);

test('a card keeps FSRS’s own day where no other is quieter', () => {
  expect(paced(inDays(10), { ...QUIET, before: null, isRight: true, at: AT })).toEqual(inDays(10));
});

test('a full day is stepped aside for, by little', () => {
  const loadOn = (days: number): number => (days === 10 ? 5 : days === 11 ? 1 : 3);
  expect(daysOf(paced(inDays(10), { ...QUIET, loadOn, before: null, isRight: true, at: AT }))).toBe(11);
  const farAway = (days: number): number => (days === 14 ? 0 : 5);
  expect(daysOf(paced(inDays(10), { ...QUIET, loadOn: farAway, before: null, isRight: true, at: AT }))).toBe(10);
});

test('short intervals stay, unless a sibling is due on that day', () => {
  const loadOn = (days: number): number => (days === 2 ? 9 : 0);
  expect(daysOf(paced(inDays(2), { ...QUIET, loadOn, before: null, isRight: true, at: AT }))).toBe(2);
  const hasSiblingOn = (days: number): boolean => days === 2;
  expect(daysOf(paced(inDays(2), { ...QUIET, hasSiblingOn, before: null, isRight: true, at: AT }))).not.toBe(2);
});

test('the spread grows with the interval, as in Anki', () => {
  expect([1, 2.5, 7, 20, 60].map((days) => Math.round(spreadOf(days) * 100) / 100)).toEqual([0, 1, 1.67, 2.97, 4.97]);
});

test('what is missed six times rests for two weeks, and begins anew', () => {
  let schedule: Schedule | null = null;
  const seen: boolean[] = [];
  for (let n = 0; n < 7; n += 1) {
    const at = new Date(AT.getTime() + n * DAY_MS * 20);
    schedule = paced(reviewed(schedule, false, at), { ...QUIET, before: schedule, isRight: false, at });
    seen.push(isLeech(schedule));
    if (n === 5) expect((schedule.dueAt - at.getTime()) / DAY_MS).toBe(REST_DAYS);
  }
  expect(seen).toEqual([false, false, false, false, false, true, false]);
});

test('right answers outweigh misses', () => {
  const once = paced(reviewed(null, false, AT), { ...QUIET, before: null, isRight: false, at: AT });
  expect(once.misses).toBe(1);
  const later = new Date(AT.getTime() + DAY_MS);
  expect(
    paced(reviewed(once, true, later), { ...QUIET, before: once, isRight: true, at: later }).misses,
  ).toBeUndefined();
});
