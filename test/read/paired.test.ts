import { expect, test } from 'vitest';
import { pairedFigure } from '../../src/read/paired.ts';
import { PreparedSentence } from '../../src/read/prepared-sentence.ts';
import type { Sentence } from '../../src/types.ts';

const prepared = (read: string): PreparedSentence =>
  new PreparedSentence({ start: 0, end: read.length, read, role: 'body' } as Sentence);
const paired = (asked: string, read: string): string | null => pairedFigure(asked, prepared(read))?.surface ?? null;

const STORES = prepared('青杨镇、白桦镇、红枫镇依次建成冷库9座、14座、6座。').sentence.read;
const PROJECTS = '云锦水厂、石桥公园和松岭道路总投资分别为3.2亿元、1.4亿元、5亿元。';

test.each([
  ['白桦镇建成冷库多少座', STORES, '14座'],
  ['红枫镇有冷库几座', STORES, '6座'],
  ['云锦水厂总投资多少', PROJECTS, '3.2亿元'],
  ['石桥公园总投资多少', PROJECTS, '1.4亿元'],
  ['松岭道路投资多少', PROJECTS, '5亿元'],
])('%s: the figure that stands in its place', (asked, read, figure) => {
  expect(paired(asked, read)).toBe(figure);
});

test.each([
  ['a name that the sentence lacks', '黑松镇建成冷库多少座', STORES],
  ['all of them', '各镇建成冷库多少座', STORES],
  ['a sentence that pairs nothing', '白桦镇建成冷库多少座', '青杨镇建成冷库9座，白桦镇建成14座。'],
  ['more figures than names', '白桦镇建成冷库多少座', '白桦镇分别建成冷库9座、14座。'],
])('%s: none', (_, asked, read) => {
  expect(paired(asked, read)).toBeNull();
});
