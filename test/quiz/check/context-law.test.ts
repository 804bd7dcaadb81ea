import { expect, test } from 'vitest';
import { contextFaults } from '../../../src/quiz/check/context-law.ts';
import type { Item, ItemBase } from '../../../src/quiz/types.ts';
import { libraryOf } from '../made-up-cases.ts';
import { fillIn, shortAnswer } from '../made-up-items.ts';

/** Returns the faults of a question on the sentence of a text that begins with some words. */
function faultsOn(text: string, begins: string, ask: (fields: Partial<ItemBase>) => Item): string {
  const library = libraryOf([['a', '云岭省清河市柳岸区', '近况', text]]);
  const [report] = [...library.reports.values()];
  if (!report) throw new Error('no report');
  const whole = library.textOf(report.id);
  const start = whole.indexOf(begins);
  const end = whole.indexOf('。', start) + 1;
  const own = fillIn(1).citation;
  const citation = { ...own, report, start, end, quote: whole.slice(start, end), reading: null };
  return contextFaults(ask({ citation }), library).join();
}
const figure =
  (question: string) =>
  (fields: Partial<ItemBase>): Item =>
    fillIn(1, { ...fields, subject: 'figure', question });
const list =
  (question: string, parts: readonly string[]) =>
  (fields: Partial<ItemBase>): Item => {
    const points = parts.map((text) => ({ text, citation: fields.citation ?? fillIn(1).citation }));
    const [first, ...rest] = points;
    if (!first) throw new Error('no part');
    return shortAnswer(1, { ...fields, subject: 'practice', question, keyPoints: [first, ...rest] });
  };

test('a figure under a disaster is not asked for as one of the year, others are', () => {
  const flood = '柳岸区遭遇特大暴雨。柳岸区已接受社会捐款2517万元。';
  const question = '2030年，柳岸区已接受社会捐款____万元。';
  expect(faultsOn(flood, '柳岸区已', figure(question))).toContain('disaster');
  expect(faultsOn(flood.replace('遭遇特大暴雨', '开展慈善周'), '柳岸区已', figure(question))).toBe('');
});

test('nor is one of a single day, but one until a day', () => {
  const question = '2030年，柳岸区运输物资____吨。';
  expect(faultsOn('8日凌晨5时，柳岸区运输物资420吨。', '8日', figure(question))).toContain('one day');
  expect(faultsOn('截至8月8日，柳岸区运输物资420吨。', '截至', figure(question))).toBe('');
});

test('the figure of a programme names the programme', () => {
  const text = '“暖心到家”行动取得阶段性成效，共走访困难家庭，帮扶508户。';
  expect(faultsOn(text, '“暖心', figure('2030年，柳岸区走访困难家庭，帮扶____户。'))).toContain('left out');
  expect(faultsOn(text, '“暖心', figure('2030年，“暖心到家”行动取得阶段性成效，柳岸区帮扶____户。'))).toBe('');
  const river = '2027年，云锦河小流域综合治理工程正式启动，柳岸区整合资金1.2亿元。';
  expect(faultsOn(river, '2027年', figure('2027年，柳岸区整合资金____亿元。'))).toContain('left out');
  const done = '柳岸区实施“暖心到家”行动，帮扶508户。';
  expect(faultsOn(done, '柳岸区', figure('2030年，柳岸区帮扶____户。'))).toBe('');
});

test('what was ordered is named', () => {
  const text = '柳岸区与外地企业签订购销意向订单22.5万公斤。';
  expect(faultsOn(text, '柳岸区', figure('2030年，柳岸区签订购销意向订单____万公斤。'))).toContain('goods');
  expect(faultsOn(text, '柳岸区', figure('2030年，柳岸区黄桃产量____万公斤。'))).toBe('');
});

test('what is asked for is pointed to, and its field is named', () => {
  const text = '柳岸区实施机器换人、数字提升、品牌培养计划。';
  const parts = ['机器换人', '数字提升', '品牌培养'];
  const asked = (question: string): string => faultsOn(text, '柳岸区', list(question, parts));
  expect(asked('据2030年的报告，柳岸区实施“（　）”计划。请写出括号内的各项内容。')).toContain('nothing points');
  expect(asked('据2030年的报告，柳岸区大力实施（　）“四大工程”。请写出括号内的各项内容。')).toContain('nothing points');
  expect(asked('据2030年的报告，柳岸区抓工业转型，实施“（　）”计划。请写出括号内的各项内容。')).toBe('');
  const tourism = ['旅游项目建设', '旅游营销推广', '旅游产品供给'];
  const told = (question: string): string => faultsOn(text, '柳岸区', list(question, tourism));
  expect(told('据2030年的报告，柳岸区坚持绿色崛起理念，实施“（　）”行动。')).toContain('field');
  expect(told('据2030年的报告，柳岸区围绕旅游强区目标，实施“（　）”行动。')).toBe('');
});

test('so it is where a name is asked for, or whose it is', () => {
  const text = '柳岸区大力实施“暖心到家”行动。';
  const asked = (question: string): string =>
    faultsOn(text, '柳岸区', (fields) => fillIn(1, { ...fields, subject: 'name', question }));
  expect(asked('据2030年的报告，柳岸区大力推进重点任务，实施“____”行动。')).toContain('nothing points');
  expect(asked('据2030年的报告，柳岸区为独居老人上门理发，实施“____”行动。')).toBe('');
});

test('a report much of which tells of a disaster is on it, one that mentions one is not', () => {
  const far = '柳岸区建成公园12个。柳岸区建成学校9所。柳岸区建成医院7所。柳岸区建成桥梁8座。';
  const question = '2030年，柳岸区清理河道____公里。';
  const flood = `柳岸区受灾严重。全区转移受灾群众。${far}柳岸区清理河道220公里。`;
  expect(faultsOn(flood, '柳岸区清理', figure(question))).toContain('disaster');
  const mentioned = `柳岸区受灾严重。${far}柳岸区清理河道220公里。`;
  expect(faultsOn(mentioned, '柳岸区清理', figure(question))).toBe('');
});
