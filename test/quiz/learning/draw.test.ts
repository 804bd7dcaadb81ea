import { expect, test } from 'vitest';
import { drawItems } from '../../../src/quiz/learning/draw.ts';
import { givesAway } from '../../../src/quiz/learning/exam.ts';
import { ITEMS } from '../made-up-cases.ts';
import { fillIn, single } from '../made-up-items.ts';

test('a draw is of different items, the same for the same seed', () => {
  const drawn = drawItems(ITEMS, { count: 10, seed: 's' });
  expect(new Set(drawn).size).toBe(10);
  expect(drawItems(ITEMS, { count: 10, seed: 's' })).toEqual(drawn);
  expect(drawItems(ITEMS, { count: 10, seed: 't' })).not.toEqual(drawn);
});

test('without a count it is all of them in their order, without bound all of them', () => {
  expect(drawItems(ITEMS)).toEqual(ITEMS);
  expect(drawItems(ITEMS, { count: Number.POSITIVE_INFINITY, seed: 's' })).toHaveLength(ITEMS.length);
});

test('no two drawn stand on one sentence, and none gives another away, however many are wanted', () => {
  const drawn = drawItems(ITEMS, { count: 500, seed: 's' });
  expect(new Set(drawn.map(({ spanHash }) => spanHash)).size).toBe(drawn.length);
  for (const one of drawn)
    for (const other of drawn) if (one !== other) expect(givesAway(one, other), one.question).toBe(false);
});

test('leaves out what would give a drawn one away, and keeps what would not', () => {
  const asked = fillIn(1, { accepted: ['项目管家'], question: '柳溪区推行“____”制度。' });
  const telling = single(2, { question: '2031年，柳溪区推行“项目管家”制度，服务项目（　）。' });
  expect(drawItems([asked, telling], { count: 2 })).toHaveLength(1);
  expect(drawItems([asked, { ...telling, question: '2031年，柳溪区服务项目（　）。' }], { count: 2 })).toHaveLength(2);
});
