import { expect, test } from 'vitest';
import { difficultyBy } from '../../../src/quiz/learning/difficulty.ts';
import { fillIn, shortAnswer, single } from '../made-up-items.ts';

test('without answers the kind and what is asked tell how hard an item is', () => {
  const difficultyOf = difficultyBy([]);
  expect([single(1), fillIn(2), shortAnswer(3), single(4, { subject: 'purpose' })].map(difficultyOf)).toEqual([
    ...(['easy', 'medium', 'hard', 'medium'] as const),
  ]);
});

test('enough first answers tell it better', () => {
  const item = single(1);
  const by = (learners: number, difficulty: number) =>
    difficultyBy([{ itemId: item.id, learners, difficulty, discrimination: null }])(item);
  expect([by(5, 0.2), by(5, 0.5), by(5, 0.8), by(4, 0.2)]).toEqual(['hard', 'medium', 'easy', 'easy']);
});
