import { describe, expect, test } from 'vitest';
import { findDuplicates, likenessOf, signatureOf, type TextMark } from '../../../src/ingest/report/near-duplicates.ts';
import { sha256 } from '../../../src/store/files.ts';
import { seededRandom } from '../made-up.ts';

const mark = (id: string, text: string): TextMark => ({ id, textHash: sha256(text), signature: signatureOf(text) });

/** A text of random characters: no two share a run but by construction. */
function randomText(seed: number, characters = 1_000): string {
  const random = seededRandom(seed);
  return Array.from({ length: characters }, () => String.fromCharCode(0x4e00 + Math.floor(random() * 3_000))).join('');
}

/** The true share of runs of five that two texts have in common. */
function trueLikeness(a: string, b: string): number {
  const runs = (text: string): Set<string> =>
    new Set(Array.from({ length: text.length - 4 }, (_, at) => text.slice(at, at + 5)));
  const [left, right] = [runs(a), runs(b)];
  const both = [...left].filter((run) => right.has(run)).length;
  return both / (left.size + right.size - both);
}

test('the likeness of two texts is near the share of their runs that both have', () => {
  for (const kept of [0.5, 0.7, 0.9, 0.97]) {
    const a = randomText(1, 3_000);
    const b = a.slice(0, Math.round(3_000 * kept)) + randomText(2, Math.round(3_000 * (1 - kept)));
    expect(Math.abs(likenessOf(mark('a', a), mark('b', b)) - trueLikeness(a, b))).toBeLessThan(0.15);
  }
});

test('white space does not count, and the same text is always alike, however short', () => {
  const text = randomText(3);
  expect(likenessOf(mark('a', text), mark('b', text.replace(/(.{20})/g, '$1\r\n　')))).toBe(1);
  expect(findDuplicates([mark('a', '短'), mark('b', '短')])).toEqual([{ id: 'b', twin: 'a', likeness: 1 }]);
});

describe('among many reports', () => {
  const others = Array.from({ length: 200 }, (_, index) => mark(`o${index}`, randomText(100 + index)));

  test('a copy and a copy with changes are found, each beside the one it is most like', () => {
    const text = randomText(7);
    const edited = `${text.slice(0, 400)}改${text.slice(401, 900)}${randomText(8, 60)}`;
    const found = findDuplicates([mark('first', text), ...others, mark('copy', text), mark('edited', edited)]);
    expect(found.map(({ id, twin }) => [id, twin])).toEqual([
      ['copy', 'first'],
      ['edited', 'first'],
    ]);
    expect(found[1]?.likeness).toBeGreaterThan(0.7);
  });

  test('texts that merely share a paragraph are not', () => {
    const shared = randomText(9, 300);
    expect(findDuplicates([mark('a', shared + randomText(10)), mark('b', shared + randomText(11)), ...others])).toEqual(
      [],
    );
  });

  test('a formula that all share does not hide a copy', () => {
    const formula = randomText(12, 700);
    const many = Array.from({ length: 120 }, (_, index) => mark(`m${index}`, formula + randomText(500 + index, 800)));
    const text = formula + randomText(13, 800);
    const found = findDuplicates([...many, mark('first', text), mark('copy', `${text}完`)]);
    expect(found.find(({ id }) => id === 'copy')?.twin).toBe('first');
  });
});
