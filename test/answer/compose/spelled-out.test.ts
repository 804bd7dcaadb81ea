// Sentences that spell out what a name counts, over made-up reports.
import { expect, test } from 'vitest';
import { answered, askOf } from '../../support/made-up-context.ts';
import { reportWith } from '../../support/made-up-reports.ts';

const REPORT = reportWith(`青石区开展“三大工程”、“两大行动”和“五项计划”，经济稳中有进。
青石区大力实施河道清淤、岸线修复、湿地扩容“三大工程”，水质明显好转。
围绕“两看两比”，青石区看谋划、比落地，看进度、比位次，项目不断提速。
青石区推进四大中心建设：云锦商务中心、石榴文化中心、梧桐医疗中心、滨河会展中心。`);

test.each([
  ['青石区“三大工程”是什么？', '河道清淤、岸线修复、湿地扩容'],
  ['三大工程包括哪些？', '河道清淤、岸线修复、湿地扩容'],
  ['什么是“两看两比”？', '看谋划、比落地'],
  ['青石区四大中心是哪四个？', '滨河会展中心'],
])('%s is answered by the sentence that spells it out', async (question, parts) => {
  const { short } = answered(await askOf([REPORT], question));
  expect(short).toContain(parts);
  expect(short).not.toContain('经济稳中有进');
});

test('what is counted and nowhere spelled out is refused', async () => {
  expect((await askOf([REPORT], '青石区“五项计划”是哪五项？')).status).toBe('refused');
});
