import { expect, test } from 'vitest';
import { englishWords, stemOf } from '../../../src/lexicon/english/english-words.ts';

const forms = (question: string): string[] => englishWords(question).map(({ form }) => form);

test('parts words at hyphens and drops possessive endings and marks', () => {
  expect(forms("Yunxi's fixed-asset investment?")).toEqual(['yunxi', 'fixed', 'asset', 'investment']);
  expect(forms("residents' income")).toEqual(['residents', 'income']);
  expect(forms('residents’ income')).toEqual(['residents', 'income']);
});

test('opens short forms of is', () => {
  expect(forms("What's new")).toEqual(['what', 'is', 'new']);
  expect(forms("who's")).toEqual(['who', 'is']);
});

test('keeps numbers, percentages, letters with digits and Chinese words whole', () => {
  expect(forms('14,681 at 9.2% in 5G 三网融合 2+4')).toEqual(['14681', 'at', '9.2%', 'in', '5g', '三网融合', '2+4']);
});

test('remembers how a word is written', () => {
  expect(englishWords('Yunxi County').map(({ written }) => written)).toEqual(['Yunxi', 'County']);
});

test.each([
  ['companies', 'company'],
  ['cities', 'city'],
  ['buses', 'bus'],
  ['classes', 'class'],
  ['planned', 'plan'],
  ['creating', 'created'],
  ['merged', 'merge'],
  ['studied', 'study'],
])('brings %s and %s to one stem', (form, other) => {
  expect(stemOf(form)).toBe(stemOf(other));
});

test('leaves short words and words that merely end like a plural alone', () => {
  expect(stemOf('gas')).toBe('gas');
  expect(stemOf('tax')).toBe('tax');
  expect(stemOf('class')).not.toBe(stemOf('clay'));
  expect(stemOf('analysis')).toBe('analysis');
});
