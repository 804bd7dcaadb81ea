import { expect, test } from 'vitest';
import { choicesOf } from '../../../../src/chat/practice/banks/item-statistics.ts';
import { fillIn, several, single } from '../../../quiz/made-up-items.ts';

test('each option is counted as often as it was chosen', () => {
  expect(choicesOf(single(1), [{ options: [1] }, { options: [1] }, { options: [2] }])).toEqual([0, 2, 1]);
  expect(choicesOf(several(1), [{ options: [0, 2] }, { options: [0] }])).toEqual([2, 0, 1, 0]);
  expect(choicesOf(fillIn(1), [{ text: '12处' }])).toEqual([]);
});
