import { describe, expect, test } from 'vitest';
import { findSlips } from '../../../src/lexicon/places/district-typos.ts';

const KNOWN = ['江苏省泰州市海陵区', '陕西省宝鸡市渭滨区', '河南省三门峡市三门峡经济开发区'];
const slips = (text: string, found: Parameters<typeof findSlips>[2] = []): string[] =>
  findSlips(text, KNOWN, found).map(({ start, end, how }) => `${text.slice(start, end)} ${how}`);

describe('slips', () => {
  test.each([
    ['渭宾区的收入', '渭宾区 homophone'],
    ['维滨区的收入', '维滨区 homophone'],
    ['海林区的收入', '海林区 slip'],
    ['魏滨有多少', '魏滨 homophone'],
    ['三门侠经济开发区', '三门侠经济开发区 homophone'],
  ])('%s', (text, expected) => {
    expect(slips(text)).toEqual([expected]);
  });

  test.each([
    ['the right name', '渭滨区的收入'],
    ['another division', '渭城区和海州区'],
    ['a name that sounds different', '渭南地区'],
    ['a near sound without the suffix', '海林有多少'],
    ['no shared character', '威宾区的收入'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(slips(text)).toEqual([]);
  });

  test.each([
    ['重新被命名', '江苏省常州市新北区'],
    ['属于中国的地方', '甘肃省兰州市榆中县'],
    ['新花卷车站', '湖南省娄底市新化县'],
  ])('a stretch that cuts a word in two is none: %s is not %s', (text, district) => {
    expect(findSlips(text, [district], [])).toEqual([]);
  });

  test('where a district is named already, a slip needs its suffix', () => {
    const found = [{ start: 0, end: 3, indexed: true }];
    expect(slips('海陵区和魏滨', found)).toEqual([]);
    expect(slips('海陵区和渭宾区', found)).toEqual(['渭宾区 homophone']);
  });

  test('never overlaps what was found', () => {
    expect(slips('渭宾区', [{ start: 0, end: 3, indexed: false }])).toEqual([]);
  });
});
