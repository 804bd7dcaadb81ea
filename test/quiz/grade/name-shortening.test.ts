import { expect, test } from 'vitest';
import { plainForms, shorterForms } from '../../../src/quiz/grade/name-shortening.ts';

test.each([
  ['柳溪第二过江大桥', '柳溪区新通车的大桥叫什么？', '第二过江大桥'],
  ['全国文明典范区', '塔山县获得的国家级称号是什么？', '文明典范区'],
  ['白鹭镇', '湿地公园位于哪个镇？', '白鹭'],
  ['云岭理工大学', '与哪所大学共建？', '云岭理工大'],
  ['远山数据技术有限公司', '由哪家企业承建？', '远山数据技术'],
  ['区长李明达', '由谁任组长？', '李明达'],
  ['区农业和农村局', '由哪个部门牵头？', '农业农村局'],
])('%s answers “%s” as %s', (accepted, question, form) => {
  expect(shorterForms(accepted, question).flatMap((one) => one.replace(/^区/u, ''))).toContain(form);
});

test('nothing is cut that the question has not said', () => {
  expect(shorterForms('柳溪第二过江大桥', '新通车的大桥叫什么？')).toEqual(['柳溪第二过江大桥']);
  expect(shorterForms('全国文明典范区', '塔山县获得的称号是什么？')).toEqual(['全国文明典范区']);
});

test('brackets and Latin letters beside a name are no part of it', () => {
  expect(plainForms('世界水基金（WWF）')).toContain('世界水基金');
  expect(plainForms('WWF世界水基金')).toContain('世界水基金');
});
