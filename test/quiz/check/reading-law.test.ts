import { expect, test } from 'vitest';
import { checkItem } from '../../../src/quiz/check/check-item.ts';
import { readingFaults } from '../../../src/quiz/check/reading-law.ts';
import { ITEMS, LIBRARY, libraryOf } from '../made-up-cases.ts';

test('a question leads to its own sentence', () => {
  for (const item of ITEMS) expect(readingFaults(item, LIBRARY), item.question).toEqual([]);
  const [figure] = ITEMS.filter(({ subject }) => subject === 'figure');
  if (!figure) throw new Error('no figure');
  const astray = { ...figure, question: '2029年，柳岸区社区食堂每月评一次饭菜，邻里当评委的有（　）。' };
  expect(checkItem(astray, LIBRARY).join()).toContain('not-found');
});

test('a question for the district that another district answers as well is none', () => {
  const [whose] = ITEMS.filter(({ subject }) => subject === 'district-of-practice');
  if (!whose) throw new Error('no question for a district');
  const measure = whose.question.replace(/^据[^，]*报告，（　）|。$/gu, '');
  const reports = [...LIBRARY.reports.values()].map(
    ({ id, district, title }) => [id, district ?? '', title, LIBRARY.textOf(id)] as [string, string, string, string],
  );
  const more = libraryOf([...reports, ['more', '云岭省泽川市梅溪县', '梅溪县近况', `梅溪县${measure}。`]]);
  expect(readingFaults(whose, LIBRARY)).toEqual([]);
  expect(readingFaults(whose, more).join()).toContain('answered-elsewhere');
});
