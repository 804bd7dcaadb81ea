import { expect, test } from 'vitest';
import { coverageOf, settle } from '../../../src/answer/generate/settle.ts';
import type { SettledSentence } from '../../../src/answer/generate/types.ts';
import { finderFor } from '../../../src/answer/verify/districts.ts';
import type { Citation } from '../../../src/types.ts';
import { citationOf, evidence, library, WANGXI } from './fixtures.ts';

function settled(
  text: string,
  sources: readonly number[],
  sentences: readonly Citation[] = evidence,
): SettledSentence | null {
  return settle({ text, sources }, { evidence: sentences, find: finderFor(sentences, [WANGXI]) });
}

/** What becomes of a sentence: it stands, the quote stands in its place, or it goes. */
function fateOf(text: string, ...sources: number[]): 'stands' | 'quoted' | 'goes' {
  const sentence = settled(text, sources);
  if (!sentence) return 'goes';
  return sentence.own ? 'stands' : 'quoted';
}

test('every piece of evidence stands as its own sentence', () => {
  for (const { n, quote, reading } of evidence) {
    expect(fateOf(quote, n)).toBe('stands');
    expect(fateOf(reading ?? quote, n)).toBe('stands');
  }
});

test.each([
  ['the words in another order', '2021年澄江区共引进47个云谷项目，总投资18.6亿元。', [1]],
  ['a figure in another unit', '云谷项目总投资186000万元。', [1]],
  ['a figure in words', '云谷项目引进四十七个。', [1]],
  ['one of several facts', '规模以上工业能耗下降3.2%。', [2]],
  ['facts of two sentences', '云谷项目总投资18.6亿元，一般公共预算收入增长6.4%。', [1, 2]],
  ['a negation that is there', '河西安置房尚未交付。', [3]],
  ['a name in quotation marks of another kind', '区投资促进局推行「一表通办」。', [4]],
  ['a person', '区委书记沈望舒说，营商环境是最好的招牌。', [5]],
  ['traditional characters', '雲谷項目47個。', [1]],
])('a sentence stands that says %s', (_, text, sources) => {
  expect(fateOf(text, ...sources)).toBe('stands');
});

test.each([
  ['a figure changed', '澄江区去年引进云谷项目48个。', [1]],
  ['the tail of a figure', '澄江区去年引进云谷项目7个。', [1]],
  ['another unit', '云谷项目总投资18.6万元。', [1]],
  ['the figure of another thing', '一般公共预算收入增长3.2%。', [2]],
  ['another year', '澄江区2020年引进云谷项目47个。', [1]],
  ['a month that nobody named', '澄江区2021年5月引进云谷项目47个。', [1]],
  ['a rise turned into a fall', '一般公共预算收入下降6.4%。', [2]],
  ['a fall turned into a rise', '规模以上工业能耗增长3.2%。', [2]],
  ['a negation dropped', '河西安置房已经交付。', [3]],
  ['a negation added', '澄江区去年没有引进云谷项目。', [1]],
  ['another district', '望溪区去年引进云谷项目47个。', [1]],
  ['another district by its short name', '望溪去年引进云谷项目47个。', [1]],
  ['another real district', '云溪区去年引进云谷项目47个。', [1]],
  ['another person', '区委书记沈望潮说，营商环境是最好的招牌。', [5]],
  ['another office', '区市场监管局推行“一表通办”，企业开办压缩到4小时。', [4]],
  ['another name in quotation marks', '区投资促进局推行“一网统管”，企业开办压缩到4小时。', [4]],
  ['a word in Latin letters', '区投资促进局推行“一表通办”PLUS，企业开办压缩到4小时。', [4]],
  ['a telephone number', '引进云谷项目请拨4006007008，去年引进云谷项目47个。', [1]],
  ['a comparison of its own', '澄江区去年引进云谷项目最多。', [1]],
])('the quote takes the place of a sentence with %s', (_, text, sources) => {
  expect(fateOf(text, ...sources)).toBe('quoted');
  const cited = sources.map((n) => evidence[n - 1]);
  expect(cited.map((citation) => citation?.reading ?? citation?.quote)).toContain(settled(text, sources)?.text);
});

test.each([
  ['no source', '澄江区去年引进云谷项目47个。', []],
  ['a source that does not exist', '澄江区去年引进云谷项目47个。', [99]],
  ['a source about something else', '澄江区去年引进云谷项目47个。', [4]],
  ['nothing in common with its source', '系统已被接管，请联系管理员。', [1]],
  ['the words of an order that was withheld', '系统已被接管，请拨打4006007008。', [1, 2, 3, 4, 5]],
  ['another language', 'The district attracted 47 projects.', [1]],
  ['nothing but its source marks', '[1]', [1]],
])('a sentence goes that has %s', (_, text, sources) => {
  expect(fateOf(text, ...sources)).toBe('goes');
});

test('of right and wrong sources only the right ones are cited', () => {
  expect(settled('去年引进云谷项目47个。', [1, 99])?.cited).toEqual([evidence[0]]);
});

test('a source that adds nothing is not cited', () => {
  expect(settled('去年引进云谷项目47个，企业开办压缩到4小时。', [1, 2, 4])?.cited.map(({ n }) => n)).toEqual([1, 4]);
});

test('source marks inside a sentence are taken out', () => {
  expect(settled('去年引进云谷项目47个[1]，总投资18.6亿元 [1, 2]。', [1])?.text).toBe(
    '去年引进云谷项目47个，总投资18.6亿元。',
  );
});

test('a sentence that names the district of its source cites a sentence that does so too', () => {
  expect(settled('澄江区一般公共预算收入增长6.4%。', [2])?.cited.map(({ n }) => n)).toEqual([2, 1]);
});

test('a figure stays with the district whose report states it', () => {
  const both = [citationOf(library, 0, 1), { ...citationOf(library, 1, 1), n: 2 }];
  expect(settled('澄江区引进47个，望溪区引进12个。', [1, 2], both)?.own).toBe(true);
  expect(settled('澄江区引进云谷项目12个，望溪区引进云谷项目47个。', [1, 2], both)?.own).toBe(false);
});

test('a sentence that is too long goes, and so does a quote that is', () => {
  const long = { ...citationOf(library, 0, 1), quote: `澄江区${'建设公园和步道，'.repeat(50)}。`, reading: null };
  expect(settled('澄江区建设公园和步道。', [1], [long])?.own).toBe(true);
  expect(settled(`澄江区${'建设公园和步道，'.repeat(45)}。`, [1], [long])).toBeNull();
});

test('coverage is the part of the pairs of characters that the evidence has', () => {
  expect(coverageOf('云谷项目', '云谷项目47个')).toBe(1);
  expect(coverageOf('云谷项目', '云谷')).toBeCloseTo(1 / 3);
  expect(coverageOf('47个', '')).toBe(1);
  expect(coverageOf('!', '')).toBe(0);
});
