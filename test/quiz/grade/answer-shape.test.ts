import { expect, test } from 'vitest';
import { hasShapeOf, wantsFigure } from '../../../src/quiz/grade/answer-shape.ts';
import { fillIn, shortAnswer, single } from '../made-up-items.ts';

test('a letter answers no blank, words answer no figure', () => {
  const figure = fillIn(1, { accepted: ['120处'] });
  const name = fillIn(2, { accepted: ['早餐会'] });
  const latin = fillIn(3, { accepted: ['VIP'] });
  expect(['A', '很多', '一百二十', '12'].map((text) => hasShapeOf(figure, { text }))).toEqual([
    false,
    false,
    true,
    true,
  ]);
  expect(['A', 'ABCD', '茶会'].map((text) => hasShapeOf(name, { text }))).toEqual([false, false, true]);
  expect(hasShapeOf(latin, { text: 'A' })).toBe(true);
  expect(hasShapeOf(shortAnswer(1), { text: 'b' })).toBe(false);
  expect(hasShapeOf(single(1), { options: [0] })).toBe(true);
});

test('an item wants a figure where every accepted answer is one', () => {
  expect(wantsFigure(fillIn(1, { accepted: ['120处', '120'] }))).toBe(true);
  expect(wantsFigure(fillIn(1, { accepted: ['2031年5月'] }))).toBe(true);
  expect(wantsFigure(fillIn(1, { accepted: ['早餐会'] }))).toBe(false);
});
