import { describe, expect, test } from 'vitest';
import { fitCalibration, measureEmbedder, readCheckSet, separationOf } from '../../../scripts/support/reader-check.ts';
import type { Reader } from '../../../src/read/reader.ts';

const set = readCheckSet();
const questions = set.flatMap((excerpt) => excerpt.questions.map((question) => ({ ...question, excerpt })));

describe('the bundled set', () => {
  test('has some sixty questions, of which a good third are near misses, none twice', () => {
    const missed = questions.filter(({ answers }) => answers.length === 0).length;
    expect(questions.length).toBeGreaterThanOrEqual(60);
    expect(missed / questions.length).toBeGreaterThan(0.33);
    expect(new Set(questions.map(({ question }) => question)).size).toBe(questions.length);
  });

  test('has each answer word by word in its excerpt', () => {
    for (const { answers, excerpt } of questions) for (const answer of answers) expect(excerpt.text).toContain(answer);
  });
});

/** A reader that knows the set: what answers has `gap` more than what does not. */
function knowing(gap: number): Reader {
  return {
    id: 'knowing',
    read: async (question, excerpts) =>
      excerpts.map((excerpt) => {
        const isOwn = questions.some(
          (each) => each.question === question && each.excerpt === excerpt && each.answers.length > 0,
        );
        return { answered: 0.5, spans: [], score: 10 + (isOwn ? gap : -gap) };
      }),
    close: async () => undefined,
  };
}

test('a reader is told by how often it prefers what answers', async () => {
  expect(await separationOf(set, knowing(1))).toBe(1);
  expect(await separationOf(set, knowing(0))).toBe(0.5);
  expect(await separationOf(set, knowing(-1))).toBe(0);
});

test('a calibration puts one half between what answers and what does not', async () => {
  const { A, S, intercept } = await fitCalibration(set, () => knowing(1), ['A']);
  expect(S).toBe(0);
  expect(A).toBeGreaterThan(0);
  expect(A * 11 + intercept).toBeGreaterThan(0);
  expect(A * 9 + intercept).toBeLessThan(0);
});

test('an embedder is told by how many questions it finds the excerpt of', async () => {
  const vectorOf = (text: string): Float32Array => {
    const own = set.findIndex((each) => each.text === text || each.questions.some(({ question }) => question === text));
    return Float32Array.from(set, (_, index) => Number(index === own));
  };
  const embedder = { id: 'e', dimension: set.length, embed: async (texts: readonly string[]) => texts.map(vectorOf) };
  const answered = questions.filter(({ answers }) => answers.length > 0).length;
  expect(await measureEmbedder(set, embedder)).toBe(answered);
});
