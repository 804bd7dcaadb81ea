import { describe, expect, test } from 'vitest';
import {
  entriesOf,
  entryOf,
  type FieldPostings,
  MAX_COUNTED,
  MAX_PASSAGES,
  termOf,
} from '../../../../src/store/index/postings/field-postings.ts';
import { buildPostings } from '../../../../src/store/index/postings/postings.ts';
import { keyOf, visitTerms } from '../../../../src/store/index/postings/terms.ts';
import { randomPassages } from '../../support/random-texts.ts';

/** What a field holds of a term: [passage, count] pairs. */
function found(field: FieldPostings, key: { high: number; low: number }): [number, number][] {
  const { from, to } = entriesOf(field, termOf(field, key));
  return [...field.entries.subarray(from, to)].map((entry) => [entry >>> 8, entry & 0xff]);
}

/** The same by counting anew, with nothing packed. */
function counted(texts: readonly string[]): Map<string, [number, number][]> {
  const lists = new Map<string, [number, number][]>();
  texts.forEach((text, passage) => {
    const counts = new Map<string, number>();
    visitTerms(text, (high, low) => counts.set(`${high}:${low}`, (counts.get(`${high}:${low}`) ?? 0) + 1));
    for (const [key, count] of counts) lists.set(key, [...(lists.get(key) ?? []), [passage, count]]);
  });
  return lists;
}

describe('a built index', () => {
  test.each([1, 2, 3])('holds for every term exactly the passages that hold it, and how often (seed %i)', (seed) => {
    const texts = randomPassages(seed, 120);
    const postings = buildPostings(texts);
    expect(postings.passageCount).toBe(120);
    for (const [field, of] of [
      [postings.body, texts.map(({ body }) => body)],
      [postings.heading, texts.map(({ heading }) => heading)],
    ] as const) {
      const expected = counted(of);
      expect(field.keyHigh.length).toBe(expected.size);
      for (const [key, list] of expected) {
        const [high = 0, low = 0] = key.split(':').map(Number);
        expect(found(field, { high, low })).toEqual(list);
      }
    }
  });

  test('knows the length of every passage, also where neighbours share a heading', () => {
    const texts = randomPassages(9, 40);
    const { heading, body } = buildPostings(texts);
    const none = (): void => {};
    expect([...heading.lengths]).toEqual(texts.map((text) => visitTerms(text.heading, none)));
    expect([...body.lengths]).toEqual(texts.map((text) => visitTerms(text.body, none)));
  });

  test('finds nothing for a term that no passage holds', () => {
    const { body } = buildPostings([{ body: '云谷', heading: '' }]);
    expect(termOf(body, keyOf('石'))).toBe(-1);
    expect(found(body, keyOf('石'))).toEqual([]);
  });

  test('counts a term up to 255 times', () => {
    const { body } = buildPostings([{ body: '云'.repeat(1000), heading: '' }]);
    expect(found(body, keyOf('云'))).toEqual([[0, MAX_COUNTED]]);
  });

  test('finds every one of many terms: its table grows with them', () => {
    const words = Array.from({ length: 30_000 }, (_, index) => `w${index}`);
    const { body } = buildPostings([{ body: words.join(' '), heading: '' }]);
    expect(words.every((word) => found(body, keyOf(word)).length === 1)).toBe(true);
    expect(body.slots.length).toBeGreaterThanOrEqual(2 * words.length);
  });

  test('of nothing is empty and can be asked', () => {
    const postings = buildPostings([]);
    expect(postings.passageCount).toBe(0);
    expect(found(postings.body, keyOf('云'))).toEqual([]);
  });

  test('an entry keeps the largest passage number apart from its count', () => {
    const entry = entryOf(MAX_PASSAGES - 1, 255);
    expect([entry >>> 8, entry & 0xff]).toEqual([MAX_PASSAGES - 1, 255]);
  });
});
