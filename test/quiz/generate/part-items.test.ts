// Items on the lists that one sentence holds: what is asked of which list, and what of none.

import { describe, expect, test } from 'vitest';
import { foreignParts } from '../../../src/quiz/generate/part-items.ts';
import { ITEMS, LIBRARY } from '../made-up-cases.ts';
import { itemsOn, LISTING, ofKind, poolsWith } from '../made-up-neighbours.ts';

describe('a list in one sentence', () => {
  const items = itemsOn('柳岸区围绕居民需求，在老城区建立“一门进、一窗办、一次结”工作机制，方便群众。', LISTING);

  test('is to be told in full, each part with its quote', () => {
    const [told] = ofKind(items, 'short-answer');
    expect(told?.keyPoints.map(({ text }) => text)).toEqual(['一门进', '一窗办', '一次结']);
    expect(told?.question).toContain('“（　）”工作机制');
    for (const { text, citation } of told?.keyPoints ?? []) expect(citation.quote).toContain(text);
  });

  test('is to be chosen from, together with parts of like lists elsewhere', () => {
    const chosen = items.filter(({ subject }) => subject === 'parts' || subject === 'not-one-of');
    expect(chosen.length).toBeGreaterThan(0);
    for (const item of chosen) {
      if (!('options' in item)) continue;
      const foreign = item.options.filter((option) => !item.citation.quote.includes(option));
      expect(foreign.length).toBeGreaterThan(0);
      for (const option of foreign) expect(option).toMatch(/^一/u);
    }
  });

  test('is not put in order where its order means nothing', () => {
    expect(ofKind(items, 'order')).toEqual([]);
  });
});

describe('an order', () => {
  const stepsOf = (text: string): (string | undefined)[][] =>
    ofKind(itemsOn(text, LISTING), 'order').map(({ options, correct }) => correct.map((index) => options[index]));

  test('is asked for of a flow', () => {
    expect(stepsOf('柳岸区在各社区落实受理、派单、办结、回访“四步闭环”流程，件件有着落。')).toEqual([
      ['受理', '派单', '办结', '回访'],
    ]);
  });

  test('is not asked for where the words themselves tell it: by the week, the month, the quarter', () => {
    expect(stepsOf('柳岸区对重点项目落实“周碰头、月会商、季通报”推进机制，抓项目进度。')).toEqual([]);
  });
});

describe('no item', () => {
  test.each([
    ['以 等 结尾的列举', '柳岸区围绕居民需求，建立“一门进、一窗办、一次结等”工作机制，方便群众。'],
    ['数目不符的列举', '柳岸区大力实施道路畅通、管网更新、绿化提质“四大工程”，惠及居民。'],
    ['全国性的口号', '柳岸区始终坚持以人民为中心，建立“一门进、一窗办、一次结”工作机制。'],
  ])('is made of %s', (_, text) => {
    expect(itemsOn(text, LISTING).filter(({ subject }) => subject === 'parts' || subject === 'practice')).toEqual([]);
  });
});

describe('parts', () => {
  test('of a flow are put in order', () => {
    const [item] = ITEMS.flatMap((one) => (one.kind === 'order' ? [one] : []));
    expect(item?.correct.map((index) => item.options[index])).toEqual(['议', '选', '建', '评']);
  });

  test('what is not one of them stands in the report of another district', () => {
    const odd = ITEMS.flatMap((one) => (one.kind === 'single' && one.subject === 'not-one-of' ? [one] : []));
    expect(odd.length).toBeGreaterThan(0);
    for (const { options, correct, district } of odd) {
      const option = options[correct] ?? '';
      const tellers = [...LIBRARY.reports.values()].filter(({ id }) => LIBRARY.textOf(id).includes(option));
      expect(tellers.map((report) => report.district)).not.toContain(district);
      expect(tellers.length).toBeGreaterThan(0);
    }
  });
});

describe('a wrong part', () => {
  const parts = ['一门进', '一窗办', '一次结'];

  test('is one of a like list of another district', () => {
    const { pools, source } = poolsWith('');
    expect(foreignParts({ parts, name: '工作机制', source }, pools)).toContain('一案结');
  });

  test('is none that any report says of this district', () => {
    const { pools, source } = poolsWith('这里也讲一案结。');
    const foreign = foreignParts({ parts, name: '工作机制', source }, pools);
    expect(foreign).not.toContain('一案结');
    expect(foreign).toContain('一线查');
  });
});
