// The choices in a quiz item, and what is sent.
import { describe, expect, test } from 'vitest';
import { afterChoice, isReady, responseOf } from '../../../../../src/channels/web/client/model/quiz-item.ts';

const POSED = {
  token: 't',
  form: 'one',
  question: '几处？',
  options: ['3', '12'],
  key: null,
  closesInSeconds: null,
} as const;

describe('choosing', () => {
  test('one takes the place of another; of several, each can be let go again', () => {
    expect(afterChoice('one', [0], 1)).toEqual([1]);
    expect(afterChoice('one', [1], 1)).toEqual([1]);
    expect(afterChoice('several', afterChoice('several', [2], 0), 2)).toEqual([0]);
    expect(afterChoice('order', [2, 0], 1)).toEqual([2, 0, 1]);
  });

  test('is enough when something is given, and for an order everything', () => {
    expect([isReady(POSED, [], ''), isReady(POSED, [0], '')]).toEqual([false, true]);
    const order = { ...POSED, form: 'order' } as const;
    expect([isReady(order, [1], ''), isReady(order, [1, 0], '')]).toEqual([false, true]);
    const typed = { ...POSED, form: 'typed', options: [] } as const;
    expect([isReady(typed, [], ' \n'), isReady(typed, [], '12处')]).toEqual([false, true]);
  });

  test('gives options ascending, an order as it was chosen, text without the space around it', () => {
    expect(responseOf({ ...POSED, form: 'several' }, [1, 0], '')).toEqual({ options: [0, 1] });
    expect(responseOf({ ...POSED, form: 'order' }, [1, 0], '')).toEqual({ options: [1, 0] });
    expect(responseOf({ ...POSED, form: 'typed' }, [], ' 12处 ')).toEqual({ text: '12处' });
  });
});
