import { expect, test } from 'vitest';
import { scoresOf } from '../../../src/chat/practice/round-score.ts';
import { seededRandom } from '../fixtures.ts';

const at = (second: number): Date => new Date(1_000_000 + second * 1_000);
const attempt = (user: string, isRight: boolean, second: number) => ({
  learner: { channel: 'telegram', user },
  isRight,
  at: at(second),
});

test('most right comes first, then the quickest, and equal scores share a place', () => {
  const scores = scoresOf([
    {
      token: 'a',
      at: at(0),
      attempts: [attempt('slow', true, 9), attempt('quick', true, 2), attempt('wrong', false, 1)],
    },
    {
      token: 'b',
      at: at(100),
      attempts: [attempt('slow', true, 103), attempt('quick', true, 105), attempt('twin', true, 107)],
    },
    { token: 'c', at: at(200), attempts: [attempt('other', true, 207)] },
  ]);
  expect(scores.map(({ user, right, place }) => [place, user, right])).toEqual([
    [1, 'quick', 2],
    [2, 'slow', 2],
    [3, 'other', 1],
    [3, 'twin', 1],
    [5, 'wrong', 0],
  ]);
});

test('a wrong answer costs no time, and nobody answered gives no scores', () => {
  const [score] = scoresOf([{ token: 'a', at: at(0), attempts: [attempt('one', false, 50)] }]);
  expect(score).toMatchObject({ right: 0, answered: 1, rightMs: 0, place: 1 });
  expect(scoresOf([{ token: 'a', at: at(0), attempts: [] }])).toEqual([]);
});

test('right answers are counted, no more and no fewer, whatever the order of answers', () => {
  const random = seededRandom(11);
  const questions = Array.from({ length: 12 }, (_, n) => ({
    token: String(n),
    at: at(n * 100),
    attempts: Array.from({ length: 9 }, (_value, user) =>
      attempt(String(user), random() < 0.5, n * 100 + random() * 60),
    ),
  }));
  const shuffled = questions.map((question) => ({ ...question, attempts: [...question.attempts].reverse() }));
  const total = questions.flatMap(({ attempts }) => attempts).filter(({ isRight }) => isRight).length;
  const scores = scoresOf(questions);
  expect(scores.reduce((sum, { right }) => sum + right, 0)).toBe(total);
  expect(scoresOf(shuffled)).toEqual(scores);
  const places = scores.map(({ place }) => place);
  expect([...places].sort((a, b) => a - b)).toEqual(places);
});
