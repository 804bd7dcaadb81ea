import { describe, expect, test } from 'vitest';
import { isOrdinaryWord, knownPlaces, worldPlaces } from '../../../src/lexicon/places/known-places.ts';

const WEST = '安徽省合肥市合肥高新技术产业开发区';
const EAST = '山东省济南市济南高新技术产业开发区';

describe('names of indexed districts', () => {
  test('say whether they have the suffix, and which districts lie inside', () => {
    const { byName } = knownPlaces(['江苏省徐州市泉山区', '江苏省泰州市海陵区']);
    expect(byName.get('泉山区')).toMatchObject({ exact: true });
    expect(byName.get('泉山')).toMatchObject({ exact: false });
    expect([...(byName.get('江苏')?.inside ?? [])]).toEqual(['江苏省徐州市泉山区', '江苏省泰州市海陵区']);
    expect([...(byName.get('徐州市')?.inside ?? [])]).toEqual(['江苏省徐州市泉山区']);
  });

  test('a bare kind of zone stands for the only one of its kind, not for one of several', () => {
    expect(knownPlaces([WEST]).byName.has('高新区')).toBe(true);
    expect(knownPlaces([WEST, EAST]).byName.has('高新区')).toBe(false);
    expect(knownPlaces([WEST, EAST]).byName.has('合肥高新区')).toBe(true);
  });

  test('an ordinary word is told from a name by its suffix', () => {
    const { byName } = knownPlaces(['天津市和平区']);
    expect(byName.get('和平区')?.isOrdinary).toBe(false);
    expect(byName.get('和平')?.isOrdinary).toBe(true);
    expect(isOrdinaryWord('和平')).toBe(true);
    expect(isOrdinaryWord('泉山')).toBe(false);
  });

  test('a district that is an ordinary word is still found when it is indexed', () => {
    expect(knownPlaces(['山西省长治市城区']).byName.get('城区')).toMatchObject({ exact: true });
  });
});

describe('names of all divisions', () => {
  test('have their suffix, but provinces and well-known cities go without', () => {
    const { byName } = worldPlaces();
    expect(['河南', '深圳', '北京'].every((name) => byName.has(name))).toBe(true);
    expect(['泉山', '和平', '城区', '开封'].some((name) => byName.has(name))).toBe(false);
  });
});
