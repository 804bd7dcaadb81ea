import { expect, test } from 'vitest';
import { fullNamesOf } from '../../../src/lexicon/places/full-names.ts';

test('a name that one division bears has one full name, short or long', () => {
  for (const name of ['泉山区', '泉山', '江苏省徐州市泉山区'])
    expect(fullNamesOf(name)).toEqual(['江苏省徐州市泉山区']);
});

test('a name that several bear has all of theirs, and what is no division none', () => {
  expect(fullNamesOf('鼓楼区').length).toBeGreaterThan(2);
  expect(fullNamesOf('云里雾里区')).toEqual([]);
});
