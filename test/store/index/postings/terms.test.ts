import { describe, expect, test } from 'vitest';
import { keyOf, otherWords, visitTerms } from '../../../../src/store/index/postings/terms.ts';
import { picker } from '../../../text/pseudo-random.ts';
import { randomText } from '../../support/random-texts.ts';

function termsOf(text: string): { keys: string[]; length: number } {
  const keys: string[] = [];
  const length = visitTerms(text, (high, low) => keys.push(`${high}:${low}`));
  return { keys, length };
}

const keysOf = (...terms: string[]): string[] => terms.map((term) => `${keyOf(term).high}:${keyOf(term).low}`);

describe('terms', () => {
  test('are every character, every pair of neighbours and every other word, with repeats', () => {
    const { keys } = termsOf('云谷云谷 solar');
    expect(keys.sort()).toEqual(keysOf('云', '谷', '云', '谷', '云谷', '谷云', '云谷', 'solar').sort());
  });

  test('do not join characters across punctuation, spaces or words', () => {
    expect(termsOf('云，谷').keys.sort()).toEqual(keysOf('云', '谷').sort());
    expect(termsOf('云a谷').keys.sort()).toEqual(keysOf('云', '谷', 'a').sort());
    expect(termsOf('云\n谷').keys).not.toContain(keysOf('云谷')[0]);
  });

  test('are the same for traditional and simplified, full and half width, capital and small', () => {
    expect(termsOf('雲灣區ＳＯＬＡＲ').keys).toEqual(termsOf('云湾区solar').keys);
  });

  test('of two texts apart are those of both: nothing depends on what stands further away', () => {
    for (let seed = 0; seed < 200; seed++) {
      const [left, right] = [randomText(seed, 12), randomText(seed + 1000, 12)];
      const joined = termsOf(`${left} ; ${right}`);
      expect(joined.keys.sort()).toEqual([...termsOf(left).keys, ...termsOf(right).keys].sort());
      expect(joined.length).toBe(termsOf(left).length + termsOf(right).length);
    }
  });

  test('a text is as long as its characters and other words', () => {
    expect(termsOf('云谷有3家solar厂，共1,200人').length).toBe(4 + 1 + 1 + 1 + 1 + 1 + 1);
    expect(termsOf('').length).toBe(0);
    expect(termsOf('，。！').length).toBe(0);
  });
});

describe('words that are not Chinese', () => {
  test.each([
    ['a股涨1,200.5点', ['a', '1200.5']],
    ['xess 1.2.0版', ['xess', '1.2.0']],
    ['2031,2032年', ['2031', '2032']],
    ['1,2,3期', ['1', '2', '3']],
    ['12,345,678元', ['12345678']],
    ['1,2345', ['1', '2345']],
    ['完成7.', ['7']],
    ['.5 a.b', ['5', 'a', 'b']],
    ['3km', ['3km']],
    ['アニメ', ['アニメ']],
    ['云谷', []],
  ])('%s → %j', (text, words) => {
    expect(otherWords(text)).toEqual(words);
  });

  test('hold no punctuation, whatever the text', () => {
    for (let seed = 0; seed < 300; seed++) {
      for (const word of otherWords(randomText(seed, 20)))
        expect(word).toMatch(/^[\p{L}\p{N}](?:[\p{L}\p{N}.]*[\p{L}\p{N}])?$/u);
    }
  });
});

describe('keys', () => {
  test('differ for different terms', () => {
    const { below } = picker(3);
    const letter = (): string => String.fromCharCode(0x61 + below(26));
    const terms = new Set(['云', '谷', '云谷', '谷云', 'a', 'ab', 'ba', '12', '21']);
    for (let index = 0; index < 20_000; index++) terms.add(letter() + letter() + letter() + letter() + below(100));
    const keys = new Set([...terms].map((term) => keysOf(term)[0]));
    expect(keys.size).toBe(terms.size);
  });

  test('of words are apart from those of characters and pairs', () => {
    for (const word of ['a', '2031', 'solar', 'アニメ']) expect(keyOf(word).high).toBeGreaterThanOrEqual(0x80000000);
    for (const term of ['云', '云谷']) expect(keyOf(term).high).toBeLessThan(0x80000000);
  });

  test('are two unsigned 32-bit numbers', () => {
    for (const term of ['云', '鿿鿿', 'solar', '7.5']) {
      const { high, low } = keyOf(term);
      for (const half of [high, low]) expect(half >>> 0).toBe(half);
    }
  });
});
