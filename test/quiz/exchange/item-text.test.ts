import { expect, test } from 'vitest';
import {
  explanationWithSource,
  itemOfText,
  readExplanation,
  textOfItem,
} from '../../../src/quiz/exchange/item-text.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { fillIn, order, several, shortAnswer, single, trueFalse } from '../made-up-items.ts';

const back = (item: Item): Item | string => itemOfText(textOfItem(item), item.citation);

test.each([single(1), trueFalse(2), several(3), order(4), fillIn(5), shortAnswer(6)])(
  'an item comes back out of its texts (%#)',
  (item) => {
    const again = back(item);
    if (typeof again === 'string') throw new Error(again);
    expect(textOfItem(again)).toEqual(textOfItem(item));
    expect(again.spanHash).toMatch(/^[0-9a-f]{64}$/u);
  },
);

test.each([
  [{ question: ' ' }, 'question'],
  [{ question: '问'.repeat(301) }, 'question'],
  [{ right: [] }, 'right'],
  [{ right: ['99处'] }, 'right'],
  [{ options: ['12处'] }, 'options'],
  [{ options: ['12处', '12处'] }, 'options'],
  [{ right: ['10处', '12处'] }, 'right'],
] as const)('texts that make no item say why (%j)', (change, fault) => {
  const item = single(1);
  expect(itemOfText({ ...textOfItem(item), ...change }, item.citation)).toBe(fault);
});

test('an explanation carries its source there and back', () => {
  const text = { ...textOfItem(single(1)), explanation: '因为如此。', title: '题', quote: '原话“引”话' };
  expect(readExplanation(explanationWithSource(text))).toEqual({
    explanation: '因为如此。',
    title: '题',
    quote: '原话“引”话',
  });
  expect(readExplanation('只有理由')).toEqual({ explanation: '只有理由', title: '', quote: '' });
});
