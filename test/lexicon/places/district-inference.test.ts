import { describe, expect, test } from 'vitest';
import { inferDistrict } from '../../../src/lexicon/places/districts.ts';

const infer = (title: string, text: string): string | null => inferDistrict({ title, text })?.district ?? null;

describe('the district of a report', () => {
  test('is the one in its title that the text keeps naming', () => {
    expect(infer('泉山区政府工作报告', '过去一年，泉山区坚持稳中求进。泉山的企业多了，徐州市表扬了泉山区。')).toBe(
      '江苏省徐州市泉山区',
    );
  });

  test('is found from the text alone where it dominates', () => {
    const text = '海陵区推进改革。'.repeat(6);
    expect(infer('改革再出发', text)).toBe('江苏省泰州市海陵区');
  });

  test('of a name used in several cities is told by the city beside it', () => {
    const text = '福州市鼓楼区新增了企业。鼓楼区的街道办了实事。鼓楼区发布了公报。福州的鼓楼区……鼓楼区。';
    expect(infer('鼓楼区年报', text)).toBe('福建省福州市鼓楼区');
    expect(infer('鼓楼区年报', text.replaceAll('福州市', '').replaceAll('福州的', ''))).toBeNull();
  });

  test('of a short name shared by two is the one that the text names in full', () => {
    const text = `来源：山阳县。${'山阳区推进征迁，山阳人满意。'.repeat(5)}`;
    expect(infer('山阳的动力', text)).toBe('河南省焦作市山阳区');
  });

  test('is a development zone where the text speaks of one', () => {
    const text =
      '三门峡经济开发区深化改革。三门峡经开区引进项目。三门峡经济开发区完成投资。开发区的干部说好。三门峡市也说好。';
    expect(infer('开发区的三十年', text)).toBe('河南省三门峡市三门峡经济开发区');
  });

  test('is a zone that no list has, by the city before it', () => {
    const text = '徐州高新区发展迅速。'.repeat(6);
    expect(infer('徐州高新区', text)).toBe('江苏省徐州市徐州高新区');
  });

  test('is the city where its title says so and no district comes near', () => {
    expect(infer('徐州市交通年报', '徐州市修了路。徐州市修了桥。')).toBe('江苏省徐州市');
  });

  test('comes with the reason', () => {
    const inferred = inferDistrict({ title: '泉山区年报', text: '泉山区增长。泉山区进步。' });
    expect(inferred?.evidence).toMatch(/^标题提到，正文 \d+ 处提到“泉山区”$/);
  });
});

describe('null rather than a guess', () => {
  test.each([
    [
      'a firm’s feature that names a district in passing',
      '某公司发布财报',
      '公司总部位于深圳市南山区，全年营收增长两成。产品卖到全国。',
    ],
    ['a topic of the whole country', '全国推进数字化', '各地加快建设。北京、上海、深圳走在前面。'],
    ['two districts side by side', '两区联动', '泉山区与云龙区合作。'.repeat(5)],
    ['no place at all', '论发展', '发展是硬道理。'],
    [
      'an ordinary word that is a division somewhere',
      '老城区的新生',
      '老城区要改造，新城区要建设，城区要提质。'.repeat(5),
    ],
  ])('%s', (_, title, text) => {
    expect(infer(title, text)).toBeNull();
  });
});
