// What makes an item of a draft: its explanation, its topic, and an id that depends on its own report alone.
import { describe, expect, test } from 'vitest';
import { explanationOf, topicOf } from '../../../src/quiz/generate/item-of.ts';
import { evidenceOf } from '../../../src/quiz/generate/statements/evidence.ts';
import { makeItems } from '../../../src/quiz/items.ts';
import type { Item } from '../../../src/quiz/types.ts';
import { ITEMS, LIBRARY, libraryOf, sourceOf } from '../made-up-cases.ts';

const [item] = ITEMS;
if (!item) throw new Error('no items');
const { citation } = item;

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

describe('an explanation', () => {
  test('shows the key in the words of the report, and the report', () => {
    expect(explanationOf(citation, '34个')).toMatch(/^原文：.*34个.*——《柳岸区：老厂区里长出新街区》$/u);
  });

  test('stays within the limit however long the quote is, and still shows the key', () => {
    const quote = `${'前'.repeat(500)}34个${'后'.repeat(500)}`;
    const explanation = explanationOf({ ...citation, quote, reading: null }, '34个');
    expect(explanation.length).toBeLessThanOrEqual(200);
    expect(explanation).toContain('34个');
    expect(explanation).toMatch(/^原文：…前.*后…——/u);
  });

  test('stays within the limit however long the title is', () => {
    const report = { ...citation.report, title: '题'.repeat(300) };
    expect(explanationOf({ ...citation, report }, '34个').length).toBeLessThanOrEqual(200);
  });

  test('says what is wrong about a wrong statement, and whose report it is', () => {
    const wrong = ITEMS.filter((each) => each.kind === 'true-false' && each.correct === 1);
    expect(wrong.length).toBeGreaterThan(0);
    for (const { explanation } of wrong) expect(explanation).toMatch(/^“[^”]+”应为“[^”]+”。原文：/u);
    expect(
      explanationOf({ ...citation, report: { ...citation.report, title: '近况' } }, '34个', { district: '柳岸区' }),
    ).toMatch(/——柳岸区《近况》$/u);
  });

  test('is one line', () => {
    expect(explanationOf({ ...citation, quote: '一行\n两行\n三行', reading: null }, '一行')).not.toContain('\n');
  });
});

describe('the topic of an item', () => {
  const evidenceIn = (text: string) => {
    const source = sourceOf(text);
    const line = source.lines.at(-1);
    if (!line) throw new Error('no line');
    return evidenceOf(line, source);
  };

  test('is one of the lexicon where the words tell of it', () => {
    expect(topicOf(evidenceIn('近况\n\n柳岸区优化营商环境，推行政务服务一窗受理。'))).toBe('营商环境');
  });

  test('is else the heading without its number, or the title', () => {
    expect(topicOf({ ...evidenceIn('近况\n\n柳岸区天气晴朗。'), heading: ['一、天上的事'] })).toBe('天上的事');
    expect(topicOf({ ...evidenceIn('近况\n\n柳岸区天气晴朗。'), heading: [] })).toBe('近况');
  });
});

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
