import { expect, test } from 'vitest';
import { compareSound, syllablesOf } from '../../../src/lexicon/words/pinyin.ts';

test('each character has a syllable', () => {
  expect(syllablesOf('渭滨区')).toEqual(['wei', 'bin', 'qu']);
});

test('a name is read as a name', () => {
  expect(syllablesOf('重庆')).toEqual(['chong', 'qing']);
});

test.each([
  ['渭宾', '渭滨', 'same'],
  ['海林', '海陵', 'near'],
  ['三山', '山山', 'near'],
  ['海安', '海陵', 'different'],
  ['海', '海陵', 'different'],
] as const)('%s and %s sound %s', (left, right, sound) => {
  expect(compareSound(left, right)).toBe(sound);
  expect(compareSound(right, left)).toBe(sound);
});
