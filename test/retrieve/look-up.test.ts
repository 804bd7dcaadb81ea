import { expect, test } from 'vitest';
import type { TermList } from '../../src/retrieve/bm25.ts';
import { gain, gallop, lookUp } from '../../src/retrieve/look-up.ts';
import { entryOf } from '../../src/store/field-postings.ts';
import { picker } from '../text/pseudo-random.ts';

function randomList(seed: number): { list: TermList; counts: Map<number, number> } {
  const { below } = picker(seed);
  const counts = new Map<number, number>();
  for (let passage = below(4); passage < 500; passage += 1 + below(9)) counts.set(passage, 1 + below(5));
  const own = [...counts].map(([passage, count]) => entryOf(passage, count));
  // Lists lie one behind the other: what stands before and behind belongs to other terms.
  const entries = Uint32Array.from([entryOf(499, 9), ...own, entryOf(499, 9), entryOf(2, 9)]);
  const norms = Float32Array.from({ length: 500 }, () => 0.5 + below(3));
  return { counts, list: { entries, norms, from: 1, to: 1 + own.length, factor: 2, bound: 2 } };
}

test('galloping finds the first entry that is not less, from wherever it starts', () => {
  for (let seed = 0; seed < 60; seed++) {
    const { below } = picker(seed);
    const values = Uint32Array.from({ length: 1 + below(200) }, () => below(1000)).sort();
    for (let round = 0; round < 30; round++) {
      const from = below(values.length);
      const to = from + below(values.length - from + 1);
      const least = below(1100);
      const expected =
        [...values.keys()].find((index) => index >= from && index < to && (values[index] ?? 0) >= least) ?? to;
      expect(gallop(values, { from, to }, least)).toBe(expected);
    }
  }
});

test('looking up adds to each passage what the list holds of it, and to no other', () => {
  for (let seed = 0; seed < 60; seed++) {
    const { list, counts } = randomList(seed);
    const { below } = picker(seed + 1);
    const passages = Uint32Array.from(new Set(Array.from({ length: below(60) }, () => below(500)))).sort();
    const scores = new Float64Array(500).fill(1);
    lookUp(list, passages, scores);
    for (let passage = 0; passage < 500; passage++) {
      const count = passages.includes(passage) ? (counts.get(passage) ?? 0) : 0;
      expect(scores[passage]).toBeCloseTo(
        1 + (count === 0 ? 0 : (2 * count) / (count + (list.norms[passage] ?? 0))),
        10,
      );
    }
  }
});

test('what some lists add to a passage is the sum of what each adds', () => {
  const lists = [1, 2, 3].map((seed) => randomList(seed).list);
  for (let passage = 0; passage < 500; passage++) {
    const scores = new Float64Array(500);
    for (const list of lists) lookUp(list, Uint32Array.of(passage), scores);
    expect(gain(lists, passage)).toBeCloseTo(scores[passage] ?? 0, 10);
  }
});
