import { describe, expect, test } from 'vitest';
import { findTypos } from '../../../src/lexicon/places/district-typos.ts';

const KNOWN = ['江苏省泰州市海陵区', '陕西省宝鸡市渭滨区', '河南省三门峡市三门峡经济开发区'];
const typos = (text: string, found: Parameters<typeof findTypos>[2] = []): string[] =>
  findTypos(text, KNOWN, found).map(({ start, end, how }) => `${text.slice(start, end)} ${how}`);

describe('typos', () => {
  test.each([
    ['渭宾区的收入', '渭宾区 homophone'],
    ['维滨区的收入', '维滨区 homophone'],
    ['海林区的收入', '海林区 typo'],
    ['魏滨有多少', '魏滨 homophone'],
    ['三门侠经济开发区', '三门侠经济开发区 homophone'],
  ])('%s', (text, expected) => {
    expect(typos(text)).toEqual([expected]);
  });

  test.each([
    ['the right name', '渭滨区的收入'],
    ['another division', '渭城区和海州区'],
    ['a name that sounds different', '渭南地区'],
    ['a near sound without the suffix', '海林有多少'],
    ['no shared character', '威宾区的收入'],
    ['nothing', ''],
  ])('%s is none', (_, text) => {
    expect(typos(text)).toEqual([]);
  });

  test.each([
    ['重新被命名', '江苏省常州市新北区'],
    ['属于中国的地方', '甘肃省兰州市榆中县'],
    ['新花卷车站', '湖南省娄底市新化县'],
  ])('a stretch that cuts a word in two is none: %s is not %s', (text, district) => {
    expect(findTypos(text, [district], [])).toEqual([]);
  });

  test('where a district is named already, a typo needs its suffix', () => {
    const found = [{ start: 0, end: 3, indexed: true }];
    expect(typos('海陵区和魏滨', found)).toEqual([]);
    expect(typos('海陵区和渭宾区', found)).toEqual(['渭宾区 homophone']);
  });

  test('never overlaps what was found', () => {
    expect(typos('渭宾区', [{ start: 0, end: 3, indexed: false }])).toEqual([]);
  });
});
