// Clauses for judging direction: cut at every mark, but not at a comma that groups digits.
import { expect, test } from 'vitest';
import { clausesOf } from '../../../src/answer/verify/clauses.ts';

test.each([
  ['收入增长5%，支出下降3%。', ['收入增长5%', '支出下降3%']],
  ['甲、乙；丙！丁？戊!己?庚;辛：壬:癸', ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸']],
  ['投资1,247万元,同比增长', ['投资1,247万元', '同比增长']],
  ['甲,24个', ['甲', '24个']],
  ['增长（同口径）5%(实际)\n完成', ['增长', '同口径', '5%', '实际', '完成']],
  [' 甲 ， ，', ['甲']],
  ['', []],
])('%j', (text, clauses) => expect(clausesOf(text)).toEqual(clauses));
