import { describe, expect, test } from 'vitest';
import { initiativesIn } from '../../../src/lexicon/names/initiatives.ts';

describe('a named initiative', () => {
  test.each([
    ['推行“项目管家”制度', '项目管家', '“项目管家”制度'],
    ['打造“邻里客厅”', '邻里客厅', '“邻里客厅”'],
    ['“四看四比”氛围浓厚', '四看四比', '“四看四比”'],
    ['“人才+项目”相结合', '人才+项目', '“人才+项目”'],
    ['印发《关于加快果业发展的意见》', '关于加快果业发展的意见', '《关于加快果业发展的意见》'],
    ['建立“一门进、一窗办”工作机制', '一门进、一窗办', '“一门进、一窗办”工作机制'],
  ])('%s', (plain, name, whole) => {
    expect(initiativesIn(plain)).toEqual([expect.objectContaining({ name, whole })]);
  });

  test('stands at its span', () => {
    const plain = '柳岸区推行“项目管家”制度，开展“春苗行动”。';
    expect(initiativesIn(plain).map(({ start, end }) => plain.slice(start, end))).toEqual(['项目管家', '春苗行动']);
  });

  test('is neither speech, nor a figure of speech, nor a slogan of the whole country', () => {
    for (const plain of [
      '“我们一起干！”大家喊',
      '不当“甩手掌柜”',
      '展望“十四五”发展',
      '打通“中梗阻”',
      '推进“放管服”改革',
    ]) {
      expect(initiativesIn(plain), plain).toEqual([]);
    }
  });

  test('tells what kind of initiative it is by what it is called', () => {
    const kindOf = (plain: string): number | undefined => initiativesIn(plain)[0]?.kind;
    expect(kindOf('推行“甲乙”制度')).toBe(kindOf('推行“丙丁”机制'));
    expect(kindOf('推行“甲乙”制度')).not.toBe(kindOf('开展“丙丁”行动'));
    expect(kindOf('推行“甲乙丙”')).toBe(-1);
    expect(initiativesIn('打造“甲乙丙”')).toEqual([]);
  });
});
