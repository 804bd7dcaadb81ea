import { describe, expect, test } from 'vitest';
import { decode } from '../../../src/read/neural/decode.ts';

/** Four pieces behind three positions of question: places 3 … 6. */
const encoded = {
  offset: 3,
  spans: [
    { start: 0, end: 2 },
    { start: 2, end: 5 },
    { start: 5, end: 6 },
    { start: 6, end: 9 },
  ],
};
const logits = (start: number[], end: number[]) => ({
  start: Float32Array.from([1, 9, 9, ...start, 9]),
  end: Float32Array.from([1, 9, 9, ...end, 9]),
  answered: 0,
});

describe('decode', () => {
  test('takes the best start with the best end behind it, out of the excerpt alone', () => {
    const { spans, lead } = decode(logits([0, 5, 0, 0], [0, 0, 4, 0]), encoded);
    expect(spans[0]).toMatchObject({ start: 2, end: 6 });
    expect(lead).toBe(5 + 4 - 2);
  });

  test('never ends before it starts', () => {
    const { spans } = decode(logits([0, 0, 0, 5], [6, 0, 0, 0]), encoded);
    for (const { start, end } of spans) expect(end).toBeGreaterThan(start);
  });

  test('gives spans that do not overlap, likeliest first, with shares of at most 1', () => {
    const { spans } = decode(logits([4, 0, 0, 3.5], [4, 0, 0, 3.5]), encoded);
    expect(spans.slice(0, 2).map(({ start, end }) => [start, end])).toEqual([
      [0, 2],
      [6, 9],
    ]);
    expect(spans.reduce((sum, { probability }) => sum + probability, 0)).toBeLessThanOrEqual(1);
    for (const [index, span] of spans.entries())
      for (const other of spans.slice(index + 1)) expect(span.end <= other.start || other.end <= span.start).toBe(true);
  });

  test('finds nothing in an excerpt without pieces', () =>
    expect(decode(logits([], []), { offset: 3, spans: [] })).toEqual({ spans: [], lead: Number.NEGATIVE_INFINITY }));
});
