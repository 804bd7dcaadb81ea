import { describe, expect, test } from 'vitest';
import { grade } from '../../src/quiz/grade/grade.ts';
import { type JudgedAnswer, judgedAnswers } from './typed-answers.ts';

/** Of what is wrong so much may be taken for right, and of what is right for wrong. */
const BARS = { falseAccepts: 0.02, falseRejects: 0.06, doubtful: 0.08 } as const;

interface Measured {
  readonly falseAccepts: readonly string[];
  readonly falseRejects: readonly string[];
  readonly right: number;
  readonly wrong: number;
  readonly doubtful: number;
}

function measure(set: readonly JudgedAnswer[]): Measured {
  const graded = set.map((one) => ({ ...one, result: grade(one.item, { text: one.answer }) }));
  const named = (one: JudgedAnswer): string => `${one.sort}: ${one.answer}`;
  return {
    falseAccepts: graded.filter(({ isRight, result }) => !isRight && result?.isRight).map(named),
    falseRejects: graded.filter(({ isRight, result }) => isRight && !result?.isRight).map(named),
    right: set.filter(({ isRight }) => isRight).length,
    wrong: set.filter(({ isRight }) => !isRight).length,
    doubtful: graded.filter(({ result }) => result?.isDoubtful).length,
  };
}

describe.each(['tuned', 'heldBack', 'others'] as const)('typed answers judged by hand (%s)', (name) => {
  const set = judgedAnswers(name);
  const { falseAccepts, falseRejects, right, wrong, doubtful } = measure(set);

  test('are many, right and wrong', () => {
    expect(right).toBeGreaterThan(80);
    expect(wrong).toBeGreaterThanOrEqual(80);
  });

  test('are hardly ever taken for right where they are wrong', () => {
    expect(falseAccepts.length / wrong, falseAccepts.join('\n')).toBeLessThanOrEqual(BARS.falseAccepts);
  });

  test('are seldom taken for wrong where they are right', () => {
    expect(falseRejects.length / right, falseRejects.join('\n')).toBeLessThanOrEqual(BARS.falseRejects);
  });

  test('are left to their learner only where they are near', () => {
    expect(doubtful / set.length).toBeLessThanOrEqual(BARS.doubtful);
  });
});

test('there are five hundred of them, a fifth or more held back', () => {
  const [tuned, heldBack] = [judgedAnswers('tuned').length, judgedAnswers('heldBack').length];
  expect(tuned + heldBack).toBeGreaterThanOrEqual(500);
  expect(heldBack / (tuned + heldBack)).toBeGreaterThanOrEqual(0.2);
});
