import { expect, test } from 'vitest';
import { citedAs, isTitle } from '../../../src/quiz/generate/cited-as.ts';
import type { ReportMeta } from '../../../src/types.ts';
import { LIBRARY } from '../made-up-cases.ts';

const [report] = [...LIBRARY.reports.values()];
if (!report) throw new Error('no report');
const named = (fields: Partial<ReportMeta>): ReportMeta => ({ ...report, publisher: null, ...fields });

test('a title is one, and what a page leaves over is none', () => {
  for (const title of ['柳岸区：老厂区里长出新街区', '解锁“柳岸密码”', '2029年柳岸区政府工作报告'])
    expect(isTitle(title), title).toBe(true);
  for (const title of [
    '，正文：来源：某网频道柳岸白鹅',
    '原标题：柳岸区新增公园12个',
    '某网8月9日讯（通讯员 王文）柳岸区推行新制度',
    '）2029年全国比赛收官，柳岸区派出37人参赛',
    '“以前办事要排长队，环节也复杂',
    '盛夏时节的一天上午，柳岸区的种粮大户来到田间，察看水稻的长势如何',
    '',
  ])
    expect(isTitle(title), title).toBe(false);
});

test('a report is named by its title, else by its day and publisher, else by its file', () => {
  expect(citedAs(named({ title: '老厂区里长出新街区' }), '柳岸区')).toBe('柳岸区《老厂区里长出新街区》');
  expect(citedAs(named({ title: '柳岸区的账' }), '柳岸区')).toBe('《柳岸区的账》');
  expect(citedAs(named({ title: '，正文：来源：', publishedOn: '2029-08-09' }), '柳岸区')).toBe(
    '柳岸区2029年8月9日的报告',
  );
  expect(citedAs(named({ title: '，正文', publishedOn: '2029', publisher: '清河日报' }), '柳岸区')).toBe(
    '柳岸区2029年的报告（清河日报）',
  );
  expect(citedAs(named({ title: '，正文', publishedOn: null, path: 'a/liuan.txt' }), '柳岸区')).toBe(
    '柳岸区的报告（liuan.txt）',
  );
});
