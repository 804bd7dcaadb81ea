// The small parts of the page's server by themselves: lines of work, counters, the table as a file, the bundle.
import { describe, expect, test } from 'vitest';
import { assetsOf, bundleClient } from '../../../src/channels/web/server/assets.ts';
import { factsCsv } from '../../../src/channels/web/server/csv.ts';
import { createLines, createRequestCounter, createSlots } from '../../../src/channels/web/server/queue.ts';
import type { FactLine } from '../../../src/chat/browse/views.ts';
import { csvCell } from '../../../src/chat/csv.ts';
import { NOW } from '../../chat/made-up.ts';

describe('the pieces', () => {
  test('a line does one work at a time, in order, and forgets who has nothing in it', async () => {
    const lines = createLines(2);
    const done: number[] = [];
    const work = (n: number) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 5 - n));
      done.push(n);
      if (n === 1) throw new Error('one');
      return n;
    };
    const [one, two] = [lines.run('a', work(1)), lines.run('a', work(2))];
    expect([lines.run('a', work(3)), lines.run('b', work(4))]).toEqual([null, expect.any(Promise)]);
    await expect(one).rejects.toThrow('one');
    expect([await two, done.filter((n) => n < 3)]).toEqual([2, [1, 2]]);
    await new Promise((resolve) => setTimeout(resolve, 5));
    expect(lines.run('a', work(3))).not.toBeNull();
  });

  test('a counter starts afresh each minute, also where the clock was set back', () => {
    const counter = createRequestCounter(1);
    const at = (ms: number): Date => new Date(NOW.getTime() + ms);
    expect([0, 1, 59_999, 60_000, -1].map((ms) => counter.count('a', at(ms)))).toEqual([0, 60, 1, 0, 0]);
  });

  test('places that are given back can be taken again', () => {
    const slots = createSlots(1);
    const first = slots.begin();
    expect([first === null, slots.begin()]).toEqual([false, null]);
    first?.end();
    expect(slots.begin()).not.toBeNull();
  });

  test.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-2', "'-2"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1', "'＝1"],
    ['\t=1', "'\t=1"],
    ['a,"b"', '"a,""b"""'],
    ['plain', 'plain'],
    [-2.5, '-2.5'],
    [null, ''],
  ])('a cell %j becomes %j: no formula, nothing that breaks the row', (value, cell) =>
    expect(csvCell(value)).toBe(cell),
  );

  test('the table as a file opens with a byte-order mark and has a row a figure', () => {
    const fact = {
      district: '甲区',
      subject: null,
      indicator: '公园',
      period: '2031',
      value: 12,
      unit: '处',
      surface: '12处',
      changePercent: -1,
      isPlanned: true,
      isApproximate: false,
      title: '=题',
      report: 'a',
      start: 1,
      end: 5,
      quote: '公园\n12处',
    };
    const [head, row, end] = factsCsv([fact as FactLine], 'zh').split('\r\n');
    expect(head).toMatch(/^\uFEFF区县,/u);
    expect([row, end]).toEqual(["甲区,,公园,2031,12,处,12处,-1,是,,'=题,1,5,公园 12处", '']);
  });

  test('the client compiles, and its page weighs at most 250 kB compressed', async () => {
    const { files, page } = assetsOf(await bundleClient());
    const bytes = [...files.values()].reduce((sum, { brotli }) => sum + brotli.length, page.length);
    expect(bytes).toBeLessThan(250_000);
    expect(page).toContain('type="module"');
  }, 30_000);
});
