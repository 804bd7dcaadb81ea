import { expect, test } from 'vitest';
import { holdsSlipOf, isNearMiss, isSlip, isSlipOfName } from '../../../src/quiz/grade/slips.ts';

test.each([
  ['一件是一次办', '一件事一次办', true],
  ['城市建没集团', '城市建设集团', true],
  ['蓝桥净水', '蓝桥碧水', false],
  ['一件事两次办', '一件事一次办', false],
  ['柳溪区', '柳溪区', false],
  ['柳溪', '柳溪区', false],
])('%s is a slip of %s: %s', (typed, wanted, expected) => expect(isSlip(typed, wanted)).toBe(expected));

test('a short name allows no slip', () => {
  expect(isSlipOfName('清河', '青河')).toBe(false);
  expect(isSlipOfName('一表审请', '一表申请')).toBe(true);
});

test('a word with a slip is found inside a text', () => {
  expect(holdsSlipOf('发放稳岗补帖', '补贴')).toBe(true);
  expect(holdsSlipOf('发放稳岗资金', '补贴')).toBe(false);
});

test('one sign more, less or other is a near miss, unless it tells things apart', () => {
  expect(isNearMiss('一件事次办', '一件事一次办')).toBe(true);
  expect(isNearMiss('春雨润企行勤', '春雨润企行动')).toBe(true);
  expect(isNearMiss('东部新城', '西部新城')).toBe(false);
  expect(isNearMiss('一件事一次办', '一件事一次办')).toBe(false);
});
