import { describe, expect, test } from 'vitest';
import { drawn, optionsAround, optionsOfLength } from '../../../src/quiz/generate/ranked-options.ts';

const sized = (...sizes: number[]) => sizes.map((size) => ({ option: String(size), size }));
const KEY = { option: '50', size: 50 };

describe('options round a key', () => {
  test('leave it as often at every rank', () => {
    const candidates = sized(51, 49, 60, 40, 70, 30);
    const ranks = Array.from({ length: 400 }, (_, seed) => {
      const options = optionsAround(KEY, candidates, `seed ${seed}`);
      expect(options).toHaveLength(3);
      return options.filter((option) => Number(option) < KEY.size).length;
    });
    for (const rank of [0, 1, 2, 3]) {
      const share = ranks.filter((each) => each === rank).length / ranks.length;
      expect(share).toBeGreaterThan(0.18);
      expect(share).toBeLessThan(0.32);
    }
  });

  test('are two where there are not three on either side, and none where one side has only one', () => {
    expect(optionsAround(KEY, sized(49, 40, 60, 70), 'a')).toHaveLength(2);
    expect(optionsAround(KEY, sized(49, 60, 70, 80, 90), 'a')).toEqual([]);
  });

  test('as large as the key tell nothing', () => {
    expect(optionsOfLength('四看四比', ['三转三提', '两聚一高', '三新一高'], 'a')).toHaveLength(3);
    expect(optionsOfLength('四看四比', ['一个长得多的名字', '另一个长的名字'], 'a')).toEqual([]);
  });

  test('are drawn by their share', () => {
    const first = Array.from(
      { length: 300 },
      (_, seed) => drawn(['a', 'b'], (name) => (name === 'a' ? 3 : 1), `${seed}`)[0],
    );
    expect(first.filter((name) => name === 'a').length / first.length).toBeGreaterThan(0.6);
  });
});
