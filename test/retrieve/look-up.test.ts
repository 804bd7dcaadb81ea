import { describe, expect, test } from 'vitest';
import { gain, worthOf } from '../../src/retrieve/look-up.ts';
import { skipsOf, type TermList } from '../../src/retrieve/term-list.ts';
import { entryOf } from '../../src/store/index/postings/field-postings.ts';
import { picker } from '../text/pseudo-random.ts';

const PASSAGES = 500;

/** A list between those of other terms, sparse to dense by seed, with and without a way into it. */
function randomLists(seed: number): { lists: TermList[]; counts: Map<number, number> } {
  const { below } = picker(seed);
  const gap = 1 + (seed % 40);
  const counts = new Map<number, number>();
  for (let passage = below(gap); passage < PASSAGES; passage += 1 + below(gap)) counts.set(passage, 1 + below(5));
  const own = [...counts].map(([passage, count]) => entryOf(passage, count));
  // Lists lie one behind the other: what stands before and behind belongs to other terms.
  const entries = Uint32Array.from([entryOf(PASSAGES - 1, 9), ...own, entryOf(PASSAGES - 1, 9), entryOf(2, 9)]);
  const norms = Float32Array.from({ length: PASSAGES }, () => 0.5 + below(3));
  const list = { entries, norms, from: 1, to: 1 + own.length, factor: 2, bound: 2 };
  const lists: TermList[] = [null, skipsOf(entries, list, PASSAGES)].map((skips) => ({ ...list, skips }));
  return { lists, counts };
}

describe('a passage looked up in a list', () => {
  test('has the worth of its entry, any other none, with a way into the list and without', () => {
    for (let seed = 0; seed < 80; seed++) {
      const { lists, counts } = randomLists(seed);
      for (let passage = 0; passage < PASSAGES; passage++) {
        const count = counts.get(passage) ?? 0;
        const [plain, skipping] = lists.map((list) => worthOf(list, passage));
        expect(plain).toBeCloseTo(count === 0 ? 0 : (2 * count) / (count + (lists[0]?.norms[passage] ?? 0)), 10);
        expect(skipping).toBe(plain);
      }
    }
  });

  test('gains from some lists the sum of what each adds', () => {
    const lists = [1, 2, 3].flatMap((seed) => randomLists(seed).lists);
    for (let passage = 0; passage < PASSAGES; passage++) {
      const sum = lists.reduce((before, list) => before + worthOf(list, passage), 0);
      expect(gain(lists, passage)).toBeCloseTo(sum, 10);
    }
  });
});

describe('the way into a list', () => {
  test('leads to each entry through the stretch of its passage', () => {
    for (let seed = 0; seed < 80; seed++) {
      const list = randomLists(seed).lists[1];
      const skips = list?.skips;
      if (!list || !skips) throw new Error('no way into the list');
      expect(skips.starts[0]).toBe(list.from);
      expect(skips.starts.at(-1)).toBe(list.to);
      for (let index = list.from; index < list.to; index++) {
        const stretch = (list.entries[index] ?? 0) >>> (8 + skips.shift);
        expect(skips.starts[stretch]).toBeLessThanOrEqual(index);
        expect(skips.starts[stretch + 1]).toBeGreaterThan(index);
      }
    }
  });

  test('is smaller than the list by far, and leaves few entries to a stretch', () => {
    const entries = Uint32Array.from({ length: 10_000 }, (_, index) => entryOf(index * 7, 1));
    const { shift, starts } = skipsOf(entries, { from: 0, to: entries.length }, 70_000);
    expect(starts.length).toBeLessThanOrEqual(entries.length / 4 + 2);
    expect(2 ** shift / 7).toBeLessThanOrEqual(8);
  });

  test('into a list with every passage has a place for each stretch', () => {
    const entries = Uint32Array.from({ length: 9 }, (_, passage) => entryOf(passage, 1));
    const { shift, starts } = skipsOf(entries, { from: 0, to: 9 }, 9);
    expect([...starts].slice(0, -1)).toEqual([...starts.keys()].slice(0, -1).map((stretch) => stretch << shift));
    expect(starts.at(-1)).toBe(9);
  });
});
