import { expect, test } from 'vitest';
import { entriesOf, type FieldPostings, termOf } from '../../../../src/store/index/postings/field-postings.ts';
import { buildPostings, type IndexedText, type Postings } from '../../../../src/store/index/postings/postings.ts';
import { type MovedPassages, updatePostings } from '../../../../src/store/index/postings/postings-update.ts';
import { madeUpText, seededRandom } from '../../../ingest/made-up.ts';

/** Under every key of a field, what is found there. */
function found(postings: Postings, field: 'body' | 'heading'): Map<string, number[]> {
  const one: FieldPostings = postings[field];
  const keys = [...one.keyHigh].map((high, term) => ({ high, low: one.keyLow[term] ?? 0 }));
  return new Map(
    keys
      .map((key): [string, number[]] => {
        const { from, to } = entriesOf(one, termOf(one, key));
        return [`${key.high} ${key.low}`, [...one.entries.subarray(from, to)]];
      })
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}

const textOf = (seed: number): IndexedText => ({ body: `${madeUpText(seed)}第${seed}号`, heading: `标题${seed % 7}` });

/** Keeps some of the old texts, in order, and puts new ones between them. */
function change(
  old: readonly IndexedText[],
  random: () => number,
): { texts: IndexedText[]; moved: MovedPassages[]; addedNumbers: number[] } {
  const texts: IndexedText[] = [];
  const moved: MovedPassages[] = [];
  const addedNumbers: number[] = [];
  old.forEach((text, from) => {
    if (random() < 0.2) {
      addedNumbers.push(texts.length);
      texts.push(textOf(1_000 + Math.floor(random() * 1_000)));
    }
    if (random() < 0.25) return;
    moved.push({ from, to: texts.length, count: 1 });
    texts.push(text);
  });
  return { texts, moved, addedNumbers };
}

test.each([1, 2, 3, 4, 5])(
  'an updated index finds under every key what an index of all texts finds (seed %i)',
  (seed) => {
    const random = seededRandom(seed);
    let texts: IndexedText[] = Array.from({ length: 40 }, (_, index) => textOf(seed * 100 + index));
    let postings = buildPostings(texts);
    for (let round = 0; round < 4; round++) {
      const next = change(texts, random);
      const added = buildPostings(next.addedNumbers.map((number) => next.texts[number] as IndexedText));
      postings = updatePostings({
        old: postings,
        moved: next.moved,
        added,
        addedNumbers: Uint32Array.from(next.addedNumbers),
      });
      texts = next.texts;
      const whole = buildPostings(texts);
      expect(postings.passageCount).toBe(texts.length);
      for (const field of ['body', 'heading'] as const) {
        expect(found(postings, field)).toEqual(found(whole, field));
        expect([...postings[field].lengths]).toEqual([...whole[field].lengths]);
      }
    }
  },
);

test('runs of passages move together, and all may go', () => {
  const texts = Array.from({ length: 6 }, (_, index) => textOf(index));
  const old = buildPostings(texts);
  const none = buildPostings([]);
  const halves = { old, moved: [{ from: 3, to: 0, count: 3 }], added: none, addedNumbers: new Uint32Array() };
  expect(found(updatePostings(halves), 'body')).toEqual(found(buildPostings(texts.slice(3)), 'body'));
  const empty = updatePostings({ ...halves, moved: [] });
  expect([empty.passageCount, empty.body.keyHigh.length, empty.body.entries.length]).toEqual([0, 0, 0]);
});
