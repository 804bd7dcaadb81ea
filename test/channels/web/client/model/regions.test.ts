// Districts under their cities and provinces, and their search.
import { expect, test } from 'vitest';
import { districtsHolding, type Region, regionTree } from '../../../../../src/channels/web/client/model/regions.ts';
import { districtLabels, namePartsOf } from '../../../../../src/chat/asking/place.ts';

const NAMES = [
  '江苏省徐州市鼓楼区',
  '江苏省南京市鼓楼区',
  '江苏省徐州市泉山区',
  '北京市海淀区',
  '临江市',
  '云岭省塔山县',
];
const DISTRICTS = NAMES.map((name) => {
  const { province, city } = namePartsOf(name);
  return { name, short: districtLabels(NAMES).get(name) ?? name, province, city, reports: 2, facts: 0 };
});
const drawn = (regions: readonly Region[]): unknown[] =>
  regions.map(({ name, reports, parts }) => (parts.length === 0 ? name : [name, reports, drawn(parts)]));

test('the tree has a level for each part of a name, and none for a part that it lacks', () => {
  expect(drawn(regionTree(DISTRICTS))).toEqual([
    ['北京市', 2, ['海淀区']],
    [
      '江苏省',
      6,
      [
        ['南京市', 2, ['鼓楼区']],
        ['徐州市', 4, ['鼓楼区', '泉山区']],
      ],
    ],
    '临江市',
    ['云岭省', 2, ['塔山县']],
  ]);
});

test('every district is under a prefix of its own name', () => {
  const leaves = (regions: readonly Region[]): string[] =>
    regions.flatMap(({ prefix, parts }) => (parts.length === 0 ? [prefix] : leaves(parts)));
  expect(leaves(regionTree(DISTRICTS)).sort()).toEqual([...NAMES].sort());
});

test('two districts of one short name are told apart, others keep theirs', () => {
  expect(DISTRICTS.map(({ short }) => short)).toEqual([
    '徐州市鼓楼区',
    '南京市鼓楼区',
    '泉山区',
    '海淀区',
    '临江市',
    '塔山县',
  ]);
  const twins = districtLabels(['甲省乙市丙区', '丁省乙市丙区']);
  expect([...twins.values()]).toEqual(['甲省乙市丙区', '丁省乙市丙区']);
});

test('a search takes words in any place of the name, within a region', () => {
  const found = (text: string, region = ''): string[] =>
    districtsHolding(DISTRICTS, text, region).map(({ name }) => name);
  expect(found('江苏 鼓楼')).toEqual(NAMES.slice(0, 2));
  expect(found('鼓楼', '江苏省徐州市')).toEqual([NAMES[0]]);
  expect([found(''), found('没有')]).toEqual([NAMES, []]);
});
