import { expect, test } from 'vitest';
import { buildNameIndex, findNames } from '../../../src/lexicon/words/name-index.ts';
import { once, oncePer } from '../../../src/lexicon/words/once.ts';
import { picker } from '../../text/pseudo-random.ts';

test('the longest name wins at each place', () => {
  const index = buildNameIndex(['泉山', '泉山区', '山区']);
  expect(findNames('在泉山区和泉山', index)).toEqual([
    { name: '泉山区', start: 1, end: 4 },
    { name: '泉山', start: 5, end: 7 },
  ]);
});

test('a name of one character is never found', () => {
  expect(findNames('山山山', buildNameIndex(['山']))).toEqual([]);
});

test('what is found is what stands there, from left to right, without overlap', () => {
  const pick = picker(5);
  for (let round = 0; round < 500; round++) {
    const letter = (): string => pick.one([...'甲乙丙']);
    const word = (): string => Array.from({ length: 2 + pick.below(3) }, letter).join('');
    const names = Array.from({ length: 4 }, word);
    const text = Array.from({ length: 30 }, letter).join('');
    let end = 0;
    for (const found of findNames(text, buildNameIndex(names))) {
      expect(text.slice(found.start, found.end)).toBe(found.name);
      expect(names).toContain(found.name);
      expect(found.start).toBeGreaterThanOrEqual(end);
      end = found.end;
    }
  }
});

test('once makes its value at the first call only', () => {
  let calls = 0;
  const value = once(() => {
    calls++;
    return undefined;
  });
  expect(calls).toBe(0);
  value();
  value();
  expect(calls).toBe(1);
});

test('oncePer makes its value once for each key', () => {
  let calls = 0;
  const sizeOf = oncePer((list: readonly string[]) => {
    calls++;
    return list.length;
  });
  const [one, two] = [['a'], ['a', 'b']];
  expect([sizeOf(one), sizeOf(two), sizeOf(one)]).toEqual([1, 2, 1]);
  expect(calls).toBe(2);
});
