import { describe, expect, test } from 'vitest';
import { enumerationsIn } from '../../../../src/quiz/generate/statements/enumerations.ts';

const partsIn = (plain: string): (readonly string[])[] => enumerationsIn(plain).map(({ parts }) => parts);

describe('a complete list', () => {
  test.each([
    ['大力实施道路畅通、管网更新、绿化提质“三大工程”', ['道路畅通', '管网更新', '绿化提质']],
    ['建立“一门进、一窗办、一次结”工作机制', ['一门进', '一窗办', '一次结']],
    ['构建“管委会+平台公司+产业基金”运行模式', ['管委会', '平台公司', '产业基金']],
    ['着力发展鲜果、果酒、果醋、果脯四大主导产业。', ['鲜果', '果酒', '果醋', '果脯']],
    ['围绕集市、码头和步道“三大场景”布局', ['集市', '码头', '步道']],
    ['落实问、议、办、评“四步工作法”流程', ['问', '议', '办', '评']],
    ['以“看谋划、比落地，看进度、比位次”“四看四比”竞赛', ['看谋划', '比落地', '看进度', '比位次']],
  ])('%s', (plain, parts) => {
    expect(partsIn(plain)).toEqual([parts]);
  });

  test('is none where it ends in 等, is counted otherwise, or is of no initiative', () => {
    for (const plain of [
      '建立“一门进、一窗办、一次结等”工作机制',
      '大力实施道路畅通、管网更新、绿化提质“四大工程”',
      '从政治、经济、社会三个方面推进',
      '来了张家、李家、王家的人',
    ]) {
      expect(partsIn(plain), plain).toEqual([]);
    }
  });

  test('spans its parts and nothing else', () => {
    const plain = '2029年，大力实施道路畅通、管网更新、绿化提质“三大工程”。';
    const [found] = enumerationsIn(plain);
    expect(plain.slice(found?.start, found?.end)).toBe('道路畅通、管网更新、绿化提质');
    expect(found?.name).toBe('“三大工程”');
  });
});
