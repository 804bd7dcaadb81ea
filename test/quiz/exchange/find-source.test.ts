import { expect, test } from 'vitest';
import { findSource } from '../../../src/quiz/exchange/find-source.ts';
import { textOfItem } from '../../../src/quiz/exchange/item-text.ts';
import { makeItems } from '../../../src/quiz/items.ts';
import { LIBRARY } from '../made-up-cases.ts';

const items = makeItems(LIBRARY);

test('an item is found again by its quote, exactly', () => {
  for (const item of items) {
    const source = findSource(textOfItem(item), LIBRARY);
    expect(source?.quote).toBe(item.citation.quote);
  }
});

test('without its quote most items are found where they stand, and none elsewhere', () => {
  const found = items.map((item) => ({ item, source: findSource({ ...textOfItem(item), quote: '' }, LIBRARY) }));
  const placed = found.filter(({ source }) => source !== null);
  expect(placed.length / items.length).toBeGreaterThan(0.5);
  const elsewhere = placed.filter(({ item, source }) => source?.report.id !== item.citation.report.id);
  expect(elsewhere.length / placed.length).toBeLessThan(0.1);
});

test('what no report says has no source', () => {
  const [item] = items;
  if (item === undefined) throw new Error('no items');
  const foreign = { ...textOfItem(item), question: '月球基地有几座灯塔？', right: ['三百座'], quote: '月球基地' };
  expect(findSource(foreign, LIBRARY)).toBeNull();
});
