import { describe, expect, test } from 'vitest';
import { divisions, shortNameOf } from '../../../src/lexicon/places/divisions.ts';

describe('all divisions', () => {
  test('there are about three thousand counties and districts, in 34 provinces', () => {
    const levels = divisions().all.map(({ level }) => level);
    expect(levels.filter((level) => level === 'province')).toHaveLength(34);
    expect(levels.filter((level) => level === 'city').length).toBeGreaterThan(330);
    expect(levels.filter((level) => level === 'county').length).toBeGreaterThan(2800);
    expect(levels.filter((level) => level === 'zone').length).toBeGreaterThan(100);
  });

  test('every full name is what lies above it and the name, and is listed once', () => {
    const { all, byFullName } = divisions();
    expect(byFullName.size).toBe(all.length);
    for (const { fullName, parent, name, level } of all) {
      expect(parent + name).toBe(fullName);
      if (level !== 'province') expect(byFullName.has(parent)).toBe(true);
    }
  });

  test.each([
    ['江苏省徐州市泉山区', '泉山区', 'county'],
    ['上海市浦东新区', '浦东新区', 'county'],
    ['北京市朝阳区', '朝阳区', 'county'],
    ['河南省济源市', '济源市', 'county'],
    ['湖北省神农架林区', '神农架林区', 'county'],
    ['海南省儋州市', '儋州市', 'city'],
    ['江苏省徐州市', '徐州市', 'city'],
    ['河南省三门峡市三门峡经济开发区', '三门峡经济开发区', 'zone'],
    ['吉林省长春市绿园区', '绿园区', 'county'],
    ['陕西省宝鸡市凤翔区', '凤翔区', 'county'],
  ])('%s', (fullName, name, level) => {
    expect(divisions().byFullName.get(fullName)).toMatchObject({ name, level, former: false });
  });

  test('a county keeps its old name as a former one', () => {
    expect(divisions().byFullName.get('陕西省宝鸡市凤翔县')).toMatchObject({ former: true });
  });

  test('a name used in several cities is listed for each', () => {
    expect(
      divisions()
        .byName.get('鼓楼区')
        ?.map(({ parent }) => parent),
    ).toContain('江苏省徐州市');
    expect(divisions().byName.get('鼓楼区')?.length).toBeGreaterThan(3);
  });
});

describe('short names', () => {
  test.each([
    ['泉山区', '泉山'],
    ['徐州市', '徐州'],
    ['河南省', '河南'],
    ['丰县', '丰县'],
    ['浦东新区', '浦东'],
    ['延边朝鲜族自治州', '延边'],
    ['恩施土家族苗族自治州', '恩施'],
    ['内蒙古自治区', '内蒙古'],
    ['广西壮族自治区', '广西'],
    ['新疆维吾尔自治区', '新疆'],
    ['东乡族自治县', '东乡'],
    ['大兴安岭地区', '大兴安岭'],
    ['神农架林区', '神农架'],
    ['锡林郭勒盟', '锡林郭勒'],
    ['土默特左旗', '土默特左'],
  ])('%s is short %s', (name, short) => {
    expect(shortNameOf(name)).toBe(short);
  });

  test('no short name has fewer than two characters', () => {
    expect(divisions().all.filter(({ shortName }) => shortName.length < 2)).toEqual([]);
  });
});
