import { expect, test } from 'vitest';
import { readDays } from '../../../src/quiz/learning/days.ts';

test.each([
  ['0', 0],
  ['3', 3],
  ['3天', 3],
  ['三 天', 3],
  ['十日', 10],
  ['两周', 14],
  ['一个月', 30],
  ['2 Weeks', 14],
  ['-1', null],
  ['1.5', null],
  ['永远', null],
  ['', null],
])('%j is %j days', (text, days) => expect(readDays(text)).toBe(days));
