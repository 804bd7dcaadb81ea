// Readings that mend and readings that only add.
import { expect, test } from 'vitest';
import { isMended } from '../../../src/chat/asking/reading.ts';

test.each([
  ['swapped words', '宕口管理未完成70%', '宕口治理已完成70%', true],
  ['a date beside swapped words', '去年工做', '去年〔2016年〕工作', true],
  ['a date alone', '去年建成12处', '去年〔2016年〕建成12处', false],
  ['joined lines', '新建\n公园 12处', '新建公园12处', false],
  ['nothing', '新建公园', null, false],
  ['what is not there', '新建公园', undefined, false],
])('a reading mends or not: %s', (_, quote, reading, isSo) => expect(isMended(quote, reading)).toBe(isSo));
