import { describe, expect, test } from 'vitest';
import { districtNames, partsOf } from '../../../src/lexicon/places/district-names.ts';
import { divisions } from '../../../src/lexicon/places/divisions.ts';

describe('a full name is taken apart', () => {
  test.each([
    ['江苏省徐州市泉山区', { province: '江苏省', city: '徐州市', name: '泉山区' }],
    ['徐州市泉山区', { province: '', city: '徐州市', name: '泉山区' }],
    ['泉山区', { province: '', city: '', name: '泉山区' }],
    ['北京市朝阳区', { province: '北京市', city: '', name: '朝阳区' }],
    ['江苏省徐州市', { province: '江苏省', city: '', name: '徐州市' }],
    ['河南省济源市', { province: '河南省', city: '', name: '济源市' }],
    ['湖南省常德市津市市', { province: '湖南省', city: '常德市', name: '津市市' }],
    ['吉林省延边朝鲜族自治州延吉市', { province: '吉林省', city: '延边朝鲜族自治州', name: '延吉市' }],
    ['河南省三门峡市三门峡经济开发区', { province: '河南省', city: '三门峡市', name: '三门峡经济开发区' }],
  ])('%s', (fullName, parts) => {
    expect(partsOf(fullName)).toEqual(parts);
  });

  test('the parts of every division join to its full name', () => {
    for (const { fullName } of divisions().all) {
      const { province, city, name } = partsOf(fullName);
      expect(province + city + name === fullName || (city === '' && province === name)).toBe(true);
    }
  });
});

describe('the names of a district', () => {
  test('run from the full name to the shortest', () => {
    const { display, names } = districtNames('江苏省徐州市泉山区');
    expect(display).toBe('泉山区');
    expect(names[0]).toBe('江苏省徐州市泉山区');
    expect(names).toEqual(expect.arrayContaining(['徐州市泉山区', '徐州泉山区', '徐州泉山', '泉山区', '泉山']));
    expect(names.map(({ length }) => length)).toEqual(names.map(({ length }) => length).sort((a, b) => b - a));
  });

  test('a zone is known by each way to say its kind', () => {
    const { names } = districtNames('河南省三门峡市三门峡经济开发区');
    expect(names).toEqual(
      expect.arrayContaining(['三门峡经济开发区', '三门峡经开区', '三门峡开发区', '三门峡', '经开区']),
    );
    expect(names).not.toContain('开发区');
  });

  test('a high-tech zone is no economic one', () => {
    const { names } = districtNames('安徽省合肥市合肥高新技术产业开发区');
    expect(names).toContain('合肥高新区');
    expect(names).not.toContain('合肥经开区');
  });

  test('a name that shortening would leave with one character keeps its suffix', () => {
    expect(districtNames('江苏省徐州市丰县').names.at(-1)).toBe('丰县');
  });
});
