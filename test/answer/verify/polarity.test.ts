import { expect, test } from 'vitest';
import { turnedWords } from '../../../src/answer/verify/polarity.ts';

const BOTH = '一般公共预算收入增长6.4%，工业能耗下降3.2%，税收占比提高。';
const HOUSES = '河西安置房尚未交付，河东安置房已经交付。';

test.each([
  ['工业能耗下降3.2%', BOTH],
  ['收入增长6.4%而能耗下降3.2%', BOTH],
  ['河西安置房未交付', HOUSES],
  ['河东安置房交付', HOUSES],
  ['不断完善不仅快而且好', '逐步完善，又快又好'],
  ['未来五年建成', '五年内建成'],
  ['综合排名位居全省第一', '综合排名位居全省第一'],
])('%s turns nothing round in %s', (text, evidence) => {
  expect(turnedWords(text, evidence)).toEqual([]);
});

test.each([
  ['工业能耗增长3.2%', BOTH],
  ['工业能耗上升3.2%', BOTH],
  ['税收占比下降', BOTH],
  ['一般公共预算收入减少', BOTH],
  ['河西安置房已经交付', HOUSES],
  ['河东安置房尚未交付', HOUSES],
  ['安置房没有竣工', '安置房全部建成'],
  ['安置房建成', '安置房没有建成'],
  ['河东的安置房更多', HOUSES],
  ['云谷项目居全市第一', '云谷项目全市领先'],
  ['数量超过邻区', '邻区12个'],
])('%s turns something round in %s', (text, evidence) => {
  expect(turnedWords(text, evidence)).not.toEqual([]);
});

test('a denial of what the evidence does not speak of is no turning round where the evidence denies something else', () => {
  expect(turnedWords('道路没有竣工', '学校没有开工，道路全部建成')).toEqual([]);
  expect(turnedWords('道路没有竣工', '学校全部开工，道路全部建成')).toEqual(['不竣工']);
});

test('what is turned round is told as the sentence says it', () => {
  expect(turnedWords('河东安置房尚未交付', HOUSES)).toEqual(['不交付']);
  expect(turnedWords('河西安置房已经交付', HOUSES)).toEqual(['交付']);
  expect(turnedWords('云谷项目居全市第一', '云谷项目全市领先')).toEqual(['第一']);
});
