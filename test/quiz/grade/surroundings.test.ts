import { expect, test } from 'vitest';
import { holdsAmidIdleWords } from '../../../src/quiz/grade/surroundings.ts';

test.each([
  ['由晨光养老服务社运营', '晨光养老服务社', '“夕照课堂”由哪个组织运营？', true],
  ['占比为31.5%', '31.5%', '第三产业占全区的比重是多少？', true],
  ['新增了60张床位，谢谢', '60张', '新增养老床位多少张？', true],
  ['减少60张', '60张', '新增养老床位多少张？', false],
  ['60张以外', '60张', '新增养老床位多少张？', false],
  ['160张', '60张', '新增养老床位多少张？', false],
  ['60万张', '60', '新增养老床位多少张？', false],
  ['2031年5月开工，还没有通车', '2031年5月', '大桥何时通车？', false],
  ['晨光养老服务社的对手', '晨光养老服务社', '由哪个组织运营？', false],
])('%s for %s (%s): %s', (typed, accepted, question, expected) => {
  expect(holdsAmidIdleWords(typed, accepted, question)).toBe(expected);
});
