import { expect, test } from 'vitest';
import { kindOfTitle, reportKinds } from '../../../src/lexicon/words/report-kinds.ts';

test.each([
  ['云溪区2023年政府工作报告', '政府工作报告'],
  ['云溪区2022年国民经济和社会发展统计公报', '统计公报'],
  ['关于印发云溪区养老服务实施方案的通知', '通知'],
  ['云溪区人民政府关于加快楼宇经济发展的意见', '意见'],
  ['云溪区“十四五”规划纲要', '规划'],
  ['云溪区发展楼宇经济的做法', '经验材料'],
  ['云溪区概况', null],
])('the title %s tells the kind %s', (title, kind) => {
  expect(kindOfTitle(title)).toBe(kind);
});

test('each kind is named once, though several patterns tell it', () => {
  expect(new Set(reportKinds()).size).toBe(reportKinds().length);
  expect(reportKinds()).toContain('统计公报');
});
