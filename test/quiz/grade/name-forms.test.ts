import { expect, test } from 'vitest';
import { isDoubtfulName, isSameName } from '../../../src/quiz/grade/name-forms.ts';

const QUESTION = '柳溪区推行“____”。';

test.each([
  ['创新 投入', '创新与投入', true],
  ['投入、创新', '创新与投入', true],
  ['创新', '创新与投入', false],
  ['优化营商环境', '营商环境优化', true],
  ['经济开发区管理委员会', '经济开发区管委会', true],
  ['一次办', '一件事一次办', false],
  ['春雨润企', '“春雨润企”行动', true],
  ['行动', '“春雨润企”行动', false],
  ['', '“春雨润企”行动', false],
])('%s is %s: %s', (typed, accepted, expected) => {
  expect(isSameName(typed, accepted, { question: QUESTION })).toBe(expected);
});

test('parts keep their order where the question asks for one', () => {
  const question = '柳溪区依次推行“____”。';
  expect(isSameName('投入、创新', '创新与投入', { question })).toBe(false);
  expect(isSameName('创新、投入', '创新与投入', { question })).toBe(true);
});

test('half of the parts and a sign that is off are for the learner to judge', () => {
  expect(isDoubtfulName('创新', '创新与投入')).toBe(true);
  expect(isDoubtfulName('改革', '创新与投入')).toBe(false);
  expect(isDoubtfulName('一件事次办', '一件事一次办')).toBe(true);
});
