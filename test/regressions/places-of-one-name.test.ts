// Districts that a question calls by a former name, or by a name that several bear, from the question to the message.
import { expect, test } from 'vitest';
import { renderText } from '../../src/chat/render.ts';
import type { Report, ReportId } from '../../src/types.ts';
import { answered, askOf, refused } from '../support/made-up-context.ts';
import { reportWith } from '../support/made-up-reports.ts';

function reportOn(district: string, text: string): Report {
  return reportWith(text, { id: district as ReportId, district, title: '2021年工作总结' });
}

const TONGZHOU = reportOn('江苏省南通市通州区', '2021年，全区新增就业8600人。');
const TWO = [
  reportOn('江苏省南京市鼓楼区', '2021年，鼓楼区新增就业8600人，改造老旧小区31个。'),
  reportOn('江苏省徐州市鼓楼区', '2021年，鼓楼区新增就业5200人。'),
];
const ZH = [
  reportOn('北京市朝阳区', '2021年，朝阳区建成养老驿站45个。'),
  reportOn('吉林省长春市朝阳区', '2021年，朝阳区改造早市6处。'),
];

test('a former name finds the reports on what it is today, and the message says since when', async () => {
  const given = answered(await askOf([TONGZHOU], '通州市2021年新增就业多少人？'));
  expect(given.short).toMatch(/^8600人/);
  expect(given.interpretation.question).toBe('通州区2021年新增就业多少人？');
  expect(renderText(given)).toContain('通州区：原通州市，2009年撤市设区。');
});

test('a refusal says it too', async () => {
  const given = refused(await askOf([TONGZHOU], '通州市有多少个航空母舰？'));
  expect(renderText(given)).toContain('原通州市');
});

test('a present name is said nothing of', async () => {
  const given = answered(await askOf([TONGZHOU], '通州区2021年新增就业多少人？'));
  expect(renderText(given)).not.toContain('原通州市');
});

test('a name that several bear is answered for each, under its city', async () => {
  const { short } = answered(await askOf(TWO, '鼓楼区2021年新增就业多少人？'));
  expect(short.split('\n').map((line) => line.split('（')[0])).toEqual([
    '南京市鼓楼区：8600人',
    '徐州市鼓楼区：5200人',
  ]);
});

test('one that holds no answer is said to hold none', async () => {
  const { short } = answered(await askOf(ZH, '朝阳区有多少处早市？'));
  expect(short).toContain('长春市朝阳区：6处');
  expect(short).toContain('北京市朝阳区：未找到');
});

test('the city before the name tells which', async () => {
  expect(answered(await askOf(TWO, '徐州鼓楼区新增就业多少人？')).short).toMatch(/^5200人/);
});

test('a refusal tells them apart', async () => {
  expect(refused(await askOf(TWO, '鼓楼区的航空母舰归谁管？')).message).toContain('南京市鼓楼区、徐州市鼓楼区');
});
