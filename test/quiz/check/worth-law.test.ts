import { expect, test } from 'vitest';
import { worthFaults } from '../../../src/quiz/check/worth-law.ts';
import { fillIn, single, trueFalse } from '../made-up-items.ts';

const typed = (question: string, key: string): string =>
  worthFaults(fillIn(1, { question, accepted: [key, /^[\d.]+/u.exec(key)?.[0] ?? key] })).join();
const chosen = (question: string, key: string): string =>
  worthFaults(single(1, { question, options: [key, '9个', '7个'], correct: 0 })).join();

test.each([
  ['small things', '2031年，柳溪区新建（　）小车棚。', '26个'],
  ['small things behind their name', '2031年，柳溪区改造升级健身广场项目（　）。', '12个'],
  ['very few of something', '2031年，柳溪区改造升级文化项目（　）。', '3个'],
  ['trips', '2031年，柳溪区组织人员三批次（　）。', '70人'],
])('how many there are of %s is not asked', (_, question, key) => {
  expect(chosen(question, key)).toContain('petty');
});

test.each([
  ['estates', '2031年，柳溪区改造（　）老旧小区。', '58个'],
  ['what many became', '2031年，柳溪区将23个内设机构整合为（　）。', '3个'],
  ['what has a name', '2031年，柳溪区打通（　）“最后一公里”。', '3个'],
  ['so few thousand millions', '2031年，柳溪区到位资金（　）。', '3亿元'],
])('how many there are of %s is', (_, question, key) => {
  expect(chosen(question, key)).toBe('');
});

test('an odd sum is not asked, what all get is', () => {
  expect(typed('2031年，柳溪区发放资金物资合计____元。', '23520元')).toContain('odd sum');
  expect(typed('2031年，柳溪区城镇居民人均可支配收入____元。', '45231元')).toBe('');
  expect(typed('2031年，柳溪区发放资金____万元。', '2352万元')).toBe('');
});

test('nor is a statement on something small judged', () => {
  const judged = (question: string): string => worthFaults(trueFalse(1, { subject: 'statement', question })).join();
  expect(judged('判断正误：2031年，柳溪区新建26个小花坛。')).toContain('petty');
  expect(judged('判断正误：2031年，柳溪区新建26个小学。')).toBe('');
});
