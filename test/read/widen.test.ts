import { expect, test } from 'vitest';
import { PreparedSentence } from '../../src/read/prepared-sentence.ts';
import { widened, withFall, withRoughness } from '../../src/read/widen.ts';

const prepared = (read: string) => new PreparedSentence({ start: 0, end: read.length, role: 'body', read });
const spanOf = (read: string, words: string) => ({
  start: read.indexOf(words),
  end: read.indexOf(words) + words.length,
});

test.each([
  ['计划设约300间客房。', '300间', '约300间'],
  ['老年人占三分之一以上。', '三分之一', '三分之一以上'],
  ['动迁群众6200余人。', '6200', '6200余人'],
  ['增速超过12.5%，位居前列。', '12.5', '超过12.5%'],
  ['新建学校4所。', '4所', '4所'],
  ['筹措住房1.4万套（间），已超额完成。', '1.4万套', '1.4万套（间）'],
  ['坚持每月15日开展活动。', '15日', '每月15日'],
  ['此事于8月8日〔2023年8月8日〕深夜发生。', '8月8日', '8月8日〔2023年8月8日〕深夜'],
  ['市民聚在长河公园附近避险。', '长河公园', '长河公园附近'],
  ['人口10万人（含外来）。', '10万人', '10万人'],
])('in %s, %s is said as %s', (read, words, whole) => {
  const { start, end } = widened(spanOf(read, words), prepared(read));
  expect(read.slice(start, end)).toBe(whole);
});

test.each([
  ['利润下降3.8%。', '3.8%', '下降3.8%'],
  ['利润下降了3.8%。', '3.8%', '下降了3.8%'],
  ['税率下降到3.8%。', '3.8%', '3.8%'],
  ['利润增长3.8%。', '3.8%', '3.8%'],
])('in %s, %s is said with its fall: %s', (read, words, whole) => {
  const sentence = prepared(read);
  const { start, end } = withFall(spanOf(read, words), sentence.quantities, sentence);
  expect(read.slice(start, end)).toBe(whole);
});

test('words that say how rough a figure is are part of it only where they touch it', () => {
  const read = '以上项目共300间，约定交付。';
  expect(withRoughness(spanOf(read, '300间'), prepared(read))).toEqual(spanOf(read, '300间'));
});
