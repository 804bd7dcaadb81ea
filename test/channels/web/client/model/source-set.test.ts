// Choices in a set of reports.
import { expect, test } from 'vitest';
import { choiceCount, keptSet, NO_SOURCES, toggled } from '../../../../../src/channels/web/client/model/source-set.ts';

test('a choice is turned on, and off again; others stay', () => {
  const one = toggled(toggled(NO_SOURCES, 'districts', '柳溪区'), 'years', '2031');
  expect([one.districts, one.years, choiceCount(one)]).toEqual([['柳溪区'], ['2031'], 2]);
  expect(toggled(toggled(one, 'districts', '柳溪区'), 'years', '2031')).toEqual(NO_SOURCES);
});

test('a set without a choice is kept as none, so that all reports answer', () => {
  expect(keptSet(NO_SOURCES)).toBeNull();
  const one = toggled(NO_SOURCES, 'reports', 'a');
  expect(keptSet(one)).toBe(one);
});
