import { describe, expect, test } from 'vitest';
import { districtFinder, findDistrictMentions, foreignDistrictIn } from '../../../src/lexicon/places/districts.ts';
import { picker } from '../../text/pseudo-random.ts';

const PEARL = '江苏省泰州市海陵区';
const HILL = '江苏省徐州市泉山区';
const SHORE = '陕西省宝鸡市渭滨区';
const ZONE = '河南省三门峡市三门峡经济开发区';
const SUNNY = '河南省焦作市山阳区';
const KNOWN = [PEARL, HILL, SHORE, ZONE, SUNNY];

const find = districtFinder(KNOWN);
const brief = (text: string): string[] =>
  find(text).map(({ surface, fullName, indexed, how }) => `${surface} ${indexed ? fullName : `(${fullName})`} ${how}`);

describe('indexed districts', () => {
  test.each([
    ['泉山区有多少家企业', `泉山区 ${HILL} exact`],
    ['泉山有多少家企业', `泉山 ${HILL} short`],
    ['徐州泉山区', `徐州泉山区 ${HILL} exact`],
    ['江苏省徐州市泉山区怎么样', `江苏省徐州市泉山区 ${HILL} exact`],
    ['徐州的泉山区', `泉山区 ${HILL} exact`],
    ['渭濱區有幾家', `渭濱區 ${SHORE} exact`],
    ['三门峡经开区', `三门峡经开区 ${ZONE} exact`],
    ['经开区的改革', `经开区 ${ZONE} short`],
    ['徐州有几个项目', `徐州 ${HILL} containing`],
    ['Shanyang District', `Shanyang District ${SUNNY} romanised`],
    ['quan shan qu', `quan shan ${HILL} romanised`],
    ['in Sanmenxia Economic Development Zone?', `Sanmenxia Economic Development Zone ${ZONE} romanised`],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  test('a province stands for every indexed district in it', () => {
    expect(brief('河南有哪些做法')).toEqual([`河南 ${ZONE} containing`, `河南 ${SUNNY} containing`]);
  });

  test('several districts come in the order of the question', () => {
    expect(find('海陵区和泉山相比').map(({ fullName }) => fullName)).toEqual([PEARL, HILL]);
  });
});

describe('typos', () => {
  test.each([
    ['渭宾区的招商', `渭宾区 ${SHORE} homophone`],
    ['魏滨的招商', `魏滨 ${SHORE} homophone`],
    ['海林区的治理', `海林区 ${PEARL} typo`],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  test('a real name is no typo: 海林市 exists', () => {
    expect(brief('海林市的治理')).toEqual(['海林市 (黑龙江省牡丹江市海林市) exact']);
  });

  test('an ordinary word that sounds like a district is none', () => {
    expect(brief('山羊养殖补贴')).toEqual([]);
  });

  test('an indexed name is never corrected to another', () => {
    const both = districtFinder([...KNOWN, '甲省乙市海林区']);
    expect(both('海林区的治理').map(({ fullName }) => fullName)).toEqual(['甲省乙市海林区']);
  });
});

describe('divisions that are not indexed', () => {
  test.each([
    ['海淀区的收入', '海淀区 (北京市海淀区) exact'],
    ['深圳市南山区有多少企业', '南山区 (广东省深圳市南山区) exact'],
    ['徐州市云龙区', '云龙区 (江苏省徐州市云龙区) exact'],
    ['南京市鼓楼区', '鼓楼区 (江苏省南京市鼓楼区) exact'],
    ['鼓楼区有什么', '鼓楼区 (鼓楼区) exact'],
    ['丰县的产业', '丰县 (江苏省徐州市丰县) exact'],
    ['深圳明天有雨吗', '深圳 (广东省深圳市) short'],
    ['Haidian District', 'Haidian District (北京市海淀区) romanised'],
  ])('%s', (text, expected) => {
    expect(brief(text)).toEqual([expected]);
  });

  test.each([
    '城区改造',
    '和平发展',
    '新华书店',
    '长治久安',
    '省级和县级',
    '老城区和新城区',
    '跟上海哪家集团合作',
    '南京路',
    '高新区',
    'Which district is it?',
    '社区服务',
  ])('%s names none', (text) => {
    expect(brief(text)).toEqual([]);
  });

  test('without any indexed district everything is unknown', () => {
    expect(findDistrictMentions('泉山区', []).map(({ indexed }) => indexed)).toEqual([false]);
  });
});

describe('laws', () => {
  test('every surface is the slice of its span, and what is indexed is known', () => {
    const pick = picker(21);
    const pieces = [
      '泉山',
      '泉山区',
      '渭宾区',
      '徐州',
      '的',
      '和',
      '海淀区',
      '经开区',
      'Hailing',
      ' District',
      '多少',
      '河南省',
      '市',
      '县',
      '，',
      '山羊',
      '海',
    ];
    for (let round = 0; round < 400; round++) {
      const text = Array.from({ length: 6 }, () => pick.one(pieces)).join('');
      for (const mention of find(text)) {
        expect(text.slice(mention.start, mention.end)).toBe(mention.surface);
        expect(KNOWN.includes(mention.fullName)).toBe(mention.indexed);
      }
    }
  });

  test('every indexed district is found by its full name and by its own', () => {
    for (const fullName of KNOWN) {
      expect(find(`${fullName}的情况`).map((mention) => mention.fullName)).toEqual([fullName]);
    }
  });
});

describe('another district in a clause', () => {
  test('is found by its full form', () => {
    expect(foreignDistrictIn('滨江区投入3亿元', HILL)).toBe('浙江省杭州市滨江区');
  });

  test.each(['泉山区投入3亿元', '滨江区和云龙区', '投入3亿元', '滨江投入3亿元'])('%s: none', (clause) => {
    expect(foreignDistrictIn(clause, HILL)).toBeNull();
  });
});
