import { expect, test } from 'vitest';
import { wrongFigures } from '../../../src/answer/verify/figures.ts';

test.each([
  ['引进企业47家', '引进企业47家，投资18.6亿元'],
  ['投资186000万元', '引进企业47家，投资18.6亿元'],
  ['七成事项网上可办', '70%的事项网上可办'],
  ['2021年投产', '2021年5月投产'],
  ['五月投产', '2021年5月投产'],
  ['2021年投产', '二〇二一年五月投产'],
  ['拨打12345热线', '整合12345热线和110'],
  ['省级荣誉16项，国家级荣誉9项', '获国家级荣誉9项、省级荣誉16项'],
  ['共有面积6.7平方公里', '面积由8.5平方公里增至6.7平方公里'],
])('%s is carried by %s', (text, evidence) => {
  expect(wrongFigures(text, evidence)).toEqual([]);
});

test.each([
  ['引进企业7家', '引进企业47家', '7家'],
  ['引进企业七家', '引进企业四十七家', '七家'],
  ['投资8.6亿元', '投资18.6亿元', '8.6亿元'],
  ['引进企业47家', '引进项目47个', '47家'],
  ['2021年5月投产', '2021年投产', '2021年5月'],
  ['2020年投产', '2021年投产', '2020年'],
  ['拨打12344热线', '整合12345热线', '12344'],
  ['拨打123热线', '整合12345热线', '123'],
  ['国家级荣誉16项', '获国家级荣誉9项、省级荣誉16项', '16项'],
  ['新建小学学位310个已用820个', '新建小学学位820个已用310个', '310个'],
])('%s is not carried by %s', (text, evidence, fault) => {
  expect(wrongFigures(text, evidence)).toContain(fault);
});

test('every fault is told, as written', () => {
  expect(wrongFigures('2019年引进7家,拨打123', '2021年引进47家,拨打12345')).toEqual(['7家', '2019年', '123']);
});

test('figures that stand close together are each judged by their own surroundings', () => {
  const evidence = '建成小学5所中学8所,改造农村道路12公里城市道路30公里';
  expect(wrongFigures('建成小学5所中学8所', evidence)).toEqual([]);
  expect(wrongFigures('改造农村道路12公里', evidence)).toEqual([]);
});
