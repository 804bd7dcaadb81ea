import { expect, test } from 'vitest';
import { fromItemCsv, itemsOfRows, toItemCsv } from '../../../src/quiz/exchange/item-table.ts';
import { textOfItem } from '../../../src/quiz/exchange/item-text.ts';
import { single } from '../made-up-items.ts';

test('columns are found by name in any order, and what no spreadsheet should run is quoted', () => {
  const [item] = itemsOfRows([
    ['Right', 'question', 'KIND', 'options'],
    ['12处', '几处？', 'single', '10处 | 12处'],
  ]);
  expect(item).toMatchObject({
    kind: 'single',
    question: '几处？',
    options: ['10处', '12处'],
    right: ['12处'],
    quote: '',
  });
  const csv = toItemCsv([textOfItem(single(1, { question: '=1+1' }))]);
  expect(csv).toContain("'=1+1");
  expect(fromItemCsv(csv)[0]?.question).toBe('=1+1');
});
