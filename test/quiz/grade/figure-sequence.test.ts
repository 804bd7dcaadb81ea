import { expect, test } from 'vitest';
import { isSameSequence } from '../../../src/quiz/grade/figure-sequence.ts';

const ACCEPTED = '由31亿元增加到48亿元';
test.each([
  ['31亿到48亿', true],
  ['从31增到48亿元', true],
  ['由48亿元增加到31亿元', false],
  ['由31亿元减少到48亿元', false],
  ['由31万元增加到48万元', false],
  ['没有从31亿元增加到48亿元', false],
  ['增加到48亿元', false],
])('%s: %s', (typed, expected) => {
  expect(isSameSequence(typed, ACCEPTED)).toBe(expected);
});

test.each([
  ['-210亿元,286亿元', '210亿元,286亿元', false],
  ['210亿元,286亿元', '-210亿元,286亿元', false],
  ['由负210亿元到286亿元', '由−210亿元到286亿元', true],
  ['从-3.2%到5%', '由-3.2%转为5%', true],
  ['31亿元-48亿元', '31亿元至48亿元', true],
  ['31-48亿元', '31亿元至48亿元', true],
])('a minus is a part of its figure, a dash between two is none: %s for %s: %s', (typed, accepted, expected) => {
  expect(isSameSequence(typed, accepted)).toBe(expected);
});

test('one figure is no sequence', () => expect(isSameSequence('31亿', '31亿元')).toBe(false));
