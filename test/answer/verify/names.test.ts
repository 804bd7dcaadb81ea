import { expect, test } from 'vitest';
import { missingNames } from '../../../src/answer/verify/names.ts';

const EVIDENCE = '区投资促进局推行"一表通办",与云谷街道共建ppp实验室。';

test.each([
  '投资促进局推行',
  '促进局与云谷街道',
  '推行"一表通办"',
  '建ppp实验室',
  '各个街道都在推行',
  '该局推行',
  '有关委办负责',
  '三个社区参与',
  '民营企业',
])('no name is missing of %s', (text) => {
  expect(missingNames(text, EVIDENCE)).toEqual([]);
});

test.each([
  ['市场监管局推行', '监管局'],
  ['推行"一网统管"', '一网统管'],
  ['读《云谷志》', '云谷志'],
  ['建bot实验室', 'bot'],
  ['望溪区推行', '望溪区'],
  ['与山前街道共建', '山前街道'],
])('%s names what is missing', (text, name) => {
  expect(missingNames(text, EVIDENCE)).toContain(name);
});

test('区 in 区别, 区域 and 市场 is no end of a name', () => {
  expect(missingNames('这里区别对待各类区域和外地市场', EVIDENCE)).toEqual([]);
});

test('quotation marks in the evidence part no name, and names are told as written', () => {
  expect(missingNames('云谷街道', '"云谷"街道')).toEqual([]);
  expect(missingNames('云谷"一网通办"街道', '云谷"一网"通办街道')).toEqual([]);
  expect(missingNames('山前街道的"一网统管"用bot', EVIDENCE)).toEqual(['山前街道', '一网统管', 'bot']);
});
