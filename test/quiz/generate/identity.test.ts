// What an item's id hangs on: its own report, never what other reports offer for wrong answers.
import { describe, expect, test } from 'vitest';
import { makeItems } from '../../../src/quiz/items.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { ITEMS, LIBRARY, libraryOf } from '../made-up-cases.ts';

type Report = [string, string, string, string];
const REPORTS = [...LIBRARY.reports.values()].map(
  ({ id, district, title }): Report => [id, district ?? '', title, LIBRARY.textOf(id)],
);
const UNRELATED: Report = [
  'meixi',
  '云岭省泽川市梅溪县',
  '梅溪县近况',
  '2029年，梅溪县新引进亿元以上项目37个，引进科技型企业111家。\n梅溪县推行“茶园管家”服务模式。\n梅溪县优化营商环境，推出“茶桌会诊”惠企活动。\n梅溪县建立“一册记、一人跟、一月清”销号机制。\n2029年8月，梅溪县茶叶博物馆建成开馆。',
];
const withMore = makeItems(libraryOf([...REPORTS, UNRELATED]));
const idsOf = (items: readonly Item[]): Set<string> => new Set(items.map(({ id }) => id));

describe('the id of an item', () => {
  test('stays when an unrelated report is added: none is retired', () => {
    const live = idsOf(withMore);
    expect(ITEMS.filter(({ id }) => !live.has(id)).map(({ question }) => question)).toEqual([]);
  });

  test('means the same subject, district and span with and without that report', () => {
    const before = new Map(ITEMS.map((item) => [item.id, item]));
    for (const item of withMore) {
      const same = before.get(item.id);
      if (!same) continue;
      expect([item.subject, item.district, item.spanHash]).toEqual([same.subject, same.district, same.spanHash]);
    }
  });

  test('stays though the wrong answers change', () => {
    const before = new Map(ITEMS.map((item) => [item.id, item]));
    const optionsOf = (item: Item | undefined): string => (item && 'options' in item ? item.options.join() : '');
    expect(withMore.some((item) => before.has(item.id) && optionsOf(before.get(item.id)) !== optionsOf(item))).toBe(
      true,
    );
  });

  test('changes with the key', () => {
    const changed = makeItems(
      libraryOf(
        REPORTS.map(([id, district, title, text]): Report => [id, district, title, text.replace('34个', '36个')]),
      ),
    );
    const figure = ITEMS.find(({ question }) => question === '2029年，柳岸区新引进亿元以上项目（　）。');
    expect(figure && idsOf(changed).has(figure.id)).toBe(false);
  });
});

describe('the blank of a question', () => {
  test('stands where a line shows it', () => {
    for (const { question } of ITEMS) {
      expect(Math.max(question.indexOf('（　）'), question.indexOf('____'))).toBeLessThanOrEqual(80);
      expect(question.length).toBeLessThanOrEqual(160);
    }
  });
});
