import { describe, expect, test } from 'vitest';
import { findDistrictMentions } from '../../../src/lexicon/places/districts.ts';
import { divisions, formerNamesOf } from '../../../src/lexicon/places/divisions.ts';
import { changeOf, formerNameIn, formerNames } from '../../../src/lexicon/places/former-names.ts';

const TONGZHOU = '江苏省南通市通州区';

describe('former names', () => {
  test('every one belongs to a present division, that bears another name today', () => {
    const { byFullName } = divisions();
    expect(formerNames().size).toBeGreaterThan(700);
    for (const [fullName, names] of formerNames()) {
      expect(byFullName.get(fullName)).toMatchObject({ former: false });
      for (const { name, until } of names) {
        expect(name).not.toBe(byFullName.get(fullName)?.name);
        expect(until === null || (until >= 1981 && until <= 2023)).toBe(true);
      }
    }
  });

  test.each([
    [TONGZHOU, '通州市', 2009, '撤市设区'],
    ['江苏省徐州市铜山区', '铜山县', 2010, '撤县设区'],
    ['江苏省泰州市兴化市', '兴化县', 1987, '撤县设市'],
    ['湖北省襄阳市', '襄樊市', 2010, '更名'],
    ['云南省德宏傣族景颇族自治州芒市', '潞西市', 2010, '更名'],
    ['甘肃省陇南市', '陇南地区', 2004, '撤地设市'],
    ['陕西省宝鸡市凤翔区', '凤翔县', null, '撤县设区'],
  ])('%s was %s until %s', (fullName, name, until, change) => {
    expect(formerNameIn(name, fullName)).toEqual({ fullName, name, until, change });
  });

  test('a present name is no former one', () => {
    expect(formerNameIn('南通通州区', TONGZHOU)).toBeNull();
    expect(changeOf('襄樊市', '湖北省襄阳市')).toBe('更名');
  });

  test('a name that another division bears today stands for that one', () => {
    const { byName } = divisions();
    for (const [fullName] of formerNames())
      for (const name of formerNamesOf(fullName))
        expect(byName.get(name)?.some((division) => division.fullName === fullName)).toBe(true);
    expect(byName.get('通州区')?.map(({ parent }) => parent)).toEqual(['北京市', '江苏省南通市']);
  });
});

describe('a question by a former name', () => {
  test('is on what bears another name today', () => {
    const [mention, ...others] = findDistrictMentions('南通通州市2015年新增就业多少人', [TONGZHOU, '北京市通州区']);
    expect(others).toEqual([]);
    expect(mention).toMatchObject({ fullName: TONGZHOU, indexed: true, how: 'exact' });
  });

  test('names the districts of a city that was called otherwise', () => {
    const known = ['湖北省襄阳市樊城区', '湖北省襄阳市襄城区'];
    const found = findDistrictMentions('襄樊市有多少个社区', known);
    expect(found.map(({ fullName, how }) => [fullName, how])).toEqual(known.map((name) => [name, 'containing']));
  });

  test('is on nothing indexed where no report is on its successor', () => {
    const [mention] = findDistrictMentions('通州市有多少个社区', ['北京市海淀区']);
    expect(mention).toMatchObject({ fullName: TONGZHOU, indexed: false });
  });

  test('is on the district of that very name where reports on both are indexed', () => {
    const known = [TONGZHOU, '江苏省南通市通州市'];
    expect(findDistrictMentions('通州市有多少个社区', known).map(({ fullName }) => fullName)).toEqual([known[1]]);
  });
});
