// What the page tells of the health report: counts, what wants a look; nothing that the report does not hold.
import { describe, expect, test } from 'vitest';
import { healthView } from '../../../../../src/channels/web/client/model/health.ts';
import { pageWordingFor } from '../../../../../src/channels/web/client/wording/wordings.ts';

const { maintain: chinese } = pageWordingFor('zh');
const { maintain: english } = pageWordingFor('en');
const report = (id: string, more: object = {}): object => ({
  id,
  title: `${id}区的做法`,
  spun: false,
  inferred: [],
  notes: [],
  ...more,
});
const HEALTH = {
  totals: { reports: 3, passages: 40, facts: 12 },
  reports: [
    report('柳溪'),
    report('塔山', { toDo: ['no-date'], notes: ['表格没有表头'] }),
    report('青石', { notes: ['文中字词被程序替换过'] }),
  ],
  skipped: [{ path: '旧稿.doc', line: null, code: 'x', reason: '格式不支持' }],
  conflicts: [{}, {}],
  duplicates: [],
};

describe('the health report', () => {
  test('is told in the language of the page, in figures', () => {
    expect(healthView(HEALTH, chinese).counts).toBe('报告 3 篇 · 数字 12 项');
    expect(healthView(HEALTH, english).counts).toBe('3 reports · 12 figures');
    expect(healthView(HEALTH, chinese).lines).toEqual([chinese.conflicts(2)]);
    expect(healthView({ ...HEALTH, duplicates: [{}] }, english).lines).toHaveLength(2);
  });

  test('names what was left out first, then the reports with something to tell, and no other', () => {
    expect(healthView(HEALTH, chinese).issues).toEqual([
      { name: '旧稿.doc', id: null, lines: ['未收录：格式不支持'] },
      { name: '塔山区的做法', id: '塔山', lines: ['表格没有表头', '没有日期'] },
      { name: '青石区的做法', id: '青石', lines: ['文中字词被程序替换过'] },
    ]);
  });

  test('names all of them, however many', () => {
    const reports = Array.from({ length: 150 }, (_, n) => report(`区${n}`, { toDo: ['no-district'] }));
    expect(healthView({ reports }, chinese).issues).toHaveLength(150);
  });

  test('of an earlier version tells what it holds', () => {
    expect(healthView({}, english)).toEqual({ counts: '', lines: [], issues: [] });
    expect(healthView({ reports: [report('柳溪')] }, english).issues).toEqual([]);
  });
});
