// Rankings over districts whose figures stand in sentences that the fact table calls otherwise.
import { expect, test } from 'vitest';
import type { ReportId } from '../../../src/types.ts';
import { answered, askOf } from '../../support/made-up-context.ts';
import { DISTRICTS, reportWith } from '../../support/made-up-reports.ts';

const [QINGSHI, YUNQIAO, WANGZHOU] = DISTRICTS;
const on = (id: string, district: string, text: string) => reportWith(text, { id: id as ReportId, district });
const REPORTS = [
  on('a', QINGSHI, '2021年，青石区主动对辖区86个老旧小区进行改造提升，居民满意。\n青石区的税收在全市排名第三。'),
  on('b', YUNQIAO, '2021年，云桥县改造老旧小区24个，新增停车位430个。\n云桥县打造8个街道特色产业园。'),
  on('c', WANGZHOU, '2021年，望洲区举办廊桥文化节，签约项目22个。\n望洲区综合排名第一。'),
];

test('a district whose sentence holds the figure is no empty row', async () => {
  const { short } = answered(await askOf(REPORTS, '哪个区改造的老旧小区最多？'));
  expect(short).toMatch(/^青石区最多：86个/);
  expect(short).toContain('云桥县：24个');
  expect(short).toContain('未找到：望洲区');
});

test('a rank is no value of an indicator, nor is a figure of another noun', async () => {
  expect((await askOf(REPORTS, '各区GDP排名')).status).toBe('refused');
  expect((await askOf(REPORTS, '哪个区的街道最多？')).status).toBe('refused');
});

test('a comparison shows cells of its indicator, or of its topic, and no other sentences', async () => {
  const figures = answered(await askOf(REPORTS, '比较青石区、云桥县和望洲区的老旧小区改造')).short;
  expect(figures).toContain('86个');
  expect(figures).toContain('24个');
  expect(figures).toContain('望洲区：未找到');
  const topic = answered(await askOf(REPORTS, '比较青石区和望洲区的廊桥文化节')).short;
  expect(topic).toContain('青石区：未找到');
});
