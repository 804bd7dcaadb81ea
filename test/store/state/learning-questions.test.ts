import { expect, test } from 'vitest';
import { manyItems } from '../../quiz/made-up-items.ts';
import { A, NOW, right, useLearning } from '../support/learning.ts';

const { kept, begin, settle, tokens } = useLearning();

test('an answer to a question of a set that is not shown yet is none', () => {
  const [first = '', second = ''] = tokens(begin(manyItems(2)));
  kept.state.learning.questions.show(first, NOW);
  const answer = { learner: A, at: NOW, message: null };
  expect(kept.state.learning.questions.settle(second, answer, () => right)).toEqual({ outcome: 'unknown' });
  expect(settle(second).outcome).toBe('graded');
});
