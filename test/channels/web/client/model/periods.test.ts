// Periods as people write them.
import { expect, test } from 'vitest';
import { periodText } from '../../../../../src/channels/web/client/model/periods.ts';

test.each([
  ['2016', '2016年', '2016'],
  ['2020-09', '2020年9月', '2020-09'],
  ['2020-10-14', '2020年10月14日', '2020-10-14'],
  ['2017/2020', '2017—2020年', '2017–2020'],
  ['2021-01/2021-04', '2021年前4个月', '2021-01–2021-04'],
  ['2021-02/2022-04', '2021年2月至2022年4月', '2021-02–2022-04'],
  ['--01/--06', '上半年', 'January–June'],
  ['--07-15', '7月15日', 'July 15'],
  ['十三五', '十三五', '十三五'],
])('%s reads %s in Chinese and %s in English', (period, chinese, english) => {
  expect(periodText(period, 'zh')).toBe(chinese);
  expect(periodText(period, 'en')).toBe(english);
});
