// The words of citations, and what of a text speaks of something beside its figures and dates.
import { expect, test } from 'vitest';
import { piecesOf, subjectPairs, surroundingsOf, wordsOf } from '../../../src/answer/verify/words.ts';
import type { Citation } from '../../../src/types.ts';
import { citation } from '../../chat/made-up.ts';

const cited: Citation[] = [
  { ...citation(1), quote: '去年建成ＧＤＰ大厦', reading: '去年〔2030年〕建成', heading: ['成就', '建設'] },
  { ...citation(2), quote: '第二句' },
];
const { title, district } = citation(1).report;

test('the words are quotes and readings, folded, a line each', () => {
  expect(wordsOf(cited).split('\n')).toEqual(['去年建成gdp大厦', '去年〔2030年〕建成', '第二句', '']);
  expect(wordsOf([])).toBe('');
});

test('the surroundings add title, district and headings', () => {
  const lines = surroundingsOf(cited).split('\n');
  expect(lines.slice(0, 4)).toEqual(wordsOf(cited).split('\n'));
  expect(lines.slice(4, 8)).toEqual([title, district, '成就', '建设']);
  const bare = { ...citation(1), report: { ...citation(1).report, district: null }, heading: [] };
  expect(surroundingsOf([bare]).split('\n').slice(-2)).toEqual([title, '']);
});

test('a text speaks of its pairs of characters, each once, figures and dates aside', () => {
  expect(subjectPairs('2021年新建公园36个,新建学校')).toEqual(['新建', '建公', '公园', '建学', '学校']);
  expect(subjectPairs('36个')).toEqual([]);
});

test('the pieces lie between marks, blanks, figures and dates', () => {
  expect(piecesOf('2021年新建公园36个,ppp 项目')).toEqual(['新建公园', 'ppp', '项目']);
  expect(piecesOf('36个。')).toEqual([]);
});
