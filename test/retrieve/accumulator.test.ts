import { expect, test } from 'vitest';
import { Accumulator } from '../../src/retrieve/accumulator.ts';
import type { TermList } from '../../src/retrieve/term-list.ts';
import { entryOf } from '../../src/store/index/postings/field-postings.ts';

const listOf = (factor: number, ...pairs: [passage: number, count: number][]): TermList => ({
  entries: Uint32Array.from([entryOf(9, 9), ...pairs.map(([passage, count]) => entryOf(passage, count))]),
  norms: new Float32Array(10).fill(1),
  from: 1,
  to: 1 + pairs.length,
  factor,
  bound: factor,
  skips: null,
});

test('adds lists up, passage by passage, and remembers which it saw and the highest', () => {
  const sums = new Accumulator(10);
  sums.add(listOf(2, [3, 1], [5, 3]));
  sums.add(listOf(4, [5, 1], [7, 1]));
  expect([...sums.seen]).toEqual([3, 5, 7]);
  expect(sums.seenCount).toBe(3);
  expect([...sums.scores]).toEqual([0, 0, 0, 1, 0, 1.5 + 2, 0, 2, 0, 0]);
  expect(sums.highest).toBe(3.5);
});

test.each(['addToSeen', 'lookUp'] as const)('%s lifts the passages seen before, and no other', (way) => {
  const sums = new Accumulator(10);
  sums.add(listOf(2, [3, 1], [5, 3]));
  sums[way](listOf(4, [1, 1], [5, 1], [7, 1]));
  expect([...sums.seen]).toEqual([3, 5]);
  expect([...sums.scores]).toEqual([0, 0, 0, 1, 0, 1.5 + 2, 0, 0, 0, 0]);
});

test('keeps the passages that reach a score; those given up are as never seen', () => {
  const sums = new Accumulator(10);
  sums.add(listOf(2, [3, 1], [5, 3], [7, 1]));
  sums.keep(1);
  expect([...sums.seen]).toEqual([3, 5, 7]);
  sums.keep(1.2);
  expect([...sums.seen]).toEqual([5]);
  expect([...sums.scores]).toEqual([0, 0, 0, 0, 0, 1.5, 0, 0, 0, 0]);
  sums.addToSeen(listOf(2, [3, 1], [5, 1]));
  expect([...sums.seen]).toEqual([5]);
  expect(sums.scores[3]).toBe(0);
});

test('once cleared is as new, also after giving up', () => {
  const sums = new Accumulator(10);
  sums.add(listOf(2, [3, 1], [5, 3]));
  sums.keep(1.2);
  sums.clear();
  expect([...sums.seen]).toEqual([]);
  expect(sums.scores.every((score) => score === 0)).toBe(true);
  expect(sums.highest).toBe(0);
  sums.add(listOf(2, [4, 1]));
  expect([...sums.seen]).toEqual([4]);
});
