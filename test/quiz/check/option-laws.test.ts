import { expect, test } from 'vitest';
import { isPointTold, optionFaults, optionsOverlap } from '../../../src/quiz/check/option-laws.ts';
import { several, shortAnswer, single } from '../made-up-items.ts';

test('options that name the same or hold one another overlap', () => {
  expect(optionsOverlap('推出“惠企包”21项举措', '推出“惠民包”、“惠企包”')).toBe(true);
  expect(optionsOverlap('推行首席服务', '推行首席服务员制度')).toBe(true);
  expect(optionsOverlap('推出“惠企包”', '推出“惠民包”')).toBe(false);
});

test('no option of a choice holds another, figures aside', () => {
  const options = ['推行首席服务', '推行首席服务员制度', '开设早茶会'];
  expect(optionFaults(single(1, { subject: 'practice-of-district', options }))).toContain('options-overlap');
  expect(optionFaults(single(1, { subject: 'figure', options: ['3个', '13个', '8个'] }))).toEqual([]);
});

test('what does not belong to a list is as long as what does', () => {
  const options = ['一中心', '一站式', '一群人', '一同核查'];
  const asked = (others: readonly string[]): string =>
    optionFaults(several(1, { subject: 'parts', options: others, correct: [0, 1, 2] })).join();
  expect(asked(options)).toContain('lengths-tell');
  expect(asked([...options.slice(0, 3), '一张网'])).toBe('');
});

test('what does not belong to a list has the sign that all of it have', () => {
  const list = ['全区强党建', '党建在书记', '书记抓党员'];
  const asked = (odd: string): string =>
    optionFaults(single(1, { subject: 'not-one-of', options: [odd, ...list], correct: 0 })).join();
  expect(asked('中部大城区')).toContain('sign-tells');
  expect(asked('支部带党员')).toBe('');
});

test('a point that the question says is none', () => {
  const question = '柳溪区以“人才发展局”整合科技人才资源，具体做了什么？请写出要点。';
  expect(isPointTold('成立人才发展局', question)).toBe(true);
  expect(isPointTold('成立“人才发展局”', question)).toBe(true);
  expect(isPointTold('成立人才公寓', question)).toBe(false);
  expect(isPointTold('将相关职能整合打包', question)).toBe(false);
});

test('two points of a comparison do not name the same', () => {
  const own = shortAnswer(1, { subject: 'comparison' });
  const [first, second] = own.keyPoints;
  if (!first || !second) throw new Error('no points');
  const told = (text: string): string =>
    optionFaults({
      ...own,
      keyPoints: [
        { ...first, text: '推出“惠企包”' },
        { ...second, text },
      ],
    }).join();
  expect(told('推出“惠企包”21项举措')).toContain('points-overlap');
  expect(told('推出“惠民包”')).toBe('');
});
